"""Words of which some are marked. Painted, so that they are never anything but plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.type_scale import Size, font_of, scaled
from agentdesk.ui.widgets.painted_text import Stretch, draw, height_of, laid_out
from agentdesk.ui.widgets.words import LONGEST

_LEAST = 160


class MarkedWords(QWidget):
    """Body text that wraps, with stretches [start, end) on a ground and underlined."""

    def __init__(self, words: str, marked: Sequence[tuple[int, int]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # each letter that has no picture gives way to one that has, so that the places stay where they are
        self._words = "".join(each if each.isprintable() or each == "\n" else " " for each in words[:LONGEST])
        self._marked = tuple(marked)
        self._laid: tuple[object, QTextLayout] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)

    def text(self) -> str:
        return self._words

    def marked(self) -> tuple[str, ...]:
        """The words that are marked."""
        return tuple(self._words[start:end] for start, end in self._marked)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(height_of(self._layout(width)) + 0.5)

    def sizeHint(self) -> QSize:
        width = max(self.width(), scaled(_LEAST))
        return QSize(scaled(_LEAST), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._laid = None
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        draw(painter, self._layout(self.width()), QPointF(0, 0), tokens_now().text)
        painter.end()

    def _layout(self, width: int) -> QTextLayout:
        tokens = tokens_now()
        key = (width, scaled(100), tokens)
        if self._laid is None or self._laid[0] != key:
            stretches = [Stretch(start, end, tokens.amber_wash, tokens.amber) for start, end in self._marked]
            self._laid = key, laid_out(self._words, font_of(Size.BODY), width, stretches)
        return self._laid[1]
