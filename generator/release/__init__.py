"""An output tree: its assets, its manifest, the gate before it, and its atomic publication."""
