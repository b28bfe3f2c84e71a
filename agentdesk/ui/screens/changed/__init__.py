"""Somebody changed an agent: before and after, who heard it, whose change it was, and what to do about it."""
