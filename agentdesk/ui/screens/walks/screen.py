"""One checklist of one agent: a line at a time, answered with 1, 2 and 3, left and resumed as one likes."""

from __future__ import annotations

from PySide6.QtCore import Qt

from agentdesk.domain.review import Reply
from agentdesk.domain.walk import Item
from agentdesk.domain.wording import moment_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.runner import Running
from agentdesk.services.agents.walks import OpenWalk
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.walks.ways import opens_with, words_of
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.ask import AnswerField
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, RowList, Section
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.three_answers import ThreeAnswers
from agentdesk.ui.widgets.words import QuietWords, SectionWords, Words

_STATES = {Reply.YES: State.ON_TARGET, Reply.NO: State.ACT_NOW, Reply.DOES_NOT_APPLY: State.NOTE}


class WalkScreen(Page):
    """Opens with `agent` and `checklist`; one that was left is gone on with."""

    watches = frozenset({Subject.AGENTS, Subject.ACTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._agent, self._checklist = "", ""
        self._open: OpenWalk | None = None
        self._item = ""
        self._under_way: Running | None = None
        self.why = Words()
        self.gone = QuietWords()
        self.place = QuietWords()
        self.question = SectionWords()
        self.known = QuietWords()
        self.way = LinkButton("", self._on_way)
        self.note = AnswerField(limit=300)
        self.note_row = FormRow(self.tr("Note, if you like"), self.note, wide=True)
        self.answers = ThreeAnswers(self)
        self.answers.answered.connect(self._on_answered)
        self.card = Card(spacing=SPACE_12)
        self.card.add(self.place, self.question, self.known)
        self.card.body.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.add(self.note_row, self.answers)
        self.finish = PrimaryButton(self.tr("Finish this checklist"), self._on_finish)
        self.ended = Words()
        self.back = QuietButton(self.tr("Back to the agent"), self._on_back)
        self.again = QuietButton(self.tr("Walk through it again"), self._on_again)
        self.done = Card(spacing=SPACE_12)
        self.done.add(self.ended, flow_of(self.finish, self.back, self.again))
        self.rows = RowList()
        self._rows: dict[SentenceRow, str] = {}
        self.lines = Section(self.tr("The whole list"))
        self.lines.add(self.rows)
        self._parts = (self.why, self.card, self.done, self.lines)
        self.add(self.gone, *self._parts)
        self.content.addStretch(1)
        for each in (self.gone, *self._parts):
            each.hide()
        self.set_title(self.tr("Checklist"))

    def open(self, **what: object) -> None:
        agent, checklist = what.pop("agent", ""), what.pop("checklist", "")
        if what or not isinstance(agent, str) or not isinstance(checklist, str) or not agent:
            raise TypeError("a checklist opens with an agent and its own name")
        if (agent, checklist) != (self._agent, self._checklist):
            self._open, self._item = None, ""
        self._agent, self._checklist = agent, checklist
        walks, by = self._desk.services.walks, self._desk.who()
        self._under_way = self._desk.runner.submit(
            Job("Opening a checklist", lambda _: walks.open_(walks.go_on(agent, checklist, by).id), Lane.WRITE),
            self._on_read,
            self._on_failed,
            within=self,
        )

    def reload(self) -> None:
        if self._open is None:
            return
        walks, number = self._desk.services.walks, self._open.walk.id
        self._desk.runner.submit(
            Job("Reading a checklist", lambda _: walks.open_(number)), self._on_read, self._on_failed, within=self
        )

    def focus_first(self) -> None:
        self.answers.focus_first()

    def _on_read(self, open_: OpenWalk) -> None:
        self._open = open_
        self.gone.hide()
        for each in (self.why, self.lines):
            each.show()
        agent = one_line(open_.walk.agent, 60)
        self.set_title(self.tr("{checklist}: {agent}").format(checklist=open_.checklist.title, agent=agent))
        self.why.setText(open_.checklist.why)
        left = open_.walk.left(open_.checklist)
        if self._item not in {each.id for each in open_.checklist.items}:
            self._item = left[0].id if left else ""
        self._show_item()
        self._show_lines()
        answered = len(open_.checklist.items) - len(left)
        self.set_quiet(
            self.tr("{answered} of {all} answered").format(answered=answered, all=len(open_.checklist.items))
        )

    def _show_item(self) -> None:
        open_ = self._open
        if open_ is None:
            return
        items = open_.checklist.items
        item = next((each for each in items if each.id == self._item), None)
        ended = open_.walk.ended_at is not None
        asking = item is not None and not ended
        self.card.setVisible(asking)
        self.answers.set_listening(asking)
        if item is not None and asking:
            self.place.setText(self.tr("{place} of {all}").format(place=items.index(item) + 1, all=len(items)))
            self.question.setText(item.text)
            self.known.setText(self.tr("Seen from here: {what}").format(what=open_.known.get(item.id, "")))
            self.known.setVisible(item.id in open_.known)
            self.way.setVisible(bool(item.place))
            if item.place:
                self.way.set_words(words_of(item.place))
            tick = open_.walk.reply(item.id)
            self.note.set_value(tick.note if tick is not None else "")
            self.answers.ask(item.text, tick.reply if tick is not None else None)
        self.done.setVisible(not asking)
        self.finish.setVisible(not ended)
        self.again.setVisible(ended)
        self.ended.setText(
            self.tr("Done {when}.").format(when=moment_in_words(open_.walk.ended_at, self._desk.zone()))
            if open_.walk.ended_at is not None
            else self.tr("Every line has an answer. Finished, it stays as it is.")
        )

    def _show_lines(self) -> None:
        open_ = self._open
        if open_ is None:
            return
        self._rows = {self._row(each): each.id for each in open_.checklist.items}
        for row in self._rows:
            row.opened.connect(self._on_line)
        self.rows.set_rows(tuple(self._rows))

    def _row(self, item: Item) -> SentenceRow:
        tick = self._open.walk.reply(item.id) if self._open is not None else None
        if tick is None:
            return SentenceRow(item.text)
        words = {
            Reply.YES: self.tr("Yes"),
            Reply.NO: self.tr("No"),
            Reply.DOES_NOT_APPLY: self.tr("Doesn't apply"),
            Reply.CANNOT_TELL: self.tr("Can't tell"),
        }[tick.reply]
        said = joined((one_line(tick.note, 200), one_line(tick.by, 60), moment_in_words(tick.at, self._desk.zone())))
        return SentenceRow(item.text, said, state=_STATES.get(tick.reply, State.LOOK), state_words=words)

    def _on_line(self) -> None:
        row = self.sender()
        if isinstance(row, SentenceRow) and row in self._rows:
            self._item = self._rows[row]
            self._show_item()
            self.answers.focus_first()

    def _on_way(self) -> None:
        items = self._open.checklist.items if self._open is not None else ()
        item = next((each for each in items if each.id == self._item), None)
        if item is not None:
            self._desk.go.to(item.place, **opens_with(item.place, self._agent))

    def _on_answered(self, reply: Reply) -> None:
        if self._open is None or not self._item:
            return
        walks, number, item = self._desk.services.walks, self._open.walk.id, self._item
        by, note = self._desk.who(), self.note.value()
        self.answers.set_listening(False)
        if self.way.hasFocus():
            # the next line may have no link: the keyboard would go on to the note, and the keys be written there
            self.answers.focus_first()
        self._desk.runner.submit(
            Job("Keeping an answer", lambda _: walks.tick(number, item, reply, by, note), Lane.WRITE),
            self._on_kept,
            self._on_not_kept,
            within=self,
        )

    def _on_kept(self, _: object) -> None:
        self._go_on()
        self.reload()

    def _go_on(self) -> None:
        """To the next line without an answer, or to the end."""
        if self._open is None:
            return
        items = self._open.checklist.items
        here = next((at for at, each in enumerate(items) if each.id == self._item), 0)
        after = [*items[here + 1 :], *items[:here]]
        self._item = next((each.id for each in after if self._open.walk.reply(each.id) is None), "")

    def _on_finish(self) -> None:
        if self._open is None:
            return
        walks, number = self._desk.services.walks, self._open.walk.id
        self._desk.runner.submit(
            Job("Finishing a checklist", lambda _: walks.end(number), Lane.WRITE),
            self._on_finished,
            self._on_not_kept,
            within=self,
        )

    def _on_finished(self, _: object) -> None:
        self._desk.tell.say(self.tr("Finished and kept."))
        self.reload()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_kept(self, trouble: Exception) -> None:
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("I couldn't save that. Try again.")))
        self.reload()

    def _on_again(self) -> None:
        walks, agent, checklist, by = self._desk.services.walks, self._agent, self._checklist, self._desk.who()
        self._item = ""
        self._desk.runner.submit(
            Job("Beginning a checklist", lambda _: walks.open_(walks.begin(agent, checklist, by).id), Lane.WRITE),
            self._on_begun,
            self._on_not_kept,
            within=self,
        )

    def _on_begun(self, open_: OpenWalk) -> None:
        self._on_read(open_)
        self.answers.focus_first()

    def _on_back(self) -> None:
        self._desk.go.to("agent", name=self._agent)

    def _on_failed(self, trouble: Exception) -> None:
        for each in self._parts:
            each.hide()
        self.gone.setText(trouble_in_words(trouble, self.tr("I couldn't read this checklist. Go back and try again.")))
        self.gone.show()
