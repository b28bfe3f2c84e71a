"""Words one slip away from those that matter: typed in haste, or misheard by a recogniser."""

from __future__ import annotations

import re
from functools import lru_cache

from agentdesk.language.tokens import bag

_MEANT = bag(
    "person persons people human humans operator operators assistant assistants agent agents manager managers "
    "supervisor supervisors representative representatives someone somebody anyone anybody receptionist "
    "refund refunds refunded refunding reimburse reimbursed reimbursing reimbursement reimbursements rebating "
    "compensate compensation compensations restitution complain complaining complaint complaints claim claims "
    "reclamation reclamations transfer emergency customer consumer"
)
# Words and names of their own, however near.
_OTHER_WORDS = bag(
    "pearson persona pierson parson parsons persson person's perron personas peoples peopled humane hyman humana numan "
    "gents argent arent managed manage manages manger mangers supervisory someones simeone homebody anyones antone "
    "receptionists defund defunded defunding reimburses relating debating destitution compensated compensates "
    "complains compliant clair chaim clams transfers emergence customers consumers consumed consume consumes"
)
_WORD = re.compile(r"[^\W\d_]{5,16}")


@lru_cache(maxsize=1)
def mended(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text with slips put right, and for each of its letters the place it had; None where nothing was changed.

    Kept until the next: one turn is held against phrases of several kinds, one after the other.

    One letter too many, missing, wrong, or two exchanged; only in the words that say what a caller wants. The
    places have one more at the end, where the text ends.
    """
    changes = [
        (each.start(), each.end(), meant)
        for each in _WORD.finditer(text)
        if (meant := _meant(each[0].casefold())) is not None
    ]
    if not changes:
        return text, None
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for start, end, meant in changes:
        parts += [text[done:start], meant]
        places += range(done, start)
        # all letters of a mended word begin where it began, but its last one ends where it ended
        places += [start, *(min(start + at, end - 1) for at in range(1, len(meant) - 1)), end - 1]
        done = end
    parts.append(text[done:])
    places += range(done, len(text) + 1)
    return "".join(parts), tuple(places)


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str | None:
    if word in _MEANT or word in _OTHER_WORDS:
        return None
    near = _near()
    for key in (word, *_without_one(word)):
        for meant in near.get(key, ()):
            if _one_slip(word, meant):
                return meant
    return None


@lru_cache(maxsize=1)
def _near() -> dict[str, tuple[str, ...]]:
    """The words that matter, by themselves and by what is left of them when a letter drops out."""
    found: dict[str, list[str]] = {}
    for word in sorted(_MEANT):
        for key in {word, *_without_one(word)}:
            found.setdefault(key, []).append(word)
    return {key: tuple(words) for key, words in found.items()}


def _without_one(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _one_slip(word: str, meant: str) -> bool:
    if len(word) != len(meant):
        shorter, longer = sorted((word, meant), key=len)
        return len(longer) - len(shorter) == 1 and shorter in _without_one(longer)
    wrong = [at for at in range(len(word)) if word[at] != meant[at]]
    if len(wrong) == 1:
        return True
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and word[wrong[0]] == meant[wrong[1]]
        and word[wrong[1]] == meant[wrong[0]]
    )
