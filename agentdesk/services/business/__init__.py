"""The business itself: who it is, its people, and what its agents may say about it."""
