"""What the owner sees."""
