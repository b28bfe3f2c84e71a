"""One diary entry."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from agentdesk.domain.booking import Booking, Match
from agentdesk.domain.call import caller_in_words
from agentdesk.domain.finding import Said
from agentdesk.domain.wording import moment_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.diary.presenter import BookingPicture, DiaryPresenter
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import Card, RowList, Section
from agentdesk.ui.widgets.facts import FactLine
from agentdesk.ui.widgets.finding_cards import FindingCards
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.hidden_line import asked_in_words
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import (
    booking_told,
    booking_when,
    joined,
    length_in_words,
    one_line,
    outcome_in_words,
    status_in_words,
    trouble_in_words,
)
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


class BookingScreen(Page):
    """Opens with `id`."""

    watches = frozenset({Subject.BOOKINGS, Subject.FINDINGS, Subject.CALLS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = DiaryPresenter(desk.services, desk.clock)
        self._id = 0
        self._picture: BookingPicture | None = None
        self._under_way: Running | None = None
        self._number_shown = self._details_shown = False
        self.gone = QuietWords()
        self.gone.hide()
        self.what = StrongWords()
        self.facts = FactLine()
        self.number = LinkButton(self.tr("Show the whole number"), self._on_number, parent=self.facts)
        self.unlike = StateMark(State.LOOK, self.tr("Not as it was said"))
        self.differences = Words()
        self.details = LinkButton(self.tr("Show private details"), self._on_details)
        self.asked = QuietWords()
        self.head = Card(spacing=SPACE_12)
        self.head.add(self.what, self.facts, self.unlike, self.differences, flow_of(self.details), self.asked)
        self.findings = FindingCards(desk)
        self.findings.words_pressed.connect(self._on_words)
        self.findings.decided.connect(self.reload)
        self.no_findings = QuietWords(self.tr("Nothing was found about this entry."))
        self.found = Section(self.tr("What was found"))
        self.found.add(self.findings, self.no_findings)
        self.calls = RowList()
        self.no_call = QuietWords(self.tr("No call is known to have made this entry."))
        self.call = Section(self.tr("The call that made it"))
        self.call.add(self.calls, self.no_call)
        self.add(self.gone, self.head, self.found, self.call)
        self._show_body(shown=False)
        self.set_title(self.tr("Diary entry"))

    def open(self, **what: object) -> None:
        booking = what.pop("id")
        if what or not isinstance(booking, int):
            raise TypeError("a diary entry opens with its id")
        # whoever comes back asks again
        self._number_shown = self._details_shown = False
        self._id = booking
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        presenter, booking, zone = self._presenter, self._id, self._desk.zone()
        self._under_way = self._desk.runner.submit(
            Job("Reading a diary entry", lambda _: presenter.booking(booking, zone)),
            self._on_read,
            self._on_failed,
            within=self,
        )

    def _on_read(self, picture: BookingPicture) -> None:
        self._picture = picture
        booking = picture.open.booking
        self.gone.hide()
        self._show_body(shown=True)
        when = moment_in_words(booking.starts_at, self._desk.zone())
        self.set_title(self.tr("Diary entry, {when}").format(when=when))
        self.unlike.setVisible(bool(picture.differences))
        self.differences.setVisible(bool(picture.differences))
        self._say_private(picture)
        self.no_findings.setVisible(not picture.findings)
        call = picture.open.call
        rows = []
        if call is not None:
            row = SentenceRow(
                joined((caller_in_words(call.caller), length_in_words(call.seconds), outcome_in_words(call.outcome))),
                moment_in_words(call.started_at, self._desk.zone()),
            )
            row.opened.connect(self._on_call)
            rows.append(row)
        self.calls.set_rows(rows)
        self.no_call.setVisible(call is None)

    def _say_facts(self, booking: Booking, *, whole_number: bool) -> None:
        zone, unknown = self._desk.zone(), self.tr("Not known")
        number = (
            one_line(booking.phone or "", 40)
            if whole_number
            else caller_in_words(booking.phone).removeprefix("Caller ")
        )
        written = moment_in_words(booking.created_at, zone) if booking.created_at is not None else unknown
        lines = [
            (self.tr("When"), booking_when(booking, zone)),
            (self.tr("For"), one_line(booking.customer or "", 120) or unknown),
            (self.tr("Service"), one_line(booking.service or "", 120) or unknown),
            (self.tr("Number"), number[:1].upper() + number[1:] if booking.phone else unknown),
            (self.tr("State"), status_in_words(booking.status)),
            (self.tr("Made by"), self._made_by(booking)),
            (self.tr("Written down"), written),
            (self.tr("Diary"), one_line(booking.connection, 80)),
        ]
        hidden = bool(booking.phone) and not whole_number
        self.facts.set_facts(lines, *((self.number,) if hidden else ()))
        self.number.setVisible(hidden)

    def _say_private(self, picture: BookingPicture) -> None:
        """What was said and found, with private details hidden until somebody asked for them."""
        all_of_it = self._details_shown
        booking = picture.open.booking if all_of_it else picture.hidden_entry
        self.what.setText(booking_told(booking))
        self._say_facts(booking, whole_number=self._number_shown)
        self.differences.setText(" ".join(picture.differences if all_of_it else picture.hidden_differences))
        self.findings.set_findings(picture.findings if all_of_it else picture.hidden)
        self.details.setVisible(picture.hides)
        self.details.set_words(self.tr("Hide it again") if all_of_it else self.tr("Show private details"))
        self.asked.setText(asked_in_words(picture.asked, self._desk.zone()))
        self.asked.setVisible(bool(picture.asked) or picture.hides or bool(picture.open.booking.phone))

    def _made_by(self, booking: Booking) -> str:
        if booking.call is None or booking.match is Match.NONE:
            return self.tr("No call, as far as is known")
        return self.tr("A call") if booking.match is Match.CERTAIN else self.tr("Probably a call")

    def _show_body(self, *, shown: bool) -> None:
        for each in (self.head, self.found, self.call):
            each.setVisible(shown)

    def _on_failed(self, trouble: Exception) -> None:
        self._show_body(shown=False)
        self.gone.setText(trouble_in_words(trouble, self.tr("I couldn't read this entry. Go back and try again.")))
        self.gone.show()

    def _on_number(self) -> None:
        self._show(self.tr("the number"), self._on_number_shown)

    def _on_details(self) -> None:
        if self._details_shown and self._picture is not None:
            self._details_shown = False
            self._say_private(self._picture)
            return
        self._show(self.tr("private details"), self._on_details_shown)

    def _show(self, what: str, then: Callable[[int], None]) -> None:
        """Writes down who is shown what; only then it shows."""
        showing, entry, who = self._desk.services.showing, self._id, self._desk.who

        def write_down(_: Progress) -> int:
            showing.show_entry(entry, what, who())
            return entry

        self._desk.runner.submit(
            Job("Writing down who asked", write_down, Lane.WRITE), then, self._on_not_written, within=self
        )

    def _on_number_shown(self, entry: int) -> None:
        # meanwhile somebody may have gone on to the next entry
        if entry == self._id:
            self._number_shown = True
            self.findings.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reload()

    def _on_details_shown(self, entry: int) -> None:
        if entry == self._id:
            self._details_shown = True
            self.reload()

    def _on_not_written(self, trouble: Exception) -> None:
        sentence = self.tr("That couldn't be written down, so nothing is shown. Try again.")
        self._desk.tell.trouble(trouble_in_words(trouble, sentence))

    def _on_call(self) -> None:
        if self._picture is not None and self._picture.open.call is not None:
            self._desk.go.to("call", id=self._picture.open.call.id)

    def _on_words(self, said: Said) -> None:
        if self._picture is not None and self._picture.open.call is not None:
            self._desk.go.to("call", id=self._picture.open.call.id, turn=said.turn)
