"""The verbs. Each module has `add` (its arguments) and `run` (what it does, giving the exit status)."""
