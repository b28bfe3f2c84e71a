"""Bland: calls in short in the list, their words with a second request; a number is the agent."""
