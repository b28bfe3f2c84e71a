"""Services over a real encrypted store, with a clock that stands and a printer that only writes down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.reports.charts import Charts
from agentdesk.services.services import Services
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import Store, open_store

FRIDAY = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)

SETUP = """{
 "business": {"name": "Hartley Plumbing", "trade": "plumber", "nation": "england-and-wales",
   "hours": {"mon": [["09:00","12:30"],["13:00","17:30"]], "tue": [["09:00","12:30"],["13:00","17:30"]],
             "wed": [["09:00","12:30"],["13:00","17:30"]], "thu": [["09:00","12:30"],["13:00","17:30"]],
             "fri": [["09:00","12:30"],["13:00","17:30"]], "sat": [], "sun": []},
   "services": [{"name": "Boiler service", "minutes": 60, "price": "95.00"}], "high_value": "500.00",
   "review_day": "fri"},
 "people": [{"name": "Sam", "role": "owner"}, {"name": "Jo", "role": "front_desk"}],
 "connections": [{"name": "Calls", "service": "file"}, {"name": "Diary", "service": "file"}],
 "agents": [{"name": "Daisy", "connection": "Calls", "responsible": "Sam", "monthly_limit": "120.00",
   "stage": "live", "books_into": ["Diary"],
   "brief": {"purpose": "Books 9 of 10 people who want a visit.", "may_answer": ["Opening hours"],
     "may_book": ["Boiler service"], "never": ["Give gas advice"],
     "pass_to_a_person": [{"when": "A complaint", "who": "Jo", "within_minutes": 15, "runbook": "Ring back."}],
     "targets": {"booking_accuracy": 0.98}}}]}"""


@dataclass
class Printer:
    """Writes down what it was asked to print."""

    printed: list[tuple[str, Any, Path]] = field(default_factory=list)
    charts: Charts = field(default_factory=lambda: Charts(resources_folder() / "fonts"))

    def write_scorecard(self, scorecard: Any, path: Path) -> None:
        self.printed.append(("scorecard", scorecard, path))

    def write_brief(self, business: Any, agent: Any, version: Any, path: Path, live_since: Any = None) -> None:
        self.printed.append(("brief", (business, agent, version, live_since), path))

    def write_staff_sheet(self, business: Any, agent: Any, version: Any, path: Path) -> None:
        self.printed.append(("staff sheet", (business, agent, version), path))


@dataclass
class Office:
    """Everything a test of the services needs."""

    services: Services
    store: Store
    clock: SetClock
    printer: Printer
    folder: Path

    def take_calls(self, *lines: str) -> Any:
        """Takes calls in from JSON lines."""
        path = self.folder / "calls.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return self.services.importing.take_in(self.services.importing.look(path, "calls"))

    def take_diary(self, *rows: str) -> Any:
        """Takes diary entries in from CSV rows."""
        path = self.folder / "diary.csv"
        head = "external_id,starts_at,ends_at,status,service,customer,phone,email,created_at"
        path.write_text("\n".join([head, *rows]), encoding="utf-8")
        return self.services.importing.take_in(self.services.importing.look(path, "bookings"))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An empty store; nothing is set up."""
    store = open_store(tmp_path / "store.db", new_store_key())
    clock, printer = SetClock(FRIDAY), Printer()
    services = build_services(store, resources_folder(), clock, printer, printer, seed=lambda: 7)
    yield Office(services, store, clock, printer, tmp_path)
    store.close()


@pytest.fixture
def hartley(office: Office) -> Office:
    """Hartley Plumbing set up, with Daisy live."""
    office.services.setup.apply(SETUP)
    return office
