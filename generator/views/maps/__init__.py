"""Maps: folium builds them, and everything that the browser loads comes from the output itself."""
