"""One caller who needs a person: what to do, who does it by when, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from agentdesk.domain.escalation import EscalationState
from agentdesk.domain.finding import Said
from agentdesk.domain.wording import clock_in_words, number_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.services.waiting.escalations import OpenEscalation
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.waiting.presenter import (
    LONGEST_NAME,
    WaitingPresenter,
    about_in_words,
    holder_in_words,
    runbook_steps,
    state_of,
    steps_in_words,
)
from agentdesk.ui.screens.waiting.what_happened import WhatHappened
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.conversation import ConversationView
from agentdesk.ui.widgets.conversation_model import marks_of
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.steps import NumberedSteps
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, SectionWords, Words

TALK_HEIGHT = 340
MOST_PEOPLE = 6
LONGEST_ON_A_BUTTON = 20


class WaitingCallScreen(Page):
    """Opens with `id`."""

    watches = frozenset({Subject.ESCALATIONS, Subject.CALLS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = WaitingPresenter(desk.services)
        self._id = 0
        self._open: OpenEscalation | None = None
        self._under_way: Running | None = None
        self.ask: WhatHappened | None = None
        self.gone = QuietWords()
        self.mark = StateMark(State.LOOK, wrap=True)
        self.reason = SectionWords()
        self.about, self.holder = QuietWords(), Words()
        self.rang = PrimaryButton(self.tr("I rang them"), self._on_rang)
        self.no_answer = QuietButton("", self._on_no_answer)
        self.number = LinkButton(self.tr("Show the whole number"), self._on_number)
        self.mine = QuietButton(self.tr("I'm on it"), self._on_mine)
        self._people_buttons: dict[QuietButton, str] = {}
        self._people_place = QVBoxLayout()
        self.buttons = flow_of(self.rang, self.mine, self.no_answer)
        self._ask_place = QVBoxLayout()
        self.head = Card(spacing=SPACE_12)
        self.head.add(self.mark, self.reason, self.about, self.holder)
        self.head.body.addWidget(self.number, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.add(self.buttons, self._people_place)
        self.head.body.addLayout(self._ask_place)
        self.runbook_steps = NumberedSteps()
        self.runbook = Section(self.tr("What to do"))
        steps = Card()
        steps.add(self.runbook_steps)
        self.runbook.add(steps)
        self.conversation = ConversationView()
        self.open_call = LinkButton(self.tr("Open the whole call"), self._on_call)
        talk = Card(padding=SPACE_8)
        talk.add(self.conversation)
        self.call = Section(self.tr("The call"))
        self.call.add(talk)
        self.call.body.addWidget(self.open_call, 0, Qt.AlignmentFlag.AlignLeft)
        self.events = Words(selectable=True)
        self.history = Section(self.tr("What happened so far"))
        self.history.add(self.events)
        self._parts = (self.head, self.runbook, self.call, self.history)
        self.add(self.gone, *self._parts)
        for part in (self.gone, *self._parts):
            part.hide()
        self.set_title(self.tr("Waiting for a person"))

    def open(self, **what: object) -> None:
        number = what.pop("id")
        if what or not isinstance(number, int):
            raise TypeError("a matter opens with its number")
        if number != self._id:
            self._put_ask_away()
            self._open = None
        self._id = number
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        presenter, number = self._presenter, self._id
        self._under_way = self._desk.runner.submit(
            Job("Reading who waits", lambda _: presenter.open_(number)), self._on_read, self._on_failed, within=self
        )

    def _on_read(self, open_: OpenEscalation) -> None:
        before, self._open = self._open, open_
        matter, zone, now = open_.escalation, self._desk.zone(), self._desk.clock.now()
        self.gone.hide()
        for part in (self.head, self.history):
            part.show()
        self.mark.set_state(*state_of(matter, now, zone))
        self.reason.setText(shown(matter.why))
        self.about.setText(about_in_words(open_, zone))
        done = matter.state is EscalationState.DONE
        if done and matter.outcome is not None:
            said = self.tr("{outcome}: {note}").format(outcome=matter.outcome.in_words, note=shown(matter.note))
            self.holder.setText(joined((said, one_line(matter.closed_by or "", LONGEST_NAME))))
        else:
            self.holder.setText(f"{holder_in_words(matter)}.")
        self.no_answer.set_words(
            self.tr("No answer: next try {when}").format(when=clock_in_words(open_.next_try, now, zone))
        )
        asking = self.ask is not None and not self.ask.isHidden()
        self.buttons.setVisible(not done and not asking)
        self.mine.setVisible(matter.state is EscalationState.WAITING or matter.who != self._desk.who())
        self._show_people(open_, hidden=done or asking)
        self.number.setVisible(bool(open_.call and open_.call.caller) and not done and not asking)
        if before is None or before.escalation.id != matter.id:
            self.number.set_words(self.tr("Show the whole number"))
        self.runbook.setVisible(bool(matter.runbook) and not done)
        self.runbook_steps.show_steps(runbook_steps(matter.runbook))
        if matter.rule:
            self.runbook.set_quiet(self.tr("From the brief: {rule}").format(rule=one_line(matter.rule, 80)))
        self._show_call(open_, before)
        self.events.setText(steps_in_words(open_, zone))

    def _show_people(self, open_: OpenEscalation, *, hidden: bool) -> None:
        taken_by = open_.escalation.who if open_.escalation.state is EscalationState.TAKEN else ""
        others = [each for each in open_.people if each not in (taken_by, self._desk.who())]
        wanted = () if hidden else tuple(others[:MOST_PEOPLE])
        if wanted == tuple(self._people_buttons.values()):
            return
        while (item := self._people_place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._people_buttons = {
            QuietButton(self.tr("{name} will ring").format(name=one_line(each, LONGEST_ON_A_BUTTON))): each
            for each in wanted
        }
        for button in self._people_buttons:
            button.clicked.connect(self._on_other)
        if self._people_buttons:
            self._people_place.addWidget(flow_of(*self._people_buttons))

    def _show_call(self, open_: OpenEscalation, before: OpenEscalation | None) -> None:
        call = open_.call
        self.call.setVisible(call is not None and call.answered)
        if call is None:
            return
        self.conversation.setMinimumHeight(scaled(TALK_HEIGHT))
        marks = marks_of((open_.finding,)) if open_.finding is not None else marks_of(())
        if before is not None and before.call == call:
            self.conversation.set_marks(marks)
            return
        self.conversation.set_conversation(call.turns, marks, call.agent or "")
        said = [each for each in open_.finding.found.evidence if isinstance(each, Said)] if open_.finding else []
        if said:
            self.conversation.go_to(said[0].turn)

    def _on_failed(self, trouble: Exception) -> None:
        for part in self._parts:
            part.hide()
        self.gone.setText(trouble_in_words(trouble, self.tr("I couldn't read this matter. Go back and try again.")))
        self.gone.show()

    # What a person does

    def _on_rang(self) -> None:
        if self._open is None:
            return
        if self.ask is None:
            self.ask = WhatHappened(self._desk, self._open.escalation.finding)
            self.ask.kept.connect(self._on_keep)
            self.ask.left.connect(self._on_left)
            self._ask_place.addWidget(self.ask)
        self.ask.show()
        self.ask.prepare()
        self.buttons.hide()
        self.number.hide()
        self._show_people(self._open, hidden=True)
        self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        if self.ask is not None and self._open is not None:
            self.ask.hide()
            self.buttons.show()
            self.number.setVisible(bool(self._open.call and self._open.call.caller))
            self._show_people(self._open, hidden=False)
            self.rang.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        if self.ask is None or self._open is None:
            return
        services, number, by = self._desk.services, self._id, self._desk.who()
        finding = self._open.escalation.finding
        outcome, words, again = self.ask.outcome.value(), self.ask.field.value(), self.ask.answer()
        self.ask.keep.setEnabled(False)

        def keep(_: object) -> None:
            if outcome is None:
                services.escalations.still_open(number, words, by)
                return
            services.escalations.could_close(number, outcome, words)
            if again is not None:
                services.putting_right.stop_again(finding, again, by)
            services.escalations.close(number, outcome, words, by)

        self._desk.runner.submit(
            Job("Keeping what happened", keep, Lane.WRITE), self._on_kept, self._on_refused, within=self
        )

    def _on_kept(self, _: None) -> None:
        still_open = self.ask is not None and self.ask.still_open
        self._put_ask_away()
        self.to_top()
        self._desk.tell.say(self.tr("Kept. It stays on the list.") if still_open else self.tr("Kept as done."))
        self.reload()

    def _on_refused(self, trouble: Exception) -> None:
        if self.ask is None:
            return
        self.ask.keep.setEnabled(True)
        otherwise = self.tr("I couldn't save that. What you wrote is still here. Press Keep again.")
        self.ask.row.set_error(trouble_in_words(trouble, otherwise))
        self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_ask_away(self) -> None:
        if self.ask is not None:
            self.ask.hide()
            self.ask.deleteLater()
            self.ask = None

    def _on_number(self) -> None:
        call = self._open.call if self._open is not None else None
        if call is not None and call.caller:
            self.number.set_words(number_in_words(call.caller))

    def _on_mine(self) -> None:
        self._take(self._desk.who())

    def _on_other(self) -> None:
        button = self.sender()
        if isinstance(button, QuietButton) and button in self._people_buttons:
            self._take(self._people_buttons[button])

    def _take(self, who: str) -> None:
        self._do(partial(self._desk.services.escalations.take, self._id, who, self._desk.who()))

    def _on_no_answer(self) -> None:
        if self._open is not None:
            at = self._open.next_try
            self._do(partial(self._desk.services.escalations.later, self._id, at, self._desk.who()))

    def _do(self, act: Callable[[], None]) -> None:
        self._desk.runner.submit(
            Job("Keeping who rings", lambda _: act(), Lane.WRITE), self._on_done, self._on_not_done, within=self
        )

    def _on_done(self, _: None) -> None:
        self.reload()

    def _on_not_done(self, trouble: Exception) -> None:
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("I couldn't save that. Try again.")))
        self.reload()

    def _on_call(self) -> None:
        if self._open is not None and self._open.call is not None:
            self._desk.go.to("call", id=self._open.call.id)
