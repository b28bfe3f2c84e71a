"""The example as records, for the tests about it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.brief import Brief
from agentdesk.domain.business import Business
from agentdesk.domain.call import Call, Turn, call_id
from agentdesk.domain.clock import as_utc
from agentdesk.domain.money import Money
from agentdesk.services.desk.example_week import load
from agentdesk.services.setup.setup_file import SetupFile

RESOURCES = Path(__file__).parents[2] / "resources"
FOLDER = RESOURCES / "example"
SATURDAY = date(2026, 11, 21)
"""The day after the busy week as the files have it: nothing moves."""


@dataclass(frozen=True, slots=True)
class Example:
    business: Business
    brief: Brief
    calls: tuple[Call, ...]
    bookings: tuple[Booking, ...]

    def call(self, name: str) -> Call:
        return next(each for each in self.calls if each.external_id == name)

    def booking(self, name: str) -> Booking:
        return next(each for each in self.bookings if each.external_id == name)

    @property
    def busy_week(self) -> tuple[Call, ...]:
        return tuple(each for each in self.calls if each.external_id > "call-100")


@dataclass(frozen=True, slots=True)
class Promised:
    """A visit that a call promised, as `promises.csv` has it: what the files were written from."""

    call: str
    service: str
    starts_at: datetime
    """On the wall in Leeds, in the weeks that the files have."""
    customer: str
    phone: str
    in_diary: bool


def promised() -> tuple[Promised, ...]:
    with (Path(__file__).parent / "promises.csv").open(encoding="utf-8", newline="") as table:
        return tuple(
            Promised(
                row["call"],
                row["service"],
                datetime.fromisoformat(row["starts_at"]),
                row["customer"],
                row["phone"],
                row["in_diary"] == "yes",
            )
            for row in csv.DictReader(table)
        )


def example(today: date = SATURDAY) -> Example:
    week = load(FOLDER, today)
    setup = SetupFile.model_validate_json(week.setup)
    brief = setup.agents[0].brief
    assert brief is not None
    return Example(
        setup.business.to_domain(),
        brief.to_domain(),
        tuple(_call(json.loads(line)) for line in week.calls.splitlines()),
        tuple(_booking(row) for row in csv.DictReader(io.StringIO(week.bookings))),
    )


def _call(row: dict[str, object]) -> Call:
    at, name, turns = as_utc(datetime.fromisoformat(str(row["started_at"]))), str(row["external_id"]), row["turns"]
    assert isinstance(turns, list)
    return Call(
        id=call_id(at, "Daisy's calls", name),
        connection="Daisy's calls",
        external_id=name,
        agent="Daisy",
        agent_external_id=str(row["agent"]),
        started_at=at,
        seconds=float(str(row["seconds"])),
        caller=str(row["from"]) if "from" in row else None,
        turns=tuple(Turn(each["role"], each["text"], each["at_seconds"]) for each in turns),
        cost=Money.of(Decimal(str(row["cost"])), "GBP"),
        outcome=str(row["outcome"]),
    )


def _booking(row: dict[str, str]) -> Booking:
    starts, ends, created = (
        as_utc(datetime.fromisoformat(row[field])) for field in ("starts_at", "ends_at", "created_at")
    )
    return Booking(
        id=call_id(starts, "Diary", row["external_id"]),
        connection="Diary",
        external_id=row["external_id"],
        starts_at=starts,
        ends_at=ends,
        status=BookingStatus(row["status"]),
        service=row["service"],
        customer=row["customer"],
        phone=row["phone"],
        email=row["email"] or None,
        created_at=created,
    )
