"""What can be said to the owner when something cannot be done."""

from __future__ import annotations


class Sorry(Exception):  # noqa: N818 - it is what the app says, not only an error
    """Its text is one plain sentence for the owner: what is wrong and what to do next."""
