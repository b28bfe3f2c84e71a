"""What is let through of words from outside."""

from __future__ import annotations

import re

REPLACED = "\ufffd"
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST_NAME = 250
_LONGEST_QUOTE = 40


class UnclearError(ValueError):
    """Its text is one plain sentence for the owner about a record or value that cannot be read."""


def clean(text: str) -> str:
    """The words without control characters; line breaks and tabs stay, half characters become a mark.

    The result can be stored as UTF-8.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub(lambda found: REPLACED if found[0] >= "\ud800" else "", text)


def one_line(text: str, longest: int = 500) -> str:
    """The words on one line, cut where they are longer than any honest entry."""
    return " ".join(clean(text[: 4 * longest]).split())[:longest]


def quoted(text: str) -> str:
    """A value as a sentence may show it."""
    short = one_line(text, _LONGEST_QUOTE + 1)
    return f"“{short[:_LONGEST_QUOTE]}…”" if len(short) > _LONGEST_QUOTE else f"“{short}”"


def is_name(text: str) -> bool:
    """Whether a service's own number for something can be one: not empty, not endless, no tricks."""
    return 0 < len(text) <= _LONGEST_NAME and text.isprintable() and not text.isspace() and "../" not in text


def in_letters(line: bytes) -> str:
    """A line as text: UTF-8 where it is valid, older Windows letters where not."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
