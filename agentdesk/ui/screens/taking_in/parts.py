"""Where files are dropped, and words that unfold."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_32
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton
from agentdesk.ui.widgets.rows import Icon
from agentdesk.ui.widgets.words import QuietWords, SectionWords


class DropArea(QFrame):
    """Says what can be dropped, with a button for those who would rather choose."""

    choose_wanted = Signal()

    def __init__(self, words: str, quiet: str, choose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = PrimaryButton(choose, key="Ctrl+O")
        self.choose.clicked.connect(self.choose_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_32, SPACE_32, SPACE_32, SPACE_32)
        column.setSpacing(SPACE_12)
        heading = SectionWords(words)
        help_words = QuietWords(quiet)
        for label in (heading, help_words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Icon("import", size=32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(heading)
        column.addWidget(help_words)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_over(self, over: bool) -> None:
        """Something hangs above it."""
        self.setProperty("over", "true" if over else "false")
        self.style().unpolish(self)
        self.style().polish(self)


class _FoldButton(LinkButton):
    def set_open(self, open_: bool) -> None:
        self._icon_name = "chevron-down" if open_ else "chevron-right"
        self._tint()
        self.setAccessibleDescription(self.tr("Unfolded") if open_ else self.tr("Folded"))


class Fold(QWidget):
    """A line that unfolds what belongs to it."""

    def __init__(self, words: str, *, open_: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = _FoldButton(words)
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE_8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)
        self.button.clicked.connect(self._on_clicked)
        self.unfold(open_)

    @property
    def is_open(self) -> bool:
        return not self._body.isHidden()

    def unfold(self, open_: bool = True) -> None:
        """Show what belongs to it, or fold it away."""
        self._body.setVisible(open_)
        self.button.set_open(open_)

    def _on_clicked(self) -> None:
        self.unfold(not self.is_open)


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer among what is dropped or pasted."""
    return tuple(Path(each.toLocalFile()) for each in data.urls() if each.isLocalFile())
