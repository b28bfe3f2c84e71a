"""The preferences, built from the settings."""
