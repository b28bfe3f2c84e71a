"""The diary: a week of it, a list of entries, and one entry."""
