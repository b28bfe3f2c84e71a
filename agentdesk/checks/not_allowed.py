"""Entries that an agent made for a kind of appointment that its brief doesn't let it book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agentdesk.checks import opening_hours
from agentdesk.checks.evidence import Evidence, agent_in_words, entry_in_words
from agentdesk.checks.fact_sheet import stems
from agentdesk.checks.matching import Kept, match_promises
from agentdesk.checks.naming import last_naming, named_in, names_of
from agentdesk.domain.booking import Booking, Match
from agentdesk.domain.brief import Brief
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from agentdesk.domain.wording import listed
from agentdesk.language.tokens import bag

_OPEN_TO_ALL = bag("any anything all every everything other others")


def find(evidence: Evidence) -> Iterator[Found]:
    """`booking.not_allowed` for each live entry that certainly keeps an agent's promise but isn't its to book.

    The entry must name a service of the business, as it was made and as it stands, or else what was named in the call,
    and no line of "may book" that. Silent where a line of "may book" names no service of the business: it may stand for
    more than it says.
    A start on a closed day is told as that alone.
    """
    services = tuple(each.name for each in evidence.business.services) if evidence.business is not None else ()
    allowed = {agent: _allowed(brief, services) for agent, brief in evidence.briefs.items()}
    if not any(allowed.values()):
        return
    closed = {each.booking for each in opening_hours.find(evidence) if each.kind is Kind.BOOKING_CLOSED_DAY}
    for kept in match_promises(evidence):
        booking, mine = kept.booking, allowed.get(kept.call.agent or "")
        if booking is None or mine is None or kept.match is not Match.CERTAIN:
            continue
        if booking.live and booking.id not in closed and _outside(kept, booking, mine, services):
            yield _found(evidence, kept, booking, mine)


@dataclass(frozen=True, slots=True)
class _Allowed:
    """The lines of "may book", and the services of the business that they name."""

    lines: tuple[str, ...]
    services: frozenset[str]

    def holds(self, service: str) -> bool:
        """Whether a service is named, or has all the words of a line or a line all of its own."""
        words = _stems(service)
        return service in self.services or any(
            words <= theirs or theirs <= words for theirs in (_stems(each) for each in self.lines) if theirs
        )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text)) - {""}


def _allowed(brief: Brief, services: tuple[str, ...]) -> _Allowed | None:
    """None where the brief leaves open what may be booked."""
    named = [named_in(line, services) for line in brief.may_book]
    if not all(named) or not named:
        return None
    if any(_OPEN_TO_ALL & frozenset(line.casefold().split()) for line in brief.may_book):
        return None
    return _Allowed(brief.may_book, frozenset().union(*named))


def _outside(kept: Kept, booking: Booking, mine: _Allowed, services: tuple[str, ...]) -> bool:
    named = [named_in(each.service or "", services) for each in (booking.as_first_made, booking)]
    if not any(named):
        other = names_of((booking.as_first_made.service, booking.service))
        said = len(other) == 1 and last_naming(kept.call.turns, len(kept.call.turns) - 1, other) is not None
        return said and not mine.holds(other[0])
    return all(each and not any(mine.holds(one) for one in each) for each in named)


def _found(evidence: Evidence, kept: Kept, booking: Booking, mine: _Allowed) -> Found:
    what = (booking.as_first_made.service or "").strip()
    return Found(
        kind=Kind.BOOKING_NOT_ALLOWED,
        severity=Severity.RED,
        reason=f"{agent_in_words(kept.call)} booked {what}. Its brief lets it book only {listed(mine.lines)}.",
        evidence=(*kept.promise.said, Entry(booking.id, entry_in_words(booking, evidence.zone))),
        call=kept.call.id,
        slot=f"{booking.id}",
    )
