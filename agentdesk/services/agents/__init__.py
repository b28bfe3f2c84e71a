"""The agents on the list: their pages, their one-page briefs, and the walks through their lives."""
