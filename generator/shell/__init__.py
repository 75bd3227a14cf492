"""The theme's page as a form with blanks, and filling it in."""
