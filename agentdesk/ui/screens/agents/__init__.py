"""The agents the business runs: the list, and each one's own page."""
