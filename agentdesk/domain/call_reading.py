"""What a call was, for the draw and the measures: real or not, about what, passed on or given up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from agentdesk.domain.finding import Kind

HUNG_UP_SECONDS = 20
"""Whoever rings off sooner was not served."""


@dataclass(frozen=True, slots=True)
class CallReading:
    """A call in brief, by its own words. `missed_person`: a check found that a person was needed and none came."""

    real: bool
    gave_up: bool
    """Rang off within `HUNG_UP_SECONDS`."""
    about_booking: bool
    needed_person: bool
    passed: bool
    """Put through or promised a call back."""
    gave_details: bool
    """The caller asked about something of theirs, so the agent may have given details away."""
    missed_person: bool = False

    @property
    def kind(self) -> Literal["booking", "problem", "question"]:
        return "problem" if self.needed_person else "booking" if self.about_booking else "question"

    def in_light_of(self, found: Collection[Kind]) -> CallReading:
        """The same call when checks have found these kinds of things about it."""
        missed, promised = Kind.ESCALATION_MISSED in found, Kind.ESCALATION_PROMISED in found
        return replace(
            self,
            about_booking=self.about_booking or any(each.startswith("booking.") for each in found),
            needed_person=self.needed_person or missed or promised,
            passed=(self.passed or promised) and not missed,
            missed_person=missed,
        )
