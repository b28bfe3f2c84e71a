"""Which version of the tables this program knows."""

from __future__ import annotations

VERSION = 3
"""Of the tables. Raised together with a new step in `migrations/versions`."""
