"""What each agent touches, drawn: the line its calls come in by, itself, its diaries and tools, and how each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.jobs.job import Job
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.services.connections.systems import Picture
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.systems.chain_picture import ChainPicture
from agentdesk.ui.screens.systems.node import Node, NodeCard
from agentdesk.ui.screens.systems.words import Told, columns_of
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_24
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Section
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords


class SystemsScreen(Page):
    """Opens whole, or with the `name` of the one agent whose picture shows."""

    watches = frozenset({Subject.AGENTS, Subject.CALLS, Subject.BOOKINGS, Subject.CONNECTIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name: str | None = None
        self._under_way: Running | None = None
        self.pictures: list[ChainPicture] = []
        self.intro = QuietWords(
            self.tr(
                "In the order in which they act. Each opens what belongs to it; a dashed arrow leads to what isn't "
                "seen to work."
            )
        )
        self.none = EmptyState(
            "agents",
            self.tr("No agent is on your list yet."),
            self.tr("Put the one that answers your phone on it. What it works with shows here."),
        )
        self.every = QuietButton(self.tr("Show every agent"), self._on_every)
        self.add_to_head(self.every)
        self._place = QWidget()
        self._drawn = QVBoxLayout(self._place)
        self._drawn.setContentsMargins(0, 0, 0, 0)
        self._drawn.setSpacing(SPACE_24)
        self.add(self.intro, self.none, self._place)
        self.content.addStretch(1)
        for each in (self.intro, self.none, self.every):
            each.hide()
        self.set_title(self.tr("What each agent works with"))

    def open(self, **what: object) -> None:
        name = what.pop("name", None)
        if what:
            raise TypeError(f"the picture opens without {', '.join(what)}")
        self._name = str(name) if name else None
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        systems = self._desk.services.systems
        self._under_way = self._desk.runner.submit(
            Job("Seeing what agents touch", lambda _: systems.pictures()), self._on_read, self._on_failed, within=self
        )

    def cards(self) -> tuple[NodeCard, ...]:
        """Every part that shows, in order."""
        return tuple(each.card for each in self.nodes())

    def nodes(self) -> tuple[Node, ...]:
        return tuple(node for picture in self.pictures for column in picture.columns for node in column)

    def focus_first(self) -> None:
        first = next(iter(self.cards()), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, pictures: tuple[Picture, ...]) -> None:
        had = next((at for at, each in enumerate(self.cards()) if each.hasFocus()), None)
        while (item := self._drawn.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        wanted = [each for each in pictures if self._name in (None, each.agent.name)] or list(pictures)
        alone = self._name is not None and len(wanted) == 1
        name = one_line(wanted[0].agent.name, 60) if wanted else ""
        self.set_title(self.tr("What {agent} touches").format(agent=name) if alone else self._whole_title())
        self.every.setVisible(alone and len(pictures) > 1)
        self.none.setVisible(not pictures)
        self.intro.setVisible(bool(pictures))
        self.pictures = []
        for picture in wanted:
            section = Section("" if alone else one_line(picture.agent.name, 80))
            section.heading.setVisible(not alone)
            drawn = self._draw(picture)
            section.add(drawn)
            self._drawn.addWidget(section)
            self.pictures.append(drawn)
        if had is not None and self.cards():
            self.cards()[min(had, len(self.cards()) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, picture: Picture) -> ChainPicture:
        columns = columns_of(picture, self._desk.clock.now(), self._desk.zone())
        return ChainPicture(
            [[self._node(told, at, columns) for told in column] for at, column in enumerate(columns, start=1)]
        )

    def _node(self, told: Told, at: int, columns: Sequence[Sequence[Told]]) -> Node:
        order = self.tr("Step {number} of {all}").format(number=at, all=len(columns))
        if at < len(columns):
            names = ", ".join(each.name for each in columns[at])
            order = self.tr("{step}, leads to {names}").format(step=order, names=names)
        return Node(
            replace(told, order=order),
            partial(self._desk.go.to, told.place, **told.what),
            partial(self._desk.go.to, told.fix_place, **told.fix_what),
        )

    def _whole_title(self) -> str:
        return self.tr("What each agent works with")

    def _on_every(self) -> None:
        self._name = None
        self.reload()

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("I couldn't read that. What you see is from before."))
        )
