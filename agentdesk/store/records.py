"""Records that only the store knows; everything else it keeps is the domain's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Connection:
    """Where calls or bookings come from. `name` is unique and the owner's; `service` is ours ("file")."""

    name: str
    service: str
    address: str = ""
    account: str = ""
    others_book: bool = True
    """Whether people or programs besides the agents write into this diary."""


@dataclass(frozen=True, slots=True)
class Put:
    """What taking records in did. `ids` are those of the new and the changed ones.

    `left` are the days that changed ones were on before and no longer are.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    ids: tuple[int, ...] = ()
    left: frozenset[date] = frozenset()
