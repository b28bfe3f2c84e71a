"""Callers who speak of more money than the agent may deal with alone."""

from __future__ import annotations

import re

from agentdesk.domain.money import Money
from agentdesk.language.amounts import Of, amounts
from agentdesk.language.requests import Request, Wanted
from agentdesk.language.tokens import lowered

# Rent and wages are spoken of in every lettings office; they are no job.
_BY_THE_MONTH = re.compile(
    r"[^.!?\d]{0,15}?\b(?:p\.?c\.?m|p\.?w|p\.?a|(?:a|per|each|every) (?:calendar )?(?:month|week|year|"
    r"annum)|rent|salary|income|"
    r"deposit|mortgage)\b",
)
_LIVES_ON = re.compile(r"\b(?:rent|earn|salary|income|wage|mortgage|deposit)\w*\b[^.!?]{0,25}$")


def worth_a_person(text: str, high_value: Money | None) -> tuple[Request, ...]:
    """The first amount in a caller's words above the owner's limit; rent and income are none."""
    if high_value is None:
        return ()
    plain = lowered(text)
    for each in amounts(text):
        if each.of is not Of.MONEY or each.denied or each.high <= high_value.amount:
            continue
        if not _BY_THE_MONTH.match(plain, each.end) and not _LIVES_ON.search(plain, 0, each.start):
            return (Request(Wanted.HIGH_VALUE, each.start, each.end),)
    return ()
