"""The chaser through the services: one matter for a call, a clock, and no end without an outcome."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from agentdesk.domain.errors import Sorry
from agentdesk.domain.escalation import Away, Escalation, EscalationState, Outcome
from agentdesk.domain.finding import FindingStatus
from agentdesk.store import findings as stored_findings
from agentdesk.store import notices as stored_notices
from tests.services.conftest import Office
from tests.services.lines import ANGRY, QUESTION, line

TODAY = "2026-11-20T15:50:00+00:00"
RUNG_AT = datetime(2026, 11, 20, 15, 51, 30, tzinfo=UTC)
SORRY_THEN = (*ANGRY[:2], "I'm sorry. I'll have Jo call you back this afternoon.", "Thank you.")


def the_matter(office: Office) -> Escalation:
    (matter,) = office.services.escalations.all_()
    return matter


def notices(office: Office) -> list[tuple[str, str]]:
    with office.store.reading() as db:
        found = stored_notices.page(db, 1000)
    return [(each.subject_id, each.body) for each in reversed(found) if each.subject == "escalation"]


def steps(office: Office) -> list[str]:
    return [each.what for each in office.services.escalations.open_(the_matter(office).id).steps]


@pytest.fixture
def angry(hartley: Office) -> Office:
    """A caller who complained ten minutes ago and was left standing."""
    hartley.take_calls(line("angry", TODAY, *ANGRY))
    return hartley


def test_a_call_that_needed_a_person_becomes_a_matter_with_a_name_and_a_clock(angry: Office) -> None:
    matter = the_matter(angry)
    assert (matter.state, matter.who, matter.rule, matter.runbook) == (
        EscalationState.WAITING,
        "Jo",
        "A complaint",
        "Ring back.",
    )
    assert (matter.happened_at, matter.due_at) == (RUNG_AT, RUNG_AT + timedelta(minutes=15))
    assert steps(angry)[-1] == "Jo is to ring back by 4:06 pm."


def test_it_is_told_once_without_callers_words_on_the_pop_up(angry: Office) -> None:
    with angry.store.reading() as db:
        (notice,) = [each for each in stored_notices.page(db, 100) if each.subject == "escalation"]
    assert notice.pop_up == "Daisy: asked for a person, nobody came. Ring back by 4:06 pm."
    assert notice.body.endswith("It waits for Jo. Ring back by 4:06 pm.")
    assert [each.subject for each in angry.services.notices.page() if each.subject == "finding"] == []


def test_reading_the_call_again_raises_nothing_more(angry: Office) -> None:
    for _ in range(3):
        angry.take_calls(line("angry", TODAY, *ANGRY))
        angry.services.checking.run()
    assert the_matter(angry).state is EscalationState.WAITING
    assert len(notices(angry)) == 1


def test_two_ways_of_needing_a_person_are_one_matter_of_one_call(angry: Office) -> None:
    before = the_matter(angry)
    angry.take_calls(line("angry", TODAY, *SORRY_THEN))
    after = the_matter(angry)
    assert (after.id, after.state) == (before.id, EscalationState.WAITING)
    assert after.finding != before.finding
    assert len(notices(angry)) == 1


def test_words_that_came_later_may_show_that_nobody_is_needed(angry: Office) -> None:
    angry.take_calls(line("angry", TODAY, *QUESTION))
    matter = the_matter(angry)
    assert (matter.state, matter.outcome, matter.closed_by) == (
        EscalationState.DONE,
        Outcome.TAKEN_BACK,
        "AgentDesk",
    )
    angry.take_calls(line("angry", TODAY, *ANGRY))
    assert the_matter(angry).state is EscalationState.WAITING


def test_what_reached_this_computer_late_says_both_times(hartley: Office) -> None:
    hartley.take_calls(line("angry", "2026-11-20T14:08:00+00:00", *ANGRY))
    ((_, body),) = notices(hartley)
    assert "This happened at 2:09 pm; it reached this computer at 4:00 pm." in body
    assert body.endswith("It was due by 2:24 pm.")


def test_what_is_weeks_old_stands_on_the_list_and_nobody_is_reminded(hartley: Office) -> None:
    old = [line(f"angry-{day}", f"2026-10-{day:02d}T10:00:00+00:00", *ANGRY) for day in (12, 13, 14)]
    hartley.take_calls(*old)
    page = hartley.services.escalations.page()
    assert (len(page.open), len(page.old)) == (0, 3)
    ((_, body),) = notices(hartley)
    assert body.startswith("3 callers from some time ago may still be waiting.")
    hartley.clock.advance(timedelta(days=2))
    assert hartley.services.chasing.remind() == 0
    numbers = [each.id for each in page.old]
    hartley.services.escalations.close_all(numbers, Outcome.NOTHING_TO_DO, "Rang them all in October.", "Sam")
    assert hartley.services.escalations.waiting() == 0


def test_nobody_does_anything_so_it_is_said_again_and_climbs(angry: Office) -> None:
    # the complaint goes to Jo, then to Sam, who looks after Daisy and owns the firm
    angry.clock.instant = RUNG_AT + timedelta(minutes=15)
    assert angry.services.chasing.remind() == 1
    assert the_matter(angry).who == "Jo"
    angry.clock.advance(timedelta(minutes=15))
    assert angry.services.chasing.remind() == 1
    assert the_matter(angry).who == "Sam"
    assert "It goes to Sam now." in steps(angry)[-1]
    assert [key for key, _ in notices(angry)] == ["1", "1 1", "1 2"]
    assert angry.services.chasing.remind() == 0


def test_the_rota_gives_it_to_whoever_stands_in(hartley: Office) -> None:
    hartley.services.escalations.save_rota([Away("Jo", date(2026, 11, 16), date(2026, 11, 20), "Sam")])
    hartley.take_calls(line("angry", TODAY, *ANGRY))
    assert the_matter(hartley).who == "Sam"
    assert steps(hartley)[-1] == "Sam is to ring back by 4:06 pm. Jo is away."


@pytest.mark.parametrize(
    ("away", "sentence"),
    [
        (Away("Jo", date(2026, 11, 20), date(2026, 11, 20), "Jo"), "Jo can't stand in for themselves."),
        (Away("Jo", date(2026, 11, 20), date(2026, 11, 19), "Sam"), "can't be before Fri 20 Nov"),
        (Away("Jo", date(2026, 11, 20), date(2026, 11, 20), "Nobody"), "Choose both people"),
    ],
)
def test_a_rota_that_cannot_be_is_refused(hartley: Office, away: Away, sentence: str) -> None:
    with pytest.raises(Sorry, match=sentence):
        hartley.services.escalations.save_rota([away])


def test_whoever_takes_it_is_still_reminded_and_then_it_goes_further_up(angry: Office) -> None:
    matter = the_matter(angry)
    angry.services.escalations.take(matter.id, "Jo", "Sam")
    assert (the_matter(angry).state, the_matter(angry).who) == (EscalationState.TAKEN, "Jo")
    angry.clock.instant = RUNG_AT + timedelta(minutes=45)
    angry.services.chasing.remind()
    waits = the_matter(angry)
    assert (waits.state, waits.who) == (EscalationState.WAITING, "Jo")
    assert angry.services.escalations.overdue(waits)
    assert notices(angry)[-1][1].endswith("Jo took it and has not said what happened.")
    angry.clock.advance(timedelta(minutes=15))
    angry.services.chasing.remind()
    assert the_matter(angry).who == "Sam"
    assert notices(angry)[-1][1].endswith("It goes to Sam now.")


def test_no_answer_so_it_is_tried_again_at_a_time(angry: Office) -> None:
    matter = the_matter(angry)
    at = angry.clock.now() + timedelta(hours=1)
    angry.services.escalations.later(matter.id, at, "Jo")
    angry.clock.advance(timedelta(minutes=59))
    assert angry.services.chasing.remind() == 0
    assert not angry.services.escalations.overdue(the_matter(angry))
    angry.clock.advance(timedelta(minutes=1))
    assert angry.services.chasing.remind() == 1
    with pytest.raises(Sorry, match="from now on"):
        angry.services.escalations.later(matter.id, angry.clock.now() - timedelta(minutes=1), "Jo")


def test_there_is_no_end_without_what_happened(angry: Office) -> None:
    matter = the_matter(angry)
    for outcome, words in ((Outcome.SORTED, "  "), (Outcome.TAKEN_BACK, "Somebody else did it.")):
        with pytest.raises(Sorry):
            angry.services.escalations.close(matter.id, outcome, words, "Jo")
    with pytest.raises(Sorry, match="what happened so far"):
        angry.services.escalations.still_open(matter.id, "", "Jo")
    assert the_matter(angry).state is EscalationState.WAITING
    with pytest.raises(sa.exc.IntegrityError), angry.store.writing() as db:
        db.exec_driver_sql("UPDATE escalations SET state = 'done'")


def test_saying_what_happened_closes_the_finding_with_it(angry: Office) -> None:
    matter = the_matter(angry)
    angry.services.escalations.close(matter.id, Outcome.BOOKED, "Booked for Monday at 8.", "Jo")
    done = the_matter(angry)
    assert (done.state, done.outcome, done.closed_by, done.remind_at) == (
        EscalationState.DONE,
        Outcome.BOOKED,
        "Jo",
        None,
    )
    with angry.store.reading() as db:
        finding = stored_findings.get(db, matter.finding)
    assert finding is not None
    assert (finding.status, finding.decided_by, finding.decision) == (
        FindingStatus.DONE,
        "Jo",
        "Booked: Booked for Monday at 8.",
    )
    with pytest.raises(Sorry, match="already"):
        angry.services.escalations.take(matter.id, "Sam", "Sam")


def test_deciding_the_finding_closes_the_matter_and_opening_it_again_opens_it(angry: Office) -> None:
    matter = the_matter(angry)
    angry.services.findings.accept(matter.finding, "She rings every week.", "Sam")
    done = the_matter(angry)
    assert (done.outcome, done.note, done.closed_by) == (Outcome.NOTHING_TO_DO, "She rings every week.", "Sam")
    angry.services.findings.reopen(matter.finding, "Sam")
    assert the_matter(angry).state is EscalationState.WAITING
    assert the_matter(angry).remind_at is not None


def test_what_was_dealt_with_stays_dealt_with_when_the_words_change(angry: Office) -> None:
    angry.services.escalations.close(the_matter(angry).id, Outcome.SORTED, "Rang and said sorry.", "Jo")
    angry.take_calls(line("angry", TODAY, *SORRY_THEN))
    assert the_matter(angry).state is EscalationState.DONE
    assert angry.services.findings.waiting() == 0


def test_a_crash_before_the_matter_was_raised_loses_nothing(hartley: Office) -> None:
    hartley.services.changes._listeners.clear()  # the program ends between finding and raising
    hartley.take_calls(line("angry", TODAY, *ANGRY))
    assert hartley.services.escalations.all_() == ()
    hartley.services.chasing.follow()
    assert the_matter(hartley).state is EscalationState.WAITING


def test_a_clock_that_was_set_back_does_not_silence_it(angry: Office) -> None:
    angry.clock.instant -= timedelta(days=400)
    assert angry.services.chasing.remind() == 0
    again = the_matter(angry).remind_at
    assert again is not None
    assert again - angry.clock.now() <= timedelta(days=5)


def test_five_hundred_at_once_are_five_hundred_matters_and_one_pop_up(hartley: Office) -> None:
    lines = [line(f"angry-{place}", f"2026-11-20T15:{place % 50:02d}:00+00:00", *ANGRY) for place in range(500)]
    hartley.take_calls(*lines)
    assert hartley.services.escalations.waiting() == 500
    (pop_up,) = hartley.services.notices.to_pop()
    assert pop_up.title == "500 things need you"


def test_a_caller_who_waits_is_told_of_before_anything_else_that_a_check_finds(hartley: Office) -> None:
    told: list[tuple[str, ...]] = []
    hartley.services.changes.subscribe(
        lambda _: told.append(tuple(each.subject for each in hartley.services.notices.page()))
    )
    hartley.take_calls(line("angry", TODAY, *ANGRY, cost="1.50", currency="USD"))
    first = next(each for each in told if each)
    assert set(first) == {"escalation"}
    assert set(told[-1]) == {"escalation", "money"}


def test_a_caller_who_waits_pops_up_before_anything_else(angry: Office) -> None:
    angry.services.notices.tell("Daisy's limit isn't watched", "No rate.", "money", "m")
    assert [each.subject for each in angry.services.notices.to_pop()] == ["escalation", "money"]


def test_what_was_dealt_with_is_not_left_to_be_read(angry: Office) -> None:
    angry.clock.instant = RUNG_AT + timedelta(minutes=15)
    angry.services.chasing.remind()
    assert angry.services.notices.unread() == 2
    angry.services.escalations.close(1, Outcome.SORTED, "Rang back.", "Jo")
    assert (angry.services.notices.unread(), angry.services.notices.to_pop()) == (0, ())


def test_a_pop_up_names_who_could_take_it_and_is_loud_when_said_again(angry: Office) -> None:
    (pop_up,) = angry.services.notices.to_pop()
    assert (pop_up.who, pop_up.loud, pop_up.subject_id) == ("Jo", False, "1")
    angry.services.notices.popped(pop_up.notices)
    angry.clock.instant = RUNG_AT + timedelta(minutes=15)
    angry.services.chasing.remind()
    (again,) = angry.services.notices.to_pop()
    assert (again.who, again.loud) == ("Jo", True)
    angry.services.escalations.take_from_notice(again.notices[0], "Jo", "Sam")
    assert the_matter(angry).state is EscalationState.TAKEN
    (still,) = angry.services.notices.to_pop()
    assert still.who == ""
