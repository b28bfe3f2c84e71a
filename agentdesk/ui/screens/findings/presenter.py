"""What was found, sorted by what needs doing, and what one matter rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.clock import Clock
from agentdesk.domain.escalation import Escalation
from agentdesk.domain.finding import CHASED, Finding, FindingStatus, Kind, Said, Severity
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.wording import counted
from agentdesk.services.calls.masking import for_lists
from agentdesk.services.findings.chains import Step, broken, chain
from agentdesk.services.findings.differences import differences
from agentdesk.services.findings.findings import OpenFinding, Whom
from agentdesk.services.findings.sides import Sides
from agentdesk.services.findings.watching import Watch
from agentdesk.services.services import Services
from agentdesk.ui.screens.findings.agent_presenter import AgentFacts, facts_of
from agentdesk.ui.widgets.telling import joined, one_line, place_in_call

AT_A_TIME = 50
COMPARED = frozenset(
    {
        Kind.BOOKING_MISSING,
        Kind.BOOKING_UNCLAIMED,
        Kind.BOOKING_WRONG_DATE,
        Kind.BOOKING_WRONG_TIME,
        Kind.BOOKING_WRONG_SERVICE,
        Kind.BOOKING_WRONG_PERSON,
        Kind.BOOKING_NOT_CANCELLED,
        Kind.BOOKING_NOT_MOVED,
        Kind.BOOKING_UNCONFIRMED,
    }
)
"""Matters in which words and diary don't agree."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whom matters are about, and the matters. `words` is empty where nobody can be named."""

    words: str
    matters: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Matters of which the same is to be done, the latest first: those that show, and how many there are in all.

    By a matter's id, `whom` it is about and `words` of it that a list may show.
    """

    wanted: FindingFilter
    rows: tuple[Finding, ...] = ()
    count: int = 0
    whom: Mapping[str, Whom] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def people(self) -> tuple[Person, ...]:
        """The rows by person, or else by call: whoever has the latest matter first."""
        together: dict[str, list[Finding]] = {}
        for each in self.rows:
            together.setdefault(self.whom[each.id].key if each.id in self.whom else each.id, []).append(each)
        return tuple(Person(self._called(each), tuple(each)) for each in together.values())

    def _called(self, matters: Sequence[Finding]) -> str:
        """A customer's name, where a diary entry tells it, says more than the end of a number."""
        named = [self.whom[each.id].words for each in matters if each.id in self.whom]
        entries = [
            self.whom[each.id].words for each in matters if each.found.booking is not None and each.id in self.whom
        ]
        return next((each for each in (*entries, *named) if each), "")

    @property
    def has_more(self) -> bool:
        return len(self.rows) < self.count


@dataclass(frozen=True, slots=True)
class Sorted:
    """The matters by what needs doing."""

    act_now: Part
    look: Part
    decided: Part

    @property
    def count(self) -> int:
        return self.act_now.count + self.look.count + self.decided.count

    def in_words(self) -> str:
        """Like "4 matters, 3 of them open"."""
        waiting = self.act_now.count + self.look.count
        whole = counted(self.count, "matter", "matters")
        return f"{whole}, {waiting:,} of them open" if waiting != self.count else whole


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter with what it rests on."""

    open: OpenFinding
    agent: AgentFacts | None = None
    """Where it is about an agent itself."""
    differences: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Where the entries say something else than the call, by entry."""
    chain: tuple[Step, ...] = ()
    """From what was said to the diary, where a promise was broken."""
    chased: Escalation | None = None
    """Who has it and by when, where somebody must ring."""
    watch: Watch | None = None
    """How it was laid aside last, where it was."""
    whom: str = ""
    """The customer or caller, without their number."""
    sides: Sides = field(default_factory=Sides)
    """Where entries clash or disagree: what each diary says."""

    @property
    def said(self) -> tuple[Said, ...]:
        return self.open.finding.found.said

    @property
    def broke(self) -> str:
        """At which step of the chain it broke, and for whom; nothing where that isn't seen."""
        step = broken(self.chain)
        if step is None:
            return ""
        where = _tr("It broke at {step}.").format(step=step.link.in_words)
        if not self.whom:
            return where
        return f"{where} {_tr('For whom: {whom}.').format(whom=one_line(self.whom, 120))}"

    @property
    def by_something_unknown(self) -> bool:
        """Whether it is about an entry that no call accounts for where only agents book."""
        found = self.open.finding.found
        return found.kind is Kind.BOOKING_UNCLAIMED and found.call is None

    @property
    def compares(self) -> bool:
        """Whether it is about what was said against what is in the diary."""
        return self.open.finding.found.kind in COMPARED

    def where(self, said: Said) -> str:
        """Who said it and when in the call."""
        call = self.open.call
        if call is None or said.turn >= len(call.turns):
            return ""
        turn = call.turns[said.turn]
        who = _tr("Caller") if turn.role == "caller" else one_line(call.agent or _tr("Agent"), 80)
        return joined((who, place_in_call(turn.at_seconds)))


