"""One module per question of the call-checking benchmarks, answered with what the checks use."""
