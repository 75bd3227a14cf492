"""What each record gives to the pages that tell of many, and those pages."""
