"""An entry of a diary, which alone decides whether a booking exists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class BookingStatus(StrEnum):
    BOOKED = "booked"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class Match(StrEnum):
    """How sure it is which call made an entry."""

    CERTAIN = "certain"
    LIKELY = "likely"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Booking:
    """One entry. `(connection, external_id)` names it; `id` is ours."""

    id: int
    connection: str
    external_id: str
    starts_at: datetime
    ends_at: datetime
    status: BookingStatus = BookingStatus.BOOKED
    service: str | None = None
    customer: str | None = None
    phone: str | None = None
    email: str | None = None
    created_at: datetime | None = None
    call: int | None = None
    match: Match = Match.NONE
    all_day: bool = False
    person: str | None = None
    """Who does the work, where the diary says so."""
    moved_to: str | None = None
    """The external id of the entry that took this one's place."""
    first_starts_at: datetime | None = None
    """When it was to start as it was first made; None where that is not known to differ from now."""
    first_service: str | None = None
    first_person: str | None = None
    cancelled_at: datetime | None = None
    """When it was cancelled, at the latest: the diary's own time of the last change of a cancelled entry."""

    @property
    def live(self) -> bool:
        return self.status is not BookingStatus.CANCELLED

    @property
    def as_first_made(self) -> Booking:
        """The entry before anybody changed it, as far as that was seen."""
        if (self.first_starts_at, self.first_service, self.first_person) == (None, None, None):
            return self
        starts_at = self.first_starts_at or self.starts_at
        return replace(
            self,
            starts_at=starts_at,
            ends_at=starts_at + (self.ends_at - self.starts_at),
            service=self.first_service or self.service,
            person=self.first_person or self.person,
        )
