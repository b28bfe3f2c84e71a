"""Amounts a sentence names: money, lengths of time, shares, distances, with "from", ranges and VAT."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from agentdesk.language.numbers_said import Number, numbers
from agentdesk.language.patterns import gate
from agentdesk.language.tokens import lowered


class Of(StrEnum):
    """What an amount counts: pence, hours, months, per cent or miles. Days are hours, years are months."""

    MONEY = "money"
    HOURS = "hours"
    MONTHS = "months"
    SHARE = "share"
    MILES = "miles"


class Vat(StrEnum):
    WITH = "with"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class Amount:
    """From `low` to `high` (the same where one amount was said), at [start, end) of the text.

    `at_least` and `at_most`: "from £80", "up to £80". `denied`: "it isn't £80". `about`: only roughly so.
    """

    of: Of
    low: Decimal
    high: Decimal
    start: int
    end: int
    at_least: bool = False
    at_most: bool = False
    about: bool = False
    denied: bool = False
    vat: Vat | None = None


_UNITS: dict[str, tuple[Of, Decimal]] = {
    "pound": (Of.MONEY, Decimal(1)), "quid": (Of.MONEY, Decimal(1)), "euro": (Of.MONEY, Decimal(1)),
    "dollar": (Of.MONEY, Decimal(1)), "gbp": (Of.MONEY, Decimal(1)), "pence": (Of.MONEY, Decimal("0.01")),
    "p": (Of.MONEY, Decimal("0.01")), "penny": (Of.MONEY, Decimal("0.01")),
    "minute": (Of.HOURS, Decimal(1) / 60), "min": (Of.HOURS, Decimal(1) / 60), "hour": (Of.HOURS, Decimal(1)),
    "day": (Of.HOURS, Decimal(24)), "week": (Of.HOURS, Decimal(168)),
    "month": (Of.MONTHS, Decimal(1)), "year": (Of.MONTHS, Decimal(12)),
    "percent": (Of.SHARE, Decimal(1)), "per cent": (Of.SHARE, Decimal(1)), "%": (Of.SHARE, Decimal(1)),
    "mile": (Of.MILES, Decimal(1)),
}  # fmt: skip
_UNIT_AFTER = re.compile(
    r"\s*-?\s*(pounds?|quid|euros?|dollars?|gbp|pence|penny|p\b(?!\.\w)|minutes?|mins?\b|hours?|days?|weeks?|months?|"
    r"years?|"
    r"percent|per cent|%|miles?)(?!\w)",
)
_SIGN_BEFORE = re.compile(r"[£€$]\s*$")
_COSTS_BEFORE = re.compile(
    r"\b(?:costs?(?: you)?|charges?|charge you|priced at|(?:price|fee|cost|charge|deposit)(?:'s| is| of| will be))"
    r"(?: (?:just|only|about|around))?\s+$",
)
_NOTE = re.compile(r"\ba (?:(fiver)|tenner)\b")
_ONE_OF = re.compile(r"\b(?:(half) an|an?) (hour|day|week|month|year)\b(?!ly)")
_TO = re.compile(r"\s*(?:-|to|and|or)\s*[£€$]?\s*")
_FROM_BEFORE = re.compile(r"\b(?:from|starts? (?:at|from)|starting (?:at|from)|at least|minimum(?: of)?)\s*[£€$]?\s*$")
_UP_TO_BEFORE = re.compile(
    # "it's gone up to £55" is the price itself
    r"\b(?:(?<!gone )(?<!going )(?<!went )(?<!put )up to|at most|no more than|maximum(?: of)?|under|below|less than|"
    r"within)\s*[£€$]?\s*$"
)
_ABOUT_BEFORE = re.compile(r"\b(?:about|around|roughly|approximately|approx|nearly|almost|some)\s*[£€$]?\s*$")
_OR_SO_AFTER = re.compile(r"\s*(?:or so|-?ish|give or take)\b")
_DENIED_BEFORE = re.compile(
    r"(?:\b(?:not|never|no longer|rather than|instead of)|n't)(?:\s+(?:be|cost|charge|just|only|going to "
    r"be|it's))*\s*[£€$]?\s*$",
)
_VAT_AFTER = re.compile(
    r"[^.!?£€$\d]{0,30}?\b(?:(?P<without>plus|\+|ex(?:cluding|cl)?\.?|without|before|net of|and "
    r"then)\s*(?:the )?(?:vat|v\.a\.t)|"
    r"(?P<with>inc(?:luding|lusive of|l)?\.?|with|includes|has)\s*(?:the )?(?:vat|v\.a\.t)"
    r"(?! (?:on top|to (?:add|go)|added))|(?P<none>no vat))",
)
_PENCE_AFTER = re.compile(r"\s+(?:and\s+)?$")
_FREE = re.compile(
    r"\b(?:free(?: of charge)?|no charge|no cost|complimentary|for nothing|"
    r"no (?:[a-z]+[\s-]){1,2}(?:fee|charge)s?|no deposits?|nothing to pay|not a penny|on (?:us|the house)(?=\W*(?:$|"
    r"[.!?,;]))|"
    r"(?:never|not|isn't|aren't|ain't|won't be) an?y? (?:[a-z]+[\s-]){0,2}?(?:fee|charge|cost)s?|"
    r"(?:doesn't|don't|won't|does not|never) costs? (?:you )?(?:anything|a penny)|"
    r"(?:don't|do not|doesn't|never) charge(?: (?:anything|you))?)\b(?! parking|\s+(?:on|at|slots?|times?|"
    r"appointments?|spaces?|gaps?|places?|openings?|chairs?|days?|mornings?|afternoons?|evenings?|"
    r"until|till|this|next|to|from|up)\b)",
)
_NOT_FREE_BEFORE = re.compile(
    r"(?:\b(?:not|isn't|no longer|aren't|feel|if you're|are you|you're|gluten|dairy|pain|smoke|risk|"
    r"hands)|n't)[\s-]*$",
)
# "388 Grand Avenue" is where it is, and "a grand day out" is no thousand
_NAME_AFTER_GRAND = re.compile(
    r"(?<=Grand)\s+[A-Z]|\s+(?i:avenue|ave|street|st|road|rd|lane|drive|way|place|square|parade|boulevard|blvd|"
    r"terrace|crescent|close|hotel|hall|union|central|theatre|piano|time|day|evening|night|job|idea|plan|scheme|"
    r"thing|total|entrance|opening|finale|final|tour|gesture|old|little|wee|view|house|prix|national|slam)\b"
)
# "s3k" and "AB12 4QP" are spelt out; "77009 P.O." is a box
_IN_A_CODE = re.compile(r"[^\W_]$")
_CODE_AFTER_K = re.compile(r"\s*(?:[b-hj-z]\b|\d|[a-z]+\d)")
_LOOKS_BACK = 120
"""Letters before a number in which stands what it is about: a long turn is not read anew for each of its numbers."""
_WORTH_READING = gate(
    r"\d|pound|quid|pence|hundred|thousand|grand|hour|day|week|month|year|mile|cent|free|charge|vat|"
    r"nothing|cost|complimentary|fee|deposit|fiver|tenner|penny|on us|on the house",
)


def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a sentence in order. A bare number counts nothing, unless VAT follows."""
    plain = lowered(text)
    if not _WORTH_READING.search(plain):
        return ()
    found = _numbered(plain, text)
    for match in _ONE_OF.finditer(plain):
        # "£65 an hour" is a price
        if not any(each.of is Of.MONEY and not plain[each.end : match.start()].strip() for each in found):
            of, times = _UNITS[match[2]]
            value = times / 2 if match[1] else times
            found.append(_told(plain, Amount(of, value, value, match.start(), match.end())))
    for match in _NOTE.finditer(plain):
        value = Decimal(5 if match[1] else 10)
        found.append(_told(plain, Amount(Of.MONEY, value, value, match.start(), match.end())))
    found += [
        Amount(Of.MONEY, Decimal(0), Decimal(0), match.start(), match.end())
        for match in _FREE.finditer(plain)
        if not _NOT_FREE_BEFORE.search(plain, 0, match.start())
    ]
    return tuple(sorted(found, key=lambda each: each.start))


