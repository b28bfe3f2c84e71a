"""Your business: everything that was said in the first run, to be changed where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk, Offer
from agentdesk.ui.screens.business import words
from agentdesk.ui.screens.business.part_card import PartCard
from agentdesk.ui.screens.business.parts import Part
from agentdesk.ui.screens.business.presenter import About, BusinessPresenter
from agentdesk.ui.shell.page import Page
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, Words

BRIEFS_SHOWN = 6


class BusinessScreen(Page):
    """Opens with nothing."""

    watches = frozenset({Subject.BUSINESS, Subject.AGENTS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._presenter = BusinessPresenter(
            desk, self, self, self.tr("It is kept. Some days couldn't be checked again.")
        )
        self.set_title(self.tr("Your business"))
        self.intro = QuietWords(
            self.tr(
                "What your agents are checked against. A change counts from its day on: calls from before are still "
                "checked against what was true then."
            )
        )
        self.nothing = EmptyState(
            "agents",
            self.tr("Your business isn't set up yet."),
            "",
            self.tr("Set it up"),
            self._on_set_up,
        )
        self.parts = {
            Part.HOURS: PartCard(Part.HOURS, self.tr("When you are open")),
            Part.SERVICES: PartCard(Part.SERVICES, self.tr("What callers can book")),
            Part.PEOPLE: PartCard(Part.PEOPLE, self.tr("Who works here")),
            Part.REVIEW: PartCard(Part.REVIEW, self.tr("When you look at the calls")),
            Part.WHO: PartCard(Part.WHO, self.tr("Name and trade")),
        }
        for each in self.parts.values():
            each.kept.connect(self._on_keep)
            each.asking.connect(self._on_asking)
            each.removed.connect(self._on_removed)
        self.unheard = Card()
        self._unheard_words = Words("")
        self.to_knowing = QuietButton(self.tr("Does the agent know?"), self._on_knowing)
        self.unheard.add(self._unheard_words, flow_of(self.to_knowing))
        self.elsewhere = Section(self.tr("Said elsewhere"))
        self._elsewhere_card = Card()
        self.elsewhere.add(self._elsewhere_card)
        self._agents: tuple[str, ...] | None = None
        self._changed: PartCard | None = None
        self.add(self.intro, self.unheard, *self.parts.values(), self.elsewhere, self.nothing)
        self.content.addStretch(1)
        for shown in (*self._whole(), self.unheard, self.nothing):
            shown.hide()

    def reload(self) -> None:
        self._presenter.start()

    def focus_first(self) -> None:
        card = next((each for each in self.parts.values() if each.is_asking), self.parts[Part.HOURS])
        if card.is_asking and card.question is not None:
            card.question.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            card.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_about(self, about: About | None) -> None:
        first = self.parts[Part.HOURS].isHidden()
        for each in self._whole():
            each.setVisible(about is not None)
        self.nothing.setVisible(about is None)
        self.unheard.setVisible(about is not None and about.unheard > 0)
        if about is None:
            return
        lines = {
            Part.WHO: words.who_lines(about.business),
            Part.HOURS: words.hours_lines(about.business, about.today, about.next_holiday),
            Part.SERVICES: words.service_lines(about.business),
            Part.PEOPLE: words.people_lines(about.people),
            Part.REVIEW: words.review_lines(about.business),
        }
        for part, card in self.parts.items():
            card.show_part(lines[part], about.draft, about.starter, about.today)
        self._unheard_words.setText(words.unheard_in_words(about.unheard))
        if about.agents != self._agents:
            self._agents = about.agents
            self._show_elsewhere(about.agents)
        if first and self.isVisible():
            self.focus_first()
        # the page gets shorter when a form goes: once it has, what was changed is to be seen
        QTimer.singleShot(0, self, self._bring_changed)

    def show_kept(self, part: Part) -> None:
        self.parts[part].done()
        self._desk.tell.say(self.tr("Kept."), Offer(self.tr("Undo"), self._presenter.undo))
        self._changed = self.parts[part]
        self.reload()

    def show_refused(self, part: Part, trouble: Exception) -> None:
        sentence = trouble_in_words(trouble, self.tr("That couldn't be kept. What you typed is still here."))
        self.parts[part].refuse(sentence)

    def show_trouble(self, trouble: Exception) -> None:
        sentence = self.tr("Something went wrong on this screen. Your records are safe.")
        self._desk.tell.trouble(trouble_in_words(trouble, sentence))

    def _bring_changed(self) -> None:
        card, self._changed = self._changed, None
        around = next((each for each in self.findChildren(QScrollArea) if card and each.isAncestorOf(card)), None)
        if card is not None and around is not None:
            around.ensureWidgetVisible(card)

    def _whole(self) -> tuple[QWidget, ...]:
        return (self.intro, *self.parts.values(), self.elsewhere)

    def _show_elsewhere(self, agents: tuple[str, ...]) -> None:
        while (item := self._elsewhere_card.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        card = self._elsewhere_card
        if agents:
            card.add(Words(self.tr("What an agent may do, and when it must pass a caller to a person:")))
            briefs = []
            for name in agents[:BRIEFS_SHOWN]:
                button = QuietButton(self.tr("Brief of {agent}").format(agent=one_line(name, 24)))
                button.clicked.connect(self._on_brief)
                button.setProperty("agent", name)
                briefs.append(button)
            card.add(flow_of(*briefs))
        card.add(Words(self.tr("What agents may say, what it may cost in a month, and what is connected:")))
        card.add(
            flow_of(
                QuietButton(self.tr("The fact sheet"), self._on_sheet),
                QuietButton(self.tr("Money and limits"), self._on_money),
                QuietButton(self.tr("Connections"), self._on_connections),
            )
        )

    def _on_asking(self) -> None:
        for each in self.parts.values():
            if each is not self.sender():
                each.put_away()

    def _on_keep(self, part: Part) -> None:
        card = self.parts[part]
        answered, since = card.answered()
        self._presenter.keep(part, answered, since, card.renamed())

    def _on_removed(self, name: str) -> None:
        card = self.sender()
        if isinstance(card, PartCard):
            said = self.tr("“{name}” is taken out.").format(name=name) if name else self.tr("The line is taken out.")
            self._desk.tell.say(said, Offer(self.tr("Undo"), card.put_back))

    def _on_brief(self) -> None:
        button = self.sender()
        if button is not None:
            self._desk.go.to("brief", name=button.property("agent"))

    def _on_set_up(self) -> None:
        self._desk.go.to("first_run")

    def _on_knowing(self) -> None:
        self._desk.go.to("knowing")

    def _on_sheet(self) -> None:
        self._desk.go.to("fact_sheet")

    def _on_money(self) -> None:
        self._desk.go.to("money")

    def _on_connections(self) -> None:
        self._desk.go.to("connections")
