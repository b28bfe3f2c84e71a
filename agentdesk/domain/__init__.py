"""The business as plain frozen data and rules: no input or output, no Qt, no SQL."""
