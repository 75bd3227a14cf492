"""Drawings made at build time as SVG: the plan of the lane, the seals of names."""
