"""Both sides of a clash or a difference: what each diary says, and whose call put it there."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.wording import listed, moment_in_words
from agentdesk.services.findings.sides import Side, Sides
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_12
from agentdesk.ui.widgets.beside import Beside
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import booking_when, joined, one_line, status_in_words
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words

LEAST = 560
"""Pixels at 100 % text under which the sides stand one below the other."""


class SidesPart(Section):
    """A card for each side, two beside each other. Hidden where a matter has only one."""

    entry_wanted = Signal(object)
    """The id of the entry to open."""
    call_wanted = Signal(object)
    """The id of the call to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("Both sides"))
        self.differing = StateMark(State.LOOK, "")
        self._place = QVBoxLayout()
        self._place.setSpacing(SPACE_12)
        self.cards: list[SideCard] = []
        self.add(self.differing)
        self.body.addLayout(self._place)

    def show_sides(self, sides: Sides, zone: ZoneInfo) -> None:
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = [SideCard(each, zone) for each in sides.every]
        for card in self.cards:
            card.entry_wanted.connect(self.entry_wanted)
            card.call_wanted.connect(self.call_wanted)
        for at in range(0, len(self.cards), 2):
            pair: Sequence[QWidget] = self.cards[at : at + 2]
            self._place.addWidget(Beside(pair[0], pair[1] if len(pair) > 1 else QWidget(), least=LEAST, shares=(1, 1)))
        words = self.tr("They don't agree on {parts}.").format(parts=listed(sides.differing))
        self.differing.set_state(State.LOOK, words)
        self.differing.setVisible(bool(sides.differing))
        self.setVisible(bool(self.cards))


class SideCard(Card):
    """What one diary says, and who made it say so; each leads on."""

    entry_wanted = Signal(object)
    call_wanted = Signal(object)

    def __init__(self, side: Side, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_4)
        self.side = side
        diary, entry = one_line(side.diary, 80), side.booking
        self.add(QuietWords(self.tr("In {diary}").format(diary=diary)))
        if entry is None:
            self.add(Words(self.tr("Nothing is there for it.")))
            return
        self.open_entry = LinkButton(self.tr("Open the entry"), self._on_entry)
        self.open_entry.setAccessibleName(self.tr("Open the entry in {diary}").format(diary=diary))
        self.add(
            StrongWords(one_line(entry.service or "", 120) or self.tr("Booking")), Words(booking_when(entry, zone))
        )
        if whom := _whom(entry):
            self.add(Words(whom))
        self.add(QuietWords(self._made(side, entry, zone)))
        self.body.addWidget(self.open_entry, 0, Qt.AlignmentFlag.AlignLeft)
        self.open_call = LinkButton(self.tr("Open the call"), self._on_call)
        self.open_call.setAccessibleName(self.tr("Open the call that made the entry in {diary}").format(diary=diary))
        self.open_call.setVisible(side.called_at is not None)
        self.body.addWidget(self.open_call, 0, Qt.AlignmentFlag.AlignLeft)

    def _made(self, side: Side, entry: Booking, zone: ZoneInfo) -> str:
        if side.called_at is not None:
            agent = one_line(side.agent or self.tr("An agent"), 80)
            when = moment_in_words(side.called_at, zone)
            return self.tr("Made by {agent}, in the call of {when}").format(agent=agent, when=when)
        if entry.created_at is not None:
            when = moment_in_words(entry.created_at, zone)
            return self.tr("Made on {when}, by no call that is here").format(when=when)
        return self.tr("Made by no call that is here")

    def _on_entry(self) -> None:
        if self.side.booking is not None:
            self.entry_wanted.emit(self.side.booking.id)

    def _on_call(self) -> None:
        if self.side.booking is not None:
            self.call_wanted.emit(self.side.booking.call)


def _whom(entry: Booking) -> str:
    """For whom, with whom, and whether it still stands."""
    status = status_in_words(entry.status) if entry.status is not BookingStatus.BOOKED else ""
    return joined((one_line(entry.customer or "", 120), one_line(entry.person or "", 80), status))
