"""How records become pages: read in chunks, bound to each other, rendered in chunks, gathered."""
