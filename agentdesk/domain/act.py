"""An act at a service: stopping an agent, starting it again, putting its instructions back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ActState(StrEnum):
    """INTENDED is written down before anything is sent. Only what was read back is PROVEN."""

    INTENDED = "intended"
    PROVEN = "proven"
    NOT_PROVEN = "not_proven"
    """Sent or perhaps sent, and the service does not (yet) say that it is so."""
    BY_HAND = "by_hand"
    """The service can't be told from here: the steps were shown."""
    DROPPED = "dropped"
    """Never sent, or something else was done instead afterwards."""


class ActKind(StrEnum):
    STOP = "stop"
    START = "start"
    """Letting it answer again after a stop."""
    PUT_BACK = "put back"
    TAKE_BACK = "take back"
    """Undoing what was put back."""


@dataclass(frozen=True, slots=True)
class ActRecord:
    """One act, with who wanted it and what came of it.

    `plan` is the text of what is sent, without secrets; empty until the service was asked what there is to change.
    Ids grow with time.
    """

    id: int
    connection: str
    external_id: str
    agent: str
    kind: ActKind
    plan: str
    state: ActState
    asked_at: datetime
    asked_by: str
    why: str
    ended_at: datetime | None = None
    trouble: str = ""
    """What is in the way, a sentence; empty where nothing is."""

    @property
    def is_open(self) -> bool:
        """Whether it is still being tried or asked about."""
        return self.ended_at is None


def last_switch(acts: Iterable[ActRecord]) -> ActRecord | None:
    """Of acts newest first, the last stop or letting answer again; one that was never sent isn't any."""
    return next((each for each in acts if each.kind in _SWITCHES and each.state is not ActState.DROPPED), None)


def in_force(acts: Iterable[ActRecord]) -> ActRecord | None:
    """Of acts newest first, the stop that letting it answer again undoes: none that was proven has done so yet."""
    for each in acts:
        if each.kind is ActKind.START and each.state is ActState.PROVEN:
            return None
        if each.kind is ActKind.STOP and each.state not in (ActState.DROPPED, ActState.BY_HAND):
            return each
    return None


_SWITCHES = (ActKind.STOP, ActKind.START)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The emergency stop was tried: when, by whom, and whether the test call reached a person."""

    id: int
    agent: str
    at: datetime
    by: str
    worked: bool
    note: str
