"""Work runs beside the window, comes back to its thread, and never to somebody who has gone."""

from __future__ import annotations

import gc
import logging
import threading
import weakref
from collections.abc import Callable, Iterator
from threading import Barrier, Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from pytestqt.qtbot import QtBot

from agentdesk.domain.errors import Sorry
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Cancelled, JobProgress, Progress
from agentdesk.jobs.runner import ImmediateRunner, Runner

LONG = 10
"""Seconds that nothing here takes."""


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:  # noqa: ARG001 - needs the application
    runner = Runner()
    yield runner
    threads = threads_of(runner)
    runner.stop()
    assert all(each.isFinished() for each in threads), "a thread was left behind"


class Asker(QObject):
    """Somebody who asked for something, and wrote down what came."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.troubles: list[Exception] = []
        self.stopped = 0
        self.threads: set[QThread] = set()

    def on_done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(QThread.currentThread())

    def on_failed(self, trouble: Exception) -> None:
        self.troubles.append(trouble)
        self.threads.add(QThread.currentThread())

    def on_stopped(self) -> None:
        self.stopped += 1


def job(work: Callable[[Progress], object], lane: Lane = Lane.READ, owner: str = "") -> Job[object]:
    return Job("Trying", work, lane, owner)


def threads_of(runner: Runner) -> list[QThread]:
    return [thread for each in runner._threads.values() for thread in each]


def idle(qtbot: QtBot, runner: Runner) -> None:
    qtbot.waitUntil(lambda: not runner.busy)


def delete_now(thing: QObject) -> None:
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)


def test_the_work_is_done_elsewhere_and_its_result_comes_to_the_windows_thread(runner: Runner, qtbot: QtBot) -> None:
    asker, worked_in = Asker(), []

    def work(_: Progress) -> str:
        worked_in.append(threading.get_ident())
        return "61 calls"

    runner.submit(job(work), asker.on_done)
    assert asker.results == []
    idle(qtbot, runner)
    assert asker.results == ["61 calls"]
    assert asker.threads == {QThread.currentThread()}
    assert worked_in != [threading.get_ident()]


def test_a_sorry_reaches_who_asked_and_is_no_news_for_the_log(runner: Runner, qtbot: QtBot) -> None:
    asker = Asker()

    def work(_: Progress) -> None:
        raise Sorry("Your disk is full. Make room and try again.")

    runner.submit(job(work), asker.on_done, asker.on_failed)
    idle(qtbot, runner)
    assert [str(each) for each in asker.troubles] == ["Your disk is full. Make room and try again."]
    assert asker.results == []


def test_our_own_mistake_is_logged_with_its_traceback_and_told_too(
    runner: Runner, qtbot: QtBot, expected_log: list[logging.LogRecord]
) -> None:
    asker = Asker()

    def work(_: Progress) -> None:
        raise ZeroDivisionError

    runner.submit(job(work), asker.on_done, asker.on_failed)
    idle(qtbot, runner)
    assert isinstance(asker.troubles[0], ZeroDivisionError)
    (record,) = expected_log
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None


def test_writers_take_turns_in_the_order_asked(runner: Runner, qtbot: QtBot) -> None:
    inside, order = [], []

    def writer(number: int) -> Callable[[Progress], None]:
        def work(_: Progress) -> None:
            inside.append(number)
            assert inside == [number], "two writers at once"
            order.append(number)
            QThread.msleep(1)
            inside.remove(number)

        return work

    asker = Asker()
    for number in range(20):
        runner.submit(job(writer(number), Lane.WRITE), asker.on_done, asker.on_failed)
    idle(qtbot, runner)
    assert order == list(range(20))
    assert asker.troubles == []


def test_two_readers_read_at_once_and_never_wait_for_a_writer(runner: Runner, qtbot: QtBot) -> None:
    writing = Event()
    together = Barrier(2, timeout=LONG)
    asker = Asker()
    runner.submit(job(lambda _: writing.wait(LONG), Lane.WRITE), asker.on_done)
    for _ in range(2):
        runner.submit(job(lambda _: together.wait()), asker.on_done, asker.on_failed)
    qtbot.waitUntil(lambda: len(asker.results) == 2)
    writing.set()
    idle(qtbot, runner)
    assert asker.troubles == []


def test_the_network_lane_carries_several_at_once(runner: Runner, qtbot: QtBot) -> None:
    together = Barrier(4, timeout=LONG)
    asker = Asker()
    for _ in range(4):
        runner.submit(job(lambda _: together.wait(), Lane.NETWORK), asker.on_done, asker.on_failed)
    idle(qtbot, runner)
    assert len(asker.results) == 4


def test_progress_comes_as_sentences_with_counts_and_a_fast_job_does_not_flood(runner: Runner, qtbot: QtBot) -> None:
    told: list[JobProgress] = []
    runner.progressed.connect(told.append)

    def work(progress: Progress) -> None:
        for done in range(10_000):
            progress.say("Reading calls", done + 1, 10_000)

    runner.submit(Job("Taking in", work, Lane.WRITE, "import"), Asker().on_done)
    idle(qtbot, runner)
    assert told[0] == JobProgress("Taking in", "import", "Reading calls", 1, 10_000)
    assert told[-1].done == 10_000
    assert len(told) < 100


def test_work_that_is_asked_to_stop_stops_at_a_good_place(runner: Runner, qtbot: QtBot) -> None:
    started, asker = Event(), Asker()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.stop_here()
            QThread.msleep(1)

    running = runner.submit(job(work), asker.on_done, asker.on_failed, on_stopped=asker.on_stopped)
    assert started.wait(LONG)
    running.cancel()
    idle(qtbot, runner)
    assert (asker.results, asker.troubles, asker.stopped) == ([], [], 1)


def test_what_was_done_before_the_stop_still_arrives(runner: Runner, qtbot: QtBot) -> None:
    started, asker = Event(), Asker()

    def work(progress: Progress) -> str:
        started.set()
        while not progress.cancelled:
            QThread.msleep(1)
        return "1,200 calls were taken in"

    running = runner.submit(job(work), asker.on_done, on_stopped=asker.on_stopped)
    assert started.wait(LONG)
    running.cancel()
    idle(qtbot, runner)
    assert (asker.results, asker.stopped) == (["1,200 calls were taken in"], 0)


def test_nothing_of_a_dropped_job_arrives(runner: Runner, qtbot: QtBot) -> None:
    kept, dropped, go = Asker(), Asker(), Event()
    runner.submit(job(lambda _: go.wait(LONG), Lane.WRITE, "calls"), dropped.on_done)
    runner.submit(job(lambda _: "late", Lane.WRITE, "calls"), dropped.on_done)
    runner.submit(job(lambda _: "mine", Lane.WRITE, "today"), kept.on_done)
    runner.drop_all_of("calls")
    go.set()
    idle(qtbot, runner)
    assert (kept.results, dropped.results) == (["mine"], [])


def test_a_page_that_is_deleted_meanwhile_hears_nothing(runner: Runner, qtbot: QtBot) -> None:
    go, page, kept = Event(), Asker(), Asker()
    runner.submit(job(lambda _: go.wait(LONG)), page.on_done)
    runner.submit(job(lambda _: go.wait(LONG)), kept.on_done, within=page)
    delete_now(page)
    go.set()
    idle(qtbot, runner)
    assert page.results == []
    assert kept.results == []


def test_a_job_keeps_no_page_alive(runner: Runner, qtbot: QtBot) -> None:
    go, page = Event(), Asker()
    gone = weakref.ref(page)
    runner.submit(job(lambda _: go.wait(LONG)), page.on_done)
    del page
    gc.collect()
    assert gone() is None
    go.set()
    idle(qtbot, runner)


def test_a_finished_job_is_named_however_it_ended(runner: Runner, qtbot: QtBot) -> None:
    names: list[str] = []
    runner.finished.connect(names.append)

    def stopped(_: Progress) -> None:
        raise Cancelled

    runner.submit(Job("Reading", lambda _: None), Asker().on_done)
    runner.submit(Job("Stopping", stopped), Asker().on_done)
    qtbot.waitUntil(lambda: len(names) == 2)
    assert sorted(names) == ["Reading", "Stopping"]


def test_the_end_waits_for_what_runs_and_begins_nothing_more(qtbot: QtBot) -> None:
    runner, asker = Runner(), Asker()
    started, ended, late = Event(), Event(), Event()

    def work(progress: Progress) -> None:
        started.set()
        while not progress.cancelled:
            QThread.msleep(1)
        QThread.msleep(30)
        ended.set()

    runner.submit(job(work, Lane.WRITE), asker.on_done)
    runner.submit(job(lambda _: late.set(), Lane.WRITE), asker.on_done)
    assert started.wait(LONG)
    threads = threads_of(runner)
    runner.stop()
    assert ended.is_set()
    assert not late.is_set()
    runner.submit(job(lambda _: late.set()), asker.on_done)
    runner.stop()
    qtbot.wait(20)
    assert not late.is_set()
    assert asker.results == []
    assert len(threads) == 1
    assert threads[0].isFinished()


def test_a_runner_that_is_deleted_while_work_speaks_does_no_harm(qtbot: QtBot) -> None:  # noqa: ARG001
    runner, started, go = Runner(), Event(), Event()

    def work(progress: Progress) -> None:
        started.set()
        go.wait(LONG)
        progress.say("Nobody listens", 1, 1)

    runner.submit(job(work), Asker().on_done)
    assert started.wait(LONG)
    threads = threads_of(runner)
    delete_now(runner)
    go.set()
    runner.stop()
    assert all(thread.isFinished() for thread in threads)


def test_in_tests_work_is_done_in_place() -> None:
    runner, asker = ImmediateRunner(), Asker()
    told: list[JobProgress] = []
    runner.progressed.connect(told.append)

    def work(progress: Progress) -> str:
        progress.say("Halfway", 1, 2)
        return "done"

    def fails(_: Progress) -> None:
        raise Sorry("Choose another file.")

    runner.submit(job(work), asker.on_done)
    runner.submit(job(fails), asker.on_done, asker.on_failed)
    assert asker.results == ["done"]
    assert [str(each) for each in asker.troubles] == ["Choose another file."]
    assert [each.sentence for each in told] == ["Halfway"]
    assert not runner.busy
