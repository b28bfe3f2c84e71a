"""A file before it is taken in: how many, the first few, what its columns mean, what can't be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.domain.wording import counted
from agentdesk.services.connections.importing import Preview, What, separators
from agentdesk.ui.screens.taking_in.parts import Fold
from agentdesk.ui.screens.taking_in.presenter import Answers, Looked
from agentdesk.ui.screens.taking_in.words import Row, fields_of, headings, how_it_was_read, row_of
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.theme.type_scale import scaled, text_percent
from agentdesk.ui.widgets.buttons import IconButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import ElidedLabel, QuietWords, SectionWords, StrongWords, Words

_LARGE_TEXT = 140
"""From this text size on, things stand one below the other."""
_UNREAD_SHOWN = 50
_SHARES: dict[What, tuple[int, int, int]] = {"calls": (3, 2, 5), "bookings": (4, 3, 3)}
"""How the three columns share the width."""
_FEW = 3
"""So many are shown without being asked for."""


class FileCard(Card):
    """Shows one file and hands on what the owner says about it."""

    answered = Signal(object, object)
    """The Looked and the Answers."""
    left_out = Signal(object)

    def __init__(self, file: Looked, zone: ZoneInfo, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_12)
        self.file = file
        """As it was looked at."""
        self.columns: dict[str, ChoiceField[str]] = {}
        self.choices: list[QuietButton] = []
        self.folds: list[Fold] = []
        self.holds: ChoiceField[What] | None = None
        """Calls or diary entries, where columns may be those of either."""
        self.between: ChoiceField[str] | None = None
        """The sign between columns, where there are any."""
        self._head()
        preview = file.preview
        if preview is None:
            return
        self._questions(preview)
        if preview.reading.examples:
            self._examples(preview, zone, today)
        for note in preview.reading.notes:
            self.add(QuietWords(shown(note)))
        self._unread(preview)
        if not _speaks_for_itself(preview):
            self._mapping(preview)
        self._how(preview)

    def headline(self) -> str:
        """What the card says first."""
        file = self.file
        if file.preview is None:
            return file.name
        reading = file.preview.reading
        if not reading.ready:
            asked = len(reading.questions)
            number = self.tr("one question") if asked == 1 else counted(asked, "question", "questions")
            return self.tr("{name}: {questions} first").format(name=file.name, questions=number)
        one, many = ("call", "calls") if file.preview.what == "calls" else ("diary entry", "diary entries")
        return self.tr("{amount} in {name}").format(amount=counted(reading.understood, one, many), name=file.name)

    def here(self) -> str:
        """The name of the list of this card that the keyboard is on; empty elsewhere."""
        at = self.window().focusWidget()
        return at.accessibleName() if isinstance(at, ChoiceField) and self.isAncestorOf(at) else ""

    def go_to(self, name: str) -> bool:
        """Put the keyboard on the list with that name. False where there is none."""
        for each in self.findChildren(ChoiceField):
            if name and each.accessibleName() == name:
                for fold in self.folds:
                    if fold.isAncestorOf(each):
                        fold.unfold()
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def first_answer(self) -> QWidget | None:
        """Where what is asked first is answered; None where nothing is asked."""
        return self.choices[0] if self.choices else self.holds if self.file.asks else None

    def _head(self) -> None:
        away = IconButton("close", self.tr("Leave {name} out").format(name=self.file.name))
        away.clicked.connect(self._on_left_out)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        if self.file.refused:
            words.addWidget(StateMark(State.LOOK, self.tr("Not read")))
            words.addWidget(StrongWords(self.headline()))
            words.addWidget(Words(self.file.refused))
        else:
            words.addWidget(SectionWords(self.headline()))
        reading = self.file.preview.reading if self.file.preview else None
        if reading is not None and reading.repeated:
            said = self.tr("{number} stood in it more than once. The last of each counts.")
            words.addWidget(QuietWords(said.format(number=f"{reading.repeated:,}")))
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addLayout(words, 1)
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        self.add(row)

    def _questions(self, preview: Preview) -> None:
        if _columns_asked(preview):
            # columns that say nothing may be those of either; which it is comes before what they mean
            self.add(self._what_it_holds(preview))
        for question in preview.reading.questions:
            self.add(Words(shown(question.words)))
            if question.about == "day_first":
                row = QHBoxLayout()
                row.setSpacing(SPACE_8)
                for at, choice in enumerate(question.choices):
                    button = QuietButton(self.tr("The {day}").format(day=choice))
                    button.setProperty("day_first", at == 0)
                    button.clicked.connect(self._on_order)
                    self.choices.append(button)
                    row.addWidget(button)
                row.addStretch(1)
                self.add(row)

    def _examples(self, preview: Preview, zone: ZoneInfo, today: date) -> None:
        examples: tuple[Call | Booking, ...] = preview.reading.examples
        rows = [row_of(record, zone, today) for record in examples]
        if text_percent() >= _LARGE_TEXT:
            for when, who, words in rows:
                self.add(Words(f"{when} · {who}"), ElidedLabel(words))
        else:
            self.add(_table(preview.what, rows))
        more = preview.reading.understood - len(preview.reading.examples)
        if more > 0:
            self.add(QuietWords(self.tr("and {number} more").format(number=f"{more:,}")))

    def _unread(self, preview: Preview) -> None:
        reading = preview.reading
        if not reading.unread_count:
            return
        amount = counted(reading.unread_count, "record", "records")
        few = reading.unread_count <= _FEW
        fold = self._fold(self.tr("Couldn't read {amount}").format(amount=amount), open_=few)
        for each in reading.unread[:_UNREAD_SHOWN]:
            words = self.tr("{where}: {why}").format(where=shown(each.where).capitalize(), why=shown(each.why))
            fold.body.addWidget(Words(words))
        more = reading.unread_count - min(len(reading.unread), _UNREAD_SHOWN)
        if more > 0:
            fold.body.addWidget(QuietWords(self.tr("and {number} more").format(number=f"{more:,}")))

    def _mapping(self, preview: Preview) -> None:
        reading = preview.reading
        asked = {each.field for each in reading.questions}
        fold = self._fold(self.tr("Which column means what"), open_=_columns_asked(preview))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_8)
        large = text_percent() >= _LARGE_TEXT
        grid.setColumnStretch(0 if large else 2, 1)
        for at, (field, words) in enumerate(fields_of(preview.what).items()):
            choice = ChoiceField[str](
                (("", self.tr("Not in this file")), *((each, shown(each)) for each in reading.columns)),
                value=reading.mapping.get(field, ""),
            )
            choice.setAccessibleName(words)
            choice.setMinimumWidth(scaled(220))
            choice.setMaximumWidth(scaled(320))
            choice.chosen.connect(self._on_column)
            self.columns[field] = choice
            parts = [
                Words(words, wrap=False),
                choice,
                *([StateMark(State.LOOK, self.tr("Needed"))] if field in asked else []),
            ]
            for place, part in enumerate(parts):
                grid.addWidget(part, *((len(parts) * at + place, 0) if large else (at, place)))
        fold.body.addLayout(grid)

    def _how(self, preview: Preview) -> None:
        # one column alone is what a sign that was guessed wrong leaves
        fold = self._fold(self.tr("How it was read"), open_=len(preview.reading.columns) == 1)
        for words in how_it_was_read(preview):
            fold.body.addWidget(Words(shown(words)))
        if preview.reading.separator:
            if not _columns_asked(preview):
                fold.body.addWidget(self._what_it_holds(preview))
            signs = separators()
            self.between = ChoiceField[str](
                tuple((sign, self.tr("Kept apart by {signs}").format(signs=words)) for sign, words in signs.items()),
                value=next(sign for sign, words in signs.items() if words == preview.reading.separator),
            )
            self.between.setAccessibleName(self.tr("What keeps the columns apart"))
            self.between.setMaximumWidth(scaled(320))
            self.between.chosen.connect(self._on_between)
            fold.body.addWidget(self.between)

    def _what_it_holds(self, preview: Preview) -> ChoiceField[What]:
        self.holds = ChoiceField[What](
            (("calls", self.tr("It holds calls")), ("bookings", self.tr("It holds diary entries"))),
            value=preview.what,
        )
        self.holds.setAccessibleName(self.tr("What the file holds"))
        self.holds.setMaximumWidth(scaled(320))
        self.holds.chosen.connect(self._on_holds)
        return self.holds

    def _fold(self, words: str, *, open_: bool = False) -> Fold:
        fold = Fold(words, open_=open_)
        self.folds.append(fold)
        self.add(fold)
        return fold

    def _on_left_out(self) -> None:
        self.left_out.emit(self.file)

    def _on_order(self) -> None:
        said = self.file.answers
        button = self.sender()
        if isinstance(button, QuietButton):
            day_first = bool(button.property("day_first"))
            self.answered.emit(self.file, replace(said, day_first=day_first))

    def _on_column(self) -> None:
        mapping = {field: choice.value() or "" for field, choice in self.columns.items()}
        self.answered.emit(self.file, replace(self.file.answers, mapping=mapping))

    def _on_holds(self) -> None:
        if self.holds is not None:
            self.answered.emit(self.file, Answers(self.holds.value(), separator=self.file.answers.separator))

    def _on_between(self) -> None:
        # other signs make other columns: what was said of them no longer holds
        if self.between is not None:
            self.answered.emit(self.file, Answers(self.file.answers.what, separator=self.between.value()))


def _table(what: What, rows: Sequence[Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_16)
    grid.setVerticalSpacing(SPACE_8)
    for column, (words, share) in enumerate(zip(headings(what), _SHARES[what], strict=True)):
        grid.addWidget(QuietWords(words, wrap=False), 0, column)
        grid.setColumnStretch(column, share)
    for at, row in enumerate(rows, 1):
        for column, words in enumerate(row):
            grid.addWidget(ElidedLabel(words), at, column)
    return grid


def _columns_asked(preview: Preview) -> bool:
    return any(each.about == "column" for each in preview.reading.questions)


def _speaks_for_itself(preview: Preview) -> bool:
    """Whether there are no columns to choose from, or each is already called what it is."""
    reading = preview.reading
    plain = all(field == column for field, column in reading.mapping.items())
    return not reading.columns or (plain and not reading.separator and reading.ready)
