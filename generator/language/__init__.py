"""The languages of the site: words of the interface, traditional forms, romanisation."""
