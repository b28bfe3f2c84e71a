"""What a page shows when there is nothing to show yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_12, SPACE_32
from agentdesk.ui.widgets.buttons import PrimaryButton
from agentdesk.ui.widgets.rows import Icon
from agentdesk.ui.widgets.words import QuietWords, Words


class EmptyState(QWidget):
    """An icon, a sentence that says why it is empty, and what to do about it where something can be done."""

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        quiet: str = "",
        action: str = "",
        do: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sentence = Words(sentence)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._quiet = QuietWords(quiet)
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_32, SPACE_32 * 2, SPACE_32, SPACE_32)
        column.setSpacing(SPACE_12)
        column.addWidget(Icon(icon_name, size=40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addWidget(self._quiet)
        self._quiet.setVisible(bool(quiet))
        if action and do is not None:
            column.addWidget(PrimaryButton(action, do), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def set_words(self, sentence: str, quiet: str = "") -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self._quiet.setText(quiet)
        self._quiet.setVisible(bool(quiet))

    def sentence(self) -> str:
        return self._sentence.text()
