"""Sizes of type, in points at 100 %."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication


class Size(Enum):
    QUIET = 11
    BODY = 13
    SECTION = 16
    TITLE = 22
    FIGURE = 34


SMALLEST_PERCENT, LARGEST_PERCENT = 100, 200


def points(size: Size, percent: int) -> float:
    """The size in points at a text size between 100 and 200 %; what lies outside is brought inside."""
    return size.value * max(SMALLEST_PERCENT, min(LARGEST_PERCENT, percent)) / 100


def font_of(size: Size, *, strong: bool = False, tabular: bool = False) -> QFont:
    """The application's font at a size, for what is painted rather than styled.

    `tabular`: figures of one width, for columns.
    """
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * size.value / Size.BODY.value)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def text_percent() -> float:
    """The text size in use, where 100 is as designed: for widths and heights that must grow with it."""
    return 100 * QApplication.font().pointSizeF() / Size.BODY.value


def scaled(pixels: float) -> int:
    """A length that grows with the text, in whole pixels."""
    return round(pixels * text_percent() / 100)
