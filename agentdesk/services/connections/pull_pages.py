"""What is kept of pages of calls: made ready one by one as they come in, kept a few hundred at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from agentdesk.domain.call import Call
from agentdesk.services.calls.masking import Masking
from agentdesk.services.connections.pull_known import SETTLED_AFTER, next_reading
from agentdesk.store.records import CallRead

if TYPE_CHECKING:
    from agentdesk.connectors.kit.contract import CallPage, SetAside

MOST_TOGETHER = 250
"""Calls kept at a time at most: to make sure of what was written takes as long for one as for all of them."""
_LONGEST_SECONDS = 2.0
"""What came is held no longer than this, so that little is fetched again after a crash."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What is to be kept of some calls, together or not at all, with every secret hidden."""

    calls: tuple[Call, ...]
    reads: tuple[CallRead, ...]
    answers: tuple[tuple[str, bytes], ...]
    set_aside: tuple[SetAside, ...]
    gone: tuple[str, ...]
    position: str
    expected: int | None


def made_ready(page: CallPage, masking: Masking, now: datetime) -> Ready:
    """A page as it may be kept."""
    calls, reads, answers = [], [], []
    for each in page.records:
        call = masking.call(replace(each.call, final=True) if _settled(each.call, now) else each.call)
        calls.append(call)
        reads.append(
            CallRead(call.external_id, call.started_at, each.mark, next_reading(call.started_at, now, final=call.final))
        )
        answers.append((call.external_id, as_kept(each.raw, masking)))
    return Ready(tuple(calls), tuple(reads), tuple(answers), page.set_aside, page.gone, page.position, page.expected)


class Gathering:
    """Pages on their way to the store, small ones joined."""

    def __init__(self, keep: Callable[[Ready], None], seconds: Callable[[], float] = time.monotonic) -> None:
        self._keep = keep
        self._seconds = seconds
        self._held: list[Ready] = []
        self._many = 0
        self._since = 0.0

    def add(self, page: Ready) -> None:
        if not self._held:
            self._many, self._since = 0, self._seconds()
        self._held.append(page)
        self._many += len(page.calls) + len(page.set_aside) + len(page.gone)
        if self._many >= MOST_TOGETHER or self._seconds() - self._since >= _LONGEST_SECONDS:
            self.finish()

    def finish(self) -> None:
        """Keeps what is still held."""
        held, self._held = self._held, []
        if held:
            self._keep(_joined(held))


class Meanwhile:
    """A piece of work put off until there is nothing to do but wait: for a service's answer, say.

    One thread does both, so nothing is worked at twice and nothing waits for a turn.
    """

    def __init__(self) -> None:
        self._work: Callable[[], None] | None = None

    def later(self, work: Callable[[], None]) -> None:
        """Puts work off. What was put off before is done first."""
        self.now()
        self._work = work

    def now(self) -> None:
        """Does what was put off, if anything was."""
        work, self._work = self._work, None
        if work is not None:
            work()


def as_kept(raw: object, masking: Masking) -> bytes:
    """A service's answer as it may be kept."""
    from agentdesk.connectors.kit.answers import write_json

    return write_json(masking.answer(raw))


def _joined(pages: Sequence[Ready]) -> Ready:
    """All of them, with the position after the last."""
    return Ready(
        tuple(each for page in pages for each in page.calls),
        tuple(each for page in pages for each in page.reads),
        tuple(each for page in pages for each in page.answers),
        tuple(each for page in pages for each in page.set_aside),
        tuple(each for page in pages for each in page.gone),
        pages[-1].position,
        pages[-1].expected,
    )


def _settled(call: Call, now: datetime) -> bool:
    return now - call.started_at >= SETTLED_AFTER
