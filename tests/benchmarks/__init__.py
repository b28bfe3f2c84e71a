"""How far the product is from what the machine can do at best. Run with `python -m tests.benchmarks`."""
