"""Ten thousand calls pulled from a service in a process of its own, against a plain client that throws them away.

The plain client fetches and parses the same pages over one connection. Memory is told as growth from a tenth of the
calls to all of them: it should not follow their number.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.call import Turn
from agentdesk.domain.clock import SetClock
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import open_store
from tests.benchmarks import generator
from tests.benchmarks.measuring import Context, Ratio
from tests.connectors.retell.fake import FakeRetell
from tests.faults import KEY, NOW
from tests.services.conftest import SETUP, Printer

CALLS = 10_000


def measure(_: Context) -> Iterator[Ratio]:
    """Wall time of a first pull and of the checks that follow it, and the requests of a pull with nothing new."""
    with service(CALLS) as url:
        floor = _plainly(url)
        ours, checks, requests, again = pulled(url, check=True)
    yield Ratio(f"pulling {CALLS:,} calls", ours, floor, 1.3)
    yield Ratio("checking what was pulled", checks, ours, 1.0)
    least = CALLS + CALLS // 1000 + 3
    yield Ratio("requests of that (thousands)", requests / 1000, least / 1000, 1.05)
    yield Ratio("requests with nothing new", again, 4, 1.0)
    yield Ratio("memory, ten times the calls", _memory(CALLS), _memory(CALLS // 10), 1.15)


def serve(number: int) -> None:
    """The service, until its input ends. Says its address on one line."""
    fake = FakeRetell(KEY)
    fake.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    for place, made in enumerate(generator.made(number)):
        started = NOW - timedelta(days=4, minutes=place * 7 % 80_000)
        said = [_said(each) for each in made.turns]
        fake.add_call(
            f"call-{place}",
            int(started.timestamp() * 1000),
            transcript_with_tool_calls=said,
            transcript_object=said,
            transcript="\n".join(each.text for each in made.turns),
        )
    with fake:
        sys.stdout.write(f"{fake.url}\n")
        sys.stdout.flush()
        sys.stdin.read()


def pull(url: str) -> None:
    """One pull in a process of its own: says the memory it took at most, in kilobytes."""
    import resource

    pulled(url)
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")


def _said(turn: Turn) -> dict[str, object]:
    start = turn.at_seconds or 0.0
    timed = [
        {"word": each, "start": start + at * 0.3, "end": start + at * 0.3 + 0.2}
        for at, each in enumerate(turn.text.split())
    ]
    return {"role": "user" if turn.role == "caller" else "agent", "content": turn.text, "words": timed}


@contextmanager
def service(number: int) -> Iterator[str]:
    """The address of a service with so many calls, in a process of its own."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.pulling", "serve", str(number)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdout is not None
    try:
        yield started.stdout.readline().strip()
    finally:
        started.communicate()


def _plainly(url: str) -> float:
    import httpx

    began = time.perf_counter()
    with httpx.Client(base_url=url, headers={"authorization": f"Bearer {KEY}"}) as client:
        key = None
        while True:
            body = {"sort_order": "ascending", "limit": 1000, **({"pagination_key": key} if key else {})}
            page = client.post("/v3/list-calls", json=body).json()
            for each in page["items"]:
                client.get(f"/v2/get-call/{each['call_id']}").json()
            key = page.get("pagination_key")
            if not page["has_more"]:
                return time.perf_counter() - began


def pulled(url: str, *, check: bool = False) -> tuple[float, float, int, int]:
    """Pulls everything into a new store, and again.

    Seconds of the first pull, and of the checks of what it brought if those are asked for; requests of the first,
    requests of the second.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "store.db", new_store_key())
        services = build_services(
            store, resources_folder(), SetClock(datetime(2026, 11, 20, 16, tzinfo=UTC)), Printer(), Printer()
        )
        phone = f'{{"name": "Calls", "service": "retell", "address": "{url}"}}'
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


def _memory(number: int) -> float:
    with service(number) as url:
        said = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.pulling", "pull", url], capture_output=True, text=True, check=True
        )
    return int(said.stdout) / 1024


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(int(sys.argv[2]))
    else:
        pull(sys.argv[2])
