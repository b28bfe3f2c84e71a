"""How much a page says when there is too much to say: sizes and lengths, from roomy to tight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agentdesk.reports.printable import Printable


@dataclass(frozen=True, slots=True)
class Level:
    """One try at filling a page. `scale` is for the type; `items` and `signs` bound every list and every text."""

    scale: float
    items: int
    signs: int

    @property
    def first_signs(self) -> int:
        """The bound of what the page is for: lists give way before it does."""
        return 2 * self.signs if self.items >= 4 else self.signs


LEVELS = (
    Level(1.12, 12, 480),
    Level(1.06, 12, 480),
    Level(1.0, 12, 480),
    Level(0.95, 12, 480),
    Level(0.9, 12, 480),
    Level(0.85, 12, 480),
    Level(0.85, 8, 300),
    Level(0.85, 8, 180),
    Level(0.82, 8, 180),
    Level(0.82, 6, 180),
    Level(0.82, 5, 140),
    Level(0.8, 5, 110),
    Level(0.8, 4, 90),
    Level(0.78, 4, 70),
    Level(0.78, 3, 60),
    Level(0.74, 2, 40),
)
"""The first that fits is taken. The last one fits with the widest letters there are."""


def kept(items: Sequence[str], level: Level, printable: Printable, most: int = 12) -> tuple[list[str], str]:
    """The items that a level has room for, and the line that says how many more there are."""
    room = min(level.items, most)
    return [printable.line(each, level.signs) for each in items[:room]], more_in_app(len(items) - room)


def more_in_app(left_out: int) -> str:
    return f"and {left_out} more in the app" if left_out > 0 else ""
