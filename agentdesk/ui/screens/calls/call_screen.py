"""One call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call, Turn, caller_in_words
from agentdesk.domain.finding import Finding, Said
from agentdesk.domain.review import Reply
from agentdesk.domain.wording import moment_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.calls.call_presenter import CallPicture, CallPresenter, facts
from agentdesk.ui.screens.calls.marking import Marking
from agentdesk.ui.screens.calls.opinions import OpinionsCard
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.booking_row import BookingRow
from agentdesk.ui.widgets.buttons import IconButton, LinkButton
from agentdesk.ui.widgets.card import Card, RowList, Section
from agentdesk.ui.widgets.conversation import ConversationView
from agentdesk.ui.widgets.conversation_model import marks_of
from agentdesk.ui.widgets.facts import FactLine
from agentdesk.ui.widgets.finding_cards import FindingCards
from agentdesk.ui.widgets.hidden_line import HiddenLine, details_in_words
from agentdesk.ui.widgets.telling import number_in_words, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords

SIDE_BY_SIDE = 980
"""From this width of the page, at 100 %, what belongs to the call stands beside it."""
SIDE_WIDTH = 380


class CallScreen(Page):
    """Opens with `id`, and `among`: the ids of the list one came from, newest first."""

    watches = frozenset({Subject.CALLS, Subject.FINDINGS, Subject.BOOKINGS, Subject.AGENTS, Subject.REVIEW})

    def __init__(self, desk: Desk) -> None:
        super().__init__(fills=True)
        self._desk = desk
        self._presenter = CallPresenter(desk.services, desk.clock)
        self._id = 0
        self._among: tuple[int, ...] = ()
        self._turn: int | None = None
        self._turns: tuple[Turn, ...] = ()
        self._picture: CallPicture | None = None
        self._details_shown = self._number_shown = False
        self._under_way: Running | None = None
        self.newer = IconButton("chevron-up", self.tr("Call before this in the list"), self._on_newer, key="Alt+Up")
        self.older = IconButton("chevron-down", self.tr("Call after this in the list"), self._on_older, key="Alt+Down")
        self.add_to_head(self.newer)
        self.add_to_head(self.older)
        self.gone = QuietWords()
        self.gone.hide()
        self.number = LinkButton(self.tr("Show the whole number"), self._on_number)
        self.marking = Marking(desk, self.number)
        self.marking.marked.connect(self.reload)
        self._body = self._make_body()
        self.add(self.gone)
        self.content.addWidget(self._body, 1)
        self._body.hide()
        self.set_title(self.tr("Call"))

    def _make_body(self) -> QScrollArea:
        self.facts = FactLine()
        head = Card(spacing=SPACE_12)
        head.add(self.facts, self.marking)
        self.conversation = ConversationView()
        self.nothing_said = QuietWords(self.tr("Nothing was said in this call."))
        talk = Card(padding=SPACE_8)
        self.hidden = HiddenLine()
        self.hidden.wanted.connect(self._on_details)
        self.hidden.enough.connect(self._on_hide)
        talk.add(self.hidden, self.conversation, self.nothing_said)
        self.findings = FindingCards(self._desk)
        self.findings.words_pressed.connect(self._on_words)
        self.findings.decided.connect(self._on_decided)
        self.found = Section(self.tr("What was found"))
        self.no_findings = QuietWords(self.tr("Nothing was found about this call."))
        self.found.add(self.findings, self.no_findings)
        self.opinions = OpinionsCard()
        self.opinions.said.connect(self._on_said)
        self.helped = Section(self.tr("Was the caller helped?"))
        self.helped.add(self.opinions)
        self.entries = RowList()
        self.diary = Section(self.tr("In the diary"))
        self.no_entries = QuietWords(self.tr("No diary entry belongs to this call."))
        self.diary.add(self.entries, self.no_entries)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACE_16)
        for section in (self.found, self.diary, self.helped):
            side.addWidget(section)
        side.addStretch(1)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(SPACE_16)
        self._beside.addWidget(talk, 1)
        self._beside.addWidget(self._side)
        inside = QWidget()
        inside.setObjectName("column")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE_8, 0)
        column.setSpacing(SPACE_16)
        column.addWidget(head)
        column.addLayout(self._beside, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def open(self, **what: object) -> None:
        call, among, turn = what.pop("id"), what.pop("among", ()), what.pop("turn", None)
        if what or not isinstance(call, int):
            raise TypeError("a call opens with its id")
        self._among = tuple(among) if isinstance(among, tuple) else ()
        self._go_to(call, turn if isinstance(turn, int) else None)

    def reload(self) -> None:
        self._ask(None)

    def focus_first(self) -> None:
        self.conversation.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= scaled(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(direction)
        self._side.setFixedWidth(scaled(SIDE_WIDTH)) if wide else self._let_side_go()
        self.conversation.setMinimumHeight(scaled(280) if wide else max(scaled(220), round(self.height() * 0.5)))

    def _let_side_go(self) -> None:
        self._side.setMinimumWidth(0)
        self._side.setMaximumWidth(16_777_215)
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _go_to(self, call: int, turn: int | None = None) -> None:
        self._details_shown = self._number_shown = False
        self._id = call
        self._ask(turn)

    def _ask(self, turn: int | None) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        call, among, zone, presenter = self._id, self._among, self._desk.zone(), self._presenter
        self._turn = turn
        self._under_way = self._desk.runner.submit(
            Job("Reading a call", lambda _: presenter.read(call, among, zone)),
            self._on_read,
            self._on_failed,
            within=self,
        )

    def _on_read(self, picture: CallPicture) -> None:
        before = self._picture
        self._picture = picture
        call = self._call()
        self.gone.hide()
        self._body.show()
        self.newer.setEnabled(picture.newer is not None)
        self.older.setEnabled(picture.older is not None)
        self.set_title(self.tr("Call on {when}").format(when=moment_in_words(call.started_at, self._desk.zone())))
        self.marking.show_mark(call.id, picture.mark)
        self._say_facts(picture)
        self._show_words(call, anew=before is None or before.open.call.id != call.id)
        self.hidden.show_hidden(picture.hidden.details, picture.asked, self._desk.zone(), is_open=self._details_shown)
        self.opinions.show_opinions(picture.opinions)
        self.helped.setVisible(call.answered)
        self.findings.set_findings(self._findings())
        self.no_findings.setVisible(not picture.findings)
        self.entries.set_rows([self._entry_row(each) for each in picture.open.bookings])
        self.no_entries.setVisible(not picture.open.bookings)
        self._arrange()

    def _call(self) -> Call:
        """As much of the call as shows now."""
        picture = self._shown_picture()
        return picture.open.call if self._details_shown else picture.hidden.call

    def _findings(self) -> tuple[Finding, ...]:
        picture = self._shown_picture()
        return picture.findings if self._details_shown else picture.hidden.findings

    def _shown_picture(self) -> CallPicture:
        if self._picture is None:
            raise RuntimeError("no call is shown yet")
        return self._picture

    def _say_facts(self, picture: CallPicture) -> None:
        call = self._call()
        who = number_in_words(call.caller) if self._number_shown else caller_in_words(call.caller)
        known = facts(picture.open, call, self._desk.zone())
        hidden = bool(call.caller) and not self._number_shown
        self.facts.set_facts([(self.tr("Caller"), who), *((each.name, each.value) for each in known)])
        self.number.setVisible(hidden)

    def _show_words(self, call: Call, *, anew: bool) -> None:
        marks = marks_of(self._findings())
        if anew or self._turns != call.turns:
            self.conversation.set_conversation(call.turns, marks, call.agent or "")
        else:
            self.conversation.set_marks(marks)
        self._turns = call.turns
        self.conversation.setVisible(bool(call.turns))
        self.nothing_said.setVisible(not call.turns)
        if self._turn is not None:
            self.conversation.go_to(self._turn)

    def _entry_row(self, booking: Booking) -> BookingRow:
        differences = self._picture.differences.get(booking.id, ()) if self._picture else ()
        row = BookingRow(booking, self._desk.zone(), differences)
        row.booking_opened.connect(self._on_entry)
        return row

    def _on_failed(self, trouble: Exception) -> None:
        self._body.hide()
        self.gone.setText(trouble_in_words(trouble, self.tr("I couldn't read this call. Go back and try again.")))
        self.gone.show()

    def _on_number(self) -> None:
        self._show(self.tr("the caller's number"), self._on_number_shown)

    def _on_details(self) -> None:
        self._show(details_in_words(self._shown_picture().hidden.details), self._on_details_shown)

    def _show(self, what: str, then: Callable[[int], None]) -> None:
        """Writes down who is shown what; only then it shows."""
        showing, call, who = self._desk.services.showing, self._id, self._desk.who

        def write_down(_: Progress) -> int:
            showing.show(call, what, who())
            return call

        self._desk.runner.submit(
            Job("Writing down who asked", write_down, Lane.WRITE), then, self._on_not_kept, within=self
        )

    def _on_number_shown(self, call: int) -> None:
        # meanwhile somebody may have gone on to the next call
        if call == self._id:
            self._number_shown = True
            self.reload()

    def _on_details_shown(self, call: int) -> None:
        if call == self._id:
            self._details_shown = True
            self.reload()

    def _on_hide(self) -> None:
        self._details_shown = False
        self.reload()

    def _on_said(self, reply: Reply) -> None:
        verdicts, call, who = self._desk.services.verdicts, self._id, self._desk.who
        self._desk.runner.submit(
            Job("Keeping what you say", lambda _: verdicts.say(call, reply, who()), Lane.WRITE),
            self._on_verdict,
            self._on_not_kept,
            within=self,
        )

    def _on_verdict(self, _: None) -> None:
        self._desk.tell.say(self.tr("Kept."))
        self.reload()

    def _on_not_kept(self, trouble: Exception) -> None:
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("That couldn't be kept. Try again.")))
        self.reload()

    def _on_words(self, said: Said) -> None:
        self.conversation.go_to(said.turn)
        self.conversation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_decided(self) -> None:
        self.reload()

    def _on_entry(self, booking: object) -> None:
        self._desk.go.to("booking", id=booking)

    def _on_newer(self) -> None:
        if self._picture is not None and self._picture.newer is not None:
            self._go_to(self._picture.newer)

    def _on_older(self) -> None:
        if self._picture is not None and self._picture.older is not None:
            self._go_to(self._picture.older)
