"""Lists that may be long: so many rows at a time, and the others a press away."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import CardList, RowList
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.words import QuietWords

AT_ONCE = 50
"""Rows that stand there at a time. With every row more, all take longer to lay out."""
SLICE = 12
"""Rows that are built in one go: each takes some two thousandths of a second, in which the window stands still."""

T = TypeVar("T", bound=Hashable)


class Paged(QWidget, Generic[T]):
    """Fifty rows of a list, and below them how many there are and the way to the others where there are more.

    `make` makes the row of a thing. The place in the list stays when the list is new.
    """

    def __init__(self, place: RowList | CardList, make: Callable[[T], QWidget]) -> None:
        super().__init__()
        self._place = place
        self._make = make
        self._things: Sequence[T] = ()
        self._first = 0
        self._turned = False
        self._row_of: dict[QWidget, T] = {}
        self.where = QuietWords(wrap=False)
        self.back = LinkButton(self.tr("Show the {count} before").format(count=AT_ONCE), self._on_back)
        self.more = LinkButton("", self._on_more)
        self._ends = flow_of(self.where, self.back, self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(place)
        column.addWidget(self._ends)
        self._say_where()

    def show_things(self, things: Sequence[T]) -> None:
        """Show these, from where one was. Rows of things that stay are kept, with whatever was typed into them.

        A slice of new rows stands there at once, the rest a moment later.
        """
        self._things = things
        self._first = min(self._first, max(0, len(things) - 1) // AT_ONCE * AT_ONCE)
        was = {thing: row for row, thing in self._row_of.items()}
        self._row_of = {}
        self._place.set_rows(self._next_rows(was))
        self._say_where()
        QTimer.singleShot(0, self, self._grow)

    def thing(self, row: object) -> T | None:
        """What a row shows; None for something that is no row of this list."""
        return self._row_of.get(row) if isinstance(row, QWidget) else None

    def rows(self) -> tuple[QWidget, ...]:
        """Those that stand there now."""
        return self._place.rows()

    @property
    def _page(self) -> Sequence[T]:
        return self._things[self._first : self._first + AT_ONCE]

    def _next_rows(self, was: Mapping[T, QWidget]) -> list[QWidget]:
        """Rows for the next things of the page: those there `was`, and a slice of new ones."""
        rows: list[QWidget] = []
        made = 0
        for thing in self._page[len(self._row_of) :]:
            row = was.get(thing)
            if row is None:
                if made == SLICE:
                    break
                row, made = self._make(thing), made + 1
            self._row_of[row] = thing
            rows.append(row)
        return rows

    def _grow(self) -> None:
        """One slice further, until the page is whole."""
        if len(self.rows()) < len(self._page):
            self._place.add_rows(self._next_rows({}))
            QTimer.singleShot(0, self, self._grow)
        elif self._turned:
            self._turned = False
            self._show_beginning()

    def _show_beginning(self) -> None:
        """Where one turned to, a page is read from its first row."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.rows():
            around.ensureWidgetVisible(self.rows()[0])

    def _on_more(self) -> None:
        self._turn_to(self._first + AT_ONCE)

    def _on_back(self) -> None:
        self._turn_to(self._first - AT_ONCE)

    def _turn_to(self, first: int) -> None:
        self._first, self._turned = first, True
        self.show_things(self._things)
        # what a layout has just taken in shows a moment later, and what does not show takes no focus
        self.rows()[0].show()
        self.rows()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_where(self) -> None:
        last, of = self._first + len(self._page), len(self._things)
        self.where.setText(self.tr("{first} to {last} of {of}").format(first=self._first + 1, last=last, of=of))
        self.more.set_words(self.tr("Show the next {count}").format(count=min(AT_ONCE, of - last)))
        self.more.setVisible(last < of)
        self.back.setVisible(self._first > 0)
        self._ends.setVisible(of > AT_ONCE)
