"""What a run of digits is: a card, an account, a phone number, or nothing to hide."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from agentdesk.domain.sensitive import Sensitive
from agentdesk.language.sensitive.cues import ENDING, REFERENCE, named
from agentdesk.language.sensitive.runs import Run, digits_only

CARD_LENGTHS = range(13, 20)
_CORRECTED_CARD = range(13, 45)
"""A number begun anew counts twice."""
_LENGTHS: dict[Sensitive, range] = {
    Sensitive.CARD: range(12, 20),
    Sensitive.SORT_CODE: range(6, 7),
    Sensitive.NHS: range(10, 11),
    Sensitive.SOCIAL_SECURITY: range(9, 10),
    Sensitive.PHONE: range(7, 16),
    Sensitive.PIN: range(4, 7),
    Sensitive.SECURITY_CODE: range(3, 5),
    Sensitive.ACCOUNT: range(6, 18),
    Sensitive.PASSWORD: range(4, 20),
}
"""How many digits each has. Where a question asked for several, the first that fits is meant."""
_FEWEST = min(each.start for each in _LENGTHS.values())
"""Digits: fewer are nothing to hide, whatever stands beside them."""
_ISSUERS = re.compile(r"4|5[1-5]|2[2-7]|3[47]|6(?:011|5|4[4-9])|35|30[0-5]|3[68]|50|5[6-9]|6[0-9]|1800|2131|62")
_TOO_MANY_FOURS = (20, 24)
"""A card number in its groups, with a group said twice."""
_TYPED_CARD = ((4, 4, 4, 4), (4, 6, 5), (4, 4, 4, 4, 3), (4, 4, 4, 1), (4, 4, 4, 3), (4, 6, 4))
_TWO_THINGS = ((8, 2), (2, 8), (9, 1))
_NORTH_AMERICAN = re.compile(r"[2-9][0-8]\d[2-9]\d{6}")
_PHONE_MARKS = re.compile(r"[-–.)]")
_DIALLED = re.compile(r"[+(][+( ]*$")
_EXTENSION = re.compile(r"\s*(?:x|ext\.?|extension)\s*\d{1,5}\b")
_ALTERNATIVES = re.compile(r"^[\s\W]*(?:(?:or|either|maybe|perhaps|uh+|um+|er+m?)[\s\W]*)+$")


class Number(NamedTuple):
    """A run of digits that is to be hidden."""

    start: int
    end: int
    kind: Sensitive
    digits: str


class Asked(NamedTuple):
    """What the conversation says of the numbers to come: the question before, and what was asked or told earlier."""

    now: Collection[Sensitive] = ()
    before: Collection[Sensitive] = ()
    card_told: bool = False
    topic: Sensitive | str | None = None
    """What was named last."""


def passes_luhn(digits: str) -> bool:
    """The check digit of card numbers."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_card(digits: str) -> bool:
    """Whether digits begin and end as an issuer's cards do."""
    return bool(_ISSUERS.match(digits)) and passes_luhn(digits)


def passes_nhs(digits: str) -> bool:
    """The check digit of NHS numbers (modulus 11)."""
    rest = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return rest % 11 == int(digits[9]) and rest != 10


def numbers(text: str, found: list[Run], asked: Asked) -> Iterator[Number]:
    """The numbers of a lower-case turn that are to be hidden, given its runs, in order."""
    all_digits = [part for run in found for part in digits_only(run)]
    since, last, card = 0, None, asked.card_told
    for place, run in enumerate(all_digits):
        until = all_digits[place + 1].start if place + 1 < len(all_digits) else len(text)
        for one in _told(text, run, since, until, asked._replace(card_told=card), last):
            yield one
            last = one
            card = card or one.kind is Sensitive.CARD
        since = run.end


def _told(text: str, run: Run, since: int, until: int, asked: Asked, last: Number | None) -> Iterator[Number]:
    """The numbers in one run: it whole, or its parts where it makes no sense as one."""
    digits = run.spells
    if len(digits) < _FEWEST:
        return
    called = named(text, run.start, run.end, since, until)
    # "the pin is either 5380 or 9431": the second is what the first was
    if called is None and last is not None and _ALTERNATIVES.match(text[since : run.start] or "-"):
        called = last.kind
    kind = _kind(text, run, digits, called, asked)
    if kind is not None:
        dialled = kind is Sensitive.PHONE
        start, end = _as_dialled(text, run) if dialled else (run.start, run.end)
        yield Number(start, end, kind, digits)
        return
    parts = list(_parts(run))
    for place, part in enumerate(parts):
        # a name stands for the first number after it, and for the others where they are what it may be
        near = since if place == 0 else parts[place - 1].end
        for one in _told(text, part, since if len(parts) == 1 else near, until, asked, last):
            yield one
            last = one
            asked = asked._replace(card_told=asked.card_told or one.kind is Sensitive.CARD)


def _as_dialled(text: str, run: Run) -> tuple[int, int]:
    """Where a phone number begins and ends, with its plus, bracket and extension."""
    lead = _DIALLED.search(text, max(0, run.start - 3), run.start)
    extension = _EXTENSION.match(text, run.end)
    return lead.start() if lead else run.start, extension.end() if extension else run.end


def _parts(run: Run) -> Iterator[Run]:
    """What a run that makes no sense as one may be made of."""
    if run.loosest:
        yield from run.apart()
    elif len(run.items) > 1:
        yield from _typed_apart(run)


