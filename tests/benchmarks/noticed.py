"""From a finished pull of two hundred changed calls to findings, matters and notices: what that takes beyond checking.

A week has been checked before. Then two hundred of its calls come again, each now ending with an angry caller. What
counts as checking is reading the calls and holding them against what is known; all else counts: writing down, raising
matters, making notices, and reading what the pages show then.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from typing import Any
from unittest.mock import patch

from agentdesk.checks import asked_first, every, matching
from agentdesk.domain.call import Turn
from agentdesk.domain.clock import day_of
from agentdesk.domain.lists import NEEDS_SOMEBODY
from agentdesk.services.calls.masking import Masking
from agentdesk.services.calls.readings import Readings
from agentdesk.services.connections.pulling import Pulled
from agentdesk.services.services import Services
from agentdesk.store import calls as stored_calls
from agentdesk.store.store import open_store
from tests.benchmarks import generator
from tests.benchmarks.desk import services_over
from tests.benchmarks.measuring import KEY, Context, Ratio

CALLS = 2_000
CHANGED = 200
BAR_S = 1.0
_ROUNDS = 3
_ANGRY = (
    Turn("agent", "Hello, how can I help?", 0.0),
    Turn("caller", "I've waited in two mornings and nobody came. I want to speak to the manager.", 3.0),
    Turn("agent", "I'm sorry to hear that. Is there anything else I can help with?", 9.0),
    Turn("caller", "No.", 14.0),
)


def measure(context: Context) -> Sequence[Ratio]:
    """Seconds beyond the checks, against the bar itself; and the checks, told only."""
    taken = sorted(_once(context, round_) for round_ in range(_ROUNDS))
    beyond, checks = taken[_ROUNDS // 2]
    return (
        Ratio(f"{CHANGED} changed calls, beyond the checks", beyond, BAR_S, 1.0),
        Ratio("the checks themselves", checks, BAR_S),
    )


def _once(context: Context, round_: int) -> tuple[float, float]:
    store = open_store(context.scratch / f"noticed-{round_}.db", KEY)
    made = [replace(each, agent="Ana") for each in islice(generator.made(CALLS), CALLS)]
    zone = generator.ZONE
    with store.writing() as db:
        stored_calls.put(db, made, zone)
    services = services_over(store)
    services.checking.run()
    changed = [replace(each, turns=_ANGRY) for each in made[-CHANGED:]]
    with store.writing() as db:
        stored_calls.put(db, changed, zone)
    pulled = Pulled("Phone line", "retell", touched={day_of(each.started_at, zone) for each in changed})
    seconds = _Checking()
    with ExitStack() as stack:
        for where, name in _CHECKS:
            stack.enter_context(patch.object(where, name, seconds.of(getattr(where, name))))
        began = time.perf_counter()
        services.syncing.check((pulled,))
        waiting = _shown(services)
        whole = time.perf_counter() - began
    assert waiting >= CHANGED, f"only {waiting} matters"
    store.close()
    return whole - seconds.taken, seconds.taken


_CHECKS: tuple[tuple[Any, str], ...] = (
    (matching, "match_bookings"),
    (every, "run_all"),
    (asked_first, "find"),
    (Readings, "read"),
    (Masking, "call"),
)
"""What holds calls against what is known."""


class _Checking:
    """Adds up how long what it stands around takes."""

    def __init__(self) -> None:
        self.taken = 0.0

    def of(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: object, **named: object) -> object:
            began = time.perf_counter()
            done = work(*given, **named)
            # what is made as it is asked for is made here
            done = list(done) if hasattr(done, "__next__") else done
            self.taken += time.perf_counter() - began
            return done

        return timed


def _shown(services: Services) -> int:
    """Everything that is read anew: Today, the lists, the notices, what pops up. Returns how many wait."""
    services.today.view()
    services.findings.page(NEEDS_SOMEBODY, limit=50)
    services.notices.page()
    services.notices.to_pop()
    return len(services.escalations.page().open)
