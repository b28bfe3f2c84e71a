"""The same services without a window: one thin module for each verb."""
