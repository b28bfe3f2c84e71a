"""A calendar read from its private address, which every calendar gives out."""
