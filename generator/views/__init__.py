"""How a record becomes HTML: pages, maps, timeline, relation graph."""
