"""What machines read: JSON-LD, GeoJSON, CSV tables with their dictionary, the sitemap, metadata for shared links."""
