"""Whether what AgentDesk counts as saved outlives a power cut, and a disk that fails."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from agentdesk.domain.errors import Sorry
from tests.power_cuts import disk, works


def wrong_after(work: str, number: int, synchronous: str = "FULL", seed: int = 1) -> Iterator[str]:
    """What is wrong with so many states of the disk in which cuts may leave a work; nothing where all are right."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve() / "recorded"
        folder.mkdir()
        works.WORKS[work].prepare(folder)
        recording = disk.record(folder, "-m", works.__name__, work, str(folder), synchronous)
        for place, state in enumerate(disk.states(recording, number, random.Random(seed))):
            left = folder.with_name(f"state-{place}")
            left.mkdir()
            state.lay(left)
            wrong = _wrong(works.WORKS[work], left, state.said)
            if wrong is not None:
                yield wrong


def wrong_on_failing(work: str, fault: str, first: int) -> str | None:
    """What is wrong after a work on a disk that began to fail: words that don't say so, or anything lost."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve() / "failing"
        folder.mkdir()
        works.WORKS[work].prepare(folder)
        said, errors = disk.fail(folder, fault, first, "-m", works.__name__, work, str(folder))
        told = errors.strip().rpartition("\n")[2]
        if told and not told.startswith("agentdesk.store.trouble."):
            return told
        return _wrong(works.WORKS[work], folder, said.splitlines())


def _wrong(work: works.Work, left: Path, said: Sequence[str]) -> str | None:
    try:
        return work.wrong(left, said)
    except Sorry as error:
        return str(error)
