"""Prices and other amounts that the agent said, held against the fact sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from agentdesk.checks.evidence import Evidence, agent_in_words
from agentdesk.checks.fact_sheet import FactSheet, Line, fact_sheet, stems
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.language.amounts import Amount, Of, Vat, amounts
from agentdesk.language.sentences import Sentence, begins_as_question, sentences
from agentdesk.language.tokens import bag, straightened

VAT_RATE = Decimal("1.2")
_ROUGHLY = Decimal("0.1")
# What changes a price, so that the plain line of the sheet no longer decides it.
_CHANGES_IT = bag(
    "evenin weeken saturd sunday night emerge holida extra additi each deposi cancel late child childr kid senior "
    "pensio studen long short half double second another part discou off total altoge both togeth two "
    "three four five "
    "six seven eight nine ten several normal usuall used voucher gift hourly first after then combin packag bundle"
)
_NO_STATEMENT = re.compile(
    r"\b(?:you (?:said|mentioned|told|paid|were (?:charged|quoted)|'ve paid|have paid)|used to|last "
    r"(?:year|time|month)|"
    r"budget|refund|invoice|your (?:bill|balance|account)|owe|if (?:it|you|we|there)|unless|would be if|"
    r"between us|in total|"
    r"comes to|add(?:s|ed)? up|save|insurance|worth|other (?:firms|places|companies))\b",
    re.IGNORECASE,
)
_BY_THE_HOUR = re.compile(
    r"\s*(?:an|per|/|each|every) ?(?:half )?(?:hour|day|week|month|year|head|person|room|mile)\b", re.IGNORECASE
)
# "Monday the twenty-third, that's free" says when, not for how much.
_A_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:tomorrow|o'clock|half past|quarter (?:to|past))\b",
    re.IGNORECASE,
)
_LENGTHS = bag("guaran notice cancel patch late return refund aftercare hold area cover mile")
"""Topics whose lengths of time and distances are promises; others mention them in passing."""


def find(evidence: Evidence) -> Iterator[Found]:
    """`fact.wrong` where the agent stated an amount for something on the fact sheet, and the sheet has another.

    Said in a statement: a question, a condition, what the caller paid and what is denied count for nothing, nor
    does a price to which something is added that the line does not have (evenings, two of them, with a deposit).
    """
    for business, calls in evidence.calls_by_business():
        sheet = fact_sheet(business)
        if any(each.amounts for each in sheet.lines):
            for call in calls:
                if call.final:
                    yield from _of_call(call, sheet)


def _of_call(call: Call, sheet: FactSheet) -> Iterator[Found]:
    told: set[str] = set()
    asked = ""
    for at, turn in enumerate(call.turns):
        if turn.role == "caller":
            asked = turn.text
            continue
        for line, amount, sentence in contradictions(turn.text, asked, sheet):
            if line.shown not in told:
                told.add(line.shown)
                yield _found(
                    call, at, line, turn.text[sentence.start : sentence.end].strip(), _in_words(amount, turn.text)
                )


def _found(call: Call, at: int, line: Line, words: str, amount: str) -> Found:
    return Found(
        kind=Kind.FACT_WRONG,
        severity=Severity.RED,
        reason=f"{agent_in_words(call)} said {amount}. The fact sheet says: {line.shown}.",
        evidence=(Said(at, words),),
        call=call.id,
        slot=" ".join(line.names[0]),
    )


def _in_words(amount: Amount, text: str) -> str:
    vat = {None: "", Vat.WITH: " with VAT", Vat.WITHOUT: " plus VAT"}[amount.vat]
    return text[amount.start : amount.end].strip() + vat


def contradictions(text: str, asked: str, sheet: FactSheet) -> Iterator[tuple[Line, Amount, Sentence]]:
    """The amounts of an agent's words that a line of the sheet contradicts. `asked`: what the caller said before."""
    for amount, near, words, before, sentence in _stated(text, asked):
        line = _contradicted(amount, near, words, before, sheet)
        if line is not None:
            place = amount.start + sentence.start, amount.end + sentence.start
            yield line, replace(amount, start=place[0], end=place[1]), sentence


