"""The telephone number and mail address that an agent writes into the words of an entry."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\\[nN]|<\s*/?\s*(?:br|p|div|li)\b[^<>]{0,200}>|\n", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,500}>|&nbsp;|\u00a0")
_OF_A_MEETING = re.compile(r"\b(?:dial|join(?:ing)?|pin|passcode|meeting id|one[ -]tap)\b", re.IGNORECASE)
"""A line of an invitation to talk: the number in it is nobody's own."""
_PHONE = re.compile(
    r"(?<![\w+.])(?:(?:\+|00) ?44[ .-]?(?:\(0\)[ .-]?)?|\(?0(?=[12378]))\d(?:[ .()-]{0,2}\d){8,9}(?![\d-])"
)
"""A British number: the country's code or the 0 first, then nine or ten digits."""
_MAIL = re.compile(r"(?<![\w.+'@-])[\w.+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w@-])")


def contact_in(text: str) -> tuple[str, str]:
    """The first British telephone number and the first mail address, each empty where there is none.

    The text is as it stands in a calendar, escaped or with markup.
    """
    phone = mail = ""
    for part in _BREAK.split(text):
        line = _MARKUP.sub(" ", part)
        if _OF_A_MEETING.search(line):
            continue
        phone = phone or _first(_PHONE, line)
        mail = mail or _first(_MAIL, line)
    return phone, mail


def _first(pattern: re.Pattern[str], line: str) -> str:
    found = pattern.search(line)
    return found[0].strip() if found else ""
