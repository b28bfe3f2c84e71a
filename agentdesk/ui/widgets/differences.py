"""What stood there before beside what stands there now, sentence by sentence, the words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.beside import Beside
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.marked_words import MarkedWords
from agentdesk.ui.widgets.words import HairLine, QuietWords, StrongWords, Words

MOST_SENTENCES = 400
"""Of an instruction, compared one by one; beyond that the whole stands against the whole."""
MOST_WORDS = 400
"""Of a place, compared one by one; beyond that nothing in it is marked."""
MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Difference:
    """What stood in one place before, and what stands there now; either may be empty."""

    was: str
    now: str


@dataclass(frozen=True, slots=True)
class PartChanged:
    """A part of what an agent was told, with every place where it differs."""

    title: str
    differences: tuple[Difference, ...]


def differences(was: str, now: str) -> tuple[Difference, ...]:
    """Sentence by sentence, without what stayed as it was."""
    old, new = _sentences(was), _sentences(now)
    if len(old) > MOST_SENTENCES or len(new) > MOST_SENTENCES:
        return (Difference(was, now),)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        Difference("\n".join(old[first:last]), "\n".join(new[start:end]))
        for what, first, last, start, end in blocks
        if what != "equal"
    )


def differing(was: str, now: str) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """The letters of either that the other doesn't have, as [start, end); nothing where one of them is empty."""
    old, new = (tuple(re.finditer(r"\S+", each)) for each in (was, now))
    if not old or not new or max(len(old), len(new)) > MOST_WORDS:
        return (), ()
    matcher = SequenceMatcher(None, [each[0] for each in old], [each[0] for each in new], autojunk=False)
    blocks = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    return (
        tuple((old[first].start(), old[last - 1].end()) for _, first, last, _, _ in blocks if first < last),
        tuple((new[first].start(), new[last - 1].end()) for _, _, _, first, last in blocks if first < last),
    )


def _sentences(text: str) -> list[str]:
    return [each.strip() for each in re.split(r"\n+|(?<=[.!?])\s+", text) if each.strip()]


class Differences(Section):
    """Each part that differs: what stood there at the left, what stands there now at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("What is different"))
        self._place = QVBoxLayout()
        self._place.setSpacing(SPACE_12)
        self.body.addLayout(self._place)

    def show_changes(self, parts: Sequence[PartChanged]) -> None:
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            self._place.addWidget(self._card(part))
        self.setVisible(bool(parts))

    def _card(self, part: PartChanged) -> Card:
        card = Card(spacing=SPACE_12)
        card.add(StrongWords(part.title))
        shown = part.differences[:MOST_SHOWN]
        if not shown:
            card.add(Words(self.tr("Something that can't be told in words has changed.")))
        for at, each in enumerate(shown):
            if at:
                card.add(HairLine())
            old, new = differing(each.was, each.now)
            before = _Side(self.tr("Was"), each.was, self.tr("Nothing stood here."), old)
            after = _Side(self.tr("Now"), each.now, self.tr("It was taken out."), new)
            card.add(Beside(before, after, least=560, shares=(1, 1)))
        if len(part.differences) > MOST_SHOWN:
            rest = len(part.differences) - MOST_SHOWN
            card.add(QuietWords(self.tr("And {count} more places.").format(count=rest)))
        return card


class _Side(QWidget):
    def __init__(self, caption: str, words: str, otherwise: str, marked: Sequence[tuple[int, int]]) -> None:
        super().__init__()
        said = MarkedWords(words, marked) if words else QuietWords(otherwise)
        said.setAccessibleName(f"{caption}: {words or otherwise}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(QuietWords(caption))
        column.addWidget(said)
        column.addStretch(1)
