"""Both sides of a clash or a difference: what each diary says, and whose call put it there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.wording import moment_in_words
from agentdesk.services.findings.sides import Side, Sides
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_12
from agentdesk.ui.widgets.beside import Beside
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import booking_when, one_line, status_in_words
from agentdesk.ui.widgets.words import QuietWords, Words

LEAST = 560
"""Pixels at 100 % text under which the sides stand one below the other."""
_CANCELLED = "whether it was cancelled"


class SidesPart(Section):
    """A card for each side, two beside each other. Hidden where a matter has only one."""

    entry_wanted = Signal(object)
    """The id of the entry to open."""
    call_wanted = Signal(object)
    """The id of the call to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("Both sides"))
        self._place = QVBoxLayout()
        self._place.setSpacing(SPACE_12)
        self.cards: list[SideCard] = []
        self.body.addLayout(self._place)

    def show_sides(self, sides: Sides, zone: ZoneInfo) -> None:
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = [SideCard(each, sides.differing, zone) for each in sides.every]
        for card in self.cards:
            card.entry_wanted.connect(self.entry_wanted)
            card.call_wanted.connect(self.call_wanted)
        for at in range(0, len(self.cards), 2):
            pair: Sequence[QWidget] = self.cards[at : at + 2]
            self._place.addWidget(Beside(pair[0], pair[1] if len(pair) > 1 else QWidget(), least=LEAST, shares=(1, 1)))
        self.setVisible(bool(self.cards))


class SideCard(Card):
    """What one diary says, and who made it say so; each leads on. What the other side says otherwise is marked."""

    entry_wanted = Signal(object)
    call_wanted = Signal(object)

    def __init__(self, side: Side, differing: Collection[str], zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_4)
        self.side = side
        diary, entry = one_line(side.diary, 80), side.booking
        self.add(QuietWords(self.tr("In {diary}").format(diary=diary)))
        if entry is None:
            self.add(Words(self.tr("Nothing is there for it.")))
            return
        for words, parts in self._lines(entry, differing, zone):
            self.add(self._differs(words) if parts.intersection(differing) else Words(words))
        self.add(QuietWords(self._made(side, entry, zone)))
        self.open_entry = LinkButton(self.tr("Open the entry"), self._on_entry)
        self.open_entry.setAccessibleName(self.tr("Open the entry in {diary}").format(diary=diary))
        self.open_call = LinkButton(self.tr("Open the call"), self._on_call)
        self.open_call.setAccessibleName(self.tr("Open the call that made the entry in {diary}").format(diary=diary))
        self.add(flow_of(self.open_entry, self.open_call))
        self.open_call.setVisible(side.called_at is not None)

    def _differs(self, words: str) -> StateMark:
        mark = StateMark(State.LOOK, words)
        mark.setAccessibleName(self.tr("Differs: {words}").format(words=words))
        return mark

    def _lines(
        self, entry: Booking, differing: Collection[str], zone: ZoneInfo
    ) -> Iterator[tuple[str, frozenset[str]]]:
        """What the entry says, and in what the other side may differ from it."""
        yield one_line(entry.service or "", 120) or self.tr("Booking"), frozenset({"the service"})
        yield booking_when(entry, zone), frozenset({"the day", "the time"})
        if entry.customer:
            yield one_line(entry.customer, 120), frozenset({"the name"})
        if entry.phone:
            ending = self.tr("Number ending {digits}").format(digits="".join(filter(str.isdigit, entry.phone))[-3:])
            yield ending, frozenset({"the phone number"})
        if entry.email:
            yield one_line(entry.email, 120), frozenset({"the e-mail address"})
        if entry.person:
            yield self.tr("With {person}").format(person=one_line(entry.person, 80)), frozenset()
        if entry.status is not BookingStatus.BOOKED or _CANCELLED in differing:
            yield status_in_words(entry.status), frozenset({_CANCELLED})

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
