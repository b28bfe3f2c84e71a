"""A call of the review: its words, why it is looked at, and one question large under it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call, caller_in_words
from agentdesk.domain.finding import FindingStatus, Severity
from agentdesk.domain.review import Reply
from agentdesk.domain.wording import moment_in_words
from agentdesk.services.calls.masking import for_lists
from agentdesk.ui.screens.review.shown import AtCall, GoneCall
from agentdesk.ui.theme.tokens import CONTENT_WIDTH, SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.conversation import ConversationView
from agentdesk.ui.widgets.conversation_model import marks_of
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.hidden_line import HiddenLine, details_in_words
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import (
    booking_told,
    booking_when,
    cost_in_words,
    joined,
    length_in_words,
    outcome_in_words,
    status_in_words,
)
from agentdesk.ui.widgets.three_answers import ThreeAnswers
from agentdesk.ui.widgets.words import QuietWords, SectionWords, Words


class _Talk(ConversationView):
    """As tall as there is room; only where it would get too small to read does the page itself scroll."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(110))


class CallPage(QWidget):
    """Keys 1 2 3 and 0 answer, N goes to the note, Backspace to the question before, arrows scroll the words."""

    answered = Signal(Reply, str)
    went_back = Signal()
    left_for_next_week = Signal(object)
    """The call's id."""
    details_wanted = Signal(object, str)
    """The call's id, and what of it somebody asks to see; `show_details` shows it."""

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._call: int | None = None
        self._at: AtCall | None = None
        self._details_shown = False
        self._asked: tuple[int, str] | None = None
        self.is_new = False
        """Whether the call that shows came with this question."""
        self.head = QuietWords()
        self.why = StateMark(State.LOOK, wrap=True)
        self.reasons = Words()
        self.entry = QuietWords()
        self.hidden = HiddenLine()
        self.hidden.wanted.connect(self._on_details)
        self.hidden.enough.connect(self._on_hide)
        self.talk = _Talk()
        self.silent = Words(self.tr("Nothing was said in this call, or the service no longer has its words."))
        self.question = SectionWords()
        self.number = QuietWords()
        self.answers = ThreeAnswers(self)
        self.note = TextField(limit=500, hint=self.tr("Note, if you like"))
        self.note.setAccessibleName(self.tr("Note to this answer, if you like"))
        self.note.setToolTip(self.tr("Note to this answer (N)"))
        self.back_button = LinkButton(self.tr("Back"), self._on_back, icon_name="back")
        self.back_button.setToolTip(self.tr("The question before (Backspace)"))
        self.later_button = LinkButton(self.tr("Leave for next week"), self._on_later)
        self.later_button.setAccessibleName(self.tr("Leave this call for next week"))
        self.gone_button = PrimaryButton(self.tr("Go on without it"), self._on_later)
        self._ask = Card(spacing=SPACE_12)
        self._foot = QGridLayout()
        self._foot.setHorizontalSpacing(SPACE_16)
        self._foot.setColumnStretch(1, 1)
        self._narrow: bool | None = None
        self._ask.add(self.number, self.question, self.answers, self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for each in (self.head, self.why, self.reasons, self.entry, self.hidden):
            column.addWidget(each)
        column.addWidget(self.talk, 1)
        column.addWidget(self.silent, 1)
        column.addWidget(self._ask)
        column.addWidget(self.gone_button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMaximumWidth(scaled(CONTENT_WIDTH))
        self.answers.answered.connect(self._on_answered)
        self.note.returnPressed.connect(self.answers.focus_first)
        self._arrange(narrow=False)
        for key, do in (("N", self._on_note), ("Backspace", self._on_back)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(do)

    def show_call(self, at: AtCall, *, can_go_back: bool) -> None:
        """Another question; the words stay where one was reading while the call is the same."""
        look = at.look
        self._visible(True)
        self.back_button.setVisible(can_go_back)
        self.is_new = look.call.id != self._call
        self._at = at
        if self.is_new:
            self._call, self._details_shown = look.call.id, False
            self._show_words(at)
        self.question.setText(look.question.text)
        self.number.setText(self.tr("Question {number} of {of}").format(number=look.question_number, of=look.questions))
        self.answers.ask(look.question.text, at.before.reply if at.before is not None else None)
        asked = (look.call.id, look.question.id)
        if asked != self._asked:
            self._asked = asked
            self.note.set_value(at.before.note if at.before is not None else "")

    def show_gone(self, gone: GoneCall) -> None:
        """The call is no longer kept: nothing to ask about it."""
        self._call, self._at = gone.call, None
        self._visible(False)
        self.reasons.setText(gone.sentence)
        self.reasons.show()

    def show_details(self, call: int) -> None:
        """What was hidden of a call may be seen now; nothing happens where another one shows meanwhile."""
        if self._at is not None and call == self._call:
            self._details_shown = True
            self._show_words(self._at)

    def focus_first(self) -> None:
        """The keyboard on the answers."""
        if self.gone_button.isHidden():
            self.answers.focus_first()
        else:
            self.gone_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_focus(self) -> None:
        """The next question: the keyboard stays where it is, but never in the note of the question before."""
        here = QApplication.focusWidget()
        if here is None or here is self.note or not self.isAncestorOf(here) or not here.isVisible():
            self.focus_first()

    def leave_note(self) -> bool:
        """Takes the keyboard out of the note; False when it was not there."""
        if not self.note.hasFocus():
            return False
        self.answers.focus_first()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.talk.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -3 * bar.singleStep(),
            Qt.Key.Key_Down: 3 * bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        before = bar.value()
        bar.setValue(before + steps.get(Qt.Key(event.key()), 0))
        if bar.value() == before:
            super().keyPressEvent(event)  # at the end of the words the page itself scrolls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < scaled(560))

    def _arrange(self, *, narrow: bool) -> None:
        """Back, note and later in a line; one under the other where there is no room."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._foot.addWidget(self.back_button, int(narrow), 0)
        self._foot.addWidget(self.note, 0, 0 if narrow else 1, 1, 3 if narrow else 1)
        self._foot.addWidget(self.later_button, 2 * int(narrow), 0 if narrow else 2, 1, 3 if narrow else 1)

    def _visible(self, here: bool) -> None:
        self._ask.setVisible(here)
        self.gone_button.setVisible(not here)
        if not here:
            for each in (self.head, self.why, self.entry, self.hidden, self.talk, self.silent):
                each.hide()

    def _show_words(self, at: AtCall) -> None:
        call = at.look.call if self._details_shown else at.hidden.call
        findings = at.look.findings if self._details_shown else at.hidden.findings
        reasons = at.look.why if self._details_shown else tuple(for_lists(each) for each in at.look.why)
        self.head.setText(_told(call, self._zone))
        self.head.show()
        self.why.show()
        chance = self.tr("Picked by chance")
        wrong = self.tr("May be wrong")
        self.why.set_state(_state(at), chance if at.by_chance else wrong)
        self.reasons.setText(" ".join(shown(each) for each in reasons))
        self.reasons.setVisible(bool(at.look.why))
        self.entry.setText(self._diary(at.look.bookings) if at.about_booking else "")
        self.entry.setVisible(at.about_booking)
        self.hidden.show_hidden(at.hidden.details, at.asked, self._zone, is_open=self._details_shown)
        marks = marks_of(findings)
        self.talk.set_conversation(call.turns, marks, call.agent or "")
        self.talk.setVisible(bool(call.turns))
        self.silent.setVisible(not call.turns)
        if marks:
            self.talk.go_to(min(each.said.turn for each in marks))

    def _diary(self, entries: tuple[Booking, ...]) -> str:
        if not entries:
            return self.tr("Nothing in the diary belongs to this call.")
        told = (
            joined((booking_when(each, self._zone), booking_told(each), status_in_words(each.status)))
            for each in entries
        )
        return self.tr("In the diary: {entries}").format(entries="; ".join(told))

    def _on_details(self) -> None:
        if self._at is not None:
            self.details_wanted.emit(self._call, details_in_words(self._at.hidden.details))

    def _on_hide(self) -> None:
        self._details_shown = False
        if self._at is not None:
            self._show_words(self._at)

    def _on_answered(self, reply: Reply) -> None:
        self.answered.emit(reply, self.note.value())

    def _on_note(self) -> None:
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_back(self) -> None:
        if not self.back_button.isHidden():
            self.went_back.emit()

    def _on_later(self) -> None:
        if self._call is not None:
            self.left_for_next_week.emit(self._call)


def _state(at: AtCall) -> State:
    """How grave the gravest open finding is; a reason without a finding is something to look at."""
    if at.by_chance:
        return State.NOTE
    red = any(each.found.severity is Severity.RED and each.status is FindingStatus.OPEN for each in at.look.findings)
    return State.ACT_NOW if red else State.LOOK


def _told(call: Call, zone: ZoneInfo) -> str:
    return joined(
        (
            moment_in_words(call.started_at, zone),
            caller_in_words(call.caller),
            length_in_words(call.seconds),
            outcome_in_words(call.outcome),
            cost_in_words(call.cost),
        )
    )
