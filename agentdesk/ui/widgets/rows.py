"""Rows that say one thing and open it, and the big figure."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.ui.theme.icons import pixmap
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_12, SPACE_16
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.pressable import Pressable
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import FigureWords, QuietWords, StrongWords, Words, spoken


class Icon(QWidget):
    """An icon in the colour of a token, as a picture beside words. It says nothing to those who listen."""

    def __init__(self, name: str, token: str = "quiet", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, token: str | None = None) -> None:
        self._name, self._token = name, token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._size), scaled(self._size))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        side = min(self.width(), self.height())
        picture = pixmap(self._name, self._token, side, self.devicePixelRatioF())
        QPainter(self).drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)


class SentenceRow(Pressable):
    """One sentence that opens: a state mark above where there is one, a quiet second line, a chevron.

    `right` is quiet words at the right ("3:51 pm", "£0.42"). All words are plain and may come from anywhere.
    """

    opened = Signal()

    def __init__(
        self,
        sentence: str,
        quiet: str = "",
        *,
        state: State | None = None,
        state_words: str = "",
        right: str = "",
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sentence = (StrongWords if strong else Words)(sentence)
        self._quiet = QuietWords(quiet)
        self._right = QuietWords(right, wrap=False)
        self._mark = StateMark(state or State.NOTE, state_words, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        for label in (self._mark, self._sentence, self._quiet):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_12, SPACE_12)
        row.setSpacing(SPACE_12)
        row.addLayout(words, 1)
        row.addWidget(self._right, 0, Qt.AlignmentFlag.AlignVCenter)
        self._at_right = row
        row.addWidget(Icon("chevron-right", size=16), 0, Qt.AlignmentFlag.AlignVCenter)
        self.adopt(self._mark, self._sentence, self._quiet, self._right)
        self.clicked.connect(self.opened)
        self._state = state
        self.set_words(sentence, quiet, state=state, state_words=state_words, right=right)

    def set_words(
        self, sentence: str, quiet: str = "", *, state: State | None = None, state_words: str = "", right: str = ""
    ) -> None:
        """Say something else."""
        self._state = state
        self._sentence.setText(sentence)
        self._quiet.setText(quiet)
        self._quiet.setVisible(bool(quiet))
        self._right.setText(right)
        self._right.setVisible(bool(right))
        self._mark.setVisible(state is not None)
        if state is not None:
            self._mark.set_state(state, state_words)
        spoken = (self._mark.accessibleName() + "." if state is not None else "", sentence, quiet, right)
        self.setAccessibleName(" ".join(each for each in spoken if each))

    def put_at_right(self, button: QWidget) -> None:
        """Stands before the chevron and is pressed by itself: the row doesn't open."""
        self._at_right.insertWidget(self._at_right.count() - 1, button, 0, Qt.AlignmentFlag.AlignVCenter)

    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def state(self) -> State | None:
        return self._state


class BigFigure(Pressable):
    """One figure in 34 pt with its caption; opens what it was made from. `small` takes the section size."""

    opened = Signal()

    def __init__(
        self,
        figure: str,
        caption: str,
        *,
        state: State | None = None,
        state_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, framed=True)
        self._figure = FigureWords(figure)
        self._caption = QuietWords(caption)
        self._mark = StateMark(state or State.NOTE, state_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_4)
        for label in (self._figure, self._mark, self._caption):
            column.addWidget(label)
        column.addStretch(1)
        self.adopt(self._figure, self._mark, self._caption)
        self.clicked.connect(self.opened)
        self.set_figure(figure, caption, state=state, state_words=state_words)

    def set_figure(self, figure: str, caption: str, *, state: State | None = None, state_words: str = "") -> None:
        """Show another figure."""
        self._figure.setText(figure)
        self._caption.setText(caption)
        self._mark.setVisible(state is not None)
        if state is not None:
            self._mark.set_state(state, state_words)
        said = (figure, caption, self._mark.accessibleName() if state is not None else "")
        self.setAccessibleName(spoken(*said))
