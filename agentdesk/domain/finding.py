"""What a check found, why, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Severity(StrEnum):
    """RED: act now. AMBER: look. NOTE: worth knowing."""

    RED = "red"
    AMBER = "amber"
    NOTE = "note"


class Kind(StrEnum):
    """The kinds that the checks find so far; their names are the command line's contract."""

    BOOKING_MISSING = "booking.missing"
    BOOKING_UNCLAIMED = "booking.unclaimed"
    BOOKING_WRONG_DATE = "booking.wrong_date"
    BOOKING_WRONG_TIME = "booking.wrong_time"
    BOOKING_WRONG_SERVICE = "booking.wrong_service"
    BOOKING_WRONG_PERSON = "booking.wrong_person"
    BOOKING_NOT_CANCELLED = "booking.not_cancelled"
    BOOKING_NOT_MOVED = "booking.not_moved"
    BOOKING_DOUBLE = "booking.double"
    BOOKING_CLASH = "booking.clash"
    BOOKING_DIFFERS = "booking.differs"
    BOOKING_UNCONFIRMED = "booking.unconfirmed"
    BOOKING_CLOSED_DAY = "booking.closed_day"
    BOOKING_OUTSIDE_HOURS = "booking.outside_hours"
    BOOKING_NOT_ALLOWED = "booking.not_allowed"
    ESCALATION_MISSED = "escalation.missed"
    ESCALATION_FAILED = "escalation.failed"
    ESCALATION_PROMISED = "escalation.promised"
    FACT_WRONG = "fact.wrong"
    SCOPE_OUTSIDE = "scope.outside"
    QUESTION_UNANSWERED = "question.unanswered"
    LINE_QUIET = "line.quiet"
    DATA_SENSITIVE = "data.sensitive"
    DATA_DISCLOSED = "data.disclosed"
    AGENT_CHANGED = "agent.changed"
    AGENT_UNLISTED = "agent.unlisted"
    AGENT_GONE = "agent.gone"
    CONNECTION_STALE = "connection.stale"
    EVIDENCE_EXPIRING = "evidence.expiring"
    COST_LIMIT = "cost.limit"
    COST_PACE = "cost.pace"
    COST_SPIKE = "cost.spike"

    @property
    def in_words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Kind.BOOKING_MISSING: "Said booked, nothing in the diary",
    Kind.BOOKING_UNCLAIMED: "In the diary, but nobody says so",
    Kind.BOOKING_WRONG_DATE: "Booked for another day than was said",
    Kind.BOOKING_WRONG_TIME: "Booked for another time than was said",
    Kind.BOOKING_WRONG_SERVICE: "Booked for something else than was said",
    Kind.BOOKING_WRONG_PERSON: "Booked for somebody else than was said",
    Kind.BOOKING_NOT_CANCELLED: "Said cancelled, still in the diary",
    Kind.BOOKING_NOT_MOVED: "Said moved, still where it was",
    Kind.BOOKING_DOUBLE: "Two bookings at one time",
    Kind.BOOKING_CLASH: "One person booked in two diaries at once",
    Kind.BOOKING_DIFFERS: "Two diaries don't agree",
    Kind.BOOKING_UNCONFIRMED: "Booked, but no confirmation went out",
    Kind.BOOKING_CLOSED_DAY: "Booked on a closed day",
    Kind.BOOKING_OUTSIDE_HOURS: "Booked outside opening hours",
    Kind.BOOKING_NOT_ALLOWED: "Booked what it may not book",
    Kind.ESCALATION_MISSED: "Asked for a person, nobody came",
    Kind.ESCALATION_FAILED: "Put through, but no person was reached",
    Kind.ESCALATION_PROMISED: "Somebody must be rung back",
    Kind.FACT_WRONG: "Said something the fact sheet doesn't",
    Kind.SCOPE_OUTSIDE: "Went outside its job",
    Kind.QUESTION_UNANSWERED: "Couldn't answer a question",
    Kind.LINE_QUIET: "The line has gone quiet",
    Kind.DATA_SENSITIVE: "Something private was told",
    Kind.DATA_DISCLOSED: "Gave details away unchecked",
    Kind.AGENT_CHANGED: "Not the instructions you approved",
    Kind.AGENT_UNLISTED: "An agent that isn't on your list",
    Kind.AGENT_GONE: "An agent is no longer at its service",
    Kind.CONNECTION_STALE: "A service can't be read",
    Kind.EVIDENCE_EXPIRING: "Calls will soon be deleted",
    Kind.COST_LIMIT: "A limit is being used up",
    Kind.COST_PACE: "Will pass its limit at this pace",
    Kind.COST_SPIKE: "Cost far more than usual",
}


