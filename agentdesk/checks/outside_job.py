"""Calls in which the agent did what its brief says it must never do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from agentdesk.checks.evidence import Evidence, agent_in_words
from agentdesk.checks.fact_sheet import FactSheet, fact_sheet, stems
from agentdesk.domain.brief import Brief
from agentdesk.domain.business import Business
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.language.amounts import Of, amounts
from agentdesk.language.overstepping import OVERSTEPS
from agentdesk.language.sentences import begins_as_question, sentences
from agentdesk.language.tokens import lowered


class _Rule(NamedTuple):
    """A line of the brief's "never", and what in an agent's sentence breaks it."""

    line: str
    breaks: Callable[[str], bool]


def find(evidence: Evidence) -> Iterator[Found]:
    """`scope.outside` where the agent said what a line of its brief's "never" forbids; once for each line and call.

    Lines are matched with what the words can show: prices that are not on the sheet, advice, refunds and discounts,
    promises to the minute or of a result, guarantees of safety, legal and medical matters, posing as a person. A line
    about something else stays for a person to check, as the brief's page says.

    What it may answer (`may_answer`) isn't held against calls: its lines are headings such as "Opening hours", and
    an answer under none of them may still be courtesy or part of a booking. Words can't tell that from overstepping,
    and a clean call would be accused. What such answers get wrong, the checks of prices, hours and areas find.
    """
    for business, calls in evidence.calls_by_business() if evidence.business is not None else ((None, evidence.calls),):
        rules = {agent: _rules(brief, business) for agent, brief in evidence.briefs.items()}
        for call in calls:
            mine = rules.get(call.agent or "", ())
            if call.final and mine:
                yield from _of_call(call, mine)


def _rules(brief: Brief, business: Business | None) -> tuple[_Rule, ...]:
    sheet = fact_sheet(business) if business is not None else None
    forbids = {line: [each for each in OVERSTEPS if each.forbidden_by(line)] for line in brief.never}
    rules = []
    for overstep in OVERSTEPS:
        lines = [line for line, ways in forbids.items() if overstep in ways]
        if lines:
            # of two lines the one that forbids less besides names it best
            rules.append(_Rule(min(lines, key=lambda line: len(forbids[line])), overstep.said))
    if sheet is not None and any(each.amounts for each in sheet.lines):
        rules += [_Rule(line, _unlisted_price(sheet)) for line in brief.never if _PRICE_LINE.search(lowered(line))]
    return tuple(rules)


_PRICE_LINE = re.compile(r"\b(?:price|quote|cost)\w*\b.*\b(?:not|isn't|aren't|other than|beyond|outside|unless)\b")
_QUOTES = re.compile(
    r"\b(?:costs?|prices?|priced|charge[sd]?|fee|would be|will be|that'll be|that's|it's|is|comes to|"
    r"looking at|from|between|"
    r"around|about|roughly)\b",
)
_NO_QUOTE = re.compile(
    r"\b(?:you (?:said|mentioned|paid|told)|deposit back|refund|budget|insur\w+|save|worth|liability|fine|"
    r"up to|over|if|deposit|"
    r"balance|bill|invoice|owe)\b",
)


def _unlisted_price(sheet: FactSheet) -> Callable[[str], bool]:
    """A price for something that no line of the sheet names, and that stands nowhere on it."""
    listed = [each for line in sheet.lines for each in line.of(Of.MONEY)]

    def breaks(words: str) -> bool:
        plain = lowered(words)
        if _NO_QUOTE.search(plain) or not _QUOTES.search(plain):
            return False
        stated = [each for each in amounts(words) if each.of is Of.MONEY and each.high and not each.denied]
        named = sheet.about(stems(words))
        return any(
            not named and not any((one.low <= each.low and each.high <= one.high) or one.at_least for one in listed)
            for each in stated
        )

    return breaks


def _of_call(call: Call, rules: tuple[_Rule, ...]) -> Iterator[Found]:
    broken: set[str] = set()
    for at, turn in enumerate(call.turns):
        if turn.role != "agent":
            continue
        for sentence in sentences(turn.text):
            words = turn.text[sentence.start : sentence.end]
            if sentence.asks or begins_as_question(words):
                continue
            for rule in rules:
                if rule.line not in broken and rule.breaks(words):
                    broken.add(rule.line)
                    yield Found(
                        kind=Kind.SCOPE_OUTSIDE,
                        severity=Severity.AMBER,
                        reason=f"{agent_in_words(call)} went outside its job. Its brief says never: {rule.line}.",
                        evidence=(Said(at, words.strip()),),
                        call=call.id,
                        slot=rule.line,
                    )
