"""How a target's share is written on paper."""

from __future__ import annotations


def percent(share: float) -> str:
    """Like "98 %" or "99.5 %", with a space at which no line breaks."""
    return f"{100 * share:.1f}".removesuffix(".0") + "\u00a0%"
