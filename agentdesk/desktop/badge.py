"""The mark that says "something needs you" on an icon."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QIcon, QPainter, QPen

_SIZES = (16, 22, 24, 32, 48, 64)
_RED = QColor("#c62828")
_RING = QColor("#ffffff")


def with_badge(icon: QIcon) -> QIcon:
    """The icon with a red dot, ringed in white so that it is seen on dark and light panels and without colour."""
    marked = QIcon()
    for size in _SIZES:
        picture = icon.pixmap(size, size)
        if picture.isNull():
            continue
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = max(1.0, size / 16)
        radius = size * 0.24
        painter.setPen(QPen(_RING, ring))
        painter.setBrush(_RED)
        painter.drawEllipse(QPointF(size - radius - ring, radius + ring), radius, radius)
        painter.end()
        marked.addPixmap(picture)
    return marked
