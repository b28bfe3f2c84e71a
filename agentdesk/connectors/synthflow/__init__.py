"""Synthflow: calls listed agent by agent with their words in one text, no costs."""