class FindingsPresenter:
    """Reads matters. Runs in a job's thread."""

    def __init__(self, services: Services, clock: Clock) -> None:
        self._services = services
        self._clock = clock

    def read(self, wanted: FindingFilter, shown: tuple[int, int, int] = (AT_A_TIME,) * 3) -> Sorted:
        """The latest of each part, so many of them. What was withdrawn is left out: it was never the case."""
        parts = zip(_parts(wanted), shown, strict=True)
        return Sorted(*(self._part(each, limit) if each else Part(wanted) for each, limit in parts))

    def more(self, part: Part) -> Part:
        """The same part with more of its rows."""
        rows = self._services.findings.page(part.wanted, part.rows[-1].id, AT_A_TIME)
        whom = {**part.whom, **self._services.findings.about(rows)}
        words = {**part.words, **_words(rows)}
        return Part(part.wanted, part.rows + rows, self._services.findings.count(part.wanted), whom, words)

    def _part(self, wanted: FindingFilter, limit: int) -> Part:
        rows = self._services.findings.page(wanted, limit=limit)
        count = len(rows) if len(rows) < limit else self._services.findings.count(wanted)
        return Part(wanted, rows, count, self._services.findings.about(rows), _words(rows))

    def matter(self, finding: str) -> Matter:
        """Raises Sorry when it is no longer on the list."""
        opened = self._services.findings.open_(finding)
        facts, found = facts_of(self._services, opened.finding), opened.finding.found
        needs_ringing = found.kind in CHASED and found.call is not None
        chased = self._services.escalations.of_call(found.call or 0) if needs_ringing else None
        steps = chain(opened.finding, opened.call, opened.bookings, self._services.businesses.current())
        whom = self._services.findings.about((opened.finding,))[finding].words if steps else ""
        sides = self._services.findings.sides(opened)
        watch = self._services.watching.of(finding)
        return Matter(self._covered(opened), facts, self._differences(opened), steps, chased, watch, whom, sides)

    def _covered(self, opened: OpenFinding) -> OpenFinding:
        """The same without private details: whoever needs them asks for them on the page of the call."""
        if opened.call is None:
            return opened
        hidden = self._services.showing.hidden(opened.call, (opened.finding,))
        return replace(opened, call=hidden.call, finding=hidden.findings[0])

    def _differences(self, opened: OpenFinding) -> dict[int, tuple[str, ...]]:
        if opened.call is None or not opened.bookings:
            return {}
        business = self._services.businesses.current()
        return differences(opened.call, opened.bookings, business, self._clock.now())


def _words(rows: Sequence[Finding]) -> dict[str, str]:
    """The first words that each rests on, without private details."""
    said = {row.id: next((each.words for each in row.found.evidence if isinstance(each, Said)), "") for row in rows}
    return {finding: for_lists(words) for finding, words in said.items() if words}


def _parts(wanted: FindingFilter) -> tuple[FindingFilter | None, FindingFilter | None, FindingFilter | None]:
    """What to act on, what to look at, and what is decided; None for a part that the filter shuts out."""
    asked = set(wanted.severities or Severity)
    urgent, other = asked & {Severity.RED}, asked - {Severity.RED}
    open_ = replace(wanted, status=FindingStatus.OPEN) if wanted.status in (None, FindingStatus.OPEN) else None
    return (
        replace(open_, severities=tuple(urgent)) if open_ and urgent else None,
        replace(open_, severities=tuple(other)) if open_ and other else None,
        replace(wanted, decided=True) if wanted.status is not FindingStatus.OPEN else None,
    )


def wanted_with(what: dict[str, object]) -> tuple[str, FindingFilter]:
    """The title and the filter a place was opened with. Raises TypeError for what the list can't show."""
    left = dict(what)
    title, wanted = str(left.pop("words", "") or ""), left.pop("wanted", FindingFilter())
    agent = left.pop("agent", None)
    if left or not isinstance(wanted, FindingFilter):
        raise TypeError(f"the matters open without {', '.join(left)}")
    return title, replace(wanted, agent=str(agent)) if agent else wanted


def _tr(words: str) -> str:
    return QCoreApplication.translate("Findings", words)
