"""A sensitive detail in a conversation."""

from __future__ import annotations

from typing import NamedTuple

from agentdesk.domain.sensitive import Sensitive


class Spot(NamedTuple):
    """Characters [start, end) of a turn that tell a detail; turns count from 0."""

    turn: int
    start: int
    end: int
    kind: Sensitive
