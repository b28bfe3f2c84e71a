"""What a colour means: a state, always with its shape and its word."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import SPACE_8, colours
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.words import StrongWords

if TYPE_CHECKING:
    from agentdesk.domain.finding import Severity
    from agentdesk.domain.measure import Verdict


class State(Enum):
    """▲ red, ◆ amber, ● green, ○ grey. The value is the token of its colour and what tells it apart."""

    ACT_NOW = ("red", "triangle")
    LOOK = ("amber", "diamond")
    ON_TARGET = ("green", "disc")
    TOO_EARLY = ("grey", "ring")
    NOT_KNOWN = ("grey", "dashed ring")
    NOTE = ("grey", "dot")

    @property
    def token(self) -> str:
        return self.value[0]

    @property
    def in_words(self) -> str:
        """The word that goes with the shape."""
        return {
            State.ACT_NOW: QCoreApplication.translate("State", "Act now"),
            State.LOOK: QCoreApplication.translate("State", "Look"),
            State.ON_TARGET: QCoreApplication.translate("State", "On target"),
            State.TOO_EARLY: QCoreApplication.translate("State", "Too early to say"),
            State.NOT_KNOWN: QCoreApplication.translate("State", "Not known"),
            State.NOTE: QCoreApplication.translate("State", "Worth knowing"),
        }[self]


def state_of_severity(severity: Severity) -> State:
    # the bare window has marks to paint before there is a finding
    from agentdesk.domain.finding import Severity

    return {Severity.RED: State.ACT_NOW, Severity.AMBER: State.LOOK, Severity.NOTE: State.NOTE}[severity]


def state_of_verdict(verdict: Verdict) -> State:
    """Below target is amber: something to look at, nothing to run for."""
    from agentdesk.domain.measure import Verdict

    return {
        Verdict.ON_TARGET: State.ON_TARGET,
        Verdict.BELOW_TARGET: State.LOOK,
        Verdict.TOO_EARLY: State.TOO_EARLY,
        Verdict.NONE: State.NOT_KNOWN,
    }[verdict]


def paint_mark(painter: QPainter, state: State, box: QRectF) -> None:
    """The state's shape within a square."""
    colour = QColor(colours(tokens_now())[state.token])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    side, middle = box.width(), box.center()
    if state is State.ACT_NOW:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top() + side * 0.06),
                    QPointF(box.right(), box.bottom() - side * 0.08),
                    QPointF(box.left(), box.bottom() - side * 0.08),
                ]
            )
        )
    elif state is State.LOOK:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top()),
                    QPointF(box.right(), middle.y()),
                    QPointF(middle.x(), box.bottom()),
                    QPointF(box.left(), middle.y()),
                ]
            )
        )
    elif state is State.ON_TARGET:
        painter.drawEllipse(box.adjusted(side * 0.06, side * 0.06, -side * 0.06, -side * 0.06))
    elif state is State.NOTE:
        painter.drawEllipse(box.adjusted(side * 0.25, side * 0.25, -side * 0.25, -side * 0.25))
    else:
        pen = QPen(colour, max(1.5, side * 0.14))
        if state is State.NOT_KNOWN:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12))
    painter.restore()


class _Shape(QWidget):
    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As tall as a line: beside words of two lines it stands at the first."""
        return QSize(scaled(14), max(scaled(14), self.fontMetrics().height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        side = min(self.width(), self.height()) - 1.0
        paint_mark(painter, self.state, QRectF(0.5, (self.height() - side) / 2, side, side))


class StateMark(QWidget):
    """A painted shape and a word. `words` replaces the state's own ("Ring back by 4:25 pm").

    With `wrap` it takes the width it is given and goes on in the next line; else it is as wide as its words.
    """

    def __init__(self, state: State, words: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = _Shape(state)
        self._words = StrongWords(wrap=wrap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, int(wrap))
        if not wrap:
            row.addStretch(1)
        self.set_state(state, words)

    @property
    def state(self) -> State:
        return self._shape.state

    def set_state(self, state: State, words: str = "") -> None:
        self._shape.state = state
        self._shape.update()
        self._words.setText(words or state.in_words)
        # The shape already says its state to those who see; those who listen need its word as well.
        spoken = state.in_words if words in ("", state.in_words) else f"{state.in_words}: {words}"
        self.setAccessibleName(spoken)
        self._words.setAccessibleName(spoken)

    def words(self) -> str:
        return self._words.text()
