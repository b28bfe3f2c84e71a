"""The first run: one plain question after the other, until the first brief stands."""
