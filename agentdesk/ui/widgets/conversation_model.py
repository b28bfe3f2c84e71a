"""What a conversation shows, row by row: pieces of turns, and rows that bring more. Without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from agentdesk.domain.call import Turn
from agentdesk.domain.finding import Finding, FindingStatus, Said
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State, state_of_severity
from agentdesk.ui.widgets.telling import place_in_call

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

TURNS_AT_A_TIME = 200
MOST_ROWS = 600
"""Rows that are laid out at once; what is far from where one reads goes behind "show" again."""
LETTERS_AT_A_TIME = 10_000


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a turn that somebody should look at, the colour and shape of why, and the reason beside them."""

    said: Said
    state: State
    note: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """What was said in a turn, or a part of it where it is very long. `first` piece names who and when."""

    turn: int
    start: int
    role: str
    text: str
    at: str
    stretches: tuple[tuple[int, int, State], ...] = ()
    notes: tuple[tuple[State, str], ...] = ()


@dataclass(frozen=True, slots=True)
class More:
    """A row that brings what is not shown: turns before, turns after, or the rest of a long turn."""

    kind: str
    words: str
    turn: int = 0


Row = Piece | More


def marks_of(findings: Sequence[Finding]) -> tuple[Mark, ...]:
    """The words that findings rest on. The reason stands beside the first words of each."""
    marks: list[Mark] = []
    for finding in findings:
        if finding.status is FindingStatus.WITHDRAWN:
            continue
        is_open = finding.status is FindingStatus.OPEN
        state = state_of_severity(finding.found.severity) if is_open else State.NOTE
        note = finding.found.reason
        for each in finding.found.evidence:
            if isinstance(each, Said):
                marks.append(Mark(each, state, note))
                note = ""
    return tuple(marks)


class ConversationModel(QAbstractListModel):
    """Rows of a conversation: at most `MOST_ROWS` at once, long turns a piece at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turns: tuple[Turn, ...] = ()
        self._marks: dict[int, list[Mark]] = {}
        self._agent = ""
        self._first = self._end = 0
        self._letters: dict[int, int] = {}
        self._rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(row)
        return None

    def set_turns(self, turns: Sequence[Turn], marks: Sequence[Mark], agent: str) -> None:
        """Another conversation, from its start."""
        self._turns, self._agent = tuple(turns), agent
        self._letters.clear()
        self.set_marks(marks, anew=False)
        self._first, self._end = 0, min(len(self._turns), TURNS_AT_A_TIME)
        self._reset()

    def set_marks(self, marks: Sequence[Mark], *, anew: bool = True) -> None:
        """Mark other words in the same conversation."""
        self._marks = {}
        for each in marks:
            self._marks.setdefault(each.said.turn, []).append(each)
        if anew:
            self._reset()

    def row_at(self, row: int) -> Row | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, turn: int) -> int | None:
        """The row where a turn begins, if it shows."""
        return next((at for at, each in enumerate(self._rows) if isinstance(each, Piece) and each.turn == turn), None)

    def show_turn(self, turn: int) -> None:
        """Bring a turn among the rows."""
        if not self._first <= turn < self._end and 0 <= turn < len(self._turns):
            self._first = max(0, turn - TURNS_AT_A_TIME // 2)
            self._end = min(len(self._turns), self._first + TURNS_AT_A_TIME)
            self._reset()

    def show_more(self, more: More) -> int:
        """Bring what the row stands for; the turn at which to go on reading."""
        if more.kind == "letters":
            self._letters[more.turn] = self._letters.get(more.turn, LETTERS_AT_A_TIME) + LETTERS_AT_A_TIME
            self._reset()
            return more.turn
        if more.kind == "before":
            here = self._first
            self._first = max(0, self._first - TURNS_AT_A_TIME)
            self._end = min(self._end, self._first + MOST_ROWS)
            self._reset()
            return here - 1
        here = self._end
        self._end = min(len(self._turns), self._end + TURNS_AT_A_TIME)
        self._first = max(self._first, self._end - MOST_ROWS)
        self._reset()
        return here

    def turn_words(self, turn: int) -> str:
        """All that was said in a turn, as it came."""
        return self._turns[turn].text

    def who(self, role: str) -> str:
        return _tr("Caller") if role == "caller" else self._agent or _tr("Agent")

    def spoken(self, row: Row) -> str:
        """A row for those who listen: "Caller, 0:14: …", and why it is marked."""
        if isinstance(row, More):
            return row.words
        who = ", ".join(each for each in (self.who(row.role), row.at) if each)
        notes = "".join(f" {state.in_words}: {note}" for state, note in row.notes)
        return f"{who}: {row.text}{notes}"

    def _reset(self) -> None:
        self.beginResetModel()
        rows: list[Row] = []
        if self._first:
            rows.append(
                More("before", _tr("Show what was said before ({count} turns)").format(count=f"{self._first:,}"))
            )
        for turn in range(self._first, self._end):
            rows += self._pieces(turn)
        left = len(self._turns) - self._end
        if left:
            rows.append(More("after", _tr("Show more of the call ({count} turns)").format(count=f"{left:,}")))
        self._rows = rows
        self.endResetModel()

    def _pieces(self, turn: int) -> list[Row]:
        said = self._turns[turn]
        limit = self._letters.get(turn, LETTERS_AT_A_TIME)
        text = shown(said.text[:limit])
        marked = self._stretches(turn, text)
        notes = tuple((each.state, each.note) for each in self._marks.get(turn, ()) if each.note)
        rows: list[Row] = []
        for start in range(0, max(1, len(text)), LETTERS_AT_A_TIME):
            end = min(len(text), start + LETTERS_AT_A_TIME)
            inside = tuple(
                (max(low, start) - start, min(high, end) - start, state)
                for low, high, state in marked
                if low < end and high > start
            )
            rows.append(
                Piece(
                    turn,
                    start,
                    said.role,
                    text[start:end] or _tr("(nothing was said)"),
                    place_in_call(said.at_seconds) if not start else "",
                    inside,
                    notes if not start else (),
                )
            )
        left = len(said.text) - limit
        if left > 0:
            rows.append(
                More("letters", _tr("Show more of this ({count} letters left)").format(count=f"{left:,}"), turn)
            )
        return rows

    def _stretches(self, turn: int, text: str) -> list[tuple[int, int, State]]:
        found = []
        for mark in self._marks.get(turn, ()):
            words = shown(mark.said.words)
            start = text.find(words) if words else -1
            if start >= 0:
                found.append((start, start + len(words), mark.state))
        return found


def _tr(words: str) -> str:
    return QCoreApplication.translate("Conversation", words)
