"""Qingguo: plain YAML about a city's heritage becomes a public site, a kiosk edition and a private directory."""

__version__ = "0.1.0"
