"""Sensitive details in what was said: where they stand, and the same words with them hidden."""
