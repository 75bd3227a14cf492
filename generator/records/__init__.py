"""What a figure, site, base, route, source, date, place and name *is*: types and validation, no input or output."""
