"""How far an opinion about calls can be believed: held against what the owner said about the same calls."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

from agentdesk.domain.measure import wilson
from agentdesk.domain.review import Reply

ENOUGH = 10
"""Pairs. Under that nothing is said of how far somebody's marks can be believed."""


@dataclass(frozen=True, slots=True)
class OwnVerdict:
    """Whether a caller got what they needed, as a person said: on the call's page, or in a review."""

    call: int
    reply: Reply
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One call that both judged: whether it went well, by the other's opinion and by the owner's."""

    call: int
    said_fine: bool
    was_fine: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """The pairs of one judge, the service or AgentDesk. Every figure opens to its calls."""

    pairs: tuple[Pair, ...]

    @property
    def enough(self) -> bool:
        return len(self.pairs) >= ENOUGH

    @property
    def said_fine(self) -> tuple[int, ...]:
        """The calls that it said went well."""
        return tuple(each.call for each in self.pairs if each.said_fine)

    @property
    def wrongly_fine(self) -> tuple[int, ...]:
        """Those of them that the owner said didn't."""
        return tuple(each.call for each in self.pairs if each.said_fine and not each.was_fine)

    @property
    def went_badly(self) -> tuple[int, ...]:
        """The calls that the owner said went badly."""
        return tuple(each.call for each in self.pairs if not each.was_fine)

    @property
    def noticed(self) -> tuple[int, ...]:
        """Those of them that it noticed."""
        return tuple(each.call for each in self.pairs if not each.said_fine and not each.was_fine)

    @property
    def parted(self) -> tuple[int, ...]:
        """The calls about which the two differ."""
        return tuple(each.call for each in self.pairs if each.said_fine is not each.was_fine)

    @property
    def always_yes(self) -> bool:
        """Whether it never said of any call that it went badly, so that its marks say nothing."""
        return self.enough and len(self.said_fine) == len(self.pairs)

    @property
    def likely(self) -> tuple[int, int] | None:
        """Between which shares of its "fine" are likely right, in whole per cent; None without enough."""
        if not self.enough or not self.said_fine:
            return None
        fine = len(self.said_fine)
        between = wilson(fine - len(self.wrongly_fine), fine)
        return math.floor(100 * between.low + 0.5), math.floor(100 * between.high + 0.5)
