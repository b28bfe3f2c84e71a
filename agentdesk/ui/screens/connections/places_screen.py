"""Every place that AgentDesk talks to, and when."""

from __future__ import annotations

from agentdesk.domain.connection import Visit
from agentdesk.jobs.job import Job
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.connections.presenter import ConnectionsPresenter, visit_in_words
from agentdesk.ui.shell.page import Page
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import HairLine, QuietWords, StrongWords, Words


class PlacesScreen(Page):
    """The whole list: what isn't on it was never talked to."""

    watches = frozenset({Subject.CONNECTIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = ConnectionsPresenter(desk.services, desk.clock)
        self.intro = Words(
            self.tr(
                "Your records stay on this computer. These are all the places that AgentDesk has asked something; it "
                "sends them the key and the question, and nothing of your callers. It talks to nobody else."
            )
        )
        self.list = Card()
        self.none = QuietWords(self.tr("So far it has talked to nobody."))
        self.add(self.intro, self.list, self.none)
        self.content.addStretch(1)
        self.list.hide()
        self.none.hide()
        self.set_title(self.tr("Where AgentDesk connects to"))

    def reload(self) -> None:
        presenter = self._presenter
        self._desk.runner.submit(
            Job("Reading the places", lambda _: presenter.places()), self._on_read, self._on_failed, within=self
        )

    def _on_read(self, visits: tuple[Visit, ...]) -> None:
        while (item := self.list.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        now, zone = self._desk.clock.now(), self._desk.zone()
        for at, each in enumerate(visits):
            if at:
                self.list.add(HairLine())
            self.list.add(StrongWords(one_line(each.host, 200)), QuietWords(visit_in_words(each, now, zone)))
        self.list.setVisible(bool(visits))
        self.none.setVisible(not visits)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("I couldn't read the list. Try again.")))
