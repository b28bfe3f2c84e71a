"""What callers asked and the agent couldn't answer."""
