"""What callers wanted that somebody must agree to first: money back, a big job, work outside the area."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from agentdesk.checks.evidence import Evidence
from agentdesk.domain.approval import Asked
from agentdesk.domain.business import Business
from agentdesk.domain.call import Call, caller_in_words
from agentdesk.domain.money import Money
from agentdesk.language.amounts import Of, amounts
from agentdesk.language.requests import Wanted, requests
from agentdesk.language.sentences import sentences
from agentdesk.language.tokens import straightened
from agentdesk.language.worth import worth_a_person

_FAR = re.compile(
    r"\b(?:outside|out of|not in|beyond) (?:of )?(?:our|the|your) (?:usual |normal |service |working )?area\b"
    r"|\b(?:don't|do not) (?:usually |normally |generally |currently )?"
    r"(?:(?:come|go|get|travel|work)(?: out| over| up| down)?(?: to\b| in\b| as far\b| that far\b| so far\b)"
    r"|cover(?: as far\b| that far\b| (?:that|this|your) (?:area|part|side|postcode|post code|end|way|region)\b"
    # a place and not "the cost of parts": written large, or named by the caller
    r"| (?P<place>[a-z]{3,})))",
    re.IGNORECASE,
)
_GOES_TO = r"\b(?:in|to|cover|near|at|from|reach)\s+"


@dataclass(frozen=True, slots=True)
class Question:
    """What waits for somebody's OK. `subject` is the same however often the call is read."""

    subject: str
    agent: str
    asked: Asked


@dataclass(frozen=True, slots=True)
class _Heard:
    """Words of a call, letter for letter, and the money they speak of."""

    words: str
    amount: Money | None


def find(evidence: Evidence, made_by: Mapping[int, int | None]) -> Iterator[Question]:
    """At most one question for each call and line of its brief's "must be agreed to first".

    `made_by`: the call that made each entry, by the entry's id.

    Lines about money back, about jobs over the owner's amount and about work outside the area are known; any
    other is for people to keep.
    """
    business = evidence.business
    if business is None:
        return
    customers = {made_by.get(each.id): each.customer for each in evidence.bookings if each.customer}
    for call in evidence.calls:
        brief = evidence.briefs.get(call.agent or "")
        for line in brief.ask_first if brief is not None and call.final else ():
            kind = next((name for name, names_it, _ in _KINDS if names_it.search(line)), None)
            heard = _HEARD[kind](call, _limited_by(line, business)) if kind else None
            if kind and heard:
                whom = customers.get(call.id) or caller_in_words(call.caller)
                asked = Asked(line, whom, line, heard.words, heard.amount, call.id, None)
                yield Question(f"{kind} {call.id}", call.agent or "", asked)


def _limited_by(line: str, business: Business) -> Business:
    """The business with the amount that a line names as its limit: "A job over £750"."""
    named = _money(line, business)
    return replace(business, high_value=named) if named else business


def _refund(call: Call, business: Business) -> _Heard | None:
    for turn in call.turns:
        wanted = [each for each in requests(turn.text) if each.wanted is Wanted.REFUND] if turn.role == "caller" else []
        if wanted:
            amount = _money(turn.text, business) or _later(call, turn.text, business)
            return _Heard(_sentence(turn.text, wanted[0].start), amount)
    return None


def _big_job(call: Call, business: Business) -> _Heard | None:
    for turn in call.turns:
        worth = worth_a_person(turn.text, business.high_value) if turn.role == "caller" else ()
        if worth:
            return _Heard(_sentence(turn.text, worth[0].start), _money(turn.text[worth[0].start :], business))
    return None


def _elsewhere(call: Call, business: Business) -> _Heard | None:  # noqa: ARG001 - as the others
    asked = ""
    for turn in call.turns:
        if turn.role == "caller":
            asked += f" {turn.text}"
            continue
        far = _FAR.search(straightened(turn.text))
        if far and (far["place"] is None or _is_place(far["place"], asked)):
            return _Heard(_sentence(turn.text, far.start()), None)
    return None


def _is_place(word: str, asked: str) -> bool:
    """Whether what isn't covered is somewhere: written large, or where the caller said to come."""
    return word[0].isupper() or bool(re.search(rf"{_GOES_TO}{re.escape(word)}\b", asked, re.IGNORECASE))


def _later(call: Call, text: str, business: Business) -> Money | None:
    """The first amount that the caller names after those words."""
    after = False
    for turn in call.turns:
        if after and turn.role == "caller" and (found := _money(turn.text, business)):
            return found
        after = after or turn.text == text
    return None


def _money(text: str, business: Business) -> Money | None:
    for each in amounts(straightened(text)):
        if each.of is Of.MONEY and not each.denied:
            return Money.of(each.high, business.currency)
    return None


def _sentence(text: str, at: int) -> str:
    """The sentence around a place, letter for letter."""
    around = next((each for each in sentences(text) if each.start <= at < each.end), None)
    return text[around.start : around.end].strip() if around else text.strip()


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[Call, Business], _Heard | None]], ...] = (
    ("refund", re.compile(r"\brefunds?\b|\bmoney back\b", re.IGNORECASE), _refund),
    ("big job", re.compile(r"£\s*\d|\b(?:big|large|high[- ]value)\b", re.IGNORECASE), _big_job),
    ("elsewhere", re.compile(r"\b(?:outside|out of|beyond|out-of)\b.{0,20}\barea\b", re.IGNORECASE), _elsewhere),
)
_HEARD = {name: heard for name, _, heard in _KINDS}
