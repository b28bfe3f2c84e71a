"""The emergency stop: pressed once, proven by reading back, with the numbered way by hand beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from agentdesk.domain.act import ActRecord, ActState
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.services.changes import Subject
from agentdesk.services.control.steering import ChangedMeanwhile
from agentdesk.services.control.stopping import StopCard, Stopped
from agentdesk.ui.desk import Desk, Offer
from agentdesk.ui.screens.stopping.presenter import standing
from agentdesk.ui.screens.stopping.rehearsing import RehearsalCard
from agentdesk.ui.shell.agent_page import AgentPage
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.ask import AnswerField
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.steps import NumberedSteps
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, SectionWords, Words


@dataclass(frozen=True, slots=True)
class _Read:
    card: StopCard
    people: tuple[str, ...]


class StopScreen(AgentPage):
    """The stop of one agent."""

    watches = frozenset({Subject.ACTS, Subject.AGENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._read: _Read | None = None
        self.mark = StateMark(State.NOTE)
        self.words = SectionWords()
        self.quiet = Words()
        self.unwritten = QuietWords()
        self.unwritten.hide()
        self.note = Words()
        self.number = AnswerField(limit=40, hint=self.tr("For example: 0113 496 0199"))
        self._number_row = FormRow(
            self.tr("Send calls back to a person: which number?"),
            self.number,
            self.tr(
                "Where the service can put calls through, they go there."
                " Where it can't, forward your number there at your phone company."
            ),
        )
        self.stop = PrimaryButton("", self._on_stop)
        self.start = QuietButton("", self._on_start)
        self.leave_it = QuietButton(self.tr("Leave it as it is"), self._on_leave_it)
        ends = QWidget()
        flow = Flow(ends)
        for button in (self.stop, self.start, self.leave_it):
            flow.addWidget(button)
        self.number.returnPressed.connect(self.stop.click)
        self.number.left.connect(self._on_leave_it)
        self.head = Card(spacing=SPACE_12)
        self.head.add(self.mark, self.words, self.quiet, self.note, self.unwritten, self._number_row, ends)
        self.by_hand = Section("")
        self._steps_card = Card(spacing=SPACE_8)
        self._steps = NumberedSteps()
        self._steps_card.add(self._steps)
        self.by_hand.add(self._steps_card)
        self.rehearsal = RehearsalCard()
        self.rehearsal.kept.connect(self._on_rehearsed)
        rehearsed = Section(self.tr("Was it rehearsed?"))
        rehearsed.add(self.rehearsal)
        self._parts = (self.head, self.by_hand, rehearsed)
        self.add(*self._parts)
        self.content.addStretch(1)
        for part in self._parts:
            part.hide()
        self.set_title(self.tr("Emergency stop"))

    def forget(self) -> None:
        self._read = None
        self.unwritten.hide()

    def reload(self) -> None:
        # its own lane: what is shown here can't wait for readers either
        job = Job("Reading the emergency stop", self._look, Lane.AT_ONCE)
        self.read_by(job, self._on_read, self._on_failed)

    def focus_first(self) -> None:
        target = self.stop if self.stop.isVisibleTo(self) else self.start
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, _: Progress) -> _Read:
        services = self._desk.services
        return _Read(services.stopping.card(self._name), tuple(each.name for each in services.businesses.people()))

    def _on_read(self, read: _Read) -> None:
        first, self._read = self._read is None, read
        card, zone = read.card, self._desk.zone()
        how = standing(card, zone)
        name = one_line(card.agent.name, 40)
        self.mark.set_state(how.state, how.mark)
        self.words.setText(how.words)
        self.quiet.setText(
            how.quiet
            if card.can_stop
            else self.tr("AgentDesk can't do it at this service. Follow the steps below, one after the other.")
        )
        self.note.setText(card.note)
        self.note.setVisible(bool(card.note))
        if first:
            self.number.set_value(card.number or next(iter(card.used), ""))
        self._number_row.setVisible(how.may_stop and card.can_stop)
        self.stop.set_words(self.tr("Stop {agent} now").format(agent=name))
        self.start.set_words(self.tr("Let {agent} answer again").format(agent=name))
        self.stop.setVisible(how.may_stop and card.can_stop)
        self.start.setVisible(how.may_start and card.can_stop)
        self.leave_it.setVisible(card.last is None and card.can_stop)
        for button in (self.stop, self.start):
            button.setEnabled(True)
        back = not how.may_stop
        self._steps.show_steps(card.steps_back if back else card.steps)
        self.by_hand.heading.setText(
            self.tr("How to let it answer again by hand") if back else self.tr("How to stop it by hand")
        )
        now = self._desk.clock.now().astimezone(zone)
        self.rehearsal.show_card(card, read.people, now, zone)
        for part in self._parts:
            part.show()
        if first:
            self.focus_first()

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("Something went wrong on this screen. Your records are safe."))
        )

    # Stop, and answer again

    def _on_stop(self) -> None:
        stopping, name, number = self._desk.services.stopping, self._name, self.number.value()
        who = self._desk.who()
        self._number_row.set_error(None)
        self._disable(self.stop)
        self.mark.set_state(State.LOOK, self.tr("Stopping…"))
        self._desk.runner.submit(
            Job("Stopping an agent", lambda _: stopping.stop(name, number, who), Lane.AT_ONCE),
            self._on_stopped,
            self._on_not_stopped,
            within=self,
        )

    def _disable(self, pressed: QWidget) -> None:
        # else Qt takes the keyboard, and the page with it, to whatever comes next
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        pressed.setEnabled(False)

    def _on_stopped(self, stopped: Stopped) -> None:
        self.unwritten.setText(stopped.unwritten)
        self.unwritten.setVisible(bool(stopped.unwritten))
        self._read = None
        self.reload()

    def _on_not_stopped(self, trouble: Exception) -> None:
        self.stop.setEnabled(True)
        self._number_row.set_error(
            trouble_in_words(trouble, self.tr("That didn't work. Follow the steps below, one after the other."))
        )
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def _on_start(self) -> None:
        self._start(anyway=False)

    def _on_start_anyway(self) -> None:
        self._start(anyway=True)

    def _start(self, *, anyway: bool) -> None:
        stopping, name, who = self._desk.services.stopping, self._name, self._desk.who()
        self._disable(self.start)
        self._desk.runner.submit(
            Job("Letting an agent answer", lambda _: stopping.start(name, who, anyway=anyway), Lane.AT_ONCE),
            self._on_started,
            self._on_not_started,
            within=self,
        )

    def _on_started(self, act: ActRecord) -> None:
        if act.state is ActState.DROPPED:
            self._desk.tell.trouble(act.trouble)
            self.start.setEnabled(True)
        # the keyboard stays off the buttons: the key that let it answer again would stop it
        self.reload()

    def _on_not_started(self, trouble: Exception) -> None:
        self.start.setEnabled(True)
        sentence = trouble_in_words(trouble, self.tr("That didn't work. Follow the steps below."))
        offer = Offer(self.tr("Do it anyway"), self._on_start_anyway) if isinstance(trouble, ChangedMeanwhile) else None
        self._desk.tell.trouble(sentence, offer)

    def _on_leave_it(self) -> None:
        self._desk.go.back()

    # The rehearsal

    def _on_rehearsed(self) -> None:
        form = self.rehearsal.form
        if form is None:
            return
        keep = partial(
            self._desk.services.stopping.rehearse,
            self._name,
            form.at(self._desk.zone()),
            form.who.value() or "",
            form.worked.value(),
            form.field.value(),
        )
        self._desk.runner.submit(
            Job("Writing down a rehearsal", lambda _: keep(), Lane.WRITE),
            self._on_written,
            self._on_not_written,
            within=self,
        )

    def _on_written(self, _: None) -> None:
        self.rehearsal.put_away()
        self._desk.tell.say(self.tr("Written down."))
        self.reload()

    def _on_not_written(self, trouble: Exception) -> None:
        self.rehearsal.refuse(
            trouble_in_words(trouble, self.tr("That couldn't be kept. What you typed is still here."))
        )
