"""Scrolling what is around a part until the part can be seen."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_view(part: QWidget) -> None:
    """Scrolls so far that a part that has just come can be seen, once everything has its place."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        area = around
        QTimer.singleShot(0, part, lambda: area.ensureWidgetVisible(part))
