"""The only room that owns threads: jobs, how far they are, and the runner with its lanes."""
