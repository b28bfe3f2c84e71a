"""Does it know? Every fact that changed, those first that nothing has shown yet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.known_fact import KnownFact
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.knowing.fact_card import FactCard
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords

SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Read:
    lines: tuple[tuple[KnownFact, str], ...]
    """Each with what to ring and ask."""


class KnowingScreen(Page):
    """Opens with `name`, an agent's, or with nothing for all."""

    watches = frozenset({Subject.BUSINESS, Subject.FINDINGS, Subject.CALLS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name: str | None = None
        self._under_way: Running | None = None
        self._cards: dict[KnownFact, FactCard] = {}
        self._keeping: FactCard | None = None
        self.intro = QuietWords(
            self.tr(
                "When a price, an opening hour or another fact changes, it stays here until the agent is heard "
                "saying it. Having said nothing wrong so far proves nothing."
            )
        )
        self.nothing = QuietWords(self.tr("Nothing has changed that an agent needs to say differently."))
        self.nothing.hide()
        self.to_sheet = LinkButton(self.tr("Open the fact sheet"), self._on_sheet)
        lines = QWidget()
        self._place = QVBoxLayout(lines)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(SPACE_8)
        self.add(self.intro, self.nothing, lines)
        self.content.addWidget(self.to_sheet, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch(1)
        self.set_title(self.tr("Does the agent know?"))

    def open(self, **what: object) -> None:
        name = what.pop("name", None)
        if what or not (name is None or isinstance(name, str)):
            raise TypeError("this page opens with an agent's name, or with nothing")
        self._name = name
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        self._under_way = self._desk.runner.submit(
            Job("Reading what has changed", self._look), self._on_read, self._on_failed, within=self
        )

    def cards(self) -> tuple[FactCard, ...]:
        """The lines that show, from above."""
        return tuple(self._cards.values())

    def focus_first(self) -> None:
        ring = next((each.ring for each in self.cards() if each.ring is not None), None)
        (ring or self.to_sheet).setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, _: Progress) -> _Read:
        knowing = self._desk.services.knowing
        return _Read(tuple((each, knowing.question(each)) for each in knowing.all_(self._name)[:SHOWN]))

    def _on_read(self, read: _Read) -> None:
        zone = self._desk.zone()
        kept, self._cards = self._cards, {}
        for fact, question in read.lines:
            card = kept.pop(fact, None)
            if card is None:
                card = FactCard(fact, question, zone)
                card.call_wanted.connect(self._on_call)
                card.tested.connect(self._on_tested)
            self._place.addWidget(card)
            self._cards[fact] = card
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        self.nothing.setVisible(not read.lines)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("Something went wrong on this screen. Your records are safe."))
        )

    def _on_call(self, call: object) -> None:
        self._desk.go.to("call", id=call)

    def _on_sheet(self) -> None:
        self._desk.go.to("fact_sheet")

    def _on_tested(self, fact: KnownFact, heard: str) -> None:
        knowing, now, who = self._desk.services.knowing, self._desk.clock.now(), self._desk.who()
        self._keeping = self._cards.get(fact)
        self._desk.runner.submit(
            Job("Writing down a test call", lambda _: knowing.tested(fact.id, now, who, heard), Lane.WRITE),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _on_kept(self, _: None) -> None:
        if self._keeping is not None:
            words = self.tr("{agent} knows it.").format(agent=one_line(self._keeping.fact.agent, 60))
            self._desk.tell.say(words)
        self.reload()

    def _on_refused(self, trouble: Exception) -> None:
        if self._keeping is not None:
            self._keeping.refuse(
                trouble_in_words(trouble, self.tr("That couldn't be kept. What you typed is still here."))
            )
