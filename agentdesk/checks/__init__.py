"""Checks: evidence in, findings out, each with its reason and the words it rests on. Pure."""
