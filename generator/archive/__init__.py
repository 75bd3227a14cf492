"""Reading YAML safely, with positions; the whole collection with its cross-references resolved."""
