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
# Nor is money that was sent, taken, owed, lost or wanted back, or that lies in a bank.
_MOVED_BEFORE = re.compile(
    r"\b(?:transfer\w*|send(?:ing)?|sent|wire[ds]?|withdr[ae]w\w*|charged?|charges|debited|credited|"
    r"took|taken|stole\w*|missing|lost|ow(?:e|ed|ing)|balance|overdraft|refund\w*|reimburs\w*|rebat\w*|"
    r"fined?|paid)\b[^.!?]{0,40}$"
)
_MOVED_AFTER = re.compile(
    r"[^.!?\d]{0,25}?\b(?:(?:in|into|from|out of|to|off|on) (?:my|our|the|his|her|their|your|someone's) "
    r"(?:[a-z]+ ){0,2}(?:account|savings|bank|card|overdraft|statement)|in credit|overdrawn|"
    r"(?:is|was|are|were|been|has been|have been|went|gone) (?:withdrawn|taken|missing|charged|stolen|debited)|"
    r"refund|back from)\b"
)


def worth_a_person(text: str, high_value: Money | None) -> tuple[Request, ...]:
    """The first amount in a caller's words above the owner's limit; rent, income and money sent or owed are none."""
    if high_value is None:
        return ()
    plain = lowered(text)
    for each in amounts(text):
        if each.of is not Of.MONEY or each.denied or each.high <= high_value.amount:
            continue
        if not _is_no_job(plain, each.start, each.end):
            return (Request(Wanted.HIGH_VALUE, each.start, each.end),)
    return ()


def _is_no_job(plain: str, start: int, end: int) -> bool:
    """Whether money at [start, end) is lived on or only changes hands."""
    behind = _BY_THE_MONTH.match(plain, end) or _MOVED_AFTER.match(plain, end)
    return bool(behind or _LIVES_ON.search(plain, 0, start) or _MOVED_BEFORE.search(plain, 0, start))
