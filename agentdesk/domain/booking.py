"""An entry of a diary, which alone decides whether a booking exists."""

from __future__ import annotations

from dataclasses import dataclass
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

    @property
    def live(self) -> bool:
        return self.status is not BookingStatus.CANCELLED
