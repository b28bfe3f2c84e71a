"""Calls and diary entries: taken in, hidden where private, read, listed and opened."""
