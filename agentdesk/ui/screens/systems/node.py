"""One part of the picture: what it is, how it stands and since when. Pressing it opens what belongs to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.ui.screens.systems.words import Told
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.pressable import Pressable
from agentdesk.ui.widgets.rows import Icon
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import QuietWords, StrongWords, spoken


class NodeCard(Pressable):
    """The card that is pressed."""

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent, framed=True)
        self._caption = QuietWords(told.caption)
        self._name = StrongWords(told.name)
        self._mark = StateMark(told.state or State.NOTE, told.state_words)
        self._quiet = QuietWords(told.quiet)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        for label in (self._caption, self._name, self._mark, self._quiet):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_12, SPACE_12)
        row.setSpacing(SPACE_12)
        row.addWidget(Icon(told.icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(Icon("chevron-right", size=16), 0, Qt.AlignmentFlag.AlignVCenter)
        # shown before it has its place it would open a window
        self._mark.setVisible(told.state is not None)
        self._quiet.setVisible(bool(told.quiet))
        self.adopt(self._caption, self._name, self._mark, self._quiet)
        self.setAccessibleName(spoken(told.caption, told.name, told.state_words, told.quiet, told.order))


class Node(QWidget):
    """A card and, where something is wrong with it, the way to what can be done."""

    def __init__(
        self, told: Told, on_opened: Callable[[], None], on_fix: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.told = told
        self.card = NodeCard(told)
        self.card.clicked.connect(on_opened)
        self.fix = LinkButton(told.fix, on_fix)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.card)
        column.addWidget(self.fix, 0, Qt.AlignmentFlag.AlignLeft)
        self.fix.setVisible(bool(told.fix))
