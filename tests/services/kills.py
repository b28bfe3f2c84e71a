"""Kills a process that is writing, again and again, and looks at what is left of its work.

`python -m tests.services.kills 500` does it five hundred times and says what it found.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.brief import Brief
from agentdesk.domain.call import Call
from agentdesk.domain.clock import SetClock
from agentdesk.domain.lists import CallFilter
from agentdesk.services.connections import importing
from agentdesk.services.services import Services
from agentdesk.store.records import Put
from agentdesk.store.store import open_store
from tests.services.conftest import FRIDAY, SETUP, Printer
from tests.services.lines import QUESTION, line

KEY = bytes(range(32))
SLICE = 100
SLICES = 12
KILLS_OF_ONE_STORE = 25
"""Then a new one, so that the check-up after each kill stays short."""


@dataclass
class Kills:
    """What came of them."""

    number: int = 0
    in_mid_write: int = 0
    """How many struck after a write had begun and before it was said to be kept."""
    wrong: list[str] = field(default_factory=list)


@contextmanager
def opened(path: Path) -> Iterator[Services]:
    """The services over a store, as a start would have them."""
    store, printer = open_store(path, KEY), Printer()
    try:
        yield build_services(store, resources_folder(), SetClock(FRIDAY), printer, printer, seed=lambda: 7)
    finally:
        store.close()


def take_calls_in(services: Services, folder: Path, name: str) -> None:
    """Takes a file in, in slices, saying before each that it writes and after each that it is kept."""
    file = folder / f"{name}.jsonl"
    file.write_text("\n".join(line(f"{name}-{each}", "2026-11-17T10:00", *QUESTION) for each in range(SLICE * SLICES)))
    importing.SLICE = SLICE
    put = importing.ImportService._put_calls

    def aloud(self: importing.ImportService, part: list[Call]) -> Put:
        _say("writing")
        brought = put(self, part)
        _say("kept")
        return brought

    importing.ImportService._put_calls = aloud  # type: ignore[method-assign]
    services.importing.take_in(services.importing.look(file, "calls"))


def save_briefs(services: Services) -> None:
    """Saves one brief after the other, every third one approved, counting in its words."""
    number = briefs_kept(services)
    while True:
        number += 1
        _say("writing")
        services.briefs.save_draft("Daisy", Brief(purpose=f"number {number}"), "Sam")
        _say("kept")
        if number % 3 == 0:
            services.briefs.approve("Daisy", "Sam", "It counts.")


def briefs_kept(services: Services) -> int:
    """How far `save_briefs` came."""
    words = services.briefs.working("Daisy").brief.purpose.split()
    return int(words[1]) if words[:1] == ["number"] else 0


def calls_kept(services: Services) -> int:
    """How many calls there are."""
    return services.calls.count(CallFilter())


def kill_often(times: int, folder: Path, seed: int = 1) -> Kills:
    """Kills as many workers, each at a moment of its own, and examines the store after each."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    came = Kills()
    with _nursery(folder) as nursery:
        for number in range(times):
            store = folder / f"store-{number // KILLS_OF_ONE_STORE}.db"
            if number % KILLS_OF_ONE_STORE == 0:
                with opened(store) as services:
                    services.setup.apply(SETUP)
            what = "calls" if number % 3 else "briefs"
            with opened(store) as services:
                before = calls_kept(services) if what == "calls" else briefs_kept(services)
            kept, in_mid_write = _killed(nursery, f"{what} {store.name} kill{number}", chance)
            came.number += 1
            came.in_mid_write += in_mid_write
            with opened(store) as services:
                came.wrong += [f"kill {number}: {each}" for each in services.upkeep.check().problems]
                step, now = (SLICE, calls_kept(services)) if what == "calls" else (1, briefs_kept(services))
            if now not in (before + kept * step, before + (kept + 1) * step):
                came.wrong.append(f"kill {number}: {kept} said to be kept, {now - before} there, in steps of {step}")
    return came


def _killed(nursery: subprocess.Popen[str], order: str, chance: random.Random) -> tuple[int, bool]:
    """How often the worker said that something is kept, and whether it was writing when it died."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{order}\n")
    nursery.stdin.flush()
    worker = int(nursery.stdout.readline())
    wait_for, writes, kept, last = chance.randrange(1, SLICES // 2), 0, 0, ""
    for said in nursery.stdout:
        if said == "ended\n":
            break
        last = said
        kept += said == "kept\n"
        writes += said == "writing\n"
        if said == "writing\n" and writes == wait_for:
            time.sleep(chance.random() * 0.1)
            os.kill(worker, signal.SIGKILL)
    return kept, last == "writing\n"


@contextmanager
def _nursery(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has imported everything and splits off workers: a start of Python for each would take minutes."""
    command = [sys.executable, "-m", "tests.services.kills", "--nursery", str(folder)]
    nursery = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield nursery
    finally:
        nursery.communicate()


def _tend(folder: Path) -> None:
    for order in sys.stdin:
        what, store, name = order.split()
        worker = os.fork()
        if worker == 0:
            _say(str(os.getpid()))
            with opened(folder / store) as services:
                if what == "calls":
                    take_calls_in(services, folder, name)
                else:
                    save_briefs(services)
            os._exit(0)
        os.waitpid(worker, 0)
        _say("ended")


def _say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def main(words: list[str]) -> int:
    """The exit status: 0 when nothing was lost, doubled or half there."""
    if words[:1] == ["--nursery"]:
        _tend(Path(words[1]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        came = kill_often(int(words[0]) if words else 500, Path(folder))
    sys.stdout.write(f"{came.number} kills, {came.in_mid_write} of them in mid-write, {len(came.wrong)} wrong.\n")
    sys.stdout.writelines(f"{each}\n" for each in came.wrong)
    return 1 if came.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
