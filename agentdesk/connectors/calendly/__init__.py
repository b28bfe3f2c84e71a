"""Calendly: a diary that cannot be asked what changed, so the days ahead are compared each time."""
