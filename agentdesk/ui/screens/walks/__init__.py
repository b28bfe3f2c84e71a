"""A checklist, walked through line by line."""
