"""The list of calls."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from agentdesk.domain.clock import Period
from agentdesk.domain.lists import CallRow
from agentdesk.domain.wording import counted
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.calls.filter_bar import FilterBar
from agentdesk.ui.screens.calls.presenter import (
    AT_A_TIME,
    Asked,
    CallsPresenter,
    Read,
    When,
    count_in_words,
    line_of,
    today_of,
)
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import Card, row_of
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.line_list import LineList
from agentdesk.ui.widgets.telling import trouble_in_words
from agentdesk.ui.widgets.words import QuietWords


class CallsScreen(Page):
    """Newest first, fifty at a time, searched and filtered.

    Opens with nothing, or with what a number elsewhere was made from: `ids` and the `words` that name
    them, or `first` and `last` day, `agent`, `answered`, `outcome`, `with_findings`, `search`.
    """

    watches = frozenset({Subject.CALLS, Subject.FINDINGS, Subject.AGENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(fills=True)
        self._desk = desk
        self._presenter = CallsPresenter(desk.services)
        self._rows: tuple[CallRow, ...] = ()
        self._next: int | None = None
        self._held: Read | None = None
        self._today: date = today_of(desk.clock.now(), desk.zone())
        self._under_way: Running | None = None
        self._loaded = self._reading_more = False
        self._counted: int | None = None
        self.filters = FilterBar()
        self.filters.asked_changed.connect(self._on_asked)
        self.everything = LinkButton(self.tr("Show all calls"), self._on_everything)
        self.fresh = QuietButton("", self._on_fresh, icon_name="refresh")
        self.fresh.hide()
        self.list = LineList(self.tr("Calls, newest first"))
        self.list.opened.connect(self._on_opened)
        self.more = QuietButton(self.tr("Show more"), self._on_more)
        self.count = QuietWords(wrap=False)
        card = Card(padding=SPACE_8, spacing=0)
        card.add(self.list)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.fresh, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(card, 1)
        column.addLayout(row_of(self.count, self.more))
        self.none = EmptyState(
            "calls",
            self.tr("No calls are here yet."),
            self.tr("Bring in what your phone agent has taken, and each call can be read here."),
            self.tr("Bring in calls"),
            self._on_import,
        )
        self.nothing = EmptyState(
            "search", self.tr("No call fits."), "", self.tr("Clear the search and the filters"), self._on_everything
        )
        self.bring_in = QuietButton(self.tr("Bring in calls"), self._on_import, icon_name="import")
        self.bring_in.hide()
        self.add_to_head(self.bring_in)
        self.waiting = QuietWords(self.tr("Reading your calls…"))
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for each in (self.waiting, listed, self.none, self.nothing):
            self._stack.addWidget(each)
        self._listed = listed
        self.add(self.filters)
        self.content.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self._stack, 1)
        self.set_title(self.tr("Calls"))
        self.everything.hide()

    def open(self, **what: object) -> None:
        title, asked = _asked_with(what)
        self._show_question(asked, title)
        self._ask(keep=0)

    def reload(self) -> None:
        self._ask(keep=len(self._rows))

    def leave(self) -> None:
        self.filters.stop()

    def focus_first(self) -> None:
        (self.list if self._rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self, asked: Asked, title: str) -> None:
        self.filters.set_asked(asked)
        self.filters.setVisible(asked.ids is None)
        self.everything.setVisible(asked.ids is not None)
        self.set_title(title or self.tr("Calls"))

    def _ask(self, keep: int) -> None:
        """Ask anew, for at least as many rows as show already."""
        if self._under_way is not None:
            self._under_way.drop()
        self._reading_more = False
        self._today = today_of(self._desk.clock.now(), self._desk.zone())
        asked, today, presenter = self.filters.asked(), self._today, self._presenter
        limit = max(AT_A_TIME, keep)

        if self._loaded:
            self.set_quiet(self.tr("updating…"))
        self._under_way = self._desk.runner.submit(
            Job("Reading your calls", lambda _: presenter.read(asked, today, limit), Lane.READ),
            self._on_reloaded if keep else self._on_read,
            self._on_failed,
            within=self,
        )

    def _on_read(self, read: Read) -> None:
        self._take(read)
        if self._rows:
            self.list.scrollToTop()
            self.list.setCurrentIndex(self.list.lines.index(0))

    def _on_reloaded(self, read: Read) -> None:
        """New calls wait behind a button while the owner reads further down."""
        known = self._rows[0].id if self._rows else 0
        new = sum(each.id > known for each in read.rows)
        if not new or self.list.verticalScrollBar().value() == 0:
            self._take(read)
            return
        self._held = read
        fresh_rows = {each.id: each for each in read.rows}
        self._rows = tuple(fresh_rows.get(each.id, each) for each in self._rows)
        self._show_rows()
        self.fresh.set_words(counted(new, self.tr("new call"), self.tr("new calls")))
        self.fresh.show()
        self.set_quiet("")

    def _take(self, read: Read) -> None:
        self._held, self._loaded = None, True
        self.fresh.hide()
        self._rows, self._next = read.rows, read.next_before
        self.filters.set_agents(read.agents)
        self._show_rows()
        self._say_count(read.count)

    def _show_rows(self) -> None:
        asked = self.filters.asked()
        zone = self._desk.zone()
        self.list.set_lines([line_of(each, zone, asked.words) for each in self._rows])
        self.more.setVisible(self._next is not None)
        if self._rows:
            self._stack.setCurrentWidget(self._listed)
        else:
            self._stack.setCurrentWidget(self.none if asked.is_everything else self.nothing)
        self.bring_in.setVisible(self._stack.currentWidget() is not self.none)
        if self.hasFocus():
            self.focus_first()

    def _say_count(self, count: int | None) -> None:
        searched = bool(self.filters.asked().words)
        words = count_in_words(len(self._rows), count, searched=searched)
        self.count.setText(words if self._rows else "")
        self.count.setVisible(bool(self._rows))
        self.set_quiet("")
        self._counted = count

    def _on_more(self) -> None:
        if self._next is None or self._reading_more:
            return
        self._reading_more = True
        asked, today, presenter, before = self.filters.asked(), self._today, self._presenter, self._next

        self._under_way = self._desk.runner.submit(
            Job("Reading more calls", lambda _: presenter.more(asked, today, before), Lane.READ),
            self._on_more_read,
            self._on_failed,
            within=self,
        )

    def _on_more_read(self, read: Read) -> None:
        self._reading_more = False
        first_new = len(self._rows)
        self._rows, self._next = self._rows + read.rows, read.next_before
        self._show_rows()
        self._say_count(len(self._rows) if self._next is None else self._counted)
        if read.rows:
            self.list.setCurrentIndex(self.list.lines.index(first_new))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, trouble: Exception) -> None:
        self._reading_more = False
        self.set_quiet("")
        otherwise = self.tr("I couldn't read the calls. What you see is from before.")
        self._desk.tell.trouble(trouble_in_words(trouble, otherwise))

    def _on_asked(self) -> None:
        self._ask(keep=0)

    def _on_fresh(self) -> None:
        if self._held is not None:
            self._on_read(self._held)

    def _on_everything(self) -> None:
        self._show_question(Asked(), "")
        self._ask(keep=0)

    def _on_import(self) -> None:
        self._desk.go.to("import")

    def _on_opened(self, call: object) -> None:
        self._desk.go.to("call", id=call, among=tuple(each.id for each in self._rows))


def _asked_with(what: dict[str, object]) -> tuple[str, Asked]:
    """The title and the question a place was opened with. Raises TypeError for what the list can't show."""
    left = dict(what)
    title = str(left.pop("words", "") or "")
    ids = left.pop("ids", None)
    first, last = left.pop("first", None), left.pop("last", None)
    agent, answered, outcome = left.pop("agent", None), left.pop("answered", None), left.pop("outcome", None)
    found_only, search = bool(left.pop("with_findings", False)), str(left.pop("search", "") or "")
    if left:
        raise TypeError(f"calls open without {', '.join(left)}")
    days = Period(first, last) if isinstance(first, date) and isinstance(last, date) else None
    return title, Asked(
        words=search,
        when=When.CHOSEN if days else When.ANY,
        days=days,
        agent=str(agent) if agent else None,
        found_only=found_only,
        answered=answered if isinstance(answered, bool) else None,
        outcome=str(outcome) if outcome else None,
        ids=frozenset(int(each) for each in ids) if isinstance(ids, Collection) else None,
    )
