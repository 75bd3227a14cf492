"""What public, kiosk and roster contain; the only place where the rooms meet."""
