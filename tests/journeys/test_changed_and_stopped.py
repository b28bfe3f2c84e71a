"""Somebody changes the agent at its service: found, put back, proven there. And the stop, pressed during a pull."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.services import Services
from agentdesk.ui.screens.changed.screen import ChangedScreen
from agentdesk.ui.screens.findings.finding_screen import FindingScreen
from agentdesk.ui.screens.stopping.screen import StopScreen
from tests.connectors.kit.fake_service import Reply
from tests.connectors.retell.fake import FakeRetell
from tests.journeys.conftest import LONG, Running, Start
from tests.services.conftest import SETUP
from tests.services.steered import APPROVED, KEYS, NUMBER, OTHER

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
"""Without a screen Qt says this of every window that has a smallest size, or is to come forward."""


@pytest.fixture
def retell() -> Iterator[FakeRetell]:
    with FakeRetell(KEYS["retell"]) as service:
        service.add_agent("agent_ana", "Ana", APPROVED, NUMBER)
        yield service


def connected(start: Start, retell: FakeRetell) -> tuple[Running, Services]:
    """A desktop whose Daisy answers at the service, read once."""
    running = start()
    running.wait_for("first_run")
    assert running.desktop.opened is not None
    services = running.desktop.opened.services
    services.setup.apply(
        SETUP.replace(
            '{"name": "Calls", "service": "file"}',
            f'{{"name": "Calls", "service": "retell", "address": "{retell.url}"}}',
        ).replace('"connection": "Calls"', '"connection": "Calls", "external_id": "agent_ana"')
    )
    connection = services.connecting.named("Calls")
    services.connecting.keep(connection, KEYS["retell"], services.connecting.try_(connection, KEYS["retell"]))
    services.pulling.pull(connection)
    running.window.navigation.to("today")
    running.wait_for("today")
    return running, services


def page_of(running: Running, kind: type[Any]) -> Any:
    page = running.window.navigation.page
    assert isinstance(page, kind)
    return page


def bound(retell: FakeRetell) -> list[int]:
    return [each["agent_version"] for each in retell.numbers[NUMBER]["inbound_agents"] or ()]


def test_a_change_is_found_put_back_and_proven_at_the_service(start: Start, retell: FakeRetell) -> None:
    running, services = connected(start, retell)
    retell.publish("agent_ana", general_prompt=OTHER)
    retell.numbers[NUMBER]["inbound_agents"][0]["agent_version"] = 4
    running.desktop._syncing.now()
    wanted = FindingFilter(kinds=(Kind.AGENT_CHANGED,), status=FindingStatus.OPEN)
    running.qtbot.waitUntil(lambda: bool(services.findings.page(wanted)), timeout=LONG)
    running.settle()
    (finding,) = services.findings.page(wanted)
    running.window.navigation.to("finding", id=finding.id)
    running.wait_for("finding")
    page_of(running, FindingScreen).open_change.click()
    running.wait_for("changed")
    page = page_of(running, ChangedScreen)
    page.deciding.put_back.click()
    running.settle()
    assert bound(retell) == [4], "looking sends nothing"
    page.plan.go.click()
    running.settle()
    assert bound(retell) == [3]
    assert page.outcome.words.text() == "Checked: what is live is word for word what you approved."
    assert services.findings.page(wanted) == ()
    assert running.troubles() == []


def test_the_stop_pressed_from_the_tray_during_a_pull_does_not_wait_for_it(start: Start, retell: FakeRetell) -> None:
    running, services = connected(start, retell)
    slow, under_way = threading.Event(), threading.Event()

    def listing(asked: Any) -> Reply:
        under_way.set()
        slow.wait(30)
        return retell._list_calls(asked)

    retell.route_first("POST", "/v3/list-calls", listing)
    retell.lock = _NoLock()  # type: ignore[assignment]
    running.desktop._syncing.now()
    running.qtbot.waitUntil(under_way.is_set, timeout=LONG)
    running.desktop._attention.stop_asked.emit("Daisy")
    running.qtbot.waitUntil(lambda: running.place == "stop", timeout=LONG)
    page = page_of(running, StopScreen)
    running.qtbot.waitUntil(page.stop.isVisible, timeout=LONG)
    page.stop.click()
    running.qtbot.waitUntil(lambda: page.words.text() == "Daisy is stopped", timeout=5_000)
    assert bound(retell) == []
    assert not slow.is_set(), "the pull is still under way"
    slow.set()
    running.settle()
    assert bound(retell) == []
    page.start.click()
    running.qtbot.waitUntil(lambda: page.words.text() == "Daisy answers again", timeout=LONG)
    assert bound(retell) == [3]
    assert services.stopping.card("Daisy").stop is None


class _NoLock:
    """Lets the fake answer one request while another waits."""

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...
