"""What the agents cost: so far, where it ends, against which limit, and why a day was dear."""