CHASED = (Kind.ESCALATION_MISSED, Kind.ESCALATION_FAILED, Kind.ESCALATION_PROMISED)
"""Somebody must ring: each call of these becomes a matter with a name and a clock."""
CLASHES = (Kind.BOOKING_DOUBLE, Kind.BOOKING_CLASH)
"""More is booked at one time than can be done."""
MISPLACED = (Kind.BOOKING_CLOSED_DAY, Kind.BOOKING_OUTSIDE_HOURS, *CLASHES)
"""Entries at a time that the business can't keep. One that an agent wasn't allowed to make may be kept all the same."""
OUTSIDE_RULES = (*MISPLACED, Kind.BOOKING_NOT_ALLOWED)
"""Entries that break a rule of the business or of the brief."""
TOLD_OTHERWISE = (
    Kind.BOOKING_WRONG_DATE,
    Kind.BOOKING_WRONG_TIME,
    Kind.BOOKING_WRONG_SERVICE,
    Kind.BOOKING_WRONG_PERSON,
    Kind.BOOKING_NOT_CANCELLED,
    Kind.BOOKING_NOT_MOVED,
)
"""Entries that are other than the caller was told."""
FAULTS_OF_CALLS = (Kind.BOOKING_MISSING, Kind.BOOKING_NOT_ALLOWED, *TOLD_OTHERWISE)
"""What makes a booking wrong and is found about the call, which shows the entry, where there is one."""
COSTS = (Kind.COST_LIMIT, Kind.COST_PACE, Kind.COST_SPIKE)
"""Matters of money."""
URGENCY = (
    Kind.ESCALATION_MISSED,
    Kind.ESCALATION_FAILED,
    Kind.LINE_QUIET,
    Kind.DATA_DISCLOSED,
    Kind.AGENT_CHANGED,
    Kind.BOOKING_MISSING,
    Kind.BOOKING_WRONG_DATE,
    Kind.BOOKING_WRONG_TIME,
    Kind.BOOKING_NOT_MOVED,
    Kind.BOOKING_NOT_CANCELLED,
    Kind.BOOKING_WRONG_PERSON,
    Kind.BOOKING_WRONG_SERVICE,
    Kind.BOOKING_CLOSED_DAY,
    Kind.BOOKING_DOUBLE,
    Kind.BOOKING_CLASH,
    Kind.BOOKING_OUTSIDE_HOURS,
    Kind.BOOKING_NOT_ALLOWED,
    Kind.BOOKING_DIFFERS,
    Kind.BOOKING_UNCONFIRMED,
    Kind.COST_SPIKE,
    Kind.COST_LIMIT,
    Kind.FACT_WRONG,
    Kind.BOOKING_UNCLAIMED,
    Kind.ESCALATION_PROMISED,
    Kind.COST_PACE,
    Kind.DATA_SENSITIVE,
    Kind.SCOPE_OUTSIDE,
    Kind.CONNECTION_STALE,
    Kind.EVIDENCE_EXPIRING,
    Kind.AGENT_UNLISTED,
    Kind.AGENT_GONE,
    Kind.QUESTION_UNANSWERED,
)
"""What is put right first: a caller who waits, then one who will come for nothing, then the diary."""


class FindingStatus(StrEnum):
    """ACCEPTED: fine, with a reason and a name. DONE: put right. WITHDRAWN: new evidence took it back."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Said:
    """Words that stand letter for letter in a turn of the call; turns count from 0."""

    turn: int
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A diary entry, by our id, with a line that describes it to the owner."""

    booking: int
    words: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What stood there before and what stands there now; either may be empty."""

    part: str
    """What of it, in the owner's words: "Instructions"."""
    was: str
    now: str


Evidence = Said | Entry | Changed


@dataclass(frozen=True, slots=True)
class Found:
    """What a check returns: the finding before anybody decided anything.

    `call` or `booking` says what it is about, or else `about`: the agent or the connection, named so that no
    two share it. `slot` tells apart several of one kind about the same thing. Two runs over the same evidence
    return equal records.
    """

    kind: Kind
    severity: Severity
    reason: str
    evidence: tuple[Evidence, ...]
    call: int | None = None
    booking: int | None = None
    slot: str = ""
    about: str = ""

    @property
    def key(self) -> str:
        """The same for the same trouble however often it is found."""
        # brings a library for sealing along, which nobody needs who only shows findings
        import hashlib

        about = self.about or (f"call {self.call}" if self.call is not None else f"booking {self.booking}")
        return hashlib.blake2b(f"{self.kind}|{about}|{self.slot}".encode(), digest_size=12).hexdigest()

    @property
    def entry(self) -> int | None:
        """The diary entry that it is about; of one about a call the entry that it shows, where that is one."""
        shown = [each.booking for each in self.evidence if isinstance(each, Entry)]
        return shown[0] if self.booking is None and len(shown) == 1 else self.booking

    @property
    def said(self) -> tuple[Said, ...]:
        """The words it rests on, each once: without those that stand within others of the same turn."""
        every = tuple(dict.fromkeys(each for each in self.evidence if isinstance(each, Said)))
        return tuple(
            each
            for each in every
            if not any(each.turn == one.turn and each != one and each.words in one.words for one in every)
        )

    @property
    def promised_for(self) -> tuple[date | None, time | None]:
        """The day and time for which a missing booking was promised; None for what was never said."""
        day: date | None = None
        at: time | None = None
        for part in self.slot.split() if self.kind is Kind.BOOKING_MISSING else ():
            if ":" in part:
                at = time.fromisoformat(part)
            else:
                day = date.fromisoformat(part)
        return day, at


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as the store keeps it, with what was decided about it."""

    id: str
    found: Found
    status: FindingStatus
    first_seen_at: datetime
    about_at: datetime
    """When the call or booking it concerns takes place."""
    agent: str | None = None
    agent_external_id: str | None = None
    connection: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    decision: str = ""
    """The reason it is fine, or what was done."""