def agreement(text: str, asked: str, topic: str, was: str, sheet: FactSheet) -> Sentence | None:
    """The sentence of an agent's words in which it states what this line of the sheet says, and not what it `was`."""
    line = next((each for each in sheet.lines if each.shown.startswith(f"{topic}:")), None)
    if line is None:
        return None
    before_that = amounts(straightened(was))
    for amount, near, _, before, sentence in _stated(text, asked):
        named = sheet.about(near) or (() if _names_part(near, sheet) else sheet.about(before))
        if amount.denied or line not in named[:1] or (set(near) & _CHANGES_IT) - line.words:
            continue
        now = any(_agrees(amount, one, sheet.vat) for one in line.of(amount.of))
        old = any(_agrees(amount, one, sheet.vat) for one in before_that if one.of is amount.of)
        if now and not old:
            return sentence
    return None


def _stated(text: str, asked: str) -> Iterator[tuple[Amount, tuple[str, ...], str, tuple[str, ...], Sentence]]:
    """Each amount that is stated, with the stems around it, its sentence's words, and the stems of what was asked."""
    plain = straightened(text)
    if not amounts(plain):
        return
    before = stems(asked)
    for sentence in sentences(text):
        words = plain[sentence.start : sentence.end]
        stated = amounts(words)
        if not stated or sentence.asks or begins_as_question(words) or _NO_STATEMENT.search(words):
            continue
        for amount, near in zip(stated, _segments(words, stated), strict=True):
            if words[amount.start : amount.end].strip().lower() == "free" and _A_DAY.search(words):
                continue
            yield amount, near, words, before if len(stated) == 1 else (), sentence


def _segments(words: str, stated: Sequence[Amount]) -> list[tuple[str, ...]]:
    """For each amount the words that say what it is for: those before it, or else those after it."""
    if len(stated) == 1:
        (only,) = stated
        if not only.high:
            # "no call-out fee" names what it is for itself
            return [stems(words)]
        return [(*stems(words[: only.start]), "", *stems(words[only.end :]))]
    edges = [0, *(each.end for each in stated)]
    before = [stems(words[edges[at] : each.start]) for at, each in enumerate(stated)]
    starts = [*(each.start for each in stated[1:]), len(words)]
    after = [stems(words[each.end : starts[at]]) for at, each in enumerate(stated)]
    return before if set(before[0]) - _FILLERS else after


_FILLERS = {"", *bag("so well yes that'll sure okay right there it'll we'd ok")}


def _contradicted(
    amount: Amount, near: tuple[str, ...], words: str, asked: tuple[str, ...], sheet: FactSheet
) -> Line | None:
    if amount.denied:
        return None
    lines = sheet.about(near)
    if amount.of is not Of.MONEY:
        lines = tuple(each for each in lines if each.words & _LENGTHS & set(each.names[0]) and not each.is_service)
    elif not lines and not _names_part(near, sheet):
        lines = sheet.about(asked)
    lines = tuple(each for each in lines if each.of(amount.of))
    hourly = amount.of is Of.MONEY and bool(_BY_THE_HOUR.match(words, amount.end))
    for line in lines:
        told = line.of(amount.of)
        by_the_hour = any(_BY_THE_HOUR.match(line.says, one.end) for one in told)
        # what is free is free by the hour too
        otherwise_counted = hourly != by_the_hour and any(one.high for one in told)
        if (set(near) & _CHANGES_IT) - line.words or otherwise_counted:
            return None
        if any(_agrees(amount, one, sheet.vat) for one in line.of(amount.of)):
            return None
    return lines[0] if lines else None


def _names_part(near: tuple[str, ...], sheet: FactSheet) -> bool:
    """Whether the sentence itself names part of some line, so that the caller's question does not decide."""
    said = set(near)
    return any(said.intersection(name) for each in sheet.lines for name in each.names)


def _agrees(said: Amount, line: Amount, sheet_vat: Vat | None) -> bool:
    stands = line.vat or sheet_vat
    if said.vat is not None and stands is not None and said.vat is not stands:
        # "£114 including VAT" is £95 plus VAT; "£95 plus VAT" is not £95 including it
        factor = VAT_RATE if said.vat is Vat.WITH else 1 / VAT_RATE
        return _within(said, line.low * factor, line.high * factor, line)
    return _within(said, line.low, line.high, line)


def _within(said: Amount, low: Decimal, high: Decimal, line: Amount) -> bool:
    slack = max(high * _ROUGHLY, Decimal(0)) if said.about or line.about else Decimal("0.01")
    if line.at_least:
        return said.low >= low - slack
    if line.at_most:
        return said.high <= high + slack
    if said.at_most:
        return high <= said.high + slack
    if said.at_least:
        return abs(said.low - low) <= slack
    return low - slack <= said.low and said.high <= high + slack
