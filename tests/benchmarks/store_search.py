"""Searching what was said, against the same SQL written by hand on a bare connection; and how it grows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from agentdesk.domain.lists import CallFilter
from agentdesk.store import calls
from tests.benchmarks import generator
from tests.benchmarks.measuring import Context, Ratio, in_turns

LIMIT = 50
_SQL = """SELECT calls.id, connection, external_id, agent, agent_external_id, started_at, seconds, caller, outcome,
 cost_minor, cost_scale, cost_currency, turns, final, snippet(call_index, 0, '', '', '…', 14)
 FROM call_index JOIN calls ON calls.id = call_index.rowid
 WHERE call_index MATCH ? AND call_index.rowid BETWEEN ? AND ? ORDER BY call_index.rowid DESC LIMIT 50"""
_WORDS = {
    "a common word": generator.COMMON_WORD,
    "two words": generator.TWO_WORDS,
    "a rare word": generator.RARE_WORD,
    "a name": generator.NAME,
    "nothing": generator.ABSENT,
}


def measure(context: Context) -> list[Ratio]:
    ratios = [_against_bare(context, name) for name in _WORDS]
    ratios.append(_week(context))
    if context.big:
        ratios += [_growth(context, context.big, name) for name in _WORDS if name != "nothing"]
    return ratios


def _search(db: Any, wanted: CallFilter) -> Callable[[], None]:
    def work() -> None:
        calls.page(db, wanted, None, LIMIT)

    return work


def _bare(bare: Any, words: str, low: int = 0, high: int = 1 << 62) -> Callable[[], None]:
    quoted = " ".join(f'"{each}"' for each in words.split())

    def work() -> None:
        rows = bare.execute(_SQL, (quoted, low, high)).fetchall()
        marks = ",".join("?" * len(rows))
        found = f"SELECT call, severity FROM findings WHERE status = 'open' AND call IN ({marks})"
        bare.execute(found, [each[0] for each in rows]).fetchall()

    return work


def _against_bare(context: Context, name: str) -> Ratio:
    bare, words = context.bare(context.small), _WORDS[name]
    with context.store(context.small).reading() as db:
        ours, floor = in_turns(_search(db, CallFilter(words=words)), _bare(bare, words), rounds=101)
    bare.close()
    return Ratio(name, ours, floor, None if name == "nothing" else 2.0)


def _week(context: Context) -> Ratio:
    bare = context.bare(context.small)
    with context.store(context.small).reading() as db:
        ends = calls.first_and_last(db)
        assert ends is not None
        first = (ends[0] + (ends[1] - ends[0]) / 2).date()
        last = first + timedelta(days=6)
        low, high = bare.execute(
            "SELECT min(id), max(id) FROM calls WHERE day BETWEEN ? AND ?", (first.isoformat(), last.isoformat())
        ).fetchone()
        words = generator.COMMON_WORD
        ours, floor = in_turns(
            _search(db, CallFilter(first, last, words=words)), _bare(bare, words, low, high), rounds=101
        )
    bare.close()
    return Ratio("a common word in one week", ours, floor, 2.0)


def _growth(context: Context, big: int, name: str) -> Ratio:
    wanted = CallFilter(words=_WORDS[name])
    with context.store(context.small).reading() as few, context.store(big).reading() as many:
        grown, before = in_turns(_search(many, wanted), _search(few, wanted), rounds=101)
    return Ratio(f"{name}, grown", grown, before, 1.3)
