"""A desk for screens in tests: real services over a real store, jobs done in place, everything said written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.jobs.runner import ImmediateRunner
from agentdesk.services.services import Services
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import open_store
from agentdesk.ui.desk import Desk, Offer
from agentdesk.ui.theme.theme import Theme
from tests.services.conftest import FRIDAY, SETUP, Office, Printer


@dataclass
class Told:
    """The Teller that writes down."""

    said: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    """What could be pressed beside what was said."""

    def say(self, sentence: str, offer: Offer | None = None) -> None:
        self.said.append(sentence)
        self.offers += [offer] if offer is not None else []

    def trouble(self, sentence: str, offer: Offer | None = None) -> None:  # noqa: ARG002 - the Teller's signature
        self.troubles.append(sentence)


@dataclass
class Gone:
    """The Navigator that writes down."""

    places: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def to(self, place: str, **what: object) -> None:
        self.places.append((place, what))

    def back(self) -> None:
        self.places.append(("back", {}))


@dataclass
class Room:
    """A desk with what was told and where it went."""

    office: Office
    desk: Desk
    told: Told
    gone: Gone

    @property
    def services(self) -> Services:
        return self.office.services


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """An empty store; nothing is set up."""
    store = open_store(tmp_path / "store.db", new_store_key())
    clock, printer = SetClock(FRIDAY), Printer()
    services = build_services(store, resources_folder(), clock, printer, printer, seed=lambda: 7)
    told, gone = Told(), Gone()
    runner, theme = ImmediateRunner(), Theme(qapp)
    who: Callable[[], str] = services.businesses.owner
    desk = Desk(services, runner, told, gone, theme, clock, who, services.businesses.zone)
    yield Room(Office(services, store, clock, printer, tmp_path), desk, told, gone)
    runner.stop()
    theme.deleteLater()
    store.close()


@pytest.fixture
def hartley_room(room: Room) -> Room:
    """The same, with Hartley Plumbing set up."""
    room.services.setup.apply(SETUP)
    return room
