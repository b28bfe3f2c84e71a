"""What the page of one call shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.call import Call
from agentdesk.domain.call_mark import Mark
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.finding import Finding
from agentdesk.domain.lists import CallFilter
from agentdesk.domain.wording import moment_in_words
from agentdesk.services.calls.calls import OpenCall
from agentdesk.services.calls.showing import HiddenCall, Shown
from agentdesk.services.findings.differences import differences
from agentdesk.services.services import Services
from agentdesk.ui.screens.calls.opinions import Opinions, opinions
from agentdesk.ui.widgets.telling import cost_in_words, length_in_words, one_line, outcome_in_words

_DAYS_LOOKED = 31
_MOST_A_DAY = 2000


@dataclass(frozen=True, slots=True)
class CallPicture:
    """One call and its neighbours in the list one came from; `findings` include those about its entries."""

    open: OpenCall
    findings: tuple[Finding, ...]
    hidden: HiddenCall
    """The same with private details hidden: what shows until somebody asks for more."""
    asked: tuple[Shown, ...]
    opinions: Opinions
    differences: dict[int, tuple[str, ...]]
    newer: int | None
    older: int | None
    mark: Mark | None = None
    """What somebody said it was, where it was no real call."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the head: what it is, and the value or "not known"."""

    name: str
    value: str


class CallPresenter:
    """Reads one call. Runs in a job's thread."""

    def __init__(self, services: Services, clock: Clock) -> None:
        self._services = services
        self._clock = clock

    def read(self, call: int, among: tuple[int, ...], zone: ZoneInfo) -> CallPicture:
        """Raises Sorry when the call is no longer kept. `among`: the list one came from, newest first."""
        opened = self._services.calls.open_(call)
        business = self._services.businesses.current()
        newer, older = self._beside(opened.call, among, zone)
        findings = self._findings(opened)
        return CallPicture(
            opened,
            findings,
            self._services.showing.hidden(opened.call, findings),
            self._services.showing.asked(call),
            opinions(opened, self._services.verdicts.of(call), zone),
            differences(opened.call, opened.bookings, business, self._clock.now()),
            newer,
            older,
            self._services.marks.of(call),
        )

    def _findings(self, opened: OpenCall) -> tuple[Finding, ...]:
        found = {each.id: each for each in opened.findings}
        for booking in opened.bookings:
            found |= {each.id: each for each in self._services.diary.open_(booking.id).findings}
        return tuple(found.values())

    def _beside(self, call: Call, among: tuple[int, ...], zone: ZoneInfo) -> tuple[int | None, int | None]:
        if call.id in among:
            at = among.index(call.id)
            newer = among[at - 1] if at else self._newer(call, zone)
            older = among[at + 1] if at + 1 < len(among) else self._older(call)
            return newer, older
        return self._newer(call, zone), self._older(call)

    def _older(self, call: Call) -> int | None:
        rows = self._services.calls.page(CallFilter(), before=call.id, limit=1).rows
        return rows[0].id if rows else None

    def _newer(self, call: Call, zone: ZoneInfo) -> int | None:
        day, today = day_of(call.started_at, zone), day_of(self._clock.now(), zone)
        last = min(max(today, day), day + timedelta(days=_DAYS_LOOKED))
        while day <= last:
            rows = self._on(day)
            later = [each for each in rows if each > call.id]
            if later:
                return later[-1]
            day += timedelta(days=1)
        return None

    def _on(self, day: date) -> list[int]:
        page = self._services.calls.page(CallFilter(first=day, last=day), limit=_MOST_A_DAY)
        return [each.id for each in page.rows]


def facts(opened: OpenCall, call: Call, zone: ZoneInfo) -> tuple[Fact, ...]:
    """The head's lines after the caller's; what nobody knows says so. `call`: as much of it as may show."""
    cost = cost_in_words(call.cost) if call.cost is not None else _tr("Not known")
    length = length_in_words(call.seconds) if call.seconds is not None else _tr("Not known")
    outcome = outcome_in_words(call.outcome) if (call.outcome or "").strip() else _tr("Not known")
    if call.agent is None:
        taken_by = _tr("An agent that isn't on your list")
    elif opened.brief_version is None:
        taken_by = _tr("{agent}, before the first approved brief").format(agent=one_line(call.agent, 80))
    else:
        taken_by = _tr("{agent}, brief version {number}").format(
            agent=one_line(call.agent, 80), number=opened.brief_version
        )
    return (
        Fact(_tr("When"), moment_in_words(call.started_at, zone)),
        Fact(_tr("How long"), length),
        Fact(_tr("What came of it"), outcome),
        Fact(_tr("Cost"), cost),
        Fact(_tr("Taken by"), taken_by),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Call", words)
