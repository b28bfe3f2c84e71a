"""Agents: every one that the business runs, on the list or not yet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.agent import Agent
from agentdesk.domain.errors import Sorry
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.services.agents.agents import AgentRow
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.agents.agent_card import AgentCard, UnlistedCard
from agentdesk.ui.screens.agents.agent_form import AgentForm
from agentdesk.ui.screens.agents.presenter import together_in_words
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import row_of
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.telling import trouble_in_words
from agentdesk.ui.widgets.words import QuietWords

OWNER = "agents"


@dataclass(frozen=True, slots=True)
class _Listed:
    rows: tuple[AgentRow, ...]
    people: tuple[str, ...]


class AgentsScreen(Page):
    """As useful with one agent as with five."""

    watches = frozenset({"business", "agents", "calls", "findings"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.set_title(self.tr("Agents"))
        self.add_agent = QuietButton(self.tr("Add an agent"), self._on_add, icon_name="plus", key="Ctrl+N")
        self.form = AgentForm(self.tr("A new agent"), self.tr("Put it on the list"))
        self.form.wanted.connect(self._on_wanted)
        self.form.cancelled.connect(self._on_cancelled)
        self.together = QuietWords()
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_12)
        self.empty = EmptyState(
            "agents",
            self.tr("No agent is on your list yet."),
            self.tr("An agent is whatever answers your phone by itself. AgentDesk watches over the ones you have."),
            self.tr("Add an agent"),
            self._on_add,
        )
        self.add(self.form, self.together)
        self.content.addLayout(self._list)
        self.content.addLayout(row_of(self.add_agent))
        self.add(self.empty)
        self.content.addStretch(1)
        for each in (self.form, self.together, self.empty):
            each.hide()
        self.cards: list[AgentCard | UnlistedCard] = []
        self._people: tuple[str, ...] = ()
        self._wanted = Agent("")

    def open(self, **what: object) -> None:
        """With `books_into`, the name of a diary, the form opens for whatever else books there."""
        diary = what.pop("books_into", None)
        if what:
            raise TypeError(f"the agents open without {', '.join(what)}")
        self.reload()
        if diary is not None:
            self._open_form(Agent("", books_into=(str(diary),) if diary else ()))

    def reload(self) -> None:
        self._desk.runner.submit(
            Job("Reading your agents", self._read, Lane.READ, OWNER), self._on_read, self._on_failed, within=self
        )

    def _read(self, _: Progress) -> _Listed:
        services = self._desk.services
        return _Listed(services.agents.all_(), tuple(each.name for each in services.businesses.people()))

    def _on_read(self, listed: _Listed) -> None:
        self._people = listed.people
        zone = self._desk.zone()
        had = next((at for at, each in enumerate(self.cards) if each.hasFocus()), None)
        for each in self.cards:
            self._list.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.cards = []
        for row in listed.rows:
            if row.listed:
                card = AgentCard(row, zone)
                card.opened.connect(self._on_opened)
                self.cards.append(card)
            else:
                unlisted = UnlistedCard(row, zone)
                unlisted.wanted.connect(self._on_put)
                self.cards.append(unlisted)
        for each in self.cards:
            self._list.addWidget(each)
        if had is not None and self.cards:
            self.cards[min(had, len(self.cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        together = together_in_words(listed.rows)
        self.together.setText(together)
        self.together.setVisible(bool(together))
        self._show_offers(anything=bool(listed.rows))

    def _show_offers(self, *, anything: bool) -> None:
        self.empty.setVisible(not anything and self.form.isHidden())
        self.add_agent.setVisible(self.form.isHidden() and anything)

    def focus_first(self) -> None:
        (self.cards[0] if self.cards else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, name: str) -> None:
        self._desk.go.to("agent", name=name)

    def _on_add(self) -> None:
        self._open_form(Agent(""))

    def _on_put(self, agent: Agent) -> None:
        self._open_form(replace(agent, job=""))

    def _open_form(self, agent: Agent) -> None:
        self.form.show_agent(agent, self._people)
        self.form.show()
        self._show_offers(anything=bool(self.cards))
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancelled(self) -> None:
        self.form.hide()
        self._show_offers(anything=bool(self.cards))
        (self.add_agent if self.cards else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_wanted(self, agent: Agent) -> None:
        services, who = self._desk.services, self._desk.who
        self._wanted = agent

        def put(_: Progress) -> None:
            services.agents.add(agent, who())

        self._desk.runner.submit(
            Job("Putting an agent on the list", put, Lane.WRITE, OWNER), self._on_added, self._on_refused, within=self
        )

    def _on_added(self, _: None) -> None:
        self.form.set_busy(busy=False)
        self.form.hide()
        self._desk.tell.say(self.tr("{agent} is on your list.").format(agent=self._wanted.name))
        self._desk.go.to("agent", name=self._wanted.name.strip())

    def _on_refused(self, trouble: Exception) -> None:
        self.form.refuse(trouble_in_words(trouble, self.tr("That couldn't be kept. What you typed is still here.")))
        if not isinstance(trouble, Sorry):
            self._on_failed(trouble)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("Something went wrong on this screen. Your records are safe."))
        )
