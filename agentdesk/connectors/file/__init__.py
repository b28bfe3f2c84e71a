"""Calls and diary entries from files. Every byte of a file is treated as if somebody meant harm with it."""
