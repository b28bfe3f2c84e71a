"""What the list of calls asks for, and what it says about the answer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.clock import Period, day_of, week_of
from agentdesk.domain.lists import CallFilter, CallRow
from agentdesk.domain.wording import counted, day_in_words, moment_in_words
from agentdesk.services.services import Services
from agentdesk.ui.widgets.line_list import Line
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import state_of_severity
from agentdesk.ui.widgets.telling import call_told, cost_in_words

AT_A_TIME = 50


class When(StrEnum):
    """The stretches of days that one can choose."""

    ANY = "any"
    THIS_WEEK = "this week"
    LAST_WEEK = "last week"
    THIS_MONTH = "this month"
    CHOSEN = "chosen"
    """The days with which the list was opened."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the owner asked the list for. `days` is what it was opened with; `ids` shows only those calls."""

    words: str = ""
    when: When = When.ANY
    days: Period | None = None
    agent: str | None = None
    found_only: bool = False
    answered: bool | None = None
    outcome: str | None = None
    ids: frozenset[int] | None = None

    @property
    def is_everything(self) -> bool:
        return replace(self, days=None) == Asked()

    def filter(self, today: date) -> CallFilter:
        """The same in the store's terms."""
        days = self.period(today)
        return CallFilter(
            first=days.first if days else None,
            last=days.last if days else None,
            agent=self.agent,
            words=self.words,
            with_findings=self.found_only,
            outcome=self.outcome,
            answered=self.answered,
            ids=self.ids,
        )

    def period(self, today: date) -> Period | None:
        """The days it reaches over, None for all."""
        if self.when is When.THIS_WEEK:
            return week_of(today)
        if self.when is When.LAST_WEEK:
            return week_of(today - timedelta(days=7))
        if self.when is When.THIS_MONTH:
            return Period(today.replace(day=1), today)
        return self.days if self.when is When.CHOSEN else None


@dataclass(frozen=True, slots=True)
class Read:
    """What came back: the rows, where to go on, and how many there are where that is quick to know."""

    rows: tuple[CallRow, ...]
    next_before: int | None
    count: int | None
    agents: tuple[str, ...]


class CallsPresenter:
    """Reads pages of calls. Its methods run in a job's thread and touch nothing but services."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def read(self, asked: Asked, today: date, limit: int = AT_A_TIME) -> Read:
        """The newest calls that fit."""
        wanted = asked.filter(today)
        page = self._services.calls.page(wanted, limit=limit)
        if page.next_before is None:
            count: int | None = len(page.rows)
        else:
            # A search over years is counted no further than it is shown.
            count = None if asked.words.strip() else self._services.calls.count(wanted)
        agents = tuple(each.agent.name for each in self._services.agents.all_() if each.listed)
        return Read(page.rows, page.next_before, count, agents)

    def more(self, asked: Asked, today: date, before: int) -> Read:
        """The calls after the one with the id `before`."""
        page = self._services.calls.page(asked.filter(today), before, AT_A_TIME)
        return Read(page.rows, page.next_before, None, ())


def today_of(now: datetime, zone: ZoneInfo) -> date:
    return day_of(now, zone)


def line_of(row: CallRow, zone: ZoneInfo, searched: str) -> Line:
    """A call as a row of the list."""
    quiet = " ".join(shown(row.snippet or "").split())
    return Line(
        key=row.id,
        sentence=call_told(row),
        lead=moment_in_words(row.started_at, zone),
        right=cost_in_words(row.cost),
        quiet=f"“{quiet}”" if quiet else "",
        marked=tuple((start + 1, end + 1) for start, end in stretches(searched, quiet)),
        state=state_of_severity(row.worst) if row.worst is not None else None,
    )


def stretches(searched: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the words that were searched for stand in a text, whole words only, accents apart."""
    wanted = {part for each in searched.split() for part in re.findall(r"\w+", _folded(each))}
    return tuple(found.span() for found in re.finditer(r"\w+", text) if _folded(found.group()) in wanted)


def count_in_words(shown_rows: int, count: int | None, *, searched: bool) -> str:
    """Like "134 calls, the newest 50 shown"; "at least" where nobody counted to the end."""
    if count is None:
        words = _tr("At least {count}") if searched else _tr("More than {count}")
        return words.format(count=counted(shown_rows, "call", "calls"))
    if count > shown_rows:
        return _tr("{count}, the newest {shown} shown").format(
            count=counted(count, "call", "calls"), shown=f"{shown_rows:,}"
        )
    return counted(count, "call", "calls")


def days_in_words(days: Period) -> str:
    return _tr("{first} to {last}").format(first=day_in_words(days.first), last=day_in_words(days.last))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Calls", words)
