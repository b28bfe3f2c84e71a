"""Surfaces that hold things that belong together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.widgets.words import HairLine, QuietWords, SectionWords


class Card(QFrame):
    """A card: radius 10, one hairline, no shadow. Add to it with `add`."""

    def __init__(self, parent: QWidget | None = None, *, padding: int = SPACE_16, spacing: int = SPACE_8) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)

    def add(self, *things: QWidget | QLayout) -> None:
        """Put widgets or layouts below what is there."""
        for thing in things:
            if isinstance(thing, QWidget):
                self.body.addWidget(thing)
            else:
                self.body.addLayout(thing)

    def add_row(self, *widgets: QWidget, stretch_last: bool = False) -> QHBoxLayout:
        """Put widgets side by side, from the left."""
        row = row_of(*widgets, stretch_last=stretch_last)
        self.body.addLayout(row)
        return row


class RowList(QFrame):
    """Rows on one card with hairlines between; arrow keys go from row to row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card(padding=1, spacing=0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._card)
        self._rows: list[QWidget] = []

    def set_rows(self, rows: Sequence[QWidget], captions: Mapping[int, QWidget] | None = None) -> None:
        """Show these rows instead of what was there; `captions` stand above the row at that place.

        A row that was there already stays as it is.
        """
        stay = set(rows)
        here = next((row for row in self._rows if row.hasFocus()), None)
        # shown row by row, each would have all the others laid out anew
        self._card.hide()
        while (item := self._card.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in stay:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        self._put(self._card.body, rows, captions or {})
        self._card.show()
        if here in self._rows:
            here.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._rows and self.parentWidget() is None:
            # showing it now would open a window: it shows once it has its place
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
        else:
            self.setVisible(bool(self._rows))

    def add_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these below what is there, which stays as it was laid out."""
        part = QWidget()
        part.hide()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._put(column, rows, {})
        self._card.add(part)
        part.show()

    def _put(self, column: QVBoxLayout, rows: Sequence[QWidget], captions: Mapping[int, QWidget]) -> None:
        for row in rows:
            line = (HairLine(),) if self._rows else ()
            caption = (captions[len(self._rows)],) if len(self._rows) in captions else ()
            for each in (*line, *caption, row):
                column.addWidget(each)
                each.show()
            self._rows.append(row)

    def rows(self) -> tuple[QWidget, ...]:
        return tuple(self._rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here = next((at for at, row in enumerate(self._rows) if row.hasFocus()), None)
        if step is not None and here is not None and 0 <= here + step < len(self._rows):
            self._rows[here + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


class CardList(QWidget):
    """Cards one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)
        self._cards: list[QWidget] = []

    def set_rows(self, cards: Sequence[QWidget]) -> None:
        """Show these instead of what was there. A card that was there already stays as it is."""
        stay = set(cards)
        for card in self._cards:
            self._column.removeWidget(card)
            if card not in stay:
                card.hide()
                card.deleteLater()
        self._cards = []
        self.add_rows(cards)

    def add_rows(self, cards: Sequence[QWidget]) -> None:
        """Show these below what is there."""
        for card in cards:
            self._column.addWidget(card)
            self._cards.append(card)

    def rows(self) -> tuple[QWidget, ...]:
        return tuple(self._cards)


class Section(QWidget):
    """A heading with what belongs to it below, and quiet words at the right."""

    def __init__(self, heading: str, quiet: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = SectionWords(heading)
        self.quiet = QuietWords(quiet, wrap=False)
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE_12)
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.quiet, 0, Qt.AlignmentFlag.AlignBottom)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE_8)
        self.body.addLayout(self.head)
        self.set_quiet(quiet)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.body.addWidget(widget)

    def set_quiet(self, quiet: str) -> None:
        self.quiet.setText(quiet)
        self.quiet.setVisible(bool(quiet))


def row_of(*widgets: QWidget, stretch_last: bool = False) -> QHBoxLayout:
    """Widgets side by side from the left; the last one takes what is left over if asked to."""
    row = QHBoxLayout()
    row.setSpacing(SPACE_8)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, 1 if stretch_last and at == len(widgets) - 1 else 0)
    if not stretch_last:
        row.addStretch(1)
    return row
