"""The weekly review, one thing per screen."""
