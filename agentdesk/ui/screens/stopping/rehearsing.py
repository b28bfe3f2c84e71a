"""When the stop was tried, and the form that writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTimeEdit, QWidget

from agentdesk.services.control.stopping import StopCard
from agentdesk.ui.screens.stopping.presenter import rehearsal_in_words
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.ask import Ask
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.days import DayField
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import Words


class TimeField(QTimeEdit):
    """A time of day, typed or stepped. The wheel scrolls the page."""

    def __init__(self, at: time) -> None:
        super().__init__(QTime(at.hour, at.minute))
        self.setDisplayFormat("h:mm ap")
        self._fit()
        self.lineEdit().setTextMargins(SPACE_8, 0, 0, 0)  # the stylesheet does not reach into it

    def value(self) -> time:
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(scaled(128))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class RehearsalForm(Ask):
    """When, who, and what the test call showed."""

    def __init__(self, now: datetime, people: Sequence[str], parent: QWidget | None = None) -> None:
        """`now` on the business's wall."""
        super().__init__(
            self.tr("What happened?"), self.tr("Needed where the call reached nobody, else as you like."), parent
        )
        self.keep.set_words(self.tr("Write it down"))
        self.day = DayField(now.date())
        self.time = TimeField(now.time())
        self.who = ChoiceField[str]([(each, each) for each in people])
        self.worked = ChoiceField[bool | None](
            [
                # nobody is taken to have tried it who hasn't said so
                (None, self.tr("Choose…")),
                (True, self.tr("Yes, a person answered")),
                (False, self.tr("No, nobody answered")),
            ]
        )
        rows = QWidget()
        flow = Flow(rows, gap=SPACE_12)
        flow.addWidget(FormRow(self.tr("Day"), self.day))
        flow.addWidget(FormRow(self.tr("Time"), self.time))
        flow.addWidget(FormRow(self.tr("Who rang?"), self.who))
        flow.addWidget(FormRow(self.tr("Did a person answer?"), self.worked))
        self.column.insertWidget(0, rows)

    def at(self, zone: ZoneInfo) -> datetime:
        return datetime.combine(self.day.day(), self.time.value(), zone)


class RehearsalCard(Card):
    """The last rehearsal, and the way to write down another. What is typed stays until it was kept."""

    kept = Signal()
    """The form holds what is to be written down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_12)
        self.mark = StateMark(State.LOOK)
        self.words = Words()
        self.begin = QuietButton(self.tr("I rehearsed it"), self._on_begin)
        self.form: RehearsalForm | None = None
        self._now: datetime | None = None
        self._people: tuple[str, ...] = ()
        self.add(self.mark, self.words)
        self.body.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)

    def show_card(self, card: StopCard, people: Sequence[str], now: datetime, zone: ZoneInfo) -> None:
        state, mark, words = rehearsal_in_words(card, zone)
        self.mark.set_state(state, mark)
        self.words.setText(words)
        self._now, self._people = now, tuple(people)

    def put_away(self) -> None:
        """It was kept: the next time the form starts anew."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.begin.show()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        if self.form is not None:
            self.form.row.set_error(sentence)

    def _on_begin(self) -> None:
        if self.form is None and self._now is not None:
            self.form = RehearsalForm(self._now, self._people)
            self.form.kept.connect(self.kept)
            self.form.left.connect(self._on_left)
            self.add(self.form)
        if self.form is not None:
            self.begin.hide()
            self.form.show()
            self.form.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        if self.form is not None:
            self.form.hide()
        self.begin.show()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
