"""A desk for screens whose agent is at one of the fakes of the services."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from agentdesk.jobs.runner import ImmediateRunner
from agentdesk.ui.desk import Desk
from agentdesk.ui.theme.theme import Theme
from tests.services.steered import Steered, steered
from tests.ui.conftest import Gone, Told


@dataclass
class SteeredRoom:
    """The desk, what was told, where it went, and the service."""

    office: Steered
    desk: Desk
    told: Told
    gone: Gone


@contextmanager
def steered_room(app: QApplication, folder: Path, service: str = "retell") -> Iterator[SteeredRoom]:
    with steered(folder, service) as office:
        told, gone, runner, theme = Told(), Gone(), ImmediateRunner(), Theme(app)
        services = office.services
        desk = Desk(
            services, runner, told, gone, theme, office.clock, services.businesses.owner, services.businesses.zone
        )
        yield SteeredRoom(office, desk, told, gone)
        runner.stop()
        theme.deleteLater()
