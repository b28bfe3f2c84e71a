"""The name a caller gave: "my name is Ana Marsh", or the answer to "what name is it?", spelt out where it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agentdesk.domain.call import Turn
from agentdesk.language.tokens import straightened

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+"
_NAME = rf"(?:{_TITLE})?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,3}}"
_INTRODUCED = re.compile(rf"\b(?:[Mm]y name(?:'s| is)|[Nn]ame(?:'s| is)|[Uu]nder(?: the name)?)\s+(?P<name>{_NAME})")
_ASKED = re.compile(r"\bname\b[^?.!]*\?|\b(?:take|have|get) your (?:full )?name\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"^(?:(?:[Yy]es|[Ss]ure|[Ii]t's|[Ii]t is|[Tt]hat's|[Ii]'m|[Tt]his is|[Oo]f course),?\s+)*"
    rf"(?P<name>{_NAME})(?=[.,;!]|\s*$)"
)
# speech recognisers write no capitals: the name ends where the caller goes on about something else
_HEARD = re.compile(
    r"\b(?:my (?:full )?name(?:'s| is)|the name(?:'s| is)|under the name(?: of)?)\s+(?:mr |mrs |ms |miss |dr )?"
    r"(?P<name>(?!(?:not|just|on|the|a|in|already|spelt|spelled)\b)[a-z][a-z'-]+"
    r"(?:\s+(?!(?:and|i|i'm|i've|i'd|my|from|calling|ringing|with|at|that's|thats|it's|its|spelt|spelled|please|thanks|"
    r"thank|on|for|about|the|but|so|or|is|yes|yeah|if|to|here)\b)[a-z][a-z'-]+){0,2})"
)
_LETTER = r"(?:double[ -])?[a-z](?![\w'])(?: (?:for|as in) [a-z]+\b)?"
_SPELT = re.compile(rf"(?<![\w']){_LETTER}(?:[\s,.-]+{_LETTER}){{2,}}", re.IGNORECASE)
_ONE = re.compile(r"(?P<double>double[ -])?\b(?P<letter>[a-z])\b(?: (?:for|as in) [a-z]+\b)?", re.IGNORECASE)


def callers_name(turns: Sequence[Turn], before: int) -> str | None:
    """The last name that the caller gave up to a turn; None where none was given in so many words.

    Letters said one by one ("S-M-Y-T-H-E", "double L", "S for sugar") put right the part that they spell.
    """
    for at in range(min(before, len(turns) - 1), -1, -1):
        if turns[at].role != "caller":
            continue
        text = straightened(turns[at].text).strip()
        asked = at > 0 and turns[at - 1].role == "agent" and _ASKED.search(turns[at - 1].text)
        found = _INTRODUCED.search(text) or (_ANSWERED.search(text) if asked else None)
        name = found["name"] if found else None
        if name is None and text == text.lower() and (heard := _HEARD.search(text)):
            name = _in_capitals(heard["name"])
        if name is not None:
            return _as_spelt(name, [each.text for each in turns[at : before + 1] if each.role == "caller"])
    return None


def _in_capitals(name: str) -> str:
    """As it is written: "Siobhan O'Neill-Price" for "siobhan o'neill-price"."""
    return re.sub(r"(?:^|(?<=[ '-]))[a-z](?=[a-z'])", lambda match: match[0].upper(), name)


def _as_spelt(name: str, said: Sequence[str]) -> str:
    """The name with the part that was spelt out last written so: the last of its words that begins and sounds alike."""
    spelt = next((match for text in reversed(said) for match in reversed(list(_SPELT.finditer(text)))), None)
    if spelt is None:
        return name
    letters = "".join(each["letter"] * (2 if each["double"] else 1) for each in _ONE.finditer(spelt[0])).lower()
    parts = name.split()
    alike = [at for at, part in enumerate(parts) if part[0].lower() == letters[0] and _sound_alike(part, letters)]
    if alike:
        parts[alike[-1]] = letters.capitalize()
    return " ".join(parts)


def _sound_alike(part: str, letters: str) -> bool:
    """Whether half of the letters are in the word: "N H S" spells no Nina."""
    spelt = set(letters)
    return 2 * len(spelt & set(part.lower())) >= len(spelt)
