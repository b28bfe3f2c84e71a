"""Where a service itself stops an agent, as far as its configuration says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServiceLimits:
    """None where the service does not stop at all, or does not say."""

    longest_call: float | None = None
    """After how many seconds it ends a call."""
    calls_a_day: int | None = None
    """After how many calls it takes no more on a day."""
