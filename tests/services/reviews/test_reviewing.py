"""The weekly review: what it looks at, and that it can be left at any key press."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.action import ActionState
from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.review import Reply, Review, ReviewState, Step
from agentdesk.services.reviews.review_planning import Plan
from agentdesk.services.services import Services
from agentdesk.store.store import open_store
from tests.services.conftest import Office
from tests.services.lines import ANGRY, BOOKED, QUESTION, line


@pytest.fixture
def week(hartley: Office) -> Office:
    """Twelve ordinary calls, one angry one and one very short one."""
    calls = [line(f"q{each}", f"2026-11-17T10:{each:02d}", *QUESTION, seconds=60 + each) for each in range(12)]
    calls.append(line("angry", "2026-11-17T14:06", *ANGRY))
    calls.append(line("short", "2026-11-18T09:00", "Hartley Plumbing.", "Oh, sorry.", seconds=6))
    hartley.take_calls(*calls)
    return hartley


def answer_everything(services: Services, review: Review, reply: Reply = Reply.YES) -> Review:
    while (place := review.place()).step is Step.CALLS:
        assert place.call is not None
        assert place.question is not None
        review = services.reviews.answer(review.id, place.call, place.question, reply, "Sam")
    return review


def test_must_look_calls_come_first_and_never_enter_the_draw(week: Office) -> None:
    plan = week.services.reviews.plan()
    by_chance = {each.call for each in plan.looks if each.by_chance}
    must = {each.call for each in plan.looks if not each.by_chance}
    assert (plan.calls, plan.pool, len(by_chance)) == (14, 14 - len(must), 10)
    assert not by_chance & must
    whys = " ".join(why for each in plan.looks for why in each.why)
    assert "neither put them through" in whys
    assert "rang off within 20 seconds" in whys
    assert "longest call" in whys


def test_the_plan_says_what_it_asks_and_what_the_draw_buys(week: Office) -> None:
    plan = week.services.reviews.plan()
    assert plan.sentence.startswith(f"14 calls. I'd like you to look at {len(plan.looks)}: ")
    assert plan.odds.startswith("10 by chance out of 11") or plan.odds.startswith("10 by chance out of")


def test_after_the_first_fortnight_five_are_drawn(week: Office) -> None:
    week.clock.advance(timedelta(days=20))
    assert week.services.reviews.plan().by_chance == 5


def test_the_same_seed_draws_the_same_calls(week: Office) -> None:
    assert week.services.reviews.plan() == week.services.reviews.plan()


def test_a_crash_loses_nothing_and_the_review_goes_on_at_the_same_question(week: Office) -> None:
    reviews = week.services.reviews
    review = reviews.start(reviews.plan(), "Sam")
    review = reviews.done_with(review.id, Step.PROMISES)
    for _ in range(4):
        place = review.place()
        assert place.call is not None
        assert place.question is not None
        review = reviews.answer(review.id, place.call, place.question, Reply.YES, "Sam")
    expected = review.place()
    key, path = week.store.key, week.store.path
    week.store.close()
    reopened = open_store(path, key)
    try:
        again = build_services(reopened, resources_folder(), week.clock, week.printer, week.printer)
        found = again.reviews.current()
        assert found is not None
        assert (found.place(), len(found.answers)) == (expected, 4)
    finally:
        reopened.close()


def test_answering_again_replaces_the_answer(week: Office) -> None:
    reviews = week.services.reviews
    review = reviews.start(reviews.plan(), "Sam")
    call, question = review.looks[0].call, review.looks[0].questions[0]
    reviews.answer(review.id, call, question, Reply.YES, "Sam")
    review = reviews.answer(review.id, call, question, Reply.NO, "Sam")
    assert [each.reply for each in review.answers] == [Reply.NO]


def test_only_one_review_is_open(week: Office) -> None:
    reviews = week.services.reviews
    reviews.start(reviews.plan(), "Sam")
    with pytest.raises(Sorry, match="already open"):
        reviews.start(reviews.plan(), "Jo")


def test_what_is_left_is_carried_over_and_comes_first_next_week(week: Office) -> None:
    reviews = week.services.reviews
    review = reviews.start(reviews.plan(), "Sam")
    look = review.looks[-1]
    for question in look.questions:
        reviews.answer(review.id, look.call, question, Reply.YES, "Sam")
    done = reviews.finish(review.id)
    assert done.state is ReviewState.FINISHED
    assert set(done.carried_over) == {each.call for each in review.looks} - {look.call}


def test_three_actions_at_most_each_with_a_name_and_a_day(week: Office) -> None:
    reviews = week.services.reviews
    review = reviews.start(reviews.plan(), "Sam")
    with pytest.raises(Sorry, match="who does it"):
        reviews.promise(review.id, "Ask the supplier", " ", date(2026, 11, 27))
    for each in range(3):
        reviews.promise(review.id, f"Do {each}", "Jo", date(2026, 11, 27))
    with pytest.raises(Sorry, match="Three is enough"):
        reviews.promise(review.id, "One more", "Jo", date(2026, 11, 27))


def test_last_reviews_actions_come_first_until_somebody_closes_them(week: Office) -> None:
    reviews = week.services.reviews
    review = reviews.start(reviews.plan(), "Sam")
    action = reviews.promise(review.id, "Don't offer Sundays", "Jo", date(2026, 11, 27))
    reviews.finish(review.id)
    assert reviews.promises() == (action,)
    reviews.close_promise(action.id, ActionState.FIXED, "No Sunday since.")
    assert reviews.promises() == ()


def test_the_review_is_due_on_the_chosen_weekday(week: Office) -> None:
    assert week.services.reviews.due().on == date(2026, 11, 20)
    review = week.services.reviews.start(week.services.reviews.plan(), "Sam")
    assert week.services.reviews.due().open is not None
    week.services.reviews.finish(review.id)
    due = week.services.reviews.due()
    assert (due.on, due.days_over) == (date(2026, 11, 27), 0)
    week.clock.advance(timedelta(days=10))
    assert week.services.reviews.due().days_over == 3


def test_before_any_call_the_chosen_day_is_known_and_nothing_is_due(hartley: Office) -> None:
    due = hartley.services.reviews.due()
    assert due.on is not None
    assert (due.on.weekday(), due.days_over, due.is_now) == (4, 0, False)
    assert hartley.services.today.view().review_words.startswith("Next review: Fri")


def test_the_figures_count_by_chance_calls_only(week: Office) -> None:
    reviews = week.services.reviews
    review = reviews.done_with(reviews.start(reviews.plan(), "Sam").id, Step.PROMISES)
    answer_everything(week.services, review)
    reviews.finish(review.id)
    card = week.services.scorecards.make("Daisy", review.period)
    figures = {each.measure: each for each in card.figures}
    chance = sum(each.by_chance for each in review.looks)
    assert (figures["K03"].numerator, figures["K03"].denominator) == (chance, chance)
    assert (figures["K25"].numerator, figures["K25"].denominator) == (chance, chance)
    assert figures["K19"].value == 100


def test_the_page_counts_every_call_that_somebody_looked_at(week: Office) -> None:
    reviewing = week.services.reviews
    plan = reviewing.plan()
    review = reviewing.done_with(reviewing.start(plan, "Sam").id, Step.PROMISES)
    answer_everything(week.services, review, Reply.CANNOT_TELL)
    card = week.services.scorecards.make("Daisy", plan.period)
    words = {each.measure: each.words for each in card.figures}
    assert words["K01"] == "14 calls"
    assert (len(plan.looks), sum(each.by_chance for each in plan.looks)) == (12, 10)
    assert "Nobody has listened to 2 calls" in card.not_known[0]
    assert words["K03"] == "None of the by-chance calls could tell."


def test_bookings_of_the_week_at_a_glance(hartley: Office) -> None:
    hartley.take_diary(
        "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"
    )
    hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    review = hartley.services.reviews.start(hartley.services.reviews.plan(), "Sam")
    glance = hartley.services.reviews.bookings(review)
    assert (glance.promised, glance.in_diary, glance.odd) == (1, 1, ())


def test_when_much_is_wrong_the_gravest_that_fit_into_ten_minutes_are_asked_for(hartley: Office) -> None:
    plan = bad_week(hartley)
    must = [each for each in plan.looks if not each.by_chance]
    assert (plan.calls, len(must) + len(plan.waiting), plan.pool, plan.by_chance) == (55, 50, 5, 5)
    assert plan.minutes <= 10
    assert f"{len(plan.waiting)} more calls have something on them" in plan.waiting_sentence
    # the six angry callers come before those who only rang off
    assert all("neither put them through" in " ".join(each.why) for each in must[:6])
    assert not any("neither put them through" in " ".join(each.why) for each in must[6:])


def test_what_did_not_fit_is_written_down_and_comes_back_next_week_with_the_gravest_first(hartley: Office) -> None:
    reviews = hartley.services.reviews
    plan = bad_week(hartley)
    assert plan == reviews.plan()
    review = reviews.start(plan, "Sam")
    assert review.carried_over == plan.waiting
    review = answer_everything(hartley.services, reviews.done_with(review.id, Step.PROMISES))
    done = reviews.finish(review.id)
    assert done.carried_over == plan.waiting
    hartley.clock.advance(timedelta(days=7))
    hartley.take_calls(
        line("again", "2026-11-24T14:06", *ANGRY),
        *(line(f"r{each}", f"2026-11-25T09:{each:02d}", *QUESTION) for each in range(20)),
    )
    after = reviews.plan()
    assert "neither put them through" in " ".join(after.looks[0].why)
    carried = {each.call for each in after.looks if "It was carried over from the last review." in each.why}
    assert carried
    assert carried < set(plan.waiting)
    assert not {each.call for each in after.looks if each.by_chance} & set(plan.waiting)
    assert (after.calls, after.minutes) == (21, 10)
    words = " ".join(hartley.services.scorecards.make("Daisy", plan.period).checked)
    assert f"{len(plan.waiting)} calls were left for the next review without being looked at." in words


def test_a_carried_call_about_which_all_is_decided_does_not_come_back(hartley: Office) -> None:
    reviews = hartley.services.reviews
    hartley.take_calls(*(line(f"a{each}", f"2026-11-17T14:{each:02d}", *ANGRY) for each in range(2)))
    review = reviews.start(reviews.plan(), "Sam")
    assert len(reviews.finish(review.id).carried_over) == 2
    hartley.clock.advance(timedelta(days=7))
    hartley.take_calls(*(line(f"r{each}", f"2026-11-25T09:{each:02d}", *QUESTION) for each in range(9)))
    first, second = review.looks
    for each in hartley.services.findings.page(FindingFilter(call=first.call)):
        hartley.services.findings.put_right(each.id, "Rang back.", "Sam")
    looks = {each.call for each in reviews.plan().looks}
    assert first.call not in looks
    assert second.call in looks


def bad_week(office: Office) -> Plan:
    """Fifty-five calls long after the start: six angry callers, forty-four who rang off at once, five questions."""
    calls = [line("old", "2026-10-01T10:00", *QUESTION)]
    calls += [line(f"q{each}", f"2026-11-17T10:{each:02d}", *QUESTION) for each in range(6)]
    calls += [line(f"s{each}", f"2026-11-18T09:{each:02d}", "Hartley.", "Oh, sorry.", seconds=6) for each in range(43)]
    calls += [line(f"a{each}", f"2026-11-16T14:{each:02d}", *ANGRY) for each in range(6)]
    office.take_calls(*calls)
    return office.services.reviews.plan()


def test_a_promise_shows_how_often_it_happened_before_and_since(hartley: Office) -> None:
    reviews = hartley.services.reviews
    hartley.take_calls(*(line(f"a{each}", f"2026-11-1{each}T14:06", *ANGRY) for each in (6, 7, 8)))
    review = reviews.start(reviews.plan(), "Sam")
    (wording, *_) = reviews.suggestions(review)
    counted = reviews.promise(review.id, wording, "Jo", date(2026, 11, 27))
    own = reviews.promise(review.id, "Be kinder", "Jo", date(2026, 11, 27))
    assert reviews.came_of([counted, own]) == {}
    hartley.clock.advance(timedelta(days=7))
    hartley.take_calls(line("after", "2026-11-24T14:06", *ANGRY), line("fine", "2026-11-25T14:06", *QUESTION))
    assert reviews.came_of([counted, own]) == {
        counted.id: "It happened 3 times in the 7 days before it was promised, and once in the 7 days since."
    }