def _numbered(plain: str, text: str) -> list[Amount]:
    found: list[Amount] = []
    waiting: Number | None = None
    for number in numbers(plain):
        if _IN_A_CODE.search(plain, max(0, number.start - 1), number.start):
            continue
        unit, start, end = _unit(plain, number, text)
        before = found[-1] if found else None
        if unit is None and before is not None and _is_bare_pence(plain, before, number):
            pence = number.value / 100
            found[-1] = replace(before, low=before.low + pence, high=before.high + pence, end=number.end)
            continue
        if unit is None:
            waiting = number
            continue
        of, times = unit
        value = number.value * times
        if before is not None and _is_pence_of(plain, before, of, times, number):
            found[-1] = replace(before, low=before.low + value, high=before.high + value, end=end)
            continue
        low = value
        # "80 to 90 pounds", "between £80 and £90"
        if waiting is not None and _TO.fullmatch(plain, waiting.end, start):
            low, start = min(waiting.value * times, value), waiting.start
        elif before is not None and before.of is of and before.low < value and _is_range(plain, before, start):
            low, start = before.low, before.start
            found.pop()
        waiting = None
        found.append(_told(plain, Amount(of, low, value, start, end)))
    return found


def _unit(plain: str, number: Number, text: str) -> tuple[tuple[Of, Decimal] | None, int, int]:
    """What a number counts, and the place of both together. `text`: as it was written, with its capitals."""
    back = max(0, number.start - _LOOKS_BACK)
    sign = _SIGN_BEFORE.search(plain, back, number.start)
    if sign is not None:
        return (Of.MONEY, Decimal(1)), sign.start(), number.end
    after = _UNIT_AFTER.match(plain, number.end)
    if after is not None:
        name = after[1]
        return _UNITS.get(name) or _UNITS[name.removesuffix("s")], number.start, after.end()
    said = plain[number.start : number.end]
    if said.endswith("grand") and _NAME_AFTER_GRAND.match(text, number.end):
        return None, number.start, number.end
    thousands = said.endswith("grand") or (said.endswith("k") and _is_money_in_k(plain, number))
    if thousands or _COSTS_BEFORE.search(plain, back, number.start):
        return (Of.MONEY, Decimal(1)), number.start, number.end
    if _VAT_AFTER.match(plain, number.end):
        return (Of.MONEY, Decimal(1)), number.start, number.end
    return None, number.start, number.end


