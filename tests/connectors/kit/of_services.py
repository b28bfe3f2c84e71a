"""What tests that are the same for several services need of each: it stands in the service's own folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agentdesk.domain.call import Turn
from tests.connectors.kit.fake_service import FakeService

if TYPE_CHECKING:
    import httpx

KEY = "0123456789abcdef0123456789abcdef"
AGES = (timedelta(minutes=4), *(timedelta(hours=hours) for hours in range(1, 40)))
"""How long ago the calls of an idle account were, and how far ahead its bookings are."""

Said = tuple[str, datetime, Sequence[Turn]]
"""A call's name, its beginning and what was said."""


@dataclass(frozen=True)
class Previewed:
    """A service that is marked as a preview, with three calls, and what these are to look like."""

    id: str
    runs: Callable[[], AbstractContextManager[FakeService]]
    agent: str
    account: str
    found: str
    turns: int
    cost: dict[str, object] | None


@dataclass(frozen=True)
class Idle:
    """An account with one agent at most, and a call or booking of each age: one in five is not over yet."""

    id: str
    made: Callable[[datetime], FakeService]
    one_by_one: str = ""
    """Where words are asked for call by call; empty where the list tells all."""


@dataclass(frozen=True)
class Many:
    """An account with one agent and as many calls as are wanted, for measuring against a plain client."""

    id: str
    made: Callable[[Iterable[Said]], FakeService]
    plainly: Callable[[httpx.Client, int], None]
    """Fetches and parses the pages that so many calls take, over one connection, and throws them away."""
    least: Callable[[int], int]
    """How many requests so many calls take at least."""
    most: float | None = None
    """How much longer than the plain client a pull may take. None, where an answer comes sooner than it can be kept:
    then nothing is left to be done meanwhile, and the ratio tells what keeping takes.
    """


def found(name: str) -> list[Any]:
    """What goes by that name, in small letters too a file's, in the folder of every service that has it."""
    files = Path(__file__).parents[1].glob(f"*/{name.lower()}.py")
    return [getattr(import_module(f"tests.connectors.{each.parent.name}.{each.stem}"), name) for each in sorted(files)]


def unfinished(number: int, **what: object) -> dict[str, object]:
    """What makes a call one that is not over yet; nothing for four in five."""
    return {} if number % 5 else what
