"""Ten thousand calls pulled from a service in a process of its own, against a plain client that throws them away.

The plain client fetches and parses the same pages over one connection. Memory is told as growth from a tenth of the
calls to all of them: it should not follow their number. Each service that stands for one way of listing is measured.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import open_store
from tests.benchmarks import generator
from tests.benchmarks.measuring import Context, Ratio
from tests.connectors.kit.of_services import KEY, Many, Said, found
from tests.services.conftest import FRIDAY, SETUP, Printer

CALLS = 10_000
AGENTS = 3 + 1
"""Requests for what an account with one agent tells besides its calls, one for the list of these included."""


def measure(_: Context) -> Iterator[Ratio]:
    """Of each service: wall time of a first pull and of the checks that follow it, requests, and memory."""
    for many in found("MANY"):
        yield from _of_service(many)


def one(service: str) -> Many:
    """The account at that service."""
    accounts: list[Many] = found("MANY")
    return next(each for each in accounts if each.id == service)


def _of_service(many: Many) -> Iterator[Ratio]:
    # checks don't ask where calls came from: those of one service tell for all
    check = many.most is not None
    with service(many, CALLS) as url:
        floor = _plainly(many, url)
        ours, checks, requests, again = pulled(many, url, check=check)
    yield Ratio(f"{many.id}, {CALLS:,} calls", ours, floor, many.most)
    if check:
        yield Ratio(f"{many.id}, checking them", checks, ours, 1.0)
    yield Ratio(f"{many.id}, requests (thousands)", requests / 1000, (many.least(CALLS) + AGENTS) / 1000, 1.05)
    yield Ratio(f"{many.id}, requests with nothing new", again, AGENTS, 1.0)
    yield Ratio(f"{many.id}, memory, ten times the calls", _memory(many, CALLS), _memory(many, CALLS // 10), 1.15)


def serve(many: Many, number: int) -> None:
    """The service, until its input ends. Says its address on one line."""
    with many.made(_calls(number)) as fake:
        sys.stdout.write(f"{fake.url}\n")
        sys.stdout.flush()
        sys.stdin.read()


def _calls(number: int) -> Iterator[Said]:
    for place, made in enumerate(generator.made(number)):
        yield f"call-{place}", FRIDAY - timedelta(days=4, minutes=place * 7 % 80_000), made.turns


def pull(many: Many, url: str) -> None:
    """One pull in a process of its own: says the memory it took at most, in kilobytes."""
    pulled(many, url)
    # not getrusage: that counts what the parent held at the fork
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    sys.stdout.write(next(each for each in lines if each.startswith("VmHWM")).split()[1])


@contextmanager
def service(many: Many, number: int) -> Iterator[str]:
    """The address of a service with so many calls, in a process of its own."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.pulling", "serve", many.id, str(number)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdout is not None
    try:
        yield started.stdout.readline().strip()
    finally:
        started.communicate()


def _plainly(many: Many, url: str) -> float:
    import httpx

    began = time.perf_counter()
    with httpx.Client(base_url=url) as client:
        many.plainly(client, CALLS)
    return time.perf_counter() - began


def pulled(many: Many, url: str, *, check: bool = False) -> tuple[float, float, int, int]:
    """Pulls everything into a new store, and again.

    Seconds of the first pull, and of the checks of what it brought if those are asked for; requests of the first,
    requests of the second.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "store.db", new_store_key())
        services = build_services(store, resources_folder(), SetClock(FRIDAY), Printer(), Printer())
        phone = f'{{"name": "Calls", "service": "{many.id}", "address": "{url}"}}'
        services.setup.apply(SETUP.replace('{"name": "Calls", "service": "file"}', phone))
        connection = services.connecting.named("Calls")
        services.connecting.keep(connection, KEY, services.connecting.try_(connection, KEY))

        def asked() -> int:
            return sum(each.requests for each in services.connecting.places())

        before = asked()
        began = time.perf_counter()
        brought = services.pulling.pull(connection)
        seconds = time.perf_counter() - began
        first = asked()
        began = time.perf_counter()
        if check:
            services.syncing.check((brought,))
        checks = time.perf_counter() - began
        services.pulling.pull(connection)
        second = asked()
        store.close()
        return seconds, checks, first - before, second - first


def _memory(many: Many, number: int) -> float:
    with service(many, number) as url:
        said = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.pulling", "pull", many.id, url],
            capture_output=True,
            text=True,
            check=True,
        )
    return int(said.stdout) / 1024


if __name__ == "__main__":
    what, wanted, last = sys.argv[1:]
    if what == "serve":
        serve(one(wanted), int(last))
    else:
        pull(one(wanted), last)
