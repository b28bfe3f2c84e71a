"""Lists that may be long: so many rows at once, and the rest when asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import CardList, RowList

AT_ONCE = 50
"""Rows that show at first, and that are added when more are asked for."""
SLICE = 12
"""Rows that are built in one go: each takes some two thousandths of a second, in which the window stands still."""

T = TypeVar("T", bound=Hashable)


class Paged(QWidget, Generic[T]):
    """A list with "Show 50 more" below it while there are more. What was asked for stays when the list is new.

    `make` makes the row of a thing.
    """

    def __init__(self, place: RowList | CardList, make: Callable[[T], QWidget]) -> None:
        super().__init__()
        self._place = place
        self._make = make
        self._things: Sequence[T] = ()
        self._wanted = AT_ONCE
        self._row_of: dict[QWidget, T] = {}
        self.more = LinkButton("", self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(place)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._say_how_many()

    def show_things(self, things: Sequence[T]) -> None:
        """Show these. Rows of things that stay are kept, with whatever was typed into them.

        A slice of new rows stands there at once, the rest of what was asked for a moment later.
        """
        was = {thing: row for row, thing in self._row_of.items()}
        self._things, self._row_of = things, {}
        rows = self._next_rows(was, self._wanted)
        self._place.set_rows(rows)
        self._say_how_many()
        QTimer.singleShot(0, self, self._grow)

    def thing(self, row: object) -> T | None:
        """What a row shows; None for something that is no row of this list."""
        return self._row_of.get(row) if isinstance(row, QWidget) else None

    def rows(self) -> tuple[QWidget, ...]:
        return self._place.rows()

    def _next_rows(self, was: Mapping[T, QWidget], most: int) -> list[QWidget]:
        """Rows for the next things, up to `most` in all: those there `were`, and so many new ones."""
        rows: list[QWidget] = []
        made = 0
        for thing in self._things[len(self._row_of) : most]:
            row = was.get(thing)
            if row is None:
                if made == SLICE:
                    break
                row, made = self._make(thing), made + 1
            self._row_of[row] = thing
            rows.append(row)
        return rows

    def _on_more(self) -> None:
        built = len(self.rows())
        self._wanted = built + AT_ONCE
        self._grow()
        # what a layout has just taken in shows a moment later, and what does not show takes no focus
        self.rows()[built].show()
        self.rows()[built].setFocus(Qt.FocusReason.OtherFocusReason)

    def _grow(self) -> None:
        """One slice further, while fewer rows stand there than were asked for."""
        if len(self.rows()) < min(self._wanted, len(self._things)):
            self._place.add_rows(self._next_rows({}, self._wanted))
            self._say_how_many()
            QTimer.singleShot(0, self, self._grow)

    def _say_how_many(self) -> None:
        left = len(self._things) - len(self.rows())
        self.more.set_words(self.tr("Show {next} more of {left}").format(next=min(AT_ONCE, left), left=left))
        self.more.setVisible(left > 0)
