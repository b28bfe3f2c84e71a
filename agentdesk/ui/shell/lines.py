"""Where the one channel's sentences show: a quiet line, and the bar for trouble."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import IconButton, LinkButton, QuietButton
from agentdesk.ui.widgets.rows import Icon
from agentdesk.ui.widgets.words import Words

READING_SECONDS = 6
"""A quiet line with nothing to press stays this long; with a button, twice as long."""


class ToastLine(QFrame):
    """A line at the bottom that says what was done and goes by itself. It takes no focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._words: Words | None = None
        self._do: Callable[[], None] | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def _build(self) -> Words:
        self._button = LinkButton("")
        self._button.clicked.connect(self._on_button)
        words = Words()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_16)
        row.addWidget(words, 1)
        row.addWidget(self._button)
        return words

    def tell(self, sentence: str, words: str = "", do: Callable[[], None] | None = None) -> None:
        """Show the sentence, with a button if there are words for it."""
        # The window is painted before anything is said, and sooner without these.
        self._words = self._words or self._build()
        self._words.setText(sentence)
        self._do = do
        self._button.set_words(words)
        self._button.setVisible(bool(words))
        self.show()
        self.raise_()
        self._place()
        self._clock.start(READING_SECONDS * (2 if words else 1) * 1000)
        announce(self, sentence)

    def sentence(self) -> str:
        return self._words.text() if self._words is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # also while the window is not up yet: it gets its size when it shows
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        widest = max(scaled(320), min(scaled(640), over.width() - 2 * SPACE_24))
        wide = min(widest, over.width() - 2 * SPACE_8)
        # what it asks for without a width is the height of the words on two lines
        self._row.activate()
        # the border is not the layout's
        border = self.rect().size() - self.contentsRect().size()
        self.resize(wide, self._row.heightForWidth(wide - border.width()) + border.height())
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - SPACE_16)

    def _on_button(self) -> None:
        do, self._do = self._do, None
        self.hide()
        if do is not None:
            do()


class TroubleBar(QFrame):
    """What is wrong and what to do next. Stays until closed or acted upon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._words: Words | None = None
        self._do: Callable[[], None] | None = None
        self.hide()

    def _build(self) -> Words:
        self._button = QuietButton("")
        self._button.clicked.connect(self._on_button)
        self._close = IconButton("close", self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        words = Words()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_8, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(Icon("warning", "red"))
        row.addWidget(words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        return words

    def tell(self, sentence: str, words: str = "", do: Callable[[], None] | None = None) -> None:
        """Show the sentence, with a button if there are words for it."""
        # The window is painted before anything is said, and sooner without these.
        self._words = self._words or self._build()
        self._words.setText(sentence)
        self._do = do
        self._button.set_words(words)
        self._button.setVisible(bool(words))
        self.show()
        announce(self, sentence, urgent=True)

    def sentence(self) -> str:
        return self._words.text() if self._words is not None and not self.isHidden() else ""

    def _on_button(self) -> None:
        do, self._do = self._do, None
        self.hide()
        if do is not None:
            do()


def announce(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Say it to those who listen."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, sentence)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
