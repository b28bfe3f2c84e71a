"""Everything the app keeps: an encrypted store, and queries that return plain domain data."""