def _typed_apart(run: Run) -> Iterator[Run]:
    """Numbers that only a space parts: one that can stand alone, and what is left and right of it."""
    groups = _grouped(run)
    for place, group in enumerate(groups):
        for length in (4, 1):
            alone = groups[place : place + length] == (4, 4, 4, 4) if length == 4 else group >= 8
            if alone and length < len(groups):
                sides = (run.items[:place], run.items[place : place + length], run.items[place + length :])
                yield from (Run(side) for side in sides if side)
                return


def _kind(text: str, run: Run, digits: str, called: Sensitive | str | None, asked: Asked) -> Sensitive | None:
    if called in (ENDING, REFERENCE):
        return None
    if len(digits) in _TOO_MANY_FOURS and set(_grouped(run)) == {4}:
        return Sensitive.CARD
    kind = _as_called(run, digits, called, asked) or _as_asked(run, digits, called, asked)
    if kind is None and (called in (None, Sensitive.CARD) or called not in _LENGTHS):
        kind = _by_shape(text, run, digits, asked)
    return kind


def _as_called(run: Run, digits: str, called: Sensitive | str | None, asked: Asked) -> Sensitive | None:
    """What its name says, where the length allows it."""
    if not isinstance(called, Sensitive) or called not in _LENGTHS:
        return None
    if fits(called, run, digits):
        return called
    if called is Sensitive.ACCOUNT and len(digits) in _LENGTHS[Sensitive.CARD]:
        return Sensitive.ACCOUNT
    code = called is Sensitive.CARD and asked.card_told and len(digits) in _LENGTHS[Sensitive.SECURITY_CODE]
    return Sensitive.SECURITY_CODE if code else None


def _as_asked(run: Run, digits: str, called: Sensitive | str | None, asked: Asked) -> Sensitive | None:
    """What the question before it asked for, where nothing else is named beside it."""
    return next(
        (each for each in _LENGTHS if each in asked.now and called in (None, each) and fits(each, run, digits)), None
    )


def fits(kind: Sensitive, run: Run, digits: str) -> bool:
    """Whether a run may be what it is said to be."""
    long = len(digits)
    if kind is Sensitive.CARD and run.loosest == 2:
        return long in _CORRECTED_CARD
    return long in _LENGTHS[kind]


def _by_shape(text: str, run: Run, digits: str, asked: Asked) -> Sensitive | None:
    """What a number is that nobody named."""
    long = len(digits)
    wants_card = Sensitive.CARD in asked.now
    kind = None
    if not wants_card and _one_number(run) and is_phone(text, run, digits):
        kind = Sensitive.PHONE
    elif long in CARD_LENGTHS:
        kind = Sensitive.CARD if _looks_like_card(run, digits) else None
    elif long == 10 and _grouped(run) == (3, 3, 4) and _may_be_nhs(text, run, digits, asked):
        kind = Sensitive.NHS
    elif long == 9 and _grouped(run) == (3, 2, 4):
        kind = Sensitive.SOCIAL_SECURITY
    elif long == 10 and _one_number(run) and not wants_card:
        kind = Sensitive.ACCOUNT if asked.topic is Sensitive.ACCOUNT else Sensitive.PHONE
    elif asked.card_told and long == 3:
        kind = Sensitive.SECURITY_CODE
    elif long == 4 and Sensitive.PIN in asked.before and not 1900 <= int(digits) <= 2029:
        kind = Sensitive.PIN
    return kind


def _one_number(run: Run) -> bool:
    """Whether a run is told as one number: typed without commas between, or said digit by digit."""
    groups = _grouped(run)
    return groups not in _TWO_THINGS and (run.loosest == 0 or max(groups) <= 4)


def is_phone(text: str, run: Run, digits: str) -> bool:
    """A number as it is dialled in this country, or from abroad."""
    long = len(digits)
    if text[max(0, run.start - 2) : run.start].strip(" (").endswith("+"):
        return 8 <= long <= 15
    return bool(
        (digits.startswith("0044") and 13 <= long <= 15)
        or (digits.startswith("44") and long == 12)
        or (long in (10, 11) and digits[0] == "0" and digits[1] in "123789")
        or (digits.startswith("1") and long == 11 and (run.items[0].spells == "1" or len(run.items) == 1))
    )


def _may_be_nhs(text: str, run: Run, digits: str, asked: Asked) -> bool:
    """One number in eleven passes its check: one dialled in North America, and written so, is none by itself."""
    dialled = _NORTH_AMERICAN.fullmatch(digits) and _PHONE_MARKS.search(text, run.start, run.end)
    spoken_of = Sensitive.NHS in (*asked.before, asked.topic)
    return digits[0] in "467" and passes_nhs(digits) and (spoken_of or not dialled)


def _looks_like_card(run: Run, digits: str) -> bool:
    if run.loosest == 2:
        return False
    right = is_card(digits)
    spoken = sum(len(each.spells) for each in run.items) <= len(run.items) * 2
    if len(run.items) == 1 or _grouped(run) in _TYPED_CARD or spoken:
        return right or len(digits) >= 15
    return right or (len(digits) == 16 and max(_grouped(run)) < 8)


def _grouped(run: Run) -> tuple[int, ...]:
    return tuple(len(each.spells) for each in run.items)
