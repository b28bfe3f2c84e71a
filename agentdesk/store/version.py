"""Which version of the tables this program knows."""

from __future__ import annotations

VERSION = 4
"""Of the tables. Raised together with a new step in `migrations/versions`."""


def revision(version: int) -> str:
    """The name that a version of the tables has among the migrations."""
    return f"{version:04d}"
