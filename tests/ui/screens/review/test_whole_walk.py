"""Every page of the walk with the worst words in it: heard, obeying nobody, and whole at any size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLayout
from pytestqt.qtbot import QtBot

from agentdesk.domain.review import Reply, Step
from agentdesk.jobs.runner import ImmediateRunner
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.review.screen import ReviewScreen
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.theme.theme import Scheme, Theme
from tests.ui.places import hostile_records
from tests.ui.sweep import Canary, fits, named, plain

# the platform of tests has no screen, and says of every window that it cannot keep a smallest size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LOOKED_AT = 2
"""Calls that are measured; the others are only answered."""


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[Canary]:
    folder = tmp_path / "c"
    folder.mkdir()
    canary = Canary(folder)
    yield canary
    canary.close()


@pytest.mark.parametrize(
    ("scheme", "percent", "sizes"),
    [(Scheme.LIGHT, 100, ((960, 600),)), (Scheme.DARK, 200, ((1366, 768),))],
)
def test_every_page_of_the_walk_is_whole(
    scheme: Scheme,
    percent: int,
    sizes: tuple[tuple[int, int], ...],
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    canary: Canary,
) -> None:
    theme = Theme(qapp, scheme, percent)
    with hostile_records(tmp_path, canary.markup) as records:
        window = MainWindow(theme)
        window.setMinimumSize(0, 0)
        layout = window.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        qtbot.addWidget(window)
        services, runner = records.services, ImmediateRunner()
        who, zone = services.businesses.owner, services.businesses.zone
        desk = Desk(services, runner, window.tell, window.navigation, theme, records.clock, who, zone)
        services.reviews.promise(None, f"{canary.markup} {'Llanfair' * 30}"[:300], "Sam" * 40, date(2026, 11, 20))
        window.welcome({"review": lambda: ReviewScreen(desk)}, "review")
        window.resize(1366, 768)
        window.show()
        page = window.navigation.page
        assert isinstance(page, ReviewScreen)
        assert _walk(page, window, sizes) == [None, *Step]
        assert not canary.was_opened(), "words from outside opened a file"
        runner.stop()
    theme.choose(Scheme.LIGHT, 100)
    theme.deleteLater()


def _walk(page: ReviewScreen, window: MainWindow, sizes: tuple[tuple[int, int], ...]) -> list[Step | None]:
    """Which pages were measured."""
    seen: list[Step | None] = []
    calls: set[int] = set()
    while True:
        place = page.presenter.place
        step = page.step
        if step not in seen or (place is not None and place.call not in calls and len(calls) < LOOKED_AT):
            for width, height in sizes:
                fits(window, width, height)
            named(window)
            plain(window)
            if step not in seen:
                seen.append(step)
        if step is Step.FINISH:
            return seen
        if place is None:
            page.start_page.button.click()
        elif place.call is not None:
            calls.add(place.call)
            page.call.answers.button(Reply.YES).click()
            QApplication.processEvents()
            if len(calls) == LOOKED_AT:
                page.presenter.tick(600)
        else:
            page.presenter.done_with(place.step)
