"""The parts of a scorecard: a figure that opens its calls, what went wrong, and lists that fold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.measure import Verdict
from agentdesk.domain.scorecard import Figure, WentWrong
from agentdesk.domain.wording import day_in_words
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.pressable import Pressable
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State, StateMark, state_of_severity, state_of_verdict
from agentdesk.ui.widgets.words import QuietWords, SectionWords, StrongWords, Words, spoken


def halves(words: str) -> tuple[str, str]:
    """The head of a figure's sentence and what follows: "15 of 19" and "(likely between …)", as on paper."""
    for joint in (" (", "; "):
        at = words.find(joint)
        if 0 < at <= 60:
            return words[:at], words[at + 1 :].strip()
    return words, ""


def unbroken(words: str) -> str:
    """The same words; a number and its sign stay in one line."""
    return words.replace(" %", "\u00a0%")


def target_in_words(figure: Figure) -> str:
    """Like "Target 98 %", empty without one."""
    return f"Target {round(100 * figure.target, 1):g}\u00a0%" if figure.target is not None else ""


class FigureCard(Pressable):
    """One of the six: its name, the counts large, what is likely, target and last period, the word with its shape."""

    opened = Signal(object)
    """The Figure, to show what it was made from."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent, framed=True)
        self.figure = figure
        head, rest = halves(unbroken(figure.words))
        name = StrongWords(figure.name)
        large = SectionWords(head) if len(head) <= 40 else Words(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_4)
        labels: list[QWidget] = [name, large]
        if rest:
            labels.append(Words(rest))
        if figure.verdict is not Verdict.NONE:
            labels.append(StateMark(state_of_verdict(figure.verdict), figure.verdict.in_words))
        labels += [QuietWords(each) for each in self._below() if each]
        for each in labels:
            column.addWidget(each)
        column.addStretch(1)
        self.adopt(*labels)
        self.setEnabled(bool(figure.rows))
        self.clicked.connect(self._on_clicked)
        said = (figure.name, figure.words, figure.verdict.in_words, *self._below())
        self.setAccessibleName(spoken(*said))
        if figure.rows:
            self.setAccessibleDescription(self.tr("Opens the calls behind it"))
            self.setToolTip(self.tr("Show the calls behind it"))

    def _below(self) -> tuple[str, ...]:
        before = self.tr("Last period: {words}").format(words=unbroken(self.figure.last_period))
        by_chance = self.tr("From by-chance calls only") if self.figure.source != "all calls" else ""
        return target_in_words(self.figure), before if self.figure.last_period else "", by_chance

    def _on_clicked(self) -> None:
        self.opened.emit(self.figure)


class FigureRow(SentenceRow):
    """One of the others, in a line."""

    chosen = Signal(object)

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        before = f"Last period: {unbroken(figure.last_period)}" if figure.last_period else ""
        state = state_of_verdict(figure.verdict) if figure.verdict is not Verdict.NONE else None
        words = figure.verdict.in_words if state is not None else ""
        super().__init__(f"{figure.name}: {unbroken(figure.words)}", before, state=state, state_words=words)
        self.setParent(parent)
        self.figure = figure
        self.setEnabled(bool(figure.rows))
        self.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        self.chosen.emit(self.figure)


class WrongRow(SentenceRow):
    """What went wrong, when, and what was done about it."""

    chosen = Signal(str)
    """The finding's id."""

    def __init__(self, wrong: WentWrong, parent: QWidget | None = None) -> None:
        super().__init__(
            f"{wrong.what}. {shown(wrong.words)}",
            f"{day_in_words(wrong.on)} · What was done: {shown(wrong.what_was_done)}",
            state=state_of_severity(wrong.severity) if wrong.is_open else State.NOTE,
            state_words="Still open" if wrong.is_open else "Decided",
        )
        self.setParent(parent)
        self._finding = wrong.finding
        self.setEnabled(bool(wrong.finding))
        self.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        self.chosen.emit(self._finding)


class SentenceCard(Card):
    """A heading with sentences below."""

    def __init__(self, heading: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_8)
        self.heading = StrongWords(heading)
        self.add(self.heading, self._list)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        clear(self._list)
        for each in sentences or (self._empty,):
            self._list.addWidget(Words(shown(each), selectable=True))


class Fold(QWidget):
    """Something that is there if one looks for it."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QuietButton(heading, self._on_button)
        self.button.setCheckable(True)
        self.inside = Card()
        self.inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.inside)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Names with what they mean."""
        clear(self.inside.body)
        for name, meaning in pairs:
            self.inside.add(StrongWords(name), QuietWords(meaning))

    def _on_button(self) -> None:
        self.inside.setVisible(self.button.isChecked())


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