def _is_money_in_k(plain: str, number: Number) -> bool:
    """Whether "5k" is five thousand pounds; "5 k" and "5k 9" spell something."""
    return plain[number.end - 2].isdigit() and not _CODE_AFTER_K.match(plain, number.end)


def _is_pence_of(plain: str, before: Amount, of: Of, times: Decimal, number: Number) -> bool:
    return (
        of is Of.MONEY
        and times < 1
        and before.of is Of.MONEY
        and before.low == before.high
        and bool(_PENCE_AFTER.fullmatch(plain, before.end, number.start))
    )


def _is_bare_pence(plain: str, before: Amount, number: Number) -> bool:
    """Whether a number up to 99 right after the pounds is their pence: "ninety-five pounds fifty"."""
    return (
        before.of is Of.MONEY
        and before.low == before.high
        and 0 < number.value < 100
        and plain[before.start : before.end].endswith(("pounds", "quid", "pound"))
        and not plain[before.end : number.start].strip()
        and not re.match(r"\s*(?:am|pm|o'clock|st|nd|rd|th|minutes?|%)", plain[number.end :])
    )


def _is_range(plain: str, before: Amount, start: int) -> bool:
    between = re.fullmatch(r"\s*(-|to|and)\s*", plain[before.end : start])
    if between is None:
        return False
    return between[1] != "and" or bool(re.search(r"\bbetween\s*$", plain[: before.start]))


def _told(plain: str, amount: Amount) -> Amount:
    vat = _VAT_AFTER.match(plain, amount.end)
    back = max(0, amount.start - _LOOKS_BACK)
    return replace(
        amount,
        at_least=bool(_FROM_BEFORE.search(plain, back, amount.start)) and amount.low == amount.high,
        at_most=bool(_UP_TO_BEFORE.search(plain, back, amount.start)),
        about=bool(_ABOUT_BEFORE.search(plain, back, amount.start) or _OR_SO_AFTER.match(plain, amount.end)),
        denied=bool(_DENIED_BEFORE.search(plain, back, amount.start)),
        vat=None if vat is None else Vat.WITHOUT if vat["without"] else Vat.WITH,
    )
