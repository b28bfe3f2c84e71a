"""A diary entry as a row that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import booking_told, booking_when, joined, made_by_in_words, status_in_words


class BookingRow(SentenceRow):
    """What, for whom and when; `differences` are sentences that say where it and its call disagree."""

    booking_opened = Signal(object)
    """The id of the entry."""

    def __init__(
        self, booking: Booking, zone: ZoneInfo, differences: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        status = status_in_words(booking.status) if booking.status is not BookingStatus.BOOKED else ""
        super().__init__(
            booking_told(booking),
            joined((booking_when(booking, zone), status, made_by_in_words(booking), " ".join(differences))),
            state=State.LOOK if differences else None,
            state_words=self.tr("Not as it was said") if differences else "",
            parent=parent,
        )
        self._booking = booking.id
        self.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        self.booking_opened.emit(self._booking)
