"""The fact sheet, and how it came to say what it says."""
