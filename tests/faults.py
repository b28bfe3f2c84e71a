"""Pulls through a service that misbehaves, then through one that has recovered: `python -m tests.faults [SEEDS]`.

Every run is told by its seed. The fake answers wrongly in a share of all requests and changes its calls while it is
read. Afterwards the store must hold exactly the service's calls, each in its newest version, each told of once. The
same runs with a careless client must mostly fail, or the faults would be too tame.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import urllib.request
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPException
from pathlib import Path
from typing import Any

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.domain.lists import CallFilter
from agentdesk.services.connections.pulling import State
from agentdesk.store import calls
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import Store, open_store
from tests.connectors.kit.fake_service import WIRE_FAULTS
from tests.connectors.retell.fake import FakeRetell
from tests.services.conftest import SETUP, Printer

NOW = datetime(2026, 11, 20, 16, tzinfo=UTC)
KEY = "key_0123456789abcdef0123"
CALLS = 500
RATE = 0.35


@dataclass(frozen=True)
class Outcome:
    """What was wrong at the end; nothing where all is right."""

    seed: int
    wrong: tuple[str, ...]


def run(seed: int, number: int = CALLS, rate: float = RATE) -> Outcome:
    """Pulls until the service recovers, and once more after that."""
    chance = random.Random(seed)
    with FakeRetell(KEY) as retell, tempfile.TemporaryDirectory() as folder:
        _fill(retell, chance, number)
        retell.random = random.Random(seed)
        store = open_store(Path(folder) / "store.db", new_store_key())
        clock = SetClock(NOW)

        def sleep(seconds: float, _: Callable[[], bool]) -> None:
            clock.advance(timedelta(seconds=seconds))

        services = build_services(store, resources_folder(), clock, Printer(), Printer(), sleep=sleep)
        services.setup.apply(_setup(retell.url))
        connection = services.connecting.named("Calls")
        services.connecting.keep(connection, KEY, services.connecting.try_(connection, KEY))
        told: Counter[str] = Counter()
        retell.faults, retell.fault_rate = WIRE_FAULTS, rate
        for _ in range(6):
            services.pulling.pull(connection)
            _change(retell, chance)
            clock.advance(timedelta(minutes=chance.randint(5, 40)))
        retell.fault_rate = 0.0
        clock.advance(timedelta(days=2))
        pulled = services.pulling.pull(connection)
        wrong = [] if pulled.state is State.OK else [f"{pulled.state}: {pulled.trouble}"]
        services.syncing.check((pulled,))
        wrong += _differences(store, retell)
        told.update(each.subject_id for each in services.notices.page(1000))
        wrong += [f"{name} told {times} times" for name, times in told.items() if times > 1]
        store.close()
        return Outcome(seed, tuple(wrong))


def run_carelessly(seed: int, number: int = CALLS, rate: float = RATE) -> Outcome:
    """The same service, read by a client that goes on after an error and moves its position as it goes."""
    chance = random.Random(seed)
    with FakeRetell(KEY) as retell:
        _fill(retell, chance, number)
        retell.random = random.Random(seed)
        retell.faults, retell.fault_rate = WIRE_FAULTS, rate
        kept: dict[str, str] = {}
        newest = 0
        for attempt in range(7):
            if attempt == 6:
                retell.fault_rate = 0.0
            body = {"filter_criteria": {"start_timestamp": {"type": "number", "op": "ge", "value": newest}}}
            listed = _get(retell, "POST", "/v3/list-calls", {**body, "sort_order": "ascending", "limit": 1000})
            for item in listed.get("items", []):
                newest = max(newest, item["start_timestamp"])
                if item["call_id"] not in kept:
                    call = _get(retell, "GET", f"/v2/get-call/{item['call_id']}")
                    kept[item["call_id"]] = _words(call)
            _change(retell, chance)
        wrong = [name for name, call in retell.calls.items() if kept.get(name) != _words(call)]
        return Outcome(seed, tuple(wrong))


def _get(retell: FakeRetell, method: str, path: str, body: object = None) -> dict[str, Any]:
    request = urllib.request.Request(  # noqa: S310 - a loopback address
        retell.url + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"authorization": f"Bearer {KEY}"},
    )
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
            found = json.loads(answer.read())
    except (OSError, ValueError, HTTPException):
        return {}
    return found if isinstance(found, dict) else {}


def _fill(retell: FakeRetell, chance: random.Random, number: int) -> None:
    retell.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    for place in range(number):
        ago = timedelta(minutes=chance.choice([chance.randint(5, 3 * 24 * 60), chance.randint(5, 30 * 24 * 60)]))
        started = NOW - ago
        # words may come up to three days after the call
        words = None if ago < timedelta(days=3) and chance.random() < 0.2 else f"call {place}, first words"
        _ring(retell, f"call-{place}", started, words)


def _ring(retell: FakeRetell, name: str, started: datetime, words: str | None) -> None:
    spoken = [] if words is None else [{"role": "user", "content": words, "words": []}]
    analysis = None if words is None else {"call_successful": True}
    retell.add_call(
        name,
        int(started.timestamp() * 1000),
        transcript_with_tool_calls=spoken,
        transcript_object=spoken,
        transcript="" if words is None else f"User: {words}\n",
        call_analysis=analysis,
    )


def _change(retell: FakeRetell, chance: random.Random) -> None:
    """New calls ring, words arrive, and an early analysis is put right."""
    with retell.lock:
        for place in range(3):
            started = NOW - timedelta(minutes=chance.randint(5, 60))
            _ring(retell, f"late-{len(retell.calls)}-{place}", started, "rang later")
        for call in retell.calls.values():
            if not call.get("call_analysis"):
                started = datetime.fromtimestamp(call["start_timestamp"] / 1000, UTC)
                _ring(retell, call["call_id"], started, f"{call['call_id']}, words that came later")


def _words(call: dict[str, Any]) -> str:
    return " ".join(each["content"] for each in call.get("transcript_with_tool_calls", []))


def _differences(store: Store, retell: FakeRetell) -> list[str]:
    with store.reading() as db:
        rows = calls.page(db, CallFilter(), None, 100_000)
        kept = {each.external_id: calls.get(db, each.id) for each in rows}
    wrong = [f"{len(rows)} rows for {len(kept)} calls"] if len(rows) != len(kept) else []
    wrong += [f"{name} is missing" for name in retell.calls.keys() - kept.keys()]
    wrong += [f"{name} was never there" for name in kept.keys() - retell.calls.keys()]
    for name, call in kept.items():
        told = _words(retell.calls.get(name, {}))
        if call is not None and " ".join(each.text for each in call.turns) != told:
            wrong.append(f"{name} is not in its newest words")
    return wrong


def _setup(url: str) -> str:
    phone = f'{{"name": "Calls", "service": "retell", "address": "{url}"}}'
    text = SETUP.replace('{"name": "Calls", "service": "file"}', phone)
    return text.replace('"connection": "Calls"', '"connection": "Calls", "external_id": "agent_ana"')


def main(seeds: int) -> int:
    """Runs the seeds with both clients and says what went wrong. The status is 0 where it is as it should be."""
    ours = [run(seed) for seed in range(seeds)]
    careless = [run_carelessly(seed) for seed in range(seeds)]
    failed = [each for each in ours if each.wrong]
    caught = sum(bool(each.wrong) for each in careless)
    print(f"{seeds} seeds of {CALLS} calls, {RATE:.0%} of all answers wrong")
    print(f"  AgentDesk: {seeds - len(failed)} right, {len(failed)} wrong")
    for each in failed[:5]:
        print(f"    seed {each.seed}: {'; '.join(each.wrong[:3])}")
    print(f"  a careless client: {seeds - caught} right, {caught} wrong")
    return 0 if not failed and caught > 0.8 * seeds else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
