"""How far the marks of the service and of AgentDesk can be believed, on the agent's page."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from agentdesk.domain.agreement import Agreement, Pair
from agentdesk.domain.lists import CallFilter
from agentdesk.domain.review import Reply
from agentdesk.services.calls.verdicts import Agreements
from agentdesk.ui.screens.agents.agent_screen import AgentScreen
from agentdesk.ui.screens.agents.believing import believed, too_few
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from tests.services.lines import ANGRY, QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window

NONE = Agreement(())


def pairs(both_fine: int, wrongly_fine: int, wrongly_bad: int, both_bad: int) -> Agreement:
    kinds = [(True, True)] * both_fine + [(True, False)] * wrongly_fine
    kinds += [(False, True)] * wrongly_bad + [(False, False)] * both_bad
    return Agreement(tuple(Pair(number, said, was) for number, (said, was) in enumerate(kinds)))


def test_both_kinds_of_mistakes_are_told_in_plain_counts() -> None:
    fine, bad = believed(Agreements(pairs(26, 5, 2, 7), NONE))
    assert fine.words == "The service said fine 31 times; you agreed 26"
    assert fine.quiet == "Likely right between 67 % and 93 % of the time"
    assert len(fine.calls) == 31
    assert bad.words == "Of 12 calls that you said went badly, the service noticed 7"
    assert len(bad.calls) == 12


def test_who_always_says_yes_is_called_out() -> None:
    _, called = believed(Agreements(pairs(20, 4, 0, 0), NONE))
    assert (called.state, called.state_words) == (State.LOOK, "Always says yes")
    assert called.words == "The service never says that a call went badly"
    assert called.quiet == "You said so of 4 calls. Its “fine” tells you nothing."
    assert len(called.calls) == 4


def test_under_ten_pairs_there_is_no_figure() -> None:
    nine = Agreements(pairs(5, 4, 0, 0), pairs(9, 0, 0, 0))
    assert believed(nine) == ()
    assert too_few(nine) == "You judged only 9 calls: too few to say. It takes 10."
    assert "After 10 such calls" in too_few(Agreements(NONE, NONE))
    assert too_few(Agreements(NONE, pairs(12, 0, 0, 0))) == "The service gives no opinion of its calls."
    assert too_few(Agreements(pairs(12, 0, 0, 0), pairs(12, 0, 0, 0))) == ""


def test_each_figure_opens_to_its_calls(hartley_room: Room, qtbot: QtBot) -> None:
    fine = (line(f"c{n}", f"2026-11-16T10:{n:02}", *QUESTION) for n in range(11))
    hartley_room.office.take_calls(*fine, line("angry", "2026-11-17T10:00", *ANGRY))
    calls = {each.external_id: each.id for each in hartley_room.services.calls.page(CallFilter()).rows}
    for name, call in calls.items():
        hartley_room.services.verdicts.say(call, Reply.NO if name == "angry" else Reply.YES, "Sam")
    page = AgentScreen(hartley_room.desk)
    in_a_window(qtbot, page, 1200, 900)
    page.open(name="Daisy")
    row = page.believing.rows.rows()[-1]
    assert isinstance(row, SentenceRow)
    assert row.sentence() == "Of 1 call that you said went badly, AgentDesk noticed 1"
    row.click()
    words = "Calls that you said went badly"
    assert hartley_room.gone.places[-1] == ("calls", {"words": words, "ids": (calls["angry"],)})
