"""What was said: spoken days and times, promises, and callers who want a person. Pure."""
