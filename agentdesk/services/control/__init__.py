"""Changes to an agent at its service: seen, decided, sent, stopped, and proven by reading back."""
