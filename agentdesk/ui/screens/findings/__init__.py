"""What was found, by what needs doing, and one matter."""
