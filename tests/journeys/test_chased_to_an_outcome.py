"""Tuesday 2:10 pm: a complaint comes in at the service, is told, taken, late, handed up, closed, and kept from coming
back. It counts as fixed when a call shows it, and not before.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from agentdesk.bootstrap import attention
from agentdesk.desktop import pop_ups
from agentdesk.domain.action import ActionState
from agentdesk.domain.clock import SetClock
from agentdesk.domain.escalation import Escalation, EscalationState, Outcome
from agentdesk.domain.finding import Kind
from agentdesk.services.services import Services
from agentdesk.ui.screens.review.screen import ReviewScreen
from agentdesk.ui.screens.waiting.screen import WaitingScreen
from agentdesk.ui.screens.waiting.waiting_call_screen import WaitingCallScreen
from tests.connectors.kit.fake_service import Reply, Request
from tests.connectors.retell.fake import FakeRetell
from tests.journeys.conftest import LONG, Running, Start
from tests.journeys.test_changed_and_stopped import connected, page_of
from tests.services.lines import ANGRY
from tests.services.steered import APPROVED, KEYS, NUMBER

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
"""Without a screen Qt says this of every window that has a smallest size, or is to come forward."""

FIVE_SECONDS = 5.0
PUT_THROUGH = (
    "Hartley Plumbing, Daisy speaking.",
    "I've waited in for nothing. I want to speak to the manager.",
    "Of course. I'm putting you through to Jo now.",
    "Thank you.",
)


class Shown(pop_ups.Notifier):
    """A desktop that keeps what it showed, and when."""

    def __init__(self) -> None:
        super().__init__()
        self.pop_ups: list[pop_ups.PopUp] = []
        self.at: list[float] = []

    def send(self, pop_up: pop_ups.PopUp) -> bool:
        self.pop_ups.append(pop_up)
        self.at.append(time.monotonic())
        return True


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Shown:
    shown = Shown()
    monkeypatch.setattr(attention, "this_systems_notifier", lambda *_: shown)
    return shown


@pytest.fixture
def retell() -> Iterator[FakeRetell]:
    with FakeRetell(KEYS["retell"]) as service:
        service.add_agent("agent_ana", "Ana", APPROVED, NUMBER)
        yield service


class Tuesday:
    """A desktop connected to the service, and what a test does with time and with calls."""

    def __init__(self, start: Start, retell: FakeRetell, desktop: Shown) -> None:
        self.running: Running
        self.services: Services
        self.retell, self.desktop = retell, desktop
        self.running, self.services = connected(start, retell)
        clock = self.running.desktop._clock
        assert isinstance(clock, SetClock)
        self.clock = clock

    @property
    def matter(self) -> Escalation:
        (matter,) = self.services.escalations.all_()
        return matter

    def somebody_rings(self, name: str, *words: str, ago: timedelta = timedelta(minutes=2)) -> None:
        """A call of a minute and a half that ended so long ago."""
        ended = int((self.clock.now() - ago).timestamp() * 1000)
        turns = [_said("user" if place % 2 else "agent", text, 4.0 * place) for place, text in enumerate(words)]
        self.retell.add_call(
            name,
            ended - 90_000,
            end_timestamp=ended,
            duration_ms=90_000,
            transcript_object=turns,
            transcript_with_tool_calls=turns,
            call_cost=None,
        )

    def minutes_go_by(self, minutes: int) -> None:
        """The clock moves, and the window takes the looks that it takes by itself."""
        self.clock.advance(timedelta(minutes=minutes))
        self.running.desktop._syncing._timer.timeout.emit()
        self.running.settle()
        self.running.desktop._looks._waiting._timer.timeout.emit()
        self.running.settle()

    def next_pop_up(self, seen: int) -> pop_ups.PopUp:
        """The one after so many; there is no other."""
        self.running.qtbot.waitUntil(lambda: len(self.desktop.pop_ups) > seen, timeout=LONG)
        self.running.settle()
        assert len(self.desktop.pop_ups) == seen + 1
        return self.desktop.pop_ups[seen]

    def page(self, kind: type[Any]) -> Any:
        return page_of(self.running, kind)


@pytest.fixture
def tuesday(start: Start, retell: FakeRetell, desktop: Shown, monkeypatch: pytest.MonkeyPatch) -> Tuesday:
    monkeypatch.setenv("AGENTDESK_NOW", "2026-11-24T14:08:00+00:00")
    return Tuesday(start, retell, desktop)


def _said(role: str, content: str, start: float) -> dict[str, Any]:
    return {"role": role, "content": content, "words": [{"word": content, "start": start, "end": start + 2}]}


def test_a_complaint_is_chased_to_an_outcome_and_fixed_only_when_a_call_shows_it(tuesday: Tuesday) -> None:
    running, services = tuesday.running, tuesday.services
    first = _it_is_told(tuesday)
    _jo_is_on_it_and_nothing_happens(tuesday, first)
    _sam_rings_and_says_what_happened(tuesday)
    promise = _it_is_not_to_happen_again(tuesday)

    tuesday.clock.instant = datetime(2026, 12, 4, 16, 0, tzinfo=UTC)
    running.window.navigation.to("review")
    running.wait_for("review")
    review = tuesday.page(ReviewScreen)
    review.start_page.button.click()
    running.settle()
    (card,) = review.promises.cards()
    assert card.promise.what == promise
    assert card.shows.words() == "No such call has come yet. It stays on the list until one shows it."
    assert not card.buttons[ActionState.FIXED].isVisible()

    tuesday.somebody_rings("call_2", *PUT_THROUGH)
    tuesday.minutes_go_by(6)
    running.window.navigation.to("today")
    running.wait_for("today")
    running.window.navigation.to("review")
    running.wait_for("review")
    review.start_page.button.click()
    running.settle()
    (card,) = review.promises.cards()
    assert card.shows.words() == "A call shows that it works: Fri 4 Dec, 3:56 pm"
    card.buttons[ActionState.FIXED].click()
    running.settle()
    assert services.reviews.promises() == ()
    assert running.troubles() == []


def _it_is_told(tuesday: Tuesday) -> pop_ups.PopUp:
    """Within five seconds of the service's report, without a name, a number or a word of the caller's."""
    reported: list[float] = []
    answered = tuesday.retell._routed

    def routed(request: Request) -> Reply:
        if "call_1" in request.path:
            reported.append(time.monotonic())
        return answered(request)

    tuesday.retell._routed = routed  # type: ignore[method-assign]
    tuesday.somebody_rings("call_1", ANGRY[0], f"It's Margaret Ward. {ANGRY[1]}", *ANGRY[2:])
    tuesday.minutes_go_by(6)
    first = tuesday.next_pop_up(0)
    assert tuesday.desktop.at[0] - reported[0] <= FIVE_SECONDS
    assert first.body == "Daisy: asked for a person, nobody came. Ring back by 2:21 pm."
    assert (first.open_label, first.other_label, first.loud) == ("Look at it", "Jo is on it", False)
    for secret in ("Margaret", "Ward", "0123", "waited in"):
        assert secret not in f"{first.title} {first.body}"
    return first


def _jo_is_on_it_and_nothing_happens(tuesday: Tuesday, first: pop_ups.PopUp) -> None:
    running = tuesday.running
    tuesday.desktop.other_chosen.emit(first.key)
    running.qtbot.waitUntil(lambda: tuesday.matter.state is EscalationState.TAKEN, timeout=LONG)
    assert tuesday.matter.who == "Jo"
    tuesday.minutes_go_by(8)
    second = tuesday.next_pop_up(1)
    assert second.loud
    assert second.body.endswith("It was due by 2:21 pm. Jo took it and has not said what happened.")
    running.window.navigation.to("waiting")
    running.wait_for("waiting")
    (row,) = tuesday.page(WaitingScreen).waiting.list.rows()
    assert "Late: due by 2:21 pm" in row.accessibleName()
    tuesday.minutes_go_by(15)
    third = tuesday.next_pop_up(2)
    assert third.body.endswith("Nobody has said what happened. It goes to Sam now.")
    assert tuesday.matter.who == "Sam"
    tuesday.desktop.opened.emit(third.key)
    running.wait_for("waiting_call")


def _sam_rings_and_says_what_happened(tuesday: Tuesday) -> None:
    page = tuesday.page(WaitingCallScreen)
    assert page.mark.words() == "Late: due by 2:21 pm"
    assert page.runbook_steps.steps() == ("Ring back.",)
    page.number.click()
    assert page.number.words() == "07700 900123"
    page.rang.click()
    tuesday.running.settle()
    page.ask.keep.click()
    tuesday.running.settle()
    assert page.ask.row.error() == "Write in one line what happened."
    page.ask.outcome.set_value(Outcome.SORTED)
    page.ask.field.set_value("Rang, said sorry, tomorrow at 8.")


def _it_is_not_to_happen_again(tuesday: Tuesday) -> str:
    page, services = tuesday.page(WaitingCallScreen), tuesday.services
    page.ask.stop.click()
    tuesday.running.settle()
    assert (
        "Please change this: Daisy must put a caller through"
        in services.putting_right.prepare(tuesday.matter.finding).message
    )
    page.ask.again.phrase.set_value("waited in")
    page.ask.keep.click()
    tuesday.running.settle()
    assert (tuesday.matter.state, tuesday.matter.outcome) == (EscalationState.DONE, Outcome.SORTED)
    assert services.briefs.working("Daisy").brief.pass_to_a_person[0].phrases == ("waited in",)
    (promise,) = services.reviews.promises()
    assert (promise.kind, promise.agent, promise.due) == (Kind.ESCALATION_MISSED, "Daisy", date(2026, 11, 27))
    assert tuesday.running.window.side_bar.button("waiting").count() == 0
    return promise.what
