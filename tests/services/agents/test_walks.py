"""Checklists as walks: resumed, answered by name, and asked for before going live and retiring."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agentdesk.domain.agent import Stage
from agentdesk.domain.errors import Sorry
from agentdesk.domain.review import Reply
from agentdesk.domain.walk import CHANGE, FIRST_TWO_WEEKS, FORTNIGHTLY, GO_LIVE, INCIDENT, RETIREMENT, Walk
from tests.services.conftest import SETUP, Office
from tests.services.lines import QUESTION, line

PLANNED = SETUP.replace('"stage": "live"', '"stage": "trial"')


@pytest.fixture
def on_trial(office: Office) -> Office:
    office.services.setup.apply(PLANNED)
    return office


def walked(office: Office, checklist: str, reply: Reply = Reply.YES) -> Walk:
    walk = office.services.walks.begin("Daisy", checklist, "Sam")
    for item in office.services.walks.checklist(checklist).items:
        walk = office.services.walks.tick(walk.id, item.id, reply, "Sam")
    return walk


def stage(office: Office) -> Stage:
    return office.services.agents.get("Daisy").stage


def test_a_walk_is_left_and_resumed_where_it_was(hartley: Office) -> None:
    first = hartley.services.walks.begin("Daisy", INCIDENT, "Sam")
    hartley.services.walks.tick(first.id, "I01", Reply.YES, "Jo", "Calls go to Jo")
    again = hartley.services.walks.begin("Daisy", INCIDENT, "Sam")
    assert again.id == first.id
    tick = again.reply("I01")
    assert tick is not None
    assert (tick.by, tick.note, tick.at) == ("Jo", "Calls go to Jo", hartley.clock.now())


def test_an_answer_can_be_changed_until_the_end(hartley: Office) -> None:
    walk = walked(hartley, INCIDENT)
    walk = hartley.services.walks.tick(walk.id, "I02", Reply.NO, "Sam")
    assert len(walk.ticks) == len({each.item for each in walk.ticks})
    hartley.services.walks.end(walk.id)
    with pytest.raises(Sorry, match="done already"):
        hartley.services.walks.tick(walk.id, "I02", Reply.YES, "Sam")


def test_it_does_not_end_with_lines_unanswered(hartley: Office) -> None:
    walk = hartley.services.walks.begin("Daisy", INCIDENT, "Sam")
    with pytest.raises(Sorry, match=r"10 lines have no answer yet. The first: Stop the harm"):
        hartley.services.walks.end(walk.id)


def test_going_live_asks_for_its_checklist(on_trial: Office) -> None:
    with pytest.raises(Sorry, match="The checklist for going live isn't done"):
        on_trial.services.agents.move_to("Daisy", Stage.LIVE, "It went well", "Sam")
    walk = walked(on_trial, GO_LIVE, Reply.NO)
    with pytest.raises(Sorry, match="This isn't done yet"):
        on_trial.services.walks.end(walk.id)
    on_trial.services.walks.end(walked(on_trial, GO_LIVE).id)
    on_trial.services.agents.move_to("Daisy", Stage.LIVE, "It went well", "Sam")
    assert stage(on_trial) is Stage.LIVE


def test_a_change_is_switched_over_only_after_it_was_tried_or_somebody_says_why_not(hartley: Office) -> None:
    walks = hartley.services.walks
    walk = walks.begin("Daisy", CHANGE, "Sam")
    for tried in (None, Reply.NO, Reply.CANNOT_TELL):
        if tried is not None:
            walks.tick(walk.id, "C05", tried, "Sam")
        with pytest.raises(Sorry, match="Before that comes: Two test calls for what changes"):
            walks.tick(walk.id, "C07", Reply.YES, "Sam")
    walks.tick(walk.id, "C05", Reply.DOES_NOT_APPLY, "Sam")
    with pytest.raises(Sorry, match="Say in a word why this doesn't apply"):
        walks.tick(walk.id, "C07", Reply.YES, "Sam")
    walks.tick(walk.id, "C05", Reply.DOES_NOT_APPLY, "Sam", "Only the name of the voice changed")
    walk = walks.tick(walk.id, "C07", Reply.YES, "Sam")
    assert walk.reply("C07") is not None


def test_a_change_is_not_done_while_a_line_of_it_isnt(hartley: Office) -> None:
    walk = walked(hartley, CHANGE)
    hartley.services.walks.tick(walk.id, "C09", Reply.NO, "Sam")
    with pytest.raises(Sorry, match="This isn't done yet: The first five real calls"):
        hartley.services.walks.end(walk.id)


def test_what_was_walked_through_once_is_shown_and_only_begun_again_when_asked(on_trial: Office) -> None:
    walks = on_trial.services.walks
    done = walks.end(walked(on_trial, GO_LIVE).id)
    assert walks.go_on("Daisy", GO_LIVE, "Sam") == done
    assert walks.begin("Daisy", GO_LIVE, "Sam").id != done.id
    walks.end(walked(on_trial, INCIDENT).id)
    assert walks.go_on("Daisy", INCIDENT, "Sam").ticks == (), "the next thing that goes wrong is another"


def test_what_went_wrong_is_looked_at_again_in_two_weeks(hartley: Office) -> None:
    walk = walked(hartley, INCIDENT)
    assert hartley.services.reviews.promises() == ()
    hartley.services.walks.end(walk.id)
    (again,) = hartley.services.reviews.promises()
    assert (again.what, again.who) == ("Look again at Daisy: when something went wrong, Fri 20 Nov.", "Sam")
    assert again.due == hartley.clock.now().date() + timedelta(days=14)


def test_who_says_no_to_looking_again_is_not_asked_to(hartley: Office) -> None:
    walk = walked(hartley, INCIDENT)
    hartley.services.walks.tick(walk.id, "I10", Reply.NO, "Sam")
    hartley.services.walks.end(walk.id)
    assert hartley.services.reviews.promises() == ()


def test_beside_stopping_the_harm_stands_whether_it_is_stopped(hartley: Office) -> None:
    walk = hartley.services.walks.begin("Daisy", INCIDENT, "Sam")
    assert hartley.services.walks.open_(walk.id).known["I01"] == "It isn't stopped from here."


def test_what_is_known_from_here_stands_beside_the_line(on_trial: Office) -> None:
    walk = on_trial.services.walks.begin("Daisy", GO_LIVE, "Sam")
    known = on_trial.services.walks.open_(walk.id).known
    assert known["G01"] == "Version 1 was approved by Sam."
    assert known["G02"] == "1 target is in the brief."
    assert known["G05"] == "0 calls are marked as a test since this was begun."
    assert known["G12"] == "No rehearsal is written down."
    on_trial.services.stopping.rehearse("Daisy", on_trial.clock.now(), "Jo", True, "")
    known = on_trial.services.walks.open_(walk.id).known
    assert known["G12"] == "Rehearsed on Fri 20 Nov by Jo: the test call reached a person."


def test_it_cannot_be_retired_while_calls_still_come(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-19T10:00:00+00:00", *QUESTION))
    hartley.services.walks.end(walked(hartley, RETIREMENT).id)
    with pytest.raises(Sorry, match=r"still takes calls, the last on Thu 19 Nov.*not before Thu 3 Dec"):
        hartley.services.agents.move_to("Daisy", Stage.RETIRED, "We have another", "Sam")
    assert stage(hartley) is Stage.LIVE
    hartley.clock.advance(timedelta(days=14))
    hartley.services.agents.move_to("Daisy", Stage.RETIRED, "We have another", "Sam")
    assert stage(hartley) is Stage.RETIRED


def test_retiring_asks_for_its_checklist(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-10-19T10:00:00+00:00", *QUESTION))
    with pytest.raises(Sorry, match="The checklist for retiring isn't done"):
        hartley.services.agents.move_to("Daisy", Stage.RETIRED, "We have another", "Sam")


def test_every_step_keeps_who_when_and_why(hartley: Office) -> None:
    hartley.services.agents.move_to("Daisy", Stage.PAUSED, "Jo answers this week", "Sam")
    last = hartley.services.agents.page("Daisy").stages[-1]
    assert (last.stage, last.by, last.why, last.at) == (
        Stage.PAUSED,
        "Sam",
        "Jo answers this week",
        hartley.clock.now(),
    )
    with pytest.raises(Sorry, match="why"):
        hartley.services.agents.move_to("Daisy", Stage.LIVE, " ", "Sam")


def test_looks_are_due_missed_and_held(hartley: Office) -> None:
    daisy = hartley.services.agents.get("Daisy")
    looks = hartley.services.walks.looks(daisy)
    assert [each.checklist for each in looks.now] == [FIRST_TWO_WEEKS]
    assert looks.missed == ()
    hartley.services.walks.end(walked(hartley, FIRST_TWO_WEEKS).id)
    assert hartley.services.walks.looks(daisy).now == ()
    hartley.clock.advance(timedelta(days=15))
    later = hartley.services.walks.looks(daisy)
    assert {each.checklist for each in later.now} == {FORTNIGHTLY, "monthly"}
    assert len(later.missed) == 9  # of ten working days only the first was held


def test_looks_that_were_not_held_pile_up_a_line_for_each_kind(hartley: Office) -> None:
    assert not [each for each in hartley.services.today.piled_up() if "held" in each.words]
    hartley.clock.advance(timedelta(days=30))
    held = [each.words for each in hartley.services.today.piled_up() if "Daisy" in each.words and "held" in each.words]
    assert held == [
        "Daisy: the daily look of the first fortnight wasn't held (10 times, last Thu 3 Dec).",
        "Daisy: the fortnightly review wasn't held (it was due Fri 4 Dec).",
    ]
