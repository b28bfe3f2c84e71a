"""What every benchmark uses: stores of a size, times taken in pairs, results as ratios.

Ratios travel to other machines, milliseconds do not; both sides of a ratio are measured in the same run, in turns.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agentdesk.services.desk.opening import STORE
from agentdesk.store.engine import connect
from agentdesk.store.store import Store, open_store
from tests.benchmarks import generator

KEY = bytes(range(32))


@dataclass(frozen=True, slots=True)
class Ratio:
    """Seconds that the product took against seconds of the floor. `most` is the bar; None: only told."""

    name: str
    ours: float
    floor: float
    most: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @property
    def holds(self) -> bool:
        return self.most is None or self.ratio <= self.most


@dataclass
class Context:
    """What a benchmark may ask for. `small` and `big` are numbers of calls; no big one, no growth."""

    folder: Path
    """Holds the stores."""
    scratch: Path
    """For anything else; it goes at the end."""
    small: int = 100_000
    big: int | None = None
    _stores: dict[int, Store] = field(default_factory=dict)

    def store(self, calls: int) -> Store:
        """A store with so many calls, made when first asked for."""
        if calls not in self._stores:
            path = self.profile(calls) / STORE
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                unfinished = path.with_name("unfinished.db")
                unfinished.unlink(missing_ok=True)
                generator.filled(unfinished, KEY, calls).close()
                unfinished.replace(path)
            self._stores[calls] = open_store(path, KEY)
        return self._stores[calls]

    def profile(self, calls: int) -> Path:
        """The profile that has that store, so that the window can be started on it."""
        return self.folder / str(calls)

    def bare(self, calls: int) -> Any:
        """A connection to the same file without anything of ours in between."""
        return connect(self.store(calls).path, KEY)

    def close(self) -> None:
        for each in self._stores.values():
            each.close()


def in_turns(*works: Callable[[], object], rounds: int = 31) -> tuple[float, ...]:
    """Median seconds of each piece of work, run in turns so that a slow moment hits all of them."""
    taken: list[list[float]] = [[] for _ in works]
    for each in works:
        each()
    for round_ in range(rounds):
        order: Sequence[int] = range(len(works)) if round_ % 2 else range(len(works) - 1, -1, -1)
        for place in order:
            start = time.perf_counter()
            works[place]()
            taken[place].append(time.perf_counter() - start)
    return tuple(statistics.median(each) for each in taken)
