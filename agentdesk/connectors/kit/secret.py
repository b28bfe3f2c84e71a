"""A key that does not show itself by accident."""

from __future__ import annotations


class Secret:
    """Text that is only had by asking for it. Printing, logging and comparing show nothing of it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        return self._text

    @property
    def ending(self) -> str:
        """The last four characters, by which an owner knows a key again; nothing of a short one."""
        return self._text[-4:] if len(self._text) >= 12 else ""

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__
