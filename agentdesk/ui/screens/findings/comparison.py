"""What was said beside what is in the diary, where the two don't agree."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.screens.findings.presenter import Matter
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.beside import Beside
from agentdesk.ui.widgets.booking_row import BookingRow
from agentdesk.ui.widgets.card import Card, RowList
from agentdesk.ui.widgets.decision import QuoteButton
from agentdesk.ui.widgets.words import QuietWords, Words


class Comparison(QWidget):
    """The words at the left, each showing where they were said; the entries at the right, each opening."""

    words_pressed = Signal(object)
    """The Said that was pressed."""
    booking_opened = Signal(object)
    """The id of the entry that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing_said = Words()
        self.nothing_written = Words(self.tr("Nothing is in the diary for it."))
        self._quotes = QVBoxLayout()
        said = Card()
        said.add(self.nothing_said, self._quotes)
        self.entries = RowList()
        self._none = Card()
        self._none.add(self.nothing_written)
        written = QWidget()
        right = QVBoxLayout(written)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.entries)
        right.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            Beside(
                _captioned(self.tr("What was said"), said),
                _captioned(self.tr("What is in the diary"), written),
                least=640,
                shares=(1, 1),
            )
        )

    def compare(self, matter: Matter, zone: ZoneInfo) -> None:
        """Show these words and entries."""
        while (item := self._quotes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in matter.said:
            quote = QuoteButton(each, matter.where(each))
            quote.pressed_words.connect(self.words_pressed)
            self._quotes.addWidget(quote)
        self.nothing_said.setText(
            self.tr("In the call nobody said that it was booked.")
            if matter.open.call is not None
            else self.tr("No call that is here accounts for it.")
        )
        self.nothing_said.setVisible(not matter.said)
        rows = []
        for booking in matter.open.bookings:
            row = BookingRow(booking, zone, matter.differences.get(booking.id, ()))
            row.booking_opened.connect(self.booking_opened)
            rows.append(row)
        self.entries.set_rows(rows)
        self._none.setVisible(not rows)


def _captioned(caption: str, below: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_8)
    column.addWidget(QuietWords(caption))
    column.addWidget(below)
    column.addStretch(1)
    return whole
