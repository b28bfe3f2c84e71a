"""How late the window's thread is at worst while work is done in its lanes: the bar is a tenth of a second.

The calls have been read before, as the checks leave them.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from agentdesk.bootstrap.window import settle_memory
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import Period
from agentdesk.domain.lists import CallFilter
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Runner
from agentdesk.services.calls.readings import Readings
from agentdesk.services.findings.rechecking import Step
from agentdesk.services.services import Services
from agentdesk.store import backups
from agentdesk.store.store import Store, open_store
from agentdesk.store.tables import call_readings
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.theme.theme import STYLE, Theme
from tests.benchmarks import generator, pulling
from tests.benchmarks.desk import hour_after_last, services_of, services_over
from tests.benchmarks.importing import lines_of
from tests.benchmarks.measuring import KEY, Context, Ratio

BAR_S = 0.1
_BEAT_MS = 5
_CALLS = 3_000
_SEARCHES = 40


class _Heart:
    """Beats on the window's thread and remembers the longest wait for a beat."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self.latest = 0.0

    def start(self) -> None:
        self.latest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.latest = max(self.latest, now - self._last - _BEAT_MS / 1000)
        self._last = now


def measure(context: Context) -> Sequence[Ratio]:
    """Seconds late, against the bar itself."""
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication(["agentdesk", *STYLE])
    assert isinstance(application, QApplication)
    window = MainWindow(Theme(application))
    window.show()
    settle_memory()
    runner = Runner()
    heart = _Heart()
    ratios = []
    for name, (lane, work) in {"nothing": (Lane.READ, lambda: time.sleep(1)), **_works(context)}.items():
        late = _longest(runner, heart, lane, work)
        ratios.append(Ratio(f"while: {name}", late, BAR_S, None if name == "nothing" else 1.0))
    runner.stop()
    window.close()
    return ratios


def _longest(runner: Runner, heart: _Heart, lane: Lane, work: Callable[[], object]) -> float:
    loop, troubles = QEventLoop(), list[Exception]()

    def job(_: Progress) -> object:
        return work()

    def failed(trouble: Exception) -> None:
        troubles.append(trouble)
        loop.quit()

    runner.submit(Job("Benchmark", job, lane), lambda _: loop.quit(), failed)
    heart.start()
    loop.exec()
    heart.stop()
    if troubles:
        raise troubles[0]
    return heart.latest


def _works(context: Context) -> dict[str, tuple[Lane, Callable[[], object]]]:
    services = services_of(context, context.small)
    generator.read(context.store(context.small), Readings(resources_folder() / "language").rules)
    today = hour_after_last(context.store(context.small)).date()
    week = Period(today - timedelta(days=6), today)
    file = context.scratch / "stalls.jsonl"
    file.write_text(lines_of(generator.made(_CALLS), _CALLS), encoding="utf-8")
    store = open_store(context.scratch / "stalls.db", KEY)
    empty = services_over(store)
    return {
        "taking in and checking": (Lane.WRITE, lambda: _take_in(empty, file)),
        "pulling": (Lane.NETWORK, _pull),
        "checking again": (Lane.WRITE, lambda: _check_again(empty, store)),
        "searching": (Lane.READ, lambda: _search(services)),
        "Today": (Lane.READ, services.today.view),
        "planning a review": (Lane.READ, lambda: services.reviews.plan(week)),
        "a backup": (Lane.READ, lambda: _back_up(context)),
        "a scorecard on paper": (Lane.READ, lambda: _scorecard(services, Period(today, today), context.scratch)),
    }


def _take_in(services: Services, file: Path) -> None:
    services.importing.take_in(services.importing.look(file, "calls"))


def _pull() -> None:
    retell = pulling.one("retell")
    with pulling.service(retell, _CALLS) as url:
        pulling.pulled(retell, url)


def _check_again(services: Services, store: Store) -> None:
    """What was just taken in, as an app with other rules finds it."""
    with store.writing() as db:
        db.execute(sa.update(call_readings).values(rules=call_readings.c.rules + 1))
    step: Step | None = None
    while (step := services.rechecking.step(step)) is not None:
        pass


def _search(services: Services) -> None:
    for _ in range(_SEARCHES):
        for words in (generator.COMMON_WORD, generator.TWO_WORDS, generator.RARE_WORD):
            services.calls.page(CallFilter(words=words))


def _back_up(context: Context) -> None:
    store = context.store(context.small)
    backups.make(store, context.scratch / "backups", hour_after_last(store)).path.unlink()


def _scorecard(services: Services, period: Period, folder: Path) -> None:
    card = services.scorecards.make("Ana", period)
    services.scorecards.save_pdf(card, folder / "card.pdf")
