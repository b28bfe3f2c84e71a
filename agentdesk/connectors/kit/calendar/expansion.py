"""The occurrences of diary entries, worked out by a process that is ended when it takes too long."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from multiprocessing.connection import Connection
from zoneinfo import ZoneInfo

from agentdesk.connectors.kit.calendar import worker
from agentdesk.connectors.kit.calendar.screen import Entry
from agentdesk.domain.errors import Sorry

_LONGEST_START = 60.0
_SECONDS = 1.2
"""What one series may take, and all of them together beyond what their entries earn."""
_SECONDS_AN_ENTRY = 0.001
_SECONDS_AN_OCCURRENCE = 0.0003
"""Five times what it takes on an ordinary computer. A rule that eats time and brings nothing earns nothing."""
MOST_WORKED_OUT = 15_000
_NOT_WORKED_OUT = "This diary can't be worked out on this computer just now. Close other programs and try again."
Answer = list[dict[str, object]] | str


def worked_out(series: Sequence[Sequence[Entry]], zone: ZoneInfo, first: date, last: date) -> Iterator[Answer]:
    """For each series its occurrences, or a sentence saying why there are none.

    Works in a child process that is killed when it takes longer than its time, which runs from the moment
    the child is ready. Raises Sorry, naming the entry it was working on, or where there is no end of them.
    """
    if not series:
        return
    request = {
        "zone": zone.key,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "series": [["\r\n".join(entry.lines) for entry in entries] for entries in series],
    }
    # A fresh process on every system: a copy of this one could hold a lock of another thread for ever.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=worker.serve, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        if _received(ours, _LONGEST_START) is None:
            raise Sorry(_NOT_WORKED_OUT)
        ours.send_bytes(json.dumps(request).encode("ascii"))
        left = _Patience(_SECONDS)
        answers: list[Answer] = []
        worked_out = 0
        for entries in series:
            message = left.spend(lambda limit: _received(ours, limit))
            if message is None:
                raise Sorry(
                    f"The diary's {entries[0].title} repeats in a way that takes too long to work out. "
                    "Take it out of the diary and try again."
                )
            answer: Answer = json.loads(message)
            answers.append(answer)
            if isinstance(answer, str):
                continue
            left.earn(len(entries) * _SECONDS_AN_ENTRY + len(answer) * _SECONDS_AN_OCCURRENCE)
            worked_out += len(answer)
            if worked_out > MOST_WORKED_OUT:
                raise Sorry(
                    f"What repeats in this diary makes more than {MOST_WORKED_OUT:,} entries. "
                    "Take some of it out of the diary and try again."
                )
    except (OSError, EOFError) as trouble:
        raise Sorry(_NOT_WORKED_OUT) from trouble
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    yield from answers


class _Patience:
    """How long may still be waited: never longer than at first, however much was earned."""

    def __init__(self, seconds: float) -> None:
        self._most = self._left = seconds

    def earn(self, seconds: float) -> None:
        self._left += seconds

    def spend(self, wait: Callable[[float], bytes | None]) -> bytes | None:
        began = time.monotonic()
        try:
            return wait(min(self._most, max(0.0, self._left)))
        finally:
            self._left -= time.monotonic() - began


def _received(pipe: Connection, limit: float) -> bytes | None:
    return pipe.recv_bytes() if pipe.poll(limit) else None
