"""One matter: its reason, what it rests on, what was decided, and how to stop it happening again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from agentdesk.domain.finding import COSTS, Finding, FindingStatus, Kind, Said
from agentdesk.domain.wording import day_in_words, moment_in_words
from agentdesk.jobs.job import Job
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.findings.agent_part import Unlisted, accepting
from agentdesk.ui.screens.findings.chain_part import ChainPart
from agentdesk.ui.screens.findings.comparison import Comparison
from agentdesk.ui.screens.findings.presenter import FindingsPresenter, Matter
from agentdesk.ui.screens.findings.sides_part import SidesPart
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.booking_row import BookingRow
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton
from agentdesk.ui.widgets.card import Card, RowList, Section
from agentdesk.ui.widgets.conversation import ConversationView
from agentdesk.ui.widgets.conversation_model import marks_of
from agentdesk.ui.widgets.decision import Decision, QuoteButton, decision_in_words, state_of_finding
from agentdesk.ui.widgets.differences import Differences
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, SectionWords, Words

TALK_HEIGHT = 380


class FindingScreen(Page):
    """Opens with `id`."""

    watches = frozenset({Subject.FINDINGS, Subject.CALLS, Subject.BOOKINGS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = FindingsPresenter(desk.services, desk.clock)
        self._id = ""
        self._matter: Matter | None = None
        self._under_way: Running | None = None
        self.decision: Decision | None = None
        self.gone = QuietWords()
        self.gone.hide()
        self.mark = StateMark(State.NOTE)
        self.reason = SectionWords()
        self.about = QuietWords()
        self._quotes = QVBoxLayout()
        self._decision_place = QVBoxLayout()
        self.head = Card(spacing=SPACE_12)
        self.unknown = QuietWords(
            self.tr("Something that you haven't listed may be booking here: another agent, or an automation.")
        )
        self.name_it = LinkButton(self.tr("Put it on the list…"), self._on_name_it)
        self.comparison = Comparison()
        self.comparison.words_pressed.connect(self._on_words)
        self.comparison.booking_opened.connect(self._on_entry)
        self.head.add(self.mark, self.reason, self.about, self._quotes, self._decision_place)
        self._build_links()
        self.head.add(self.unknown)
        self.head.body.addWidget(self.name_it, 0, Qt.AlignmentFlag.AlignLeft)
        self.conversation = ConversationView()
        self.open_call = LinkButton(self.tr("Open the whole call"), self._on_call)
        talk = Card(padding=SPACE_8)
        talk.add(self.conversation)
        self.call = Section(self.tr("The call"))
        self.call.add(talk)
        self.call.body.addWidget(self.open_call, 0, Qt.AlignmentFlag.AlignLeft)
        self.entries = RowList()
        self.diary = Section(self.tr("In the diary"))
        self.diary.add(self.entries)
        self.chain = ChainPart()
        self.sides = SidesPart()
        self.sides.entry_wanted.connect(self._on_entry)
        self.sides.call_wanted.connect(self._on_side_call)
        self.events = Words()
        self.history = Section(self.tr("What happened so far"))
        self.history.add(self.events)
        self.changes = Differences()
        self.unlisted: Unlisted | None = None
        above = (self.head, self.comparison, self.sides, self.chain, self.changes)
        self._parts = (*above, self.call, self.diary, self.history)
        self.add(self.gone, *self._parts)
        for part in self._parts:
            part.hide()
        self.set_title(self.tr("Matter"))

    def _build_links(self) -> None:
        self.open_agent = LinkButton("", self._on_agent)
        self.open_money = LinkButton(self.tr("See what it cost, and what to do"), self._on_money)
        self.open_chased = LinkButton(self.tr("See who rings back, and by when"), self._on_chased)
        self.open_change = PrimaryButton(self.tr("Keep it, or put it back…"), self._on_change)
        for each in (self.open_chased, self.open_change, self.open_agent, self.open_money):
            self.head.body.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)

    def open(self, **what: object) -> None:
        finding = what.pop("id")
        if what or not isinstance(finding, str):
            raise TypeError("a matter opens with its id")
        self._id = finding
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        presenter, finding = self._presenter, self._id
        self._under_way = self._desk.runner.submit(
            Job("Reading a matter", lambda _: presenter.matter(finding)),
            self._on_read,
            self._on_failed,
            within=self,
        )

    def _on_read(self, matter: Matter) -> None:
        before, self._matter = self._matter, matter
        finding = matter.open.finding
        self.gone.hide()
        for part in (self.head, self.history):
            part.show()
        state, words = state_of_finding(finding)
        self.mark.set_state(state, words)
        self.set_title(finding.found.kind.in_words)
        self.reason.setText(shown(finding.found.reason))
        zone = self._desk.zone()
        agent = one_line(finding.agent or "", 80)
        said = matter.agent.told(finding.found.kind, zone) if matter.agent is not None else ""
        self.about.setText(said or joined((moment_in_words(finding.about_at, zone), agent)))
        self.open_chased.setVisible(matter.chased is not None)
        self.open_agent.set_words(self.tr("Open {agent}").format(agent=agent))
        self.open_agent.setVisible(matter.agent is not None and bool(finding.agent))
        self.open_money.setVisible(finding.found.kind in COSTS)
        # words alone don't decide about a change: its own page asks what else has to be known
        on_its_page = finding.found.kind is Kind.AGENT_CHANGED
        self.open_change.setVisible(on_its_page and finding.status is FindingStatus.OPEN)
        for each in (self.unknown, self.name_it):
            each.setVisible(matter.by_something_unknown)
        self.changes.show_changes(matter.agent.changed if matter.agent is not None else ())
        if before is None or before.open.finding.id != finding.id:
            self._new_matter(matter)
        elif self.decision is not None:
            if self.unlisted is not None and before.open.finding.status is not finding.status:
                self.unlisted.show_buttons(shown=True)
            self.decision.set_finding(finding)
        self._show_call(matter, before)
        self.comparison.setVisible(matter.compares)
        self.comparison.compare(matter, zone)
        self.chain.show_steps(matter.chain, matter.broke)
        self.sides.show_sides(matter.sides, zone)
        told = matter.compares or bool(matter.sides.every)
        self.diary.setVisible(bool(matter.open.bookings) and not told)
        rows = []
        for booking in matter.open.bookings:
            row = BookingRow(booking, zone, matter.differences.get(booking.id, ()))
            row.booking_opened.connect(self._on_entry)
            rows.append(row)
        self.entries.set_rows(rows)
        self.events.setText("\n".join(self._events(finding)))

    def _new_matter(self, matter: Matter) -> None:
        for place in (self._quotes, self._decision_place):
            while (item := place.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        for each in () if matter.compares else matter.said:
            quote = QuoteButton(each, matter.where(each))
            quote.pressed_words.connect(self._on_words)
            self._quotes.addWidget(quote)
        finding = matter.open.finding
        self.decision = Decision(self._desk, finding, accepting=accepting(self._desk, finding), leads=True)
        self.decision.decided.connect(self._on_decided)
        self._decision_place.addWidget(self.decision)
        self.decision.setVisible(finding.found.kind is not Kind.AGENT_CHANGED)
        self.unlisted = None
        if matter.agent is not None and finding.found.kind is Kind.AGENT_UNLISTED:
            self.unlisted = Unlisted(self._desk, finding, matter.agent)
            self.unlisted.kept.connect(self.reload)
            # taken over, watched or stopped: nothing else leads anywhere
            self.decision.fine.hide()
            self.decision.put_right.hide()
            for button in self.unlisted.buttons:
                self.decision.add_button(button)
            self._decision_place.addWidget(self.unlisted)

    def _show_call(self, matter: Matter, before: Matter | None) -> None:
        call = matter.open.call
        self.call.setVisible(call is not None and call.answered)
        if call is None:
            return
        self.conversation.setMinimumHeight(scaled(TALK_HEIGHT))
        marks = marks_of((matter.open.finding,))
        if before is not None and before.open.finding.id == matter.open.finding.id and before.open.call == call:
            self.conversation.set_marks(marks)
            return
        self.conversation.set_conversation(call.turns, marks, call.agent or "")
        if matter.said:
            self.conversation.go_to(matter.said[0].turn)

    def _events(self, finding: Finding) -> list[str]:
        zone = self._desk.zone()
        lines = [self.tr("{when}: found.").format(when=moment_in_words(finding.first_seen_at, zone))]
        watch = self._matter.watch if self._matter is not None else None
        if watch is not None and watch.over:
            words = self.tr("{when}, {who}: watched until {day}, because: {why}")
            when, who = moment_in_words(watch.at, zone), one_line(watch.by, 80)
            lines.append(words.format(when=when, who=who, day=day_in_words(watch.until), why=one_line(watch.why)))
        if finding.decided_at is not None and finding.status is not FindingStatus.OPEN:
            lines.append(
                self.tr("{when}, {who}: {what}").format(
                    when=moment_in_words(finding.decided_at, zone),
                    who=one_line(finding.decided_by or "", 80),
                    what=decision_in_words(finding),
                )
            )
        elif finding.status is FindingStatus.WITHDRAWN:
            lines.append(decision_in_words(finding))
        return lines

    def _on_failed(self, trouble: Exception) -> None:
        for part in self._parts:
            part.hide()
        self.gone.setText(trouble_in_words(trouble, self.tr("I couldn't read this matter. Go back and try again.")))
        self.gone.show()

    def _on_words(self, said: Said) -> None:
        self.conversation.go_to(said.turn)
        self.conversation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_decided(self, _: str) -> None:
        self.reload()

    def _on_call(self) -> None:
        if self._matter is not None and self._matter.open.call is not None:
            turn = self._matter.said[0].turn if self._matter.said else None
            self._desk.go.to("call", id=self._matter.open.call.id, turn=turn)

    def _on_name_it(self) -> None:
        if self._matter is not None:
            self._desk.go.to("agents", books_into=self._matter.open.finding.connection or "")

    def _on_side_call(self, call: object) -> None:
        self._desk.go.to("call", id=call)

    def _on_chased(self) -> None:
        if self._matter is not None and self._matter.chased is not None:
            self._desk.go.to("waiting_call", id=self._matter.chased.id)

    def _on_change(self) -> None:
        if self._matter is not None:
            self._desk.go.to("changed", name=self._matter.open.finding.agent)

    def _on_agent(self) -> None:
        if self._matter is not None and self._matter.open.finding.agent:
            self._desk.go.to("agent", name=self._matter.open.finding.agent)

    def _on_money(self) -> None:
        if self._matter is not None:
            self._desk.go.to("money", agent=self._matter.open.finding.agent)

    def _on_entry(self, booking: object) -> None:
        self._desk.go.to("booking", id=booking)
