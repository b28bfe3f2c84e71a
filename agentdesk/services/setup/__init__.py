"""Setting a business up: the first run, a file instead of it, and what a trade usually needs."""
