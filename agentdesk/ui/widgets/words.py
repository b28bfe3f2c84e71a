"""Text on the screen. Always plain: what callers and services send is never markup."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_4, SPACE_16
from agentdesk.ui.theme.type_scale import text_percent
from agentdesk.ui.widgets.plain_text import breakable, shown

LARGE_PERCENT = 140
"""From this text size on, things stand below each other that stand side by side in smaller text."""
_UNIT = re.compile(r"(?<=\d) (?=[ap]m\b|%)")
_KEPT = re.compile("(?<=\\d)\N{NO-BREAK SPACE}(?=[ap]m\\b|%)")
LONGEST = 10_000
"""Letters that one label shows: more takes the window's time, and nobody reads it in a label."""


def literal(words: str) -> str:
    """The words as a button, tick box or menu must be given them to show "&" as it is."""
    return words.replace("&", "&&")


def spoken(*parts: str) -> str:
    """Parts of what is on the screen as one spoken name: a full stop between, and never two."""
    return ". ".join(each.rstrip(".") for each in parts if each)


class Words(QLabel):
    """Body text. Wraps; `selectable` lets the owner copy it with mouse or keyboard.

    Fit for words from outside: control characters show as signs, endless words break, endless text ends with "…".
    "3:51" never parts from "pm" at the end of a line, nor "57" from "%"; `text` gives the words as they came.
    """

    def __init__(
        self, words: str = "", parent: QWidget | None = None, *, wrap: bool = True, selectable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(words)

    def setText(self, words: str) -> None:
        cut = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
        super().setText(_UNIT.sub("\N{NO-BREAK SPACE}", breakable(shown(cut))))

    def text(self) -> str:
        return _KEPT.sub(" ", super().text())


class StrongWords(Words):
    """Body text that leads a card or row."""


class QuietWords(Words):
    """What is there if one looks for it: dates, sources, second lines."""


class HelpWords(Words):
    """Help under a field."""


class ErrorWords(Words):
    """What is wrong with a field, in one sentence."""


class SectionWords(Words):
    """The heading of a part of a page."""


class TitleWords(Words):
    """The title of a page."""


class FigureWords(Words):
    """The one big figure."""


class ElidedLabel(QLabel):
    """One line that ends with "…" where there is no room. The tool-tip and the spoken name hold all of it."""

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        where: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._where = where
        self._shown = ""
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        # A label works on its whole text even where it shows little of it.
        self.setText(" ".join(shown(words[:2000]).split()))
        self.setAccessibleName(self.text())
        self._elide()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), self._shown)

    def _elide(self) -> None:
        self._shown = self.fontMetrics().elidedText(self.text(), self._where, self.contentsRect().width())
        # A tool-tip guesses whether it is markup; escaping keeps it literal.
        self.setToolTip(plain_tip(self.text()) if self._shown != self.text() else "")


def plain_tip(words: str) -> str:
    """Words as a tool-tip shows them literally: a tool-tip has no plain-text switch."""
    if "<" not in words and "&" not in words:
        return words
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>"


class HairLine(QFrame):
    """A line of one pixel between things that belong together."""


class PageTitle(QWidget):
    """A page's title, with quiet words at the right: "Fri 27 Nov · 4:02 pm"."""

    def __init__(self, title: str = "", quiet: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TitleWords(title)
        self._quiet = QuietWords(quiet, wrap=False)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_16)
        self._row.addWidget(self._title, 1)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(SPACE_4)
        self._below.addLayout(self._row)
        self._is_below: bool | None = None
        self._fit()
        self._quiet.setVisible(bool(quiet))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Beside the title, both on one line; below it in large text, where the title needs the width."""
        below = text_percent() >= LARGE_PERCENT
        if below is not self._is_below:
            self._is_below = below
            if below:
                self._below.addWidget(self._quiet)
            else:
                self._row.insertWidget(1, self._quiet, 0, Qt.AlignmentFlag.AlignBottom)
        for label in (self._title, self._quiet):
            label.ensurePolished()
        drop = self._title.fontMetrics().descent() - self._quiet.fontMetrics().descent()
        self._quiet.setContentsMargins(0, 0, 0, 0 if below else max(0, drop))

    def set_title(self, title: str, quiet: str = "") -> None:
        self._title.setText(title)
        self.set_quiet(quiet)

    def set_quiet(self, quiet: str) -> None:
        self._quiet.setText(quiet)
        self._quiet.setVisible(bool(quiet))

    def title(self) -> str:
        return self._title.text()

    def add(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
