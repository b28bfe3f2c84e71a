"""The diary: a week at a time, or as a list."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from agentdesk.domain.booking import Booking
from agentdesk.domain.clock import day_of
from agentdesk.domain.finding import Finding
from agentdesk.domain.lists import BookingFilter
from agentdesk.domain.wording import counted
from agentdesk.jobs.job import Job
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.diary.presenter import DiaryPresenter, ListRead, WeekRead, line_of
from agentdesk.ui.screens.diary.week import Block, title_of
from agentdesk.ui.screens.diary.week_view import WeekView
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import IconButton, QuietButton
from agentdesk.ui.widgets.card import Card, RowList, Section, row_of
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.finding_row import FindingRow
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.line_list import LineList
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, SectionWords

_WEEK = timedelta(days=7)


class DiaryScreen(Page):
    """Opens with nothing, with a `day` whose week shows, or with `ids` of entries and the `words` that name them.

    With a `connection` only that diary shows, under its own name in `words`.
    """

    watches = frozenset({Subject.BOOKINGS, Subject.FINDINGS, Subject.BUSINESS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(fills=True)
        self._desk = desk
        self._presenter = DiaryPresenter(desk.services, desk.clock)
        self._day = self._today()
        self._ids: frozenset[int] | None = None
        self._named = ""
        self._connection: str | None = None
        self._as_list = False
        self._rows: tuple[Booking, ...] = ()
        self._next: int | None = None
        self._under_way: Running | None = None
        self._reading_more = False
        self.before = IconButton("chevron-left", self.tr("The week before"), self._on_before, key="PgUp")
        self.after = IconButton("chevron-right", self.tr("The week after"), self._on_after, key="PgDown")
        self.this_week = QuietButton(self.tr("This week"), self._on_this_week)
        self.toggle = QuietButton(self.tr("Show as a list"), self._on_toggle, key="Ctrl+L")
        self.which = SectionWords(wrap=False)
        self.add(flow_of(self.before, self.after, self.this_week, self.toggle, self.which))
        self.week = WeekView()
        self.week.grid.opened.connect(self._on_block)
        self.legend = QuietWords(
            self.tr("Blue with a telephone: made by a call. A dashed outline: promised, and not in the diary.")
        )
        self.free = QuietWords(self.tr("Nothing is in the diary this week."))
        self.promised_rows = RowList()
        self.promised = Section(self.tr("Promised, not in the diary"))
        self.promised.add(self.promised_rows)
        self.list = LineList(self.tr("Diary entries, latest first"))
        self.list.opened.connect(self._on_entry)
        self.more = QuietButton(self.tr("Show more"), self._on_more)
        self.count = QuietWords(wrap=False)
        self.none = EmptyState(
            "diary",
            self.tr("Nothing is in the diary yet."),
            self.tr("Bring in your diary, and each booking can be held against what was promised."),
            self.tr("Bring in a diary"),
            self._on_import,
        )
        self.bring_in = QuietButton(self.tr("Bring in a diary"), self._on_import, icon_name="import")
        self.bring_in.hide()
        self.add_to_head(self.bring_in)
        self.every_diary = QuietButton(self.tr("Show every diary"), self._on_every_diary)
        self.every_diary.hide()
        self.add_to_head(self.every_diary)
        self._stack = QStackedWidget()
        self._week_side, self._list_side = self._sides()
        for side in (QWidget(), self._week_side, self._list_side, self.none):
            self._stack.addWidget(side)
        self.content.addWidget(self._stack, 1)
        self.set_title(self.tr("Diary"))

    def _sides(self) -> tuple[QWidget, QWidget]:
        week, listed = QWidget(), QWidget()
        for side, widgets in ((week, (self.free, self.week, self.legend, self.promised)), (listed, ())):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_8)
            for each in widgets:
                column.addWidget(each, 1 if each is self.week else 0)
            if side is listed:
                card = Card(padding=SPACE_8, spacing=0)
                card.add(self.list)
                column.addWidget(card, 1)
                column.addLayout(row_of(self.count, self.more))
        return week, listed

    def open(self, **what: object) -> None:
        day, ids, words = what.pop("day", None), what.pop("ids", None), what.pop("words", "")
        connection = what.pop("connection", None)
        if what:
            raise TypeError(f"the diary opens without {', '.join(what)}")
        self._day = day if isinstance(day, date) else self._today()
        self._ids = frozenset(int(each) for each in ids) if isinstance(ids, Collection) else None
        self._named = str(words or "")
        self._connection = str(connection) if connection else None
        self._as_list = self._ids is not None
        self._ask()

    def reload(self) -> None:
        self._ask()

    def focus_first(self) -> None:
        first = self.list if self._as_list else next(iter(self.week.grid.blocks), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _today(self) -> date:
        return day_of(self._desk.clock.now(), self._desk.zone())

    def _ask(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        self._reading_more = False
        presenter, day, zone, wanted = self._presenter, self._day, self._desk.zone(), self._wanted()
        only = self._connection
        self.every_diary.setVisible(only is not None)
        for each in (self.before, self.after, self.this_week, self.which):
            each.setVisible(not self._as_list)
        self.toggle.set_words(self.tr("Show as a week") if self._as_list else self.tr("Show as a list"))
        if self._as_list:
            self._under_way = self._desk.runner.submit(
                Job("Reading the diary", lambda _: presenter.listed(wanted)),
                self._on_list,
                self._on_failed,
                within=self,
            )
            return
        self._under_way = self._desk.runner.submit(
            Job("Reading a week of the diary", lambda _: presenter.week(day, zone, only)),
            self._on_week,
            self._on_failed,
            within=self,
        )

    def _wanted(self) -> BookingFilter:
        return BookingFilter(ids=self._ids, connection=self._connection)

    def _name_page(self) -> None:
        self.set_title(one_line(self._named, 80) or self.tr("Diary"))

    def _on_week(self, read: WeekRead) -> None:
        picture = read.picture
        self._name_page()
        self.which.setText(title_of(picture.first, picture.last))
        self.this_week.setEnabled(not picture.first <= self._today() <= picture.last)
        nothing_at_all = self._connection is None and read.newest is None and picture.is_empty
        self._show_side(self.none if nothing_at_all else self._week_side)
        self.free.setVisible(picture.is_empty)
        self.week.grid.set_picture(picture, self._today())
        rows = [self._promised_row(each) for each in picture.promised]
        self.promised_rows.set_rows(rows)
        self.promised.setVisible(bool(rows))

    def _promised_row(self, finding: Finding) -> FindingRow:
        row = FindingRow(finding, self._desk.zone())
        row.finding_opened.connect(self._on_finding)
        return row

    def _on_list(self, read: ListRead) -> None:
        self._rows, self._next = read.rows, read.next_before
        self._name_page()
        self._show_rows()

    def _on_more(self) -> None:
        if self._next is None or self._reading_more:
            return
        self._reading_more = True
        presenter, wanted, before = self._presenter, self._wanted(), self._next
        self._under_way = self._desk.runner.submit(
            Job("Reading more of the diary", lambda _: presenter.listed(wanted, before)),
            self._on_more_read,
            self._on_failed,
            within=self,
        )

    def _on_more_read(self, read: ListRead) -> None:
        self._reading_more = False
        self._rows, self._next = self._rows + read.rows, read.next_before
        self._show_rows()

    def _show_rows(self) -> None:
        zone = self._desk.zone()
        self.list.set_lines([line_of(each, zone) for each in self._rows])
        self.more.setVisible(self._next is not None)
        words = counted(len(self._rows), "entry", "entries")
        self.count.setText(words if self._next is None else self.tr("The latest {count}").format(count=words))
        empty = not self._rows and self._ids is None and self._connection is None
        self._show_side(self.none if empty else self._list_side)

    def _on_failed(self, trouble: Exception) -> None:
        self._reading_more = False
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("I couldn't read the diary. What you see is from before."))
        )

    def _on_before(self) -> None:
        self._day -= _WEEK
        self._ask()

    def _on_after(self) -> None:
        self._day += _WEEK
        self._ask()

    def _on_this_week(self) -> None:
        self._day = self._today()
        self._ask()

    def _on_toggle(self) -> None:
        self._as_list = not self._as_list
        if self._ids is not None:
            self._ids, self._named = None, ""
        self._ask()

    def _on_every_diary(self) -> None:
        self._connection, self._named = None, ""
        self._ask()

    def _on_block(self, block: Block) -> None:
        if block.missing is not None:
            self._desk.go.to("finding", id=block.missing)
        else:
            self._desk.go.to("booking", id=block.booking)

    def _on_entry(self, booking: object) -> None:
        self._desk.go.to("booking", id=booking)

    def _on_finding(self, finding: str) -> None:
        self._desk.go.to("finding", id=finding)

    def _on_import(self) -> None:
        self._desk.go.to("import")

    def _show_side(self, side: QWidget) -> None:
        self._stack.setCurrentWidget(side)
        self.bring_in.setVisible(side is not self.none)
