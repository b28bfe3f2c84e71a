"""Today: what needs doing is big and first; everything else is quiet."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from agentdesk.domain.clock import day_of, week_of
from agentdesk.domain.lists import NEEDS_SOMEBODY
from agentdesk.domain.scorecard import Figure
from agentdesk.domain.today import PiledUp, ShownToday, Today
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.ui.desk import Desk, EarlyDesk
from agentdesk.ui.screens.today.parts import LARGE_TEXT, FigureTile, FoldButton, MatterCard, Tiles
from agentdesk.ui.screens.today.presenter import (
    MatterWords,
    Tile,
    bookings_tile,
    calls_tile,
    card_of,
    cost_tile,
    review_button,
    way_of,
    when_in_words,
)
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_12
from agentdesk.ui.theme.type_scale import text_percent
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import SectionWords, Words

MINUTE_MS = 60_000
OWNER = "today"


class TodayScreen(Page):
    """The first page. It shows what it has at once; the bookings are counted a moment later."""

    watches = frozenset({"business", "agents", "calls", "bookings", "findings", "escalations", "review"})

    def __init__(self, desk: Desk | EarlyDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._early = False
        """Whether it shows what was kept."""
        self.set_title(self.tr("Today"))
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self.working = QVBoxLayout()
        self.working.setSpacing(SPACE_4)
        self.calm = Words()
        self.matters = QVBoxLayout()
        self.matters.setSpacing(SPACE_12)
        self.more = LinkButton("", self._on_more)
        self._build_tiles()
        self._build_foot()
        self._everything = QWidget()
        column = QVBoxLayout(self._everything)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addLayout(self.working)
        column.addWidget(self.calm)
        column.addLayout(self.matters)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(SPACE_4)
        column.addWidget(self.tiles)
        column.addLayout(self._foot)
        column.addWidget(self.piled_up)
        self.no_agents = EmptyState(
            "agents",
            self.tr("No agent is on your list yet."),
            self.tr("Put the one that answers your phone on it, then bring in its calls."),
            self.tr("Add an agent"),
            self._on_agents,
        )
        self.no_calls = EmptyState(
            "calls",
            self.tr("No calls are here yet."),
            self.tr("Bring in last week's calls and the diary. What needs you shows here a moment later."),
            self.tr("Bring in calls"),
            self._on_import,
        )
        self.add(self.no_agents, self.no_calls, self._everything)
        self.content.addStretch(1)
        for each in (self.no_agents, self.no_calls, self._everything):
            each.hide()
        self._cards: list[MatterCard] = []
        self._working_words: list[SectionWords] = []
        self._lines: dict[SentenceRow, PiledUp] = {}
        self._agents: tuple[str, ...] = ()

    def _build_tiles(self) -> None:
        self.calls = FigureTile(self.tr("Calls this week"), sparkline=True)
        self.calls.opened.connect(self._on_calls)
        self.bookings = FigureTile(self.tr("Bookings"))
        self.bookings.opened.connect(self._on_bookings)
        self.bookings.show_tile(Tile("…", self.tr("bookings right in four weeks")))
        self.cost = FigureTile(self.tr("Cost"))
        self.cost.opened.connect(self._on_cost)
        self.tiles = Tiles(self.calls, self.bookings, self.cost)

    def _build_foot(self) -> None:
        self.piled_up_button = FoldButton()
        self.piled_up_button.clicked.connect(self._on_piled_up)
        self.review_words = Words()
        self.review = QuietButton("", self._on_review)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._turn_foot()
        self._foot.setSpacing(SPACE_12)
        self._foot.addWidget(self.piled_up_button)
        self._foot.addWidget(self.review_words, 1)
        self._foot.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self.piled_up = RowList()
        self.piled_up.hide()

    def _turn_foot(self) -> None:
        large = text_percent() >= LARGE_TEXT
        self._foot.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_foot"):
            self._turn_foot()

    def show_early(self, shown: ShownToday) -> None:
        """Show the page as it was last shown, and say of when that is. It stays until `sit_at` and the next answer."""
        self._early = True
        self.set_quiet(self.tr("as it was {when}").format(when=when_in_words(shown.today.now, self._desk.zone())))
        self._show(shown.today)
        if shown.bookings is not None:
            self.bookings.show_tile(bookings_tile(shown.bookings))

    def sit_at(self, desk: Desk) -> None:
        """The services are there."""
        self._desk = desk

    def reload(self) -> None:
        # before the services are there, what was kept is all there is
        if isinstance(desk := self._desk, Desk):

            def view(_: Progress) -> Today:
                return desk.services.today.view()

            desk.runner.submit(
                Job("Reading today", view, Lane.READ, OWNER), self._on_viewed, self._on_failed, within=self
            )

    def _on_viewed(self, today: Today) -> None:
        self._early = False
        self._on_minute()
        self._show(today)
        if not isinstance(desk := self._desk, Desk):
            return

        def count(_: Progress) -> Figure:
            return desk.services.today.bookings()

        def keep(_: Progress, figure: Figure | None = None) -> None:
            desk.services.today.keep(today, figure)

        def counted(figure: Figure) -> None:
            self.bookings.show_tile(bookings_tile(figure))
            desk.runner.submit(Job("Keeping today", partial(keep, figure=figure), Lane.WRITE), _on_kept)

        if today.has_calls:
            job = Job("Counting bookings", count, Lane.READ, OWNER)
            desk.runner.submit(job, counted, self._on_failed, within=self)
        else:
            desk.runner.submit(Job("Keeping today", keep, Lane.WRITE), _on_kept)

    def _show(self, today: Today) -> None:
        zone = self._desk.zone()
        self.no_agents.setVisible(not today.has_agents and not today.has_calls)
        self.no_calls.setVisible(today.has_agents and not today.has_calls)
        self._everything.setVisible(today.has_agents or today.has_calls)
        self._show_working(today)
        self._show_matters(today)
        self.tiles.setVisible(today.has_calls)
        self.calls.show_tile(calls_tile(today), today.days)
        self.cost.show_tile(cost_tile(today))
        self._show_foot(today, day_of(today.now, zone))

    def _show_working(self, today: Today) -> None:
        said = [one_line(each) for each in today.working if today.has_calls]
        if not said and today.has_calls:
            said = [self.tr("No agent is live or on trial.")]
        for each in self._working_words:
            _let_go(each)
        self._working_words = [SectionWords(each) for each in said]
        for each in self._working_words:
            self.working.addWidget(each)

    def _show_matters(self, today: Today) -> None:
        self.calm.setText(self.tr("Nothing needs you."))
        self.calm.setVisible(today.has_calls and not today.waiting)
        had_focus = next((at for at, each in enumerate(self._cards) if each.open.hasFocus()), None)
        for each in self._cards:
            _let_go(each)
        zone = self._desk.zone()
        self._cards = [
            MatterCard(card_of(each, today.now, zone), first=at == 0) for at, each in enumerate(today.matters)
        ]
        for each in self._cards:
            each.opened.connect(self._on_matter)
            self.matters.addWidget(each)
        if had_focus is not None and self._cards:
            self._cards[min(had_focus, len(self._cards) - 1)].open.setFocus()
        rest = today.waiting - len(today.matters)
        self.more.set_words(self.tr("{number} more").format(number=f"{rest:,}"))
        self.more.setVisible(rest > 0)

    def _show_foot(self, today: Today, day: date) -> None:
        lines = today.piled_up
        self.piled_up_button.set_words(self.tr("Piled up: {number}").format(number=len(lines)))
        self.piled_up_button.setVisible(bool(lines))
        self._lines = {SentenceRow(one_line(each.words)): each for each in lines}
        for row in self._lines:
            row.opened.connect(self._on_line)
        shown = self.piled_up_button.is_open and bool(lines)
        self.piled_up.set_rows(list(self._lines))
        self._open_piled_up(shown=shown)
        self.review_words.setText(one_line(today.review_words))
        words = review_button(today, day)
        self.review.set_words(words)
        self.review.setVisible(bool(words))

    def _open_piled_up(self, *, shown: bool) -> None:
        self.piled_up.setVisible(shown)
        self.piled_up_button.set_open(shown=shown)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("Something went wrong on this screen. Your records are safe."))
        )

    def _on_minute(self) -> None:
        if not self._early:
            self.set_quiet(when_in_words(self._desk.clock.now(), self._desk.zone()))

    def _today(self) -> date:
        return day_of(self._desk.clock.now(), self._desk.zone())

    def _on_matter(self, matter: MatterWords) -> None:
        if matter.number is not None:
            self._desk.go.to("waiting_call", id=matter.number)
        else:
            self._desk.go.to("finding", id=matter.id)

    def _on_more(self) -> None:
        self._desk.go.to("findings", wanted=NEEDS_SOMEBODY, words=self.tr("What needs you"))

    def _on_calls(self) -> None:
        week = week_of(self._today())
        self._desk.go.to("calls", first=week.first, last=week.last)

    def _on_bookings(self) -> None:
        self._desk.go.to("diary")

    def _on_cost(self) -> None:
        self._desk.go.to("money")

    def _on_review(self) -> None:
        self._desk.go.to("review")

    def _on_agents(self) -> None:
        self._desk.go.to("agents")

    def _on_import(self) -> None:
        self._desk.go.to("import")

    def _on_piled_up(self) -> None:
        self._open_piled_up(shown=not self.piled_up_button.is_open)

    def _on_line(self) -> None:
        row = self.sender()
        line = self._lines.get(row) if isinstance(row, SentenceRow) else None
        if line is not None:
            place, what = way_of(line, self._today())
            self._desk.go.to(place, **what)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()


def _on_kept(_: None) -> None:
    """Nothing shows it."""


def _let_go(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
