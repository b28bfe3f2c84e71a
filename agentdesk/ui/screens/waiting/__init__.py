"""Callers who need a person: who has each, by when, and what became of it."""
