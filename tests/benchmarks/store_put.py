"""Taking calls in, against bare `executemany` of ready rows into the same encrypted tables and index."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from agentdesk.domain.call import Call
from agentdesk.store import calls
from agentdesk.store.engine import connect
from agentdesk.store.store import Store, open_store
from tests.benchmarks import generator
from tests.benchmarks.generator import SLICE, ZONE
from tests.benchmarks.measuring import KEY, Context, Ratio, in_turns

_ROUND = SLICE * 10
_ROUNDS = 9


def measure(context: Context) -> list[Ratio]:
    ours_store = open_store(context.scratch / "put-ours.db", KEY)
    rows_store = open_store(context.scratch / "put-rows.db", KEY)
    open_store(context.scratch / "put-bare.db", KEY).close()
    bare = connect(context.scratch / "put-bare.db", KEY)
    parts = list(_parts(generator.made(_ROUND * (_ROUNDS + 1))))
    ready = [ready_rows(rows_store, part) for part in parts]
    mine, theirs = iter(parts), iter(ready)

    def ours() -> None:
        part = next(mine)
        for start in range(0, len(part), SLICE):
            with ours_store.writing() as db:
                calls.put(db, part[start : start + SLICE], ZONE)

    def floor() -> None:
        for wide, words, index in next(theirs):
            bare.execute("BEGIN IMMEDIATE")
            bare.executemany(f"INSERT INTO calls VALUES ({','.join('?' * len(wide[0]))})", wide)
            bare.executemany("INSERT INTO call_words VALUES (?, ?, ?)", words)
            bare.executemany("INSERT INTO call_index(rowid, words) VALUES (?, ?)", index)
            bare.execute("COMMIT")

    new = in_turns(ours, floor, rounds=_ROUNDS)
    again = iter(parts)

    def same() -> None:
        part = next(again)
        for start in range(0, len(part), SLICE):
            with ours_store.writing() as db:
                calls.put(db, part[start : start + SLICE], ZONE)

    (known,) = in_turns(same, rounds=_ROUNDS)
    bare.close()
    ours_store.close()
    rows_store.close()
    return [
        Ratio("take in new calls", new[0] / _ROUND, new[1] / _ROUND, 2.0),
        Ratio("take in calls already known", known / _ROUND, new[1] / _ROUND, 1.0),
    ]


def _parts(source: Iterator[Call]) -> Iterator[list[Call]]:
    while part := list(islice(source, _ROUND)):
        yield part


def ready_rows(store: Store, part: list[Call]) -> list[tuple[list[Any], list[Any], list[Any]]]:
    """The rows as the product writes them, so that both sides write the same bytes."""
    with store.writing() as db:
        ids = calls.put(db, part, ZONE).ids
        rows = []
        for start in range(0, len(ids), SLICE):
            some = ids[start : start + SLICE]
            marks = ",".join("?" * len(some))
            wide = db.exec_driver_sql(f"SELECT * FROM calls WHERE id IN ({marks}) ORDER BY id", some)
            words = db.exec_driver_sql(f"SELECT * FROM call_words WHERE call_id IN ({marks}) ORDER BY 1", some)
            kept = [tuple(each) for each in words]
            rows.append(([tuple(each) for each in wide], kept, [each[:2] for each in kept]))
        return rows
