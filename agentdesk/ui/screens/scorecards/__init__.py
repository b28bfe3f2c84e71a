"""A scorecard, as the page it prints."""
