"""Money: what the agents cost this month, where it ends, and what to do about it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.money.agent_card import AgentCard
from agentdesk.ui.screens.money.claims_part import ClaimsPart
from agentdesk.ui.screens.money.invoices_part import InvoicesPart
from agentdesk.ui.screens.money.presenter import MoneyPresenter, Read, whole_in_words
from agentdesk.ui.screens.money.rates_part import RatesPart
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_16
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.telling import trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, Words


class MoneyScreen(Page):
    """Opens with the `agent` to show first, or without."""

    watches = frozenset({Subject.CALLS, Subject.AGENTS, Subject.BUSINESS, Subject.FINDINGS, Subject.BOOKINGS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = MoneyPresenter(desk.services)
        self._first: str | None = None
        self._under_way: Running | None = None
        self.set_title(self.tr("Money"))
        self.waiting = QuietWords(self.tr("Adding up…"))
        self.whole = Words()
        self.none = EmptyState(
            "money",
            self.tr("No costs are here yet."),
            self.tr("Once calls come with what they cost, each agent's month is added up here."),
            self.tr("Bring in calls"),
            self._on_import,
        )
        self.cards: list[AgentCard] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(SPACE_16)
        self.rates = RatesPart(desk)
        self.claims = ClaimsPart(desk)
        self.invoices = InvoicesPart(desk)
        self.invoices.changed.connect(self.reload)
        self.add(self.waiting, self.none, self.whole)
        self.content.addLayout(self._place)
        self._foot = (self.rates, self.claims, self.invoices)
        self.add(*self._foot)
        self.content.addStretch(1)
        for part in (self.none, self.whole, *self._foot):
            part.hide()

    def open(self, **what: object) -> None:
        agent = what.pop("agent", None)
        if what:
            raise TypeError(f"money opens without {', '.join(what)}")
        self._first = agent if isinstance(agent, str) else None
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        presenter = self._presenter
        if self.cards:
            self.set_quiet(self.tr("updating…"))
        self._under_way = self._desk.runner.submit(
            Job("Adding up what calls cost", lambda _: presenter.read(), Lane.READ),
            self._on_read,
            self._on_failed,
            within=self,
        )

    def _on_read(self, read: Read) -> None:
        self.waiting.hide()
        self.set_quiet(f"{read.page.today:%B %Y}")
        empty = not any(each.charged or each.calls for each in read.page.agents) and not read.invoices
        self.none.setVisible(empty)
        self._show_cards(read, empty=empty)
        self.whole.setText(whole_in_words(read.page))
        self.whole.setVisible(len(self.cards) > 1 and bool(self.whole.text()))
        self.rates.show_rates(read.page.rates)
        self.claims.setVisible(not empty)
        self.claims.show_claims(read.page)
        self.invoices.show_invoices(read)
        if empty:
            self.invoices.hide()

    def _show_cards(self, read: Read, *, empty: bool) -> None:
        # a form in which somebody is writing stays, with its card
        writing = {each.name: each for each in self.cards if each.form is not None and not each.form.isHidden()}
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in writing.values():
                widget.hide()
                widget.deleteLater()
        order = sorted(read.page.agents, key=lambda each: each.agent is None or each.agent.name != self._first)
        self.cards = []
        for each in () if empty else order:
            card = writing.get(each.agent.name if each.agent else None)
            card = card or AgentCard(self._desk, each, read.page, diary_known=read.diary_known)
            card.changed.connect(self._on_limits_kept)
            self.cards.append(card)
            self._place.addWidget(card)

    def _on_limits_kept(self) -> None:
        for each in self.cards:
            if each.form is not None:
                each.form.hide()
        self.reload()

    def _on_failed(self, trouble: Exception) -> None:
        self.set_quiet("")
        otherwise = self.tr("I couldn't add up what calls cost. What you see is from before.")
        self._desk.tell.trouble(trouble_in_words(trouble, otherwise))

    def _on_import(self) -> None:
        self._desk.go.to("import")
