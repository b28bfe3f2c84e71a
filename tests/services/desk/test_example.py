"""The example begins on the Friday of its week, whatever day it is, and half an example is none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.domain.lists import NEEDS_SOMEBODY, CallFilter
from agentdesk.services.desk.example import Example
from agentdesk.services.services import Services
from agentdesk.store.store import Store
from tests.services.conftest import Printer


def begin(folder: Path, clock: SetClock) -> tuple[Store, Services, Example]:
    resources = resources_folder()
    example = Example(folder, resources / "example", clock)
    store = example.open_()
    printer = Printer()
    return store, build_services(store, resources, example.clock, printer, printer, example=True), example


@pytest.mark.parametrize("day", [16, 19, 20, 22, 25])
def test_it_is_friday_afternoon_and_the_review_is_due(tmp_path: Path, day: int) -> None:
    clock = SetClock(datetime(2026, 11, day, 9, 30, tzinfo=UTC))
    store, services, example = begin(tmp_path / "example", clock)
    example.fill(services.setup, services.importing)
    try:
        today = services.today.view()
        assert today.now.weekday() == 4
        assert today.now <= clock.now()
        assert today.working == ("Daisy is answering. Last call 3:51 pm.",)
        assert (today.calls_this_week, today.waiting) == (61, 6)
        assert today.review_words == "The review is due today."
        clock.advance(timedelta(minutes=7))
        assert services.today.view().now - today.now == timedelta(minutes=7)
    finally:
        store.close()


def test_what_was_done_in_it_stays_until_it_is_old(tmp_path: Path) -> None:
    clock = SetClock(datetime(2026, 11, 18, 9, 30, tzinfo=UTC))
    store, services, example = begin(tmp_path / "example", clock)
    example.fill(services.setup, services.importing)
    services.reviews.start(services.reviews.plan(), "Sam")
    store.close()
    clock.advance(timedelta(days=2))
    store, services, example = begin(tmp_path / "example", clock)
    example.fill(services.setup, services.importing)
    assert services.reviews.current() is not None
    store.close()
    clock.advance(timedelta(days=10))
    store, services, example = begin(tmp_path / "example", clock)
    example.fill(services.setup, services.importing)
    assert services.reviews.current() is None
    assert len(services.findings.page(NEEDS_SOMEBODY)) == 6
    store.close()


def test_half_an_example_is_made_again(tmp_path: Path) -> None:
    clock = SetClock(datetime(2026, 11, 18, 9, 30, tzinfo=UTC))
    store, services, example = begin(tmp_path / "example", clock)
    services.setup.apply((resources_folder() / "example" / "setup.json").read_text(encoding="utf-8"))
    store.close()
    store, services, example = begin(tmp_path / "example", clock)
    example.fill(services.setup, services.importing)
    assert services.calls.count(CallFilter()) == 134
    store.close()


def test_the_made_up_agent_has_been_at_work_since_before_its_first_call(tmp_path: Path) -> None:
    store, services, example = begin(tmp_path / "example", SetClock(datetime(2026, 11, 18, 9, 30, tzinfo=UTC)))
    example.fill(services.setup, services.importing)
    page = services.agents.page("Daisy")
    oldest = min(each.started_at for each in services.calls.page(CallFilter(), None, 1000).rows)
    approved = page.approved.approved_at if page.approved is not None else None
    store.close()
    assert page.stages[0].at < oldest
    assert approved is not None
    assert approved < oldest
