"""Findings: every check run, what it found worked through, and put right."""
