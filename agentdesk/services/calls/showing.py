"""Calls and diary entries first show with private details hidden; whoever asks to see them is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Clock
from agentdesk.domain.finding import Entry, Finding, Said
from agentdesk.domain.sensitive import Sensitive
from agentdesk.services.calls.masking import for_lists
from agentdesk.store import showings as stored
from agentdesk.store.store import Store

_EVERY = frozenset(Sensitive)


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody asked to see something of a call, and saw it."""

    at: datetime
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class HiddenCall:
    """A call and what was found about it, with private details hidden. `details`: how many of each kind."""

    call: Call
    findings: tuple[Finding, ...]
    details: tuple[tuple[Sensitive, int], ...]


class ShowingService:
    """Hides, and writes down who asked to see."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def hidden(self, call: Call, findings: Sequence[Finding]) -> HiddenCall:
        """The call as it is shown until somebody asks for more. Words of findings stay letter for letter in it."""
        # what the language of secrets takes to load would hold the first window up
        from agentdesk.language.sensitive.covering import cover

        said = [each for finding in findings for each in finding.found.evidence if isinstance(each, Said)]
        covered = cover(call.turns, [(each.turn, each.words) for each in said], _EVERY)
        words = dict(zip(said, covered.quotes, strict=True))
        outcome = for_lists(call.outcome) if call.outcome else call.outcome
        if not covered.details and outcome == call.outcome:
            return HiddenCall(call, tuple(findings), ())
        return HiddenCall(
            replace(call, turns=covered.turns, outcome=outcome),
            tuple(_covered(each, words) for each in findings),
            covered.details,
        )

    def show(self, call: int, what: str, by: str) -> Shown:
        """Writes down that `by` is shown `what` of a call, before it is shown."""
        shown = Shown(self._clock.now(), by, what)
        with self._store.writing() as db:
            stored.add(db, call, shown.at, by, what)
        return shown

    def show_entry(self, booking: int, what: str, by: str) -> Shown:
        """Writes down that `by` is shown `what` of a diary entry, before it is shown."""
        shown = Shown(self._clock.now(), by, what)
        with self._store.writing() as db:
            stored.add_of_entry(db, booking, shown.at, by, what)
        return shown

    def asked_of_entry(self, booking: int) -> tuple[Shown, ...]:
        """Who was shown what of a diary entry, the latest first."""
        with self._store.reading() as db:
            return tuple(Shown(*each) for each in stored.of_entry(db, booking))

    def asked(self, call: int) -> tuple[Shown, ...]:
        """Who was shown what of a call, the latest first."""
        with self._store.reading() as db:
            return tuple(Shown(*each) for each in stored.of_call(db, call))


def hidden_elsewhere(finding: Finding) -> Finding:
    """What was found, with private details hidden in words whose call isn't at hand, and in diary entries."""
    evidence = tuple(
        replace(each, words=for_lists(each.words)) if isinstance(each, Said | Entry) else each
        for each in finding.found.evidence
    )
    reason = for_lists(finding.found.reason)
    return replace(finding, found=replace(finding.found, evidence=evidence, reason=reason))


def hidden_entry(booking: Booking) -> Booking:
    """A diary entry with the private details hidden that somebody wrote into what it is for or for whom."""
    return replace(
        booking,
        service=for_lists(booking.service) if booking.service else booking.service,
        customer=for_lists(booking.customer) if booking.customer else booking.customer,
    )


def _covered(finding: Finding, words: dict[Said, str]) -> Finding:
    evidence = tuple(
        Said(each.turn, words[each]) if isinstance(each, Said) else each for each in finding.found.evidence
    )
    reason = for_lists(finding.found.reason)
    return replace(finding, found=replace(finding.found, evidence=evidence, reason=reason))
