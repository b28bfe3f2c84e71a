"""What each agent touches, and whether it works."""
