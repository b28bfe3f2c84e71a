"""One agent of the list."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.services.agents.agents import AgentRow
from agentdesk.ui.screens.agents.presenter import (
    brief_in_words,
    care_in_words,
    job_in_words,
    life_in_words,
    needs_in_words,
    week_in_words,
)
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.theme.type_scale import text_percent
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.pressable import Pressable
from agentdesk.ui.widgets.rows import Icon
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import joined, one_line
from agentdesk.ui.widgets.words import ElidedLabel, QuietWords, SectionWords, StrongWords, Words, spoken

LARGE_TEXT = 140
"""From this text size on, what stands beside a name stands below it."""


class AgentCard(Pressable):
    """Opens the agent's own page."""

    opened = Signal(str)

    def __init__(self, row: AgentRow, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent, framed=True)
        self._name = row.agent.name
        stage = QuietWords(life_in_words(row.agent), wrap=False)
        name = SectionWords(one_line(row.agent.name, 80))
        large = text_percent() >= LARGE_TEXT
        head = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        head.setSpacing(SPACE_4 if large else SPACE_12)
        head.addWidget(name, 1)
        head.addWidget(stage, 0, Qt.AlignmentFlag.AlignTop)
        lines: list[QWidget] = [Words(job_in_words(row.agent))]
        if row.trouble:
            lines += [StateMark(State.LOOK), StrongWords(row.trouble)]
        else:
            lines.append(Words(care_in_words(row.agent)))
        lines.append(QuietWords(self._quiet(row, zone)))
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addLayout(head)
        for each in lines:
            words.addWidget(each)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(SPACE_16, SPACE_16, SPACE_12, SPACE_16)
        whole.setSpacing(SPACE_12)
        whole.addLayout(words, 1)
        whole.addWidget(Icon("chevron-right", size=16), 0, Qt.AlignmentFlag.AlignVCenter)
        self.adopt(name, stage, *lines)
        said = [one_line(row.agent.name, 80), life_in_words(row.agent), job_in_words(row.agent)]
        said += [row.trouble or care_in_words(row.agent), self._quiet(row, zone)]
        self.setAccessibleName(spoken(*said))
        self.clicked.connect(self._on_clicked)

    @staticmethod
    def _quiet(row: AgentRow, zone: ZoneInfo) -> str:
        if not row.agent.decides:
            return needs_in_words(row.needs_you).capitalize() if row.needs_you else ""
        return joined((week_in_words(row, zone), brief_in_words(row)))

    def _on_clicked(self) -> None:
        self.opened.emit(self._name)


class UnlistedCard(Card):
    """An agent that takes calls without being on the list."""

    wanted = Signal(object)
    """The Agent to put on the list."""

    def __init__(self, row: AgentRow, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_8)
        self._agent = row.agent
        name = one_line(row.agent.name, 80)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        for each in (
            ElidedLabel(name),
            StateMark(State.LOOK),
            StrongWords(row.trouble or ""),
            QuietWords(week_in_words(row, zone)),
        ):
            words.addWidget(each)
        self.put = QuietButton(self.tr("Put it on the list"), self._on_put)
        self.put.setAccessibleName(self.tr("Put {agent} on the list").format(agent=name))
        large = text_percent() >= LARGE_TEXT
        line = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        line.setSpacing(SPACE_12)
        line.addLayout(words, 1)
        line.addWidget(self.put, 0, Qt.AlignmentFlag.AlignLeft if large else Qt.AlignmentFlag.AlignVCenter)
        self.add(line)

    def _on_put(self) -> None:
        self.wanted.emit(self._agent)
