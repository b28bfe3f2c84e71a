"""What was found, sorted by what needs doing, and what one matter rests on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.finding import Finding, FindingStatus, Kind, Said, Severity
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.wording import counted
from agentdesk.services.findings import OpenFinding
from agentdesk.services.services import Services
from agentdesk.ui.widgets.telling import joined, one_line, place_in_call

_EVERYTHING = FindingFilter()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which matters. `ids` shows only those; the rest narrows as in the store."""

    narrow: FindingFilter = _EVERYTHING
    ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Sorted:
    """The matters by what needs doing, latest first in each."""

    act_now: tuple[Finding, ...]
    look: tuple[Finding, ...]
    decided: tuple[Finding, ...]

    @property
    def count(self) -> int:
        return len(self.act_now) + len(self.look) + len(self.decided)

    def in_words(self) -> str:
        """Like "4 matters, 3 of them open"."""
        waiting = len(self.act_now) + len(self.look)
        whole = counted(self.count, "matter", "matters")
        return f"{whole}, {waiting:,} of them open" if waiting != self.count else whole


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter with what it rests on, and wording that would stop it happening again."""

    open: OpenFinding
    suggestion: str

    @property
    def said(self) -> tuple[Said, ...]:
        return tuple(each for each in self.open.finding.found.evidence if isinstance(each, Said))

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

    def __init__(self, services: Services) -> None:
        self._services = services

    def read(self, wanted: Wanted) -> Sorted:
        """What was withdrawn is left out: it was never the case."""
        found = [
            each
            for each in self._services.findings.page(wanted.narrow)
            if each.status is not FindingStatus.WITHDRAWN and (wanted.ids is None or each.id in wanted.ids)
        ]
        open_ = [each for each in found if each.status is FindingStatus.OPEN]
        return Sorted(
            tuple(each for each in open_ if each.found.severity is Severity.RED),
            tuple(each for each in open_ if each.found.severity is not Severity.RED),
            tuple(each for each in found if each.status is not FindingStatus.OPEN),
        )

    def matter(self, finding: str) -> Matter:
        """Raises Sorry when it is no longer on the list."""
        opened = self._services.findings.open_(finding)
        return Matter(opened, self._services.reviews.suggestion_for(opened.finding))


def wanted_with(what: dict[str, object]) -> tuple[str, Wanted]:
    """The title and the filter a place was opened with. Raises TypeError for what the list can't show."""
    left = dict(what)
    title = str(left.pop("words", "") or "")
    ids, kinds, severities = left.pop("ids", None), left.pop("kinds", ()), left.pop("severities", ())
    status, agent = left.pop("status", None), left.pop("agent", None)
    first, last = left.pop("first", None), left.pop("last", None)
    if left:
        raise TypeError(f"the matters open without {', '.join(left)}")
    narrow = FindingFilter(
        first=first if isinstance(first, date) else None,
        last=last if isinstance(last, date) else None,
        status=FindingStatus(str(status)) if status else None,
        agent=str(agent) if agent else None,
        kinds=tuple(Kind(str(each)) for each in kinds) if isinstance(kinds, Collection) else (),
        severities=tuple(Severity(str(each)) for each in severities) if isinstance(severities, Collection) else (),
    )
    return title, Wanted(narrow, frozenset(str(each) for each in ids) if isinstance(ids, Collection) else None)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Findings", words)
