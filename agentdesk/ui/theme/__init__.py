"""Tokens to palette, stylesheet, type and icons, as functions of light and dark."""
