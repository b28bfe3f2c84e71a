"""The example week as it is, and with the worst words that callers, customers and files could bring."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock, day_of
from agentdesk.domain.lists import BookingFilter, CallFilter, FindingFilter
from agentdesk.services.desk.example_week import ExampleWeek, load
from agentdesk.services.services import Services
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import Store, open_store
from tests.services.conftest import FRIDAY, Printer

ENDLESS = "Llanfair" * 1250
"""A word of 10,000 letters."""
TURNED_ROUND = "\u202eevil\u202c \u2067right\u2069"
ARABIC = "محل السباكة الصغير في شارع المحطة"
PICTURES = "👩🏽‍🔧🚿🇬🇧 e\u0301\u0302\u0303\u0304"


def hostile_texts(markup: str) -> tuple[str, ...]:
    """What may stand wherever somebody else's words stand. `markup` opens a file where it is obeyed."""
    return (
        markup,
        ENDLESS,
        "very many words " * 700,
        TURNED_ROUND,
        PICTURES,
        ARABIC,
        f"{'<table><tr><td>' * 30}{markup}",
        "& &amp; %1 {name} {0} \\host\\share\x07\x1b[31m\u2028line\u2029end",
        "![picture](file:///etc/passwd) [link](file:///etc/passwd)",
    )


@dataclass
class Records:
    """An open store with the example in it, and what there is to open."""

    services: Services
    store: Store
    clock: SetClock

    def visits(self, place: str) -> tuple[dict[str, object], ...]:
        """What a place is opened with, once for each kind of thing that it shows."""
        one = _ONE_THING.get(place)
        return _calls(self.services) if place == "call" else (one(self.services) if one else {},)


def _calls(services: Services) -> tuple[dict[str, object], ...]:
    """The newest call, and one with something found in it."""
    found = services.calls.page(CallFilter(with_findings=True), None, 1).rows
    return tuple({"id": row.id} for row in (*services.calls.page(CallFilter(), None, 1).rows, *found))


def _agent(services: Services) -> dict[str, object]:
    return {"name": services.agents.all_()[0].agent.name}


_ONE_THING: dict[str, Callable[[Services], dict[str, object]]] = {
    "agent": _agent,
    "brief": _agent,
    "stop": _agent,
    "record": _agent,
    "changed": _agent,
    "booking": lambda services: {"id": services.diary.page(BookingFilter(), None, 1).rows[0].id},
    "connection": lambda services: {"name": services.connecting.all_()[0].connection.name},
    "finding": lambda services: {"id": services.findings.page(FindingFilter())[0].id},
    "waiting_call": lambda services: {"id": services.escalations.page().open[0].id},
    "walk": lambda services: {"agent": services.agents.all_()[0].agent.name, "checklist": "incident"},
}
"""What the places that show one thing are opened with."""


@contextmanager
def example_records(folder: Path) -> Iterator[Records]:
    """The made-up week as the owner sees it."""
    with _records(folder, lambda week: week) as records:
        yield records


@contextmanager
def hostile_records(folder: Path, markup: str) -> Iterator[Records]:
    """The same with the worst words in every place that holds somebody's words."""
    with _records(folder, lambda week: _spoilt(week, hostile_texts(markup))) as records:
        yield records


@contextmanager
def _records(folder: Path, change: Any) -> Iterator[Records]:
    store = open_store(folder / "store.db", new_store_key())
    clock, printer = SetClock(FRIDAY), Printer()
    services = build_services(store, resources_folder(), clock, printer, printer, seed=lambda: 7)
    week: ExampleWeek = change(load(resources_folder() / "example", _day(clock)))
    services.setup.apply(week.setup)
    for name, text in (("bookings.csv", week.bookings), ("calls.jsonl", week.calls)):
        (folder / name).write_text(text, encoding="utf-8")
        services.importing.take_in(services.importing.look(folder / name))
    yield Records(services, store, clock)
    store.close()


def _day(clock: SetClock) -> date:
    from zoneinfo import ZoneInfo

    return day_of(clock.now(), ZoneInfo("Europe/London"))


def _spoilt(week: ExampleWeek, texts: tuple[str, ...]) -> ExampleWeek:
    markup = texts[0]
    setup = json.loads(week.setup)
    business, (agent, *_) = setup["business"], setup["agents"]
    business["name"] = f"{markup} {TURNED_ROUND} {ARABIC}"[:190]
    for at, fact in enumerate(business["facts"]):
        fact["says"] = texts[at % len(texts)][:1000]
    brief = agent["brief"]
    brief["purpose"] = (markup + ENDLESS)[:900]
    for place in ("may_answer", "never"):
        brief[place] = [text[:200] for text in texts]
    for at, way in enumerate(brief["pass_to_a_person"]):
        way["runbook"] = texts[at % len(texts)][:1500]
    names = {"Daisy": markup[:190], "Jo": f"{ARABIC} {PICTURES}", "Priya": ENDLESS[:190], "Diary": markup[-190:]}
    whole = json.dumps(setup)
    for name, worse in names.items():
        whole = whole.replace(json.dumps(name), json.dumps(worse))
    calls = [json.loads(line) for line in week.calls.splitlines()]
    newest = max(calls, key=lambda call: str(call["started_at"]))
    for at, call in enumerate(calls):
        call["outcome"] = texts[at % len(texts)][:200]
        # what was said stays, so that the checks still find what they look for
        for number, turn in enumerate(call["turns"] if call is newest else call["turns"][:3]):
            turn["text"] = f"{turn['text']} {texts[(at + number) % len(texts)]}"
    newest["turns"] += [{"role": "caller", "text": text, "at_seconds": None} for text in texts]
    rows = list(csv.DictReader(io.StringIO(week.bookings)))
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for at, row in enumerate(rows):
        row["customer"] = _in_a_cell(texts[at % len(texts)])
        row["service"] = row["service"] if at % 2 else _in_a_cell(texts[(at + 3) % len(texts)])
        writer.writerow(row)
    return ExampleWeek(whole, "".join(f"{json.dumps(call)}\n" for call in calls), written.getvalue())


def _in_a_cell(text: str) -> str:
    return "".join(each for each in text if each.isprintable())[:300]
