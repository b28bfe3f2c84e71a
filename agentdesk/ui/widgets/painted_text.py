"""Text that is painted rather than put into a label: laid out once, drawn often, always plain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of a text from `start` up to `end`, on a ground, underlined where `under` names a colour."""

    start: int
    end: int
    ground: str
    under: str = ""


def laid_out(
    text: str, font: QFont, width: float, stretches: Sequence[Stretch] = (), most_lines: int = 0
) -> QTextLayout:
    """The text broken to a width; `most_lines` cuts it, with "…" only if the caller put it there."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.setFormats([_format(text, each) for each in stretches])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0.0, top))
        top += line.height()
        if most_lines and layout.lineCount() == most_lines:
            break
    layout.endLayout()
    return layout


def height_of(layout: QTextLayout) -> float:
    """How tall a laid-out text is."""
    count = layout.lineCount()
    if not count:
        return 0.0
    last = layout.lineAt(count - 1)
    return float(last.y() + last.height())


def widest_of(layout: QTextLayout) -> float:
    """How wide the widest line is."""
    return max((layout.lineAt(each).naturalTextWidth() for each in range(layout.lineCount())), default=0.0)


def draw(painter: QPainter, layout: QTextLayout, at: QPointF, colour: str) -> None:
    painter.setPen(QColor(colour))
    layout.draw(painter, at)


def elided(painter: QPainter, text: str, width: float) -> str:
    """One line of the text in the painter's font, ending with "…" where there is no room."""
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(width)))


def _format(text: str, stretch: Stretch) -> QTextLayout.FormatRange:
    wanted = QTextLayout.FormatRange()
    # Qt counts in units of UTF-16, Python in letters.
    wanted.start = _units(text[: stretch.start])
    wanted.length = _units(text[stretch.start : stretch.end])
    style = QTextCharFormat()
    style.setBackground(QColor(stretch.ground))
    if stretch.under:
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(QColor(stretch.under))
    wanted.format = style
    return wanted


def _units(text: str) -> int:
    return len(text) + sum(1 for each in text if each > "\uffff")
