"""Somebody changed it: before and after, who heard it, whose change it was; then keep it, put it back, or later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from agentdesk.domain.act import ActRecord
from agentdesk.domain.wording import counted, moment_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.services.changes import Subject
from agentdesk.services.control.agent_changes import MOST_CALLS, ChangeView, since_in_words
from agentdesk.services.control.before_after import BeforeAfter
from agentdesk.services.control.steering import ChangedMeanwhile, Proposal
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.changed.comparing import ComparedPart
from agentdesk.ui.screens.changed.deciding import Deciding, WhoseChange
from agentdesk.ui.screens.changed.putting_back import ByHand, Outcome, PlanCard
from agentdesk.ui.shell.agent_page import AgentPage
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.differences import Differences, PartChanged, differences
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, SectionWords, Words

EVENTS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class _Read:
    view: ChangeView
    people: tuple[str, ...]
    wording: str
    compared: BeforeAfter | None


class ChangedScreen(AgentPage):
    """What one agent is told, against what was approved."""

    watches = frozenset({Subject.AGENTS, Subject.FINDINGS, Subject.ACTS, Subject.CALLS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: _Read | None = None
        self._proposal: Proposal | None = None
        self._acted = False
        self.gone = QuietWords()
        self.mark = StateMark(State.NOTE)
        self.words = SectionWords()
        self.since = Words()
        self.heard = LinkButton("", self._on_calls)
        self.told_wrong = LinkButton("", self._on_told_wrong)
        self.whose = WhoseChange()
        self.whose.said.connect(self._on_said)
        self.deciding = Deciding()
        self.deciding.put_back_wanted.connect(self._on_put_back_wanted)
        self.deciding.kept.connect(self._on_keep)
        self.deciding.ask.call_wanted.connect(self._on_call)
        self.deciding.later_wanted.connect(self._on_later)
        self.outcome = Outcome()
        self.outcome.undo_wanted.connect(self._on_undo)
        self.follow = QuietWords(self.tr("It stays as it is. Do the brief and the fact sheet still say the same?"))
        self.open_brief = LinkButton(self.tr("Look at the brief"), self._on_brief)
        self.open_sheet = LinkButton(self.tr("Look at the fact sheet"), self._on_sheet)
        self.head = Card(spacing=SPACE_12)
        self.head.add(self.mark, self.words, self.since)
        for link in (self.heard, self.told_wrong):
            self.head.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.add(self.whose, self.deciding, self.outcome, self.follow)
        for link in (self.open_brief, self.open_sheet):
            self.head.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.plan = PlanCard()
        self.plan.wanted.connect(self._on_put_back)
        self.plan.left.connect(self._on_not_now)
        self.changes = Differences()
        self.compared = ComparedPart()
        self.compared.calls_wanted.connect(self._on_compared_calls)
        self.by_hand = ByHand()
        self.by_hand.check_wanted.connect(self._on_check)
        self.events = Words()
        self.history = Section(self.tr("What happened so far"))
        self.history.add(self.events)
        self._parts = (self.head, self.plan, self.changes, self.compared, self.by_hand, self.history)
        self.add(self.gone, *self._parts)
        self.content.addStretch(1)
        for part in (*self._parts, self.follow, self.open_brief, self.open_sheet, self.gone):
            part.hide()

    def forget(self) -> None:
        self.set_title(self.tr("What {agent} is told").format(agent=one_line(self._name, 60)))
        self._shown = self._proposal = None
        self.plan.hide()
        self._follow(shown=False)

    def reload(self) -> None:
        self.read_by(Job("Reading what changed", self._look), self._on_read, self._on_failed)

    def focus_first(self) -> None:
        if self.deciding.isVisibleTo(self):
            self.deciding.put_back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()

    def _look(self, _: Progress) -> _Read:
        services = self._desk.services
        view = services.agent_changes.view(self._name)
        # of an agent that was never changed there is nothing to compare
        changed = view.live.number > 1
        return _Read(
            view,
            tuple(each.name for each in services.businesses.people()),
            services.agent_changes.wording(view, self._desk.who()),
            services.before_after.compare(self._name, view.since) if changed else None,
        )

    def _on_read(self, read: _Read) -> None:
        first, self._shown = self._shown is None, read
        view, zone = read.view, self._desk.zone()
        name, changed = one_line(view.agent, 60), bool(view.changed)
        self.gone.hide()
        self.mark.set_state(
            State.ACT_NOW if changed else State.ON_TARGET, self.tr("Changed") if changed else self.tr("As approved")
        )
        self.words.setText(
            self.tr("{agent}'s instructions are not the ones you approved.").format(agent=name)
            if changed
            else self.tr("{agent} is told what you approved.").format(agent=name)
        )
        self.since.setText(since_in_words(view, one_line(view.target.title, 60), zone))
        self.since.setVisible(view.times > 0)
        self._show_calls(view)
        self.whose.setVisible(changed and not view.named_by_service)
        self.whose.show_answer(self._maker_in_words(view), self._desk.who(), read.people)
        self.deciding.setVisible(changed and self._proposal is None)
        self.deciding.put_back.setVisible(view.can_put_back)
        self.deciding.put_back.setEnabled(True)
        reminded = moment_in_words(view.reminded_at, zone) if view.reminded_at is not None else ""
        self.deciding.set_reminded(self.tr("You will be reminded on {when}.").format(when=reminded) if reminded else "")
        self.outcome.setVisible(view.last is not None)
        if view.last is not None:
            self.outcome.show_act(view.last, as_approved=not changed)
        self.plan.setVisible(self._proposal is not None and changed)
        self.changes.show_changes([PartChanged(each.part, differences(each.was, each.now)) for each in view.changed])
        self.compared.show_compared(read.compared)
        self.by_hand.setVisible(changed)
        self.by_hand.show_way(view.steps, read.wording)
        lines = [f"{moment_in_words(each.at, zone)}: {one_line(each.words, 400)}" for each in view.history]
        self.events.setText("\n".join(lines[:EVENTS_SHOWN]))
        for part in (self.head, self.history):
            part.show()
        if first:
            self.focus_first()
        elif self._acted:
            # what was pressed is gone
            self._acted = False
            self.outcome.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_calls(self, view: ChangeView) -> None:
        number, changed = len(view.heard), bool(view.changed)
        self.deciding.ask.show_calls(view.heard_as_now, self._desk.zone())
        words = (
            counted(number, self.tr("call since"), self.tr("calls since"))
            if changed
            else counted(number, self.tr("call in that time"), self.tr("calls in that time"))
        )
        if number >= MOST_CALLS:
            words = self.tr("{calls} or more").format(calls=words)
        words = words if number else self.tr("No call since")
        unsure = len(view.unsure)
        if unsure:
            # of those before it was seen the service doesn't say what they heard
            may_have = counted(unsure, self.tr("call may have heard it"), self.tr("calls may have heard it"))
            words = self.tr("{calls}, and {more}").format(calls=words, more=may_have)
        self.heard.set_words(self.tr("{calls}: open the list").format(calls=words) if number or unsure else words)
        self.heard.setEnabled(bool(number or unsure))
        self.heard.setVisible(changed or bool(number or unsure))
        wrong = len({each.found.call for each in view.told_wrong})
        self.told_wrong.set_words(
            self.tr("{callers} otherwise than the fact sheet says. Do you want to honour it?").format(
                callers=counted(wrong, self.tr("caller was told"), self.tr("callers were told"))
            )
        )
        self.told_wrong.setVisible(wrong > 0)

    def _maker_in_words(self, view: ChangeView) -> str:
        if view.maker is None:
            return ""
        if not view.maker.who:
            return self.tr("Nobody knows whose change it was. Ask the team.")
        if view.maker.who == view.maker.by:
            return self.tr("It was {name}.").format(name=one_line(view.maker.who, 60))
        return self.tr("It was {name}, says {by}.").format(
            name=one_line(view.maker.who, 60), by=one_line(view.maker.by, 60)
        )

    def _on_failed(self, trouble: Exception) -> None:
        for part in self._parts:
            part.hide()
        self.gone.setText(trouble_in_words(trouble, self.tr("I couldn't read this. Go back and try again.")))
        self.gone.show()

    # What is decided

    def _do(
        self, name: str, work: Callable[[ChangeView], object], done: Callable[[object], None], lane: Lane = Lane.WRITE
    ) -> None:
        if self._shown is None:
            return
        view = self._shown.view
        self._desk.runner.submit(Job(name, lambda _: work(view), lane), done, self._on_refused, within=self)

    def _on_said(self, who: str) -> None:
        changes, by, now = self._desk.services.agent_changes, self._desk.who(), self._desk.clock.now()
        self._do("Noting whose change it was", lambda view: changes.made_by(view, who, by, now), self._on_done)

    def _on_keep(self) -> None:
        changes, approval = self._desk.services.agent_changes, self.deciding.ask.approval(self._desk.who())
        self._do("Keeping a change", lambda view: changes.keep(view, approval), self._on_kept)

    def _on_kept(self, _: object) -> None:
        self.deciding.ask.clear()
        self.deciding.put_away()
        self._follow(shown=True)
        self.reload()

    def _on_later(self) -> None:
        changes, by = self._desk.services.agent_changes, self._desk.who()
        self._do("Keeping a reminder", lambda view: changes.remind_tonight(view, by), self._on_done)

    def _on_done(self, _: object) -> None:
        self.reload()

    def _on_refused(self, trouble: Exception) -> None:
        sentence = trouble_in_words(trouble, self.tr("That didn't work. What you typed is still here."))
        if not self.deciding.ask.isHidden():
            self.deciding.refuse(sentence)
            return
        self._desk.tell.trouble(sentence)
        self.deciding.put_back.setEnabled(True)
        self.by_hand.check.setEnabled(True)
        if isinstance(trouble, ChangedMeanwhile):
            # what is shown is out of date: look afresh
            self._on_put_back_wanted()

    # Putting back

    def _on_put_back_wanted(self) -> None:
        steering = self._desk.services.steering
        self.deciding.put_back.setEnabled(False)
        self._do(
            "Looking before putting back",
            lambda view: steering.propose(view.target, view.approved.number),
            self._on_proposed,
            Lane.AT_ONCE,
        )

    def _on_proposed(self, proposal: object) -> None:
        if self._shown is None or not isinstance(proposal, Proposal):
            return
        self._proposal = proposal
        approved = self._shown.view.approved
        when = moment_in_words(approved.approved_at or approved.seen_at, self._desk.zone())
        self.plan.show_plan(proposal, when)
        self.plan.show()
        self.plan.go.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def _on_put_back(self) -> None:
        proposal, steering, who = self._proposal, self._desk.services.steering, self._desk.who()
        if proposal is None:
            return
        self.plan.go.setEnabled(False)
        self._proposal = None
        self._do("Putting an agent back", lambda _: steering.put_back(proposal, who), self._on_acted, Lane.AT_ONCE)

    def _on_not_now(self) -> None:
        self._proposal = None
        self.plan.hide()
        self.deciding.show()
        self.deciding.put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        steering, who = self._desk.services.steering, self._desk.who()
        self.outcome.undo.setEnabled(False)
        self._do("Undoing", lambda view: steering.take_back(view.target, who), self._on_acted, Lane.AT_ONCE)

    def _on_acted(self, act: object) -> None:
        self.plan.hide()
        self._acted = True
        if isinstance(act, ActRecord) and not act.trouble and self._shown is not None:
            changes, view = self._desk.services.agent_changes, self._shown.view
            self._do("Nothing is left to decide", lambda _: changes.settled(view), self._on_done)
        self.reload()

    def _on_check(self) -> None:
        steering, who = self._desk.services.steering, self._desk.who()
        self.by_hand.check.setEnabled(False)

        def check(view: ChangeView) -> bool:
            steering.look(view.target, who)
            return not self._desk.services.agent_changes.view(view.agent).changed

        self._do("Checking what is live", check, self._on_checked, Lane.AT_ONCE)

    def _on_checked(self, same: object) -> None:
        self._desk.tell.say(
            self.tr("Checked: what is live is word for word what you approved.")
            if same
            else self.tr("It's still not the same. Ring your supplier; below is what to say.")
        )
        self.reload()

    # Ways

    def _follow(self, *, shown: bool) -> None:
        for each in (self.follow, self.open_brief, self.open_sheet):
            each.setVisible(shown)

    def _on_brief(self) -> None:
        self._desk.go.to("brief", name=self._name)

    def _on_sheet(self) -> None:
        self._desk.go.to("fact_sheet")

    def _on_calls(self) -> None:
        if self._shown is not None:
            view = self._shown.view
            words = self.tr("Calls since {agent} was changed").format(agent=one_line(self._name, 60))
            self._desk.go.to("calls", words=words, ids=tuple(each.id for each in (*view.heard, *view.unsure)))

    def _on_call(self, call: object) -> None:
        self._desk.go.to("call", id=call)

    def _on_told_wrong(self) -> None:
        if self._shown is not None:
            calls = tuple(dict.fromkeys(each.found.call for each in self._shown.view.told_wrong))
            self._desk.go.to("calls", words=self.tr("Callers who were told otherwise"), ids=calls)

    def _on_compared_calls(self, words: str, calls: tuple[int, ...]) -> None:
        self._desk.go.to("calls", words=words, ids=calls)
