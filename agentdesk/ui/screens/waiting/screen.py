"""Everybody who waits for a person, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from agentdesk.domain.approval import Approval
from agentdesk.domain.escalation import Outcome
from agentdesk.domain.wording import counted
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.waiting.approval_card import ApprovalCard
from agentdesk.ui.screens.waiting.away import AwayForm
from agentdesk.ui.screens.waiting.presenter import OTHERS, Answered, Line, Lists, WaitingPresenter
from agentdesk.ui.screens.waiting.to_tell_card import ToTellCard
from agentdesk.ui.shell.page import Page
from agentdesk.ui.widgets.ask import Ask
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import CardList, RowList, Section
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.paged import Paged
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import trouble_in_words
from agentdesk.ui.widgets.words import QuietWords

T = TypeVar("T", bound=Hashable)


class WaitingScreen(Page):
    """Opens with nothing."""

    watches = frozenset({Subject.ESCALATIONS, Subject.APPROVALS, Subject.CALLS, Subject.FINDINGS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = WaitingPresenter(desk.services)
        self._under_way: Running | None = None
        self._lists: Lists | None = None
        self.digest = RowList()
        self.asked = _Group(self.tr("Needs your OK"), CardList(), self._approval_card)
        self.waved = QuietWords()
        self.asked.section.add(self.waved)
        self.to_tell = _Group(self.tr("Tell them the answer"), CardList(), self._to_tell_card)
        self.others = RowList()
        self.waiting = _Group(self.tr("Ring back"), RowList(), self._row)
        self.old = _Group(self.tr("From some time ago"), RowList(), self._row)
        self.old.section.set_quiet(self.tr("Nobody is reminded of these"))
        self.all_done = QuietButton(self.tr("These are all dealt with"), self._on_all_done)
        self.ask = Ask(self.tr("What happened to them?"), self.tr("One line for all of them."))
        self.ask.kept.connect(self._on_keep)
        self.ask.left.connect(self._on_left)
        self.ask.hide()
        self.old.section.body.addWidget(self.all_done, 0, Qt.AlignmentFlag.AlignLeft)
        self.old.section.add(self.ask)
        self.done = _Group(self.tr("Done"), RowList(), self._row)
        self.answered = _Group(self.tr("Answered"), RowList(), self._answered_row)
        self.none = EmptyState(
            "phone",
            self.tr("Nobody is waiting."),
            self.tr("A caller who asks for a person, complains or was promised a call stands here until it is done."),
        )
        self.away = Section(self.tr("When somebody is away"))
        self.rota = AwayForm(desk)
        self.away.add(self.rota)
        self._groups = (self.waiting, self.old, self.done)
        parts = (
            self.none,
            *(each.section for each in (self.waiting, self.asked, self.to_tell)),
            self.digest,
            self.others,
            *(each.section for each in (self.old, self.done, self.answered)),
            self.away,
        )
        self.add(*parts)
        self.content.addStretch(1)
        for each in parts:
            each.hide()
        self.set_title(self.tr("Needs you"))

    def open(self, **what: object) -> None:
        if what:
            raise TypeError("this list opens whole")
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        self._under_way = self._desk.runner.submit(
            Job("Reading who waits", lambda _: self._presenter.read()), self._on_read, self._on_failed, within=self
        )

    def focus_first(self) -> None:
        rows = [row for each in self._groups for row in each.list.rows()]
        (rows[0] if rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, lists: Lists) -> None:
        if lists != self._lists:
            self._lists = lists
            for group, things in self._what_shows(lists):
                group.show(things)
            self.waved.setText(lists.waved_through)
            self.waved.setVisible(bool(lists.waved_through))
            self.asked.section.setVisible(bool(lists.approvals or lists.waved_through))
            self._show_digest(lists)
            self._show_others(lists)
            self.rota.show_rota(lists.rota, lists.people)
        self.away.setVisible(len(lists.people) > 1)
        self.none.setVisible(not any((lists.waiting, lists.old, lists.approvals, lists.to_tell)))
        waits = counted(len(lists.waiting), self.tr("caller is waiting"), self.tr("callers are waiting"))
        late = self.tr("{callers}, {late} late").format(callers=waits, late=f"{lists.overdue:,}")
        self.set_quiet(late if lists.overdue else waits if lists.waiting else "")

    def _what_shows(self, lists: Lists) -> tuple[tuple[_Group[Any], Sequence[Hashable]], ...]:
        return (
            (self.asked, lists.approvals),
            (self.to_tell, lists.to_tell),
            (self.waiting, lists.waiting),
            (self.old, lists.old),
            (self.done, lists.done),
            (self.answered, lists.answered),
        )

    def _approval_card(self, approval: Approval) -> ApprovalCard:
        card = ApprovalCard(self._desk, approval)
        card.answered.connect(self.reload)
        return card

    def _to_tell_card(self, approval: Approval) -> ToTellCard:
        card = ToTellCard(self._desk, approval, self._lists.business if self._lists is not None else "")
        card.told.connect(self.reload)
        return card

    def _show_others(self, lists: Lists) -> None:
        rows = []
        if lists.others:
            words = counted(lists.others, "other matter was found", "other matters were found")
            row = SentenceRow(f"{words}.", self.tr("In calls, the diary and the services"))
            row.opened.connect(self._on_others)
            rows.append(row)
        self.others.set_rows(rows)

    def _on_others(self) -> None:
        self._desk.go.to("findings", wanted=OTHERS, words=self.tr("Other matters"))

    def _answered_row(self, answered: Answered) -> SentenceRow:
        row = SentenceRow(answered.sentence, answered.quiet, state=State.NOTE, state_words=self.tr("Done"))
        row.opened.connect(self._on_answered_opened)
        return row

    def _show_digest(self, lists: Lists) -> None:
        rows = []
        if lists.digest is not None:
            row = SentenceRow(lists.digest_words, lists.digest_when)
            row.opened.connect(self._on_digest)
            rows.append(row)
        self.digest.set_rows(rows)
        self.digest.setVisible(bool(rows))

    def _on_digest(self) -> None:
        if self._lists is not None and self._lists.digest is not None:
            ids = frozenset(self._lists.digest.calls)
            self._desk.go.to("calls", ids=ids, words=self.tr("Calls while you were closed"))

    def _row(self, line: Line) -> SentenceRow:
        row = SentenceRow(line.sentence, line.quiet, state=line.state, state_words=line.state_words)
        row.opened.connect(self._on_opened)
        return row

    def _on_opened(self) -> None:
        for group in self._groups:
            line = group.list.thing(self.sender())
            if isinstance(line, Line):
                self._desk.go.to("waiting_call", id=line.id)

    def _on_answered_opened(self) -> None:
        answered = self.answered.list.thing(self.sender())
        if isinstance(answered, Answered) and answered.call is not None:
            self._desk.go.to("call", id=answered.call)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("I couldn't read who waits. What you see is from before."))
        )

    # Those from some time ago

    def _on_all_done(self) -> None:
        self.all_done.hide()
        self.ask.show()
        self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        self.ask.hide()
        self.all_done.show()
        self.all_done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        numbers = [each.id for each in self._lists.old] if self._lists is not None else []
        words, by, escalations = self.ask.field.value(), self._desk.who(), self._desk.services.escalations
        self._desk.runner.submit(
            Job(
                "Keeping what happened",
                lambda _: escalations.close_all(numbers, Outcome.NOTHING_TO_DO, words, by),
                Lane.WRITE,
            ),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _on_kept(self, _: None) -> None:
        self.ask.clear()
        self.ask.hide()
        self.all_done.show()
        self._desk.tell.say(self.tr("Kept as done."))
        self.reload()

    def _on_refused(self, trouble: Exception) -> None:
        otherwise = self.tr("I couldn't save that. What you wrote is still here. Press Keep again.")
        self.ask.row.set_error(trouble_in_words(trouble, otherwise))
        self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)


class _Group(Generic[T]):
    """A heading and what stands below it, however long; nothing where there is nothing."""

    def __init__(self, heading: str, place: RowList | CardList, make: Callable[[T], QWidget]) -> None:
        self.section = Section(heading)
        self.list = Paged(place, make)
        self.section.add(self.list)

    def show(self, things: Sequence[T]) -> None:
        self.list.show_things(things)
        self.section.setVisible(bool(things))
