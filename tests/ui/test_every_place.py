"""Every place of the window: heard, obeying nobody's words, and whole at any size, whatever its records say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLayout
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap.places import SCREENS, places_of
from agentdesk.jobs.runner import ImmediateRunner
from agentdesk.ui.desk import Desk
from agentdesk.ui.shell.lines import TroubleBar
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.theme import Scheme, Theme
from tests.ui.places import Records, example_records, hostile_records
from tests.ui.sweep import Canary, StrayWindows, fits, named, plain

PLACES = (*SCREENS, "settings", "first_run")
TRIED = (
    ("example", Scheme.LIGHT, 100),
    ("example", Scheme.DARK, 100),
    ("example", Scheme.LIGHT, 200),
    ("example", Scheme.DARK, 200),
    ("hostile", Scheme.LIGHT, 100),
    ("hostile", Scheme.DARK, 200),
)
"""Which records in which look."""
SIZES = {100: ((960, 600), (1366, 768)), 200: ((1366, 768),)}
# the platform of tests has no screen, and says of every window that it cannot keep a smallest size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@dataclass
class Shown:
    """A window on those records."""

    window: MainWindow
    desk: Desk
    records: Records
    canary: Canary


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canary]:
    canary = Canary(tmp_path_factory.mktemp("c"))
    yield canary
    canary.close()


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory, canary: Canary) -> Iterator[dict[str, Records]]:
    with (
        example_records(tmp_path_factory.mktemp("example")) as example,
        hostile_records(tmp_path_factory.mktemp("hostile"), canary.markup) as hostile,
    ):
        yield {"example": example, "hostile": hostile}


@pytest.fixture(params=TRIED, ids=lambda tried: "-".join(map(str, tried)))
def tried(
    qapp: QApplication, stores: dict[str, Records], request: pytest.FixtureRequest
) -> Iterator[tuple[Records, Theme]]:
    which, scheme, percent = request.param
    theme = Theme(qapp, scheme, percent)
    yield stores[which], theme
    theme.choose(Scheme.LIGHT, 100)
    theme.deleteLater()


@pytest.fixture
def shown(
    qapp: QApplication, qtbot: QtBot, tried: tuple[Records, Theme], canary: Canary, tmp_path: Path
) -> Iterator[Shown]:
    records, theme = tried
    window = MainWindow(theme)
    # a platform without a screen cannot keep a smallest size, and says so
    window.setMinimumSize(0, 0)
    layout = window.layout()
    assert layout is not None
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    qtbot.addWidget(window)
    services, runner = records.services, ImmediateRunner()
    desk = Desk(
        services,
        runner,
        window.tell,
        window.navigation,
        theme,
        records.clock,
        services.businesses.owner,
        services.businesses.zone,
    )
    places = places_of(desk)
    places["settings"] = partial(_settings, desk, tmp_path / "settings.json")
    places["first_run"] = partial(_first_run, desk)
    window.navigation.set_places(places)
    window.side_bar.setEnabled(True)
    business = services.businesses.current()
    window.side_bar.set_business(business.name if business else "")
    window.side_bar.set_freshness(services.freshness.sentence())
    window.resize(1366, 768)
    window.show()
    stray = StrayWindows(window)
    canary.was_opened()
    yield Shown(window, desk, records, canary)
    runner.stop()
    qapp.removeEventFilter(stray)
    assert not stray.seen, f"opened as windows of their own: {stray.seen}"


@pytest.mark.parametrize("place", PLACES)
def test_every_place_is_heard_obeys_nobody_and_is_whole(place: str, shown: Shown) -> None:
    window, sizes = shown.window, SIZES[shown.desk.theme.text_percent]
    for what in shown.records.visits(place):
        window.navigation.to(place, **what)
        assert window.navigation.place == place, troubles(window)
        assert not troubles(window)
        page = window.navigation.page
        assert page is not None
        assert page.isVisible()
        for width, height in sizes:
            fits(window, width, height)
        named(window)
        plain(window)
        assert not shown.canary.was_opened(), "words from outside opened a file"


def test_a_label_that_takes_markup_is_caught(qtbot: QtBot, canary: Canary) -> None:
    label = QLabel(canary.markup)
    qtbot.addWidget(label)
    label.show()
    label.grab()
    assert canary.was_opened()
    with pytest.raises(AssertionError, match="markup"):
        plain(label)


def troubles(window: MainWindow) -> list[str]:
    return [each.sentence() for each in window.findChildren(TroubleBar) if each.sentence()]


def _settings(desk: Desk, path: Path) -> Page:
    from agentdesk.settings.file import load
    from agentdesk.ui.screens.settings.screen import SettingsScreen

    return SettingsScreen(desk, load(path), _keep, _new_key)


def _first_run(desk: Desk) -> Page:
    from agentdesk.ui.screens.first_run.screen import FirstRunScreen

    return FirstRunScreen(desk)


def _keep() -> None:
    """Nothing is kept."""


def _new_key() -> str:
    return "ABCDE FGHIJ"
