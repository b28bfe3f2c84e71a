"""A field for a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit

from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.theme.type_scale import scaled


class DayField(QDateEdit):
    """A day, typed or stepped. The wheel scrolls the page."""

    def __init__(self, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat("ddd d MMM yyyy")
        self._fit()
        self.lineEdit().setTextMargins(SPACE_8, 0, 0, 0)  # the stylesheet does not reach into it
        self._other: DayField | None = None

    def day(self) -> date:
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_latest(self, day: date) -> None:
        """Show this day, and allow none after it."""
        self.setMaximumDate(QDate(day.year, day.month, day.day))
        self.setDate(self.maximumDate())

    def follow(self, other: DayField) -> None:
        """Let the other never lie before this one."""
        self._other = other
        self.dateChanged.connect(self._on_changed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _fit(self) -> None:
        self.setFixedWidth(scaled(184))

    def _on_changed(self) -> None:
        if self._other is not None and self._other.date() < self.date():
            self._other.setDate(self.date())
