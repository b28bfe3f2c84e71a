"""Taking a file of calls in, parsed and indexed, against bare `executemany` of ready rows into the same tables."""

from __future__ import annotations

import itertools
import json
import shutil
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from agentdesk.domain.call import Call
from agentdesk.domain.clock import Period
from agentdesk.services.findings.checking import Checked, CheckService
from agentdesk.services.services import Services
from agentdesk.store.engine import connect
from agentdesk.store.store import open_store
from tests.benchmarks import generator
from tests.benchmarks.desk import services_over
from tests.benchmarks.measuring import KEY, Context, Ratio
from tests.benchmarks.store_put import ready_rows

_CALLS = 20_000
_ROUNDS = 3


class _NoChecks(CheckService):
    """Taking in without looking for findings."""

    def __init__(self) -> None: ...

    def run(self, period: Period | None = None, say: object = None, also: object = ()) -> Checked:  # noqa: ARG002
        return Checked((), (), 0)


def measure(context: Context) -> Sequence[Ratio]:
    """Seconds a call. Stored in slices with pauses, as while a window is open."""
    calls = list(generator.made(_CALLS))
    file = context.scratch / "calls.jsonl"
    file.write_text("".join(f"{json.dumps(_as_line(each), ensure_ascii=False)}\n" for each in calls), encoding="utf-8")
    empty, source = context.scratch / "empty.db", context.scratch / "rows.db"
    open_store(empty, KEY).close()
    store = open_store(source, KEY)
    rows = ready_rows(store, calls)
    store.close()
    taken: dict[str, list[float]] = {"ours": [], "looked at": [], "checked": [], "bare": []}
    for round_ in range(_ROUNDS):
        for name, seconds in taken.items():
            path = shutil.copyfile(empty, context.scratch / f"{name}-{round_}.db")
            seconds.append(_bare(path, rows) if name == "bare" else _ours(path, file, name))
            path.unlink()
    middle = {name: sorted(each)[_ROUNDS // 2] / _CALLS for name, each in taken.items()}
    return (
        Ratio("a file of calls", middle["ours"], middle["bare"], 2.0),
        Ratio("with the preview before it", middle["looked at"], middle["bare"]),
        Ratio("with preview and checks", middle["checked"], middle["bare"]),
    )


def _ours(path: Path, file: Path, what: str) -> float:
    store = open_store(path, KEY)
    services: Services = services_over(store)
    if what != "checked":
        services.importing._checks = _NoChecks()
    start = time.perf_counter()
    preview = services.importing.look(file, "calls")
    if what == "ours":
        start = time.perf_counter()
    taken = services.importing.take_in(preview)
    seconds = time.perf_counter() - start
    assert taken.new == _CALLS
    store.close()
    return seconds


def _bare(path: Path, rows: Sequence[tuple[list[Any], list[Any], list[Any]]]) -> float:
    bare = connect(path, KEY)
    start = time.perf_counter()
    for wide, words, index in rows:
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany(f"INSERT INTO calls VALUES ({','.join('?' * len(wide[0]))})", wide)
        bare.executemany("INSERT INTO call_words VALUES (?, ?, ?)", words)
        bare.executemany("INSERT INTO call_index(rowid, words) VALUES (?, ?)", index)
        bare.execute("COMMIT")
    seconds = time.perf_counter() - start
    bare.close()
    return seconds


def _as_line(call: Call) -> dict[str, object]:
    """As the contract of the command line has it."""
    return {
        "external_id": call.external_id,
        "agent": call.agent_external_id,
        "started_at": call.started_at.isoformat(),
        "seconds": call.seconds,
        "from": call.caller,
        "turns": [{"role": each.role, "text": each.text, "at_seconds": each.at_seconds} for each in call.turns],
        "cost": None if call.cost is None else float(call.cost.amount),
        "currency": None if call.cost is None else call.cost.currency,
        "outcome": call.outcome,
    }


def lines_of(calls: Iterable[Call], most: int) -> str:
    """So many calls as JSON lines."""
    return "".join(f"{json.dumps(_as_line(each))}\n" for each in itertools.islice(calls, most))
