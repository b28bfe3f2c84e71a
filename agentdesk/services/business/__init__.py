"""The business itself: who it is, what it charges and promises, and how it is first described."""
