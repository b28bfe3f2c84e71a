from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from agentdesk.domain.agent import Agent
from agentdesk.domain.call import Call, Turn, call_id
from agentdesk.domain.finding import FindingStatus, Kind, Severity
from agentdesk.domain.lists import CallFilter
from agentdesk.domain.money import Money, total
from agentdesk.store import agents, calls, findings, intake, totals, upkeep
from agentdesk.store.records import Put
from agentdesk.store.store import Store
from tests.factories import TUESDAY, a_call, a_found, turns
from tests.store.conftest import LONDON, there

TOKYO = ZoneInfo("Asia/Tokyo")


def days_apart(number: int) -> list[Call]:
    return [a_call(at=TUESDAY + timedelta(days=day)) for day in range(number)]


def externals(db: Connection, wanted: CallFilter, before: int | None = None, limit: int = 50) -> list[str]:
    return [each.external_id for each in calls.page(db, wanted, before, limit)]


def test_a_call_comes_back_as_it_was(db: Connection) -> None:
    call = a_call("Hello.", "", "“Curly” – naïve 漢字 🙂", outcome=None, cost=None, caller=None, seconds=None)
    calls.put(db, [call], LONDON)
    assert calls.get(db, call.id) == call


def test_turns_without_times_and_calls_without_turns_come_back(db: Connection) -> None:
    timeless = a_call(turns=(Turn("caller", "Hi"), Turn("agent", "Hello", 0.1 + 0.2)), external_id="a")
    silent = a_call(turns=(), external_id="b")
    calls.put(db, [timeless, silent], LONDON)
    assert calls.many(db, [silent.id, 5, timeless.id]) == (silent, timeless)
    assert externals(db, CallFilter(answered=False)) == ["b"]
    assert externals(db, CallFilter(answered=True)) == ["a"]


def test_taking_the_same_calls_in_again_changes_nothing(store: Store) -> None:
    some = days_apart(5)
    with store.writing() as db:
        assert calls.put(db, some, LONDON) == Put(5, 0, 0, tuple(each.id for each in some))
    with store.writing() as db:
        kept = list(db.exec_driver_sql("SELECT * FROM calls"))
        assert calls.put(db, some, LONDON) == Put(0, 0, 5, ())
        assert list(db.exec_driver_sql("SELECT * FROM calls")) == kept
        assert upkeep.check(db) == ()


def test_a_changed_call_keeps_its_id_and_is_replaced_with_everything_it_said(db: Connection) -> None:
    first = a_call("Hello.", "About my boiler.")
    calls.put(db, [first], LONDON)
    later = a_call("Hello.", "About my radiator.", external_id=first.external_id, at=TUESDAY + timedelta(hours=3))
    assert calls.put(db, [later], LONDON) == Put(0, 1, 0, (first.id,))
    assert there(calls.get(db, first.id)).turns == later.turns
    assert externals(db, CallFilter(words="boiler")) == []
    assert externals(db, CallFilter(words="radiator")) == [first.external_id]
    assert upkeep.check(db) == ()


def test_of_two_calls_of_one_name_in_a_file_the_last_counts(db: Connection) -> None:
    put = calls.put(db, [a_call(outcome="booked"), a_call(outcome="message taken")], LONDON)
    assert (put.new, put.changed, put.same) == (1, 0, 1)
    assert calls.page(db, CallFilter(), None, 5)[0].outcome == "message taken"


def test_ids_that_clash_are_counted_on_and_stay(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    start = call_id(TUESDAY, "", "") >> 20 << 20
    monkeypatch.setattr(intake, "call_id", lambda *_: start)
    here = [a_call(external_id=name) for name in "ab"]
    assert calls.put(db, here, LONDON).ids == (start, start + 1)
    more = [a_call(external_id=name) for name in "abcd"]
    assert calls.put(db, more, LONDON) == Put(2, 0, 2, (start + 2, start + 3))
    assert [there(calls.get(db, start + place)).external_id for place in range(4)] == list("abcd")


def test_calls_of_one_second_across_page_borders_are_all_there_once(db: Connection) -> None:
    some = [a_call(external_id=f"same {number}") for number in range(250)]
    random.Random(1).shuffle(some)  # noqa: S311 - the same shuffle each time
    calls.put(db, some, LONDON)
    seen: list[str] = []
    before = None
    while rows := calls.page(db, CallFilter(), before, 40):
        seen += [each.external_id for each in rows]
        before = rows[-1].id
    assert Counter(seen) == Counter(each.external_id for each in some)


def test_any_number_of_ids_may_be_asked_for(db: Connection) -> None:
    some = [a_call(external_id=str(number), at=TUESDAY + timedelta(seconds=number)) for number in range(1300)]
    ids = calls.put(db, some, LONDON).ids
    wanted = CallFilter(ids=frozenset(ids))
    assert [each.id for each in calls.page(db, wanted, None, 5000)] == sorted(ids, reverse=True)
    assert [each.id for each in calls.page(db, wanted, ids[700], 600)] == sorted(ids[100:700], reverse=True)
    assert [each.id for each in calls.many(db, ids)] == list(ids)
    assert calls.count(db, CallFilter(ids=frozenset(ids), words="visit")) == 1300
    found = CallFilter(ids=frozenset(ids), outcome="nothing")
    assert calls.page(db, found, None, 5) == ()


def test_text_that_no_database_takes_is_made_storable(db: Connection) -> None:
    call = a_call("half \ud83d pair", "nul \0 and gap \x1e", external_id="x\ud800", outcome="o\0", caller="\udfff")
    calls.put(db, [call], LONDON)
    kept = calls.page(db, CallFilter(), None, 1)[0]
    assert (kept.external_id, kept.outcome, kept.caller) == ("x\ufffd", "o\ufffd", "\ufffd")
    assert [each.text for each in there(calls.get(db, kept.id)).turns] == ["half \ufffd pair", "nul \ufffd and gap  "]
    assert calls.put(db, [call], LONDON).same == 1


def test_lengths_that_are_no_lengths_are_not_known(db: Connection) -> None:
    wrong = [a_call(external_id=str(each), seconds=each) for each in (float("nan"), float("inf"), -3.0)]
    calls.put(db, wrong, LONDON)
    assert {each.seconds for each in calls.page(db, CallFilter(), None, 9)} == {None}


def test_a_time_without_a_zone_is_refused_and_nothing_is_kept(store: Store) -> None:
    naive = a_call(at=TUESDAY.replace(tzinfo=None), external_id="naive", id=1)
    with pytest.raises(ValueError, match="zone"), store.writing() as db:
        calls.put(db, [a_call(), naive], LONDON)
    with store.reading() as db:
        assert calls.count(db, CallFilter()) == 0


def test_lists_are_newest_first_and_filtered(db: Connection) -> None:
    agents.put(db, Agent("Ana"))
    ben = a_call(at=TUESDAY + timedelta(days=9), agent_external_id="Ben", outcome="hung up")
    calls.put(db, [*days_apart(4), ben], LONDON)
    days = [f"call-{TUESDAY + timedelta(days=day):%Y%m%d%H%M%S}" for day in range(4)]
    tuesday = TUESDAY.date()
    assert externals(db, CallFilter(agent="Ana")) == days[::-1]
    assert externals(db, CallFilter(outcome="hung up")) == [ben.external_id]
    week = CallFilter(tuesday + timedelta(days=1), tuesday + timedelta(days=2))
    assert externals(db, week) == [days[2], days[1]]
    assert calls.count(db, week) == 2
    second = calls.page(db, week, None, 1)[0].id
    assert externals(db, week, before=second) == [days[1]]
    from_ana = CallFilter(first=tuesday + timedelta(days=3), agent="Ana", words="visit")
    assert externals(db, from_ana) == [days[3]]
    assert externals(db, CallFilter(first=date(2030, 1, 1), words="visit")) == []
    some = frozenset(call_id(each.started_at, each.connection, each.external_id) for each in days_apart(3))
    assert externals(db, CallFilter(ids=some), limit=2) == [days[2], days[1]]
    assert externals(db, CallFilter(ids=frozenset())) == []
    assert calls.count(db, CallFilter(ids=some, words="visit")) == 3


def test_rows_count_open_findings_and_name_the_worst(db: Connection) -> None:
    call, other = a_call(external_id="a"), a_call(external_id="b")
    calls.put(db, [call, other], LONDON)
    about = [
        a_found(call=call.id, severity=Severity.AMBER),
        a_found(call=call.id, kind=Kind.ESCALATION_MISSED, severity=Severity.RED),
        a_found(call=other.id),
    ]
    context = [(each, TUESDAY, None, "Ana", "Phone line") for each in about]
    findings.reconcile(db, TUESDAY, TUESDAY, TUESDAY, context)
    findings.decide(db, about[2].key, FindingStatus.DONE, "Jo", TUESDAY, "Rang back.")
    rows = {each.external_id: (each.findings, each.worst) for each in calls.page(db, CallFilter(), None, 5)}
    assert rows == {"a": (2, Severity.RED), "b": (0, None)}
    assert externals(db, CallFilter(with_findings=True)) == ["a"]
    assert externals(db, CallFilter(with_findings=True, words="visit", first=TUESDAY.date())) == ["a"]
    assert calls.count(db, CallFilter(with_findings=True)) == 1


def test_calls_between_two_moments_come_oldest_first(db: Connection) -> None:
    some = days_apart(6)
    calls.put(db, some[::-1], LONDON)
    inside = list(calls.between(db, some[1].started_at, some[4].started_at))
    assert [each.id for each in inside] == [each.id for each in some[1:4]]
    assert calls.ids_between(db, some[1].started_at, some[4].started_at) == tuple(each.id for each in some[1:4])


def test_the_numbers_that_rang_are_asked_for_alone(db: Connection) -> None:
    calls.put(db, [a_call(external_id="1", caller="+441134960100"), a_call(external_id="2", caller=None)], LONDON)
    with_number, withheld = sorted(calls.page(db, CallFilter(), None, 10), key=lambda each: each.external_id)
    unknown = 5
    assert calls.callers(db, {with_number.id, withheld.id, unknown}) == {
        with_number.id: "+441134960100",
        withheld.id: None,
    }
    assert calls.callers(db, ()) == {}


def test_a_call_whose_start_was_corrected_is_found_under_its_new_day(db: Connection) -> None:
    some = days_apart(6)
    calls.put(db, some, LONDON)
    was, now = TUESDAY.date(), TUESDAY.date() + timedelta(days=4)
    moved = a_call(at=TUESDAY + timedelta(days=4, minutes=30), external_id=some[0].external_id)
    calls.put(db, [moved], LONDON)
    for wanted in (CallFilter(), CallFilter(words="visit"), CallFilter(outcome="booked")):
        assert set(externals(db, replace(wanted, first=now, last=now))) == {some[0].external_id, some[4].external_id}
        assert externals(db, replace(wanted, first=was, last=was)) == []
    from_then = [each.external_id for each in calls.between(db, some[4].started_at, some[5].started_at)]
    assert from_then == [some[4].external_id, some[0].external_id]
    assert calls.first_and_last(db) == (some[1].started_at, some[5].started_at)
    calls.rezone(db, TOKYO)
    assert calls.count(db, CallFilter(now, now)) == 2
    assert upkeep.check(db) == ()


def test_a_day_begins_at_midnight_on_the_business_wall(db: Connection) -> None:
    late = a_call(at=datetime(2026, 7, 1, 22, 30, tzinfo=UTC), external_id="before midnight")
    later = a_call(at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC), external_id="after midnight")
    calls.put(db, [late, later], LONDON)
    second = date(2026, 7, 2)
    assert externals(db, CallFilter(second, second)) == ["after midnight"]
    calls.rezone(db, TOKYO)
    assert externals(db, CallFilter(second, second)) == ["after midnight", "before midnight"]
    assert [each.calls for each in calls.day_totals(db, second, second)] == [2]
    calls.rezone(db, LONDON)
    assert [each.calls for each in calls.day_totals(db, second, second)] == [1]


@pytest.mark.parametrize(("sunday", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_the_two_odd_sundays_have_the_calls_of_their_own_hours(db: Connection, sunday: date, hours: int) -> None:
    first = datetime(sunday.year, sunday.month, sunday.day, tzinfo=UTC) - timedelta(days=1)
    calls.put(db, [a_call(at=first + timedelta(minutes=30 * each)) for each in range(48 * 3)], LONDON)
    (day,) = calls.day_totals(db, sunday, sunday)
    assert day.calls == 2 * hours
    assert len(externals(db, CallFilter(sunday, sunday))) == 2 * hours


def test_calls_find_their_agent_by_id_or_name_when_the_list_changes(db: Connection) -> None:
    line, other = a_call(agent_external_id="asst_1", external_id="a"), a_call(agent_external_id="ana ", external_id="b")
    stranger = a_call(agent_external_id="zed", external_id="c")
    calls.put(db, [line, other, stranger], LONDON)
    assert [each[1:3] for each in calls.unlisted_agents(db, date.min, date.max)] == [
        ("ana ", 1),
        ("asst_1", 1),
        ("zed", 1),
    ]
    agents.put(db, Agent("Ana", connection="Phone line", external_id="asst_1"))
    assert calls.assign_agents(db) == 2
    assert calls.assign_agents(db) == 0
    assert set(externals(db, CallFilter(agent="Ana"))) == {"a", "b"}
    assert [(each.agent, each.calls) for each in calls.day_totals(db, TUESDAY.date(), TUESDAY.date())] == [
        (None, 1),
        ("Ana", 2),
    ]
    agents.put(db, Agent("Anna", connection="Phone line", external_id="asst_1"), was="Ana")
    assert calls.count(db, CallFilter(agent="Anna")) == 2
    assert calls.unlisted_agents(db, date.min, date.max) == (("Phone line", "zed", 1, TUESDAY),)
    assert upkeep.check(db) == ()


def test_money_is_added_up_by_currency_only(db: Connection) -> None:
    prices = [Money(125, 3, "USD"), Money(5, 2, "USD"), Money(7, 2, "GBP"), None]
    calls.put(db, [a_call(external_id=str(place), cost=each) for place, each in enumerate(prices)], LONDON)
    (day,) = calls.day_totals(db, TUESDAY.date(), TUESDAY.date())
    assert set(day.costs) == {Money(7, 2, "GBP"), Money(175, 3, "USD")}
    assert (day.calls, day.answered, day.seconds) == (4, 4, 370.0)


some_calls = st.lists(
    st.builds(
        a_call,
        at=st.integers(0, 96 * 60).map(lambda minutes: datetime(2026, 3, 27, tzinfo=UTC) + timedelta(minutes=minutes)),
        external_id=st.sampled_from([f"c{number}" for number in range(12)]),
        agent_external_id=st.sampled_from(["Ana", "Ben", None]),
        seconds=st.none() | st.floats(0, 4000),
        cost=st.none() | st.builds(Money, st.integers(-50, 5000), st.integers(2, 4), st.sampled_from(["GBP", "USD"])),
        turns=st.sampled_from([(), turns("Hello.", "A visit?"), turns("Hello.", "The boiler leaks.")]),
    ),
    max_size=20,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(some_calls, max_size=4), st.sampled_from([LONDON, TOKYO]))
def test_the_totals_are_always_what_adding_the_calls_up_gives(
    store: Store, slices: list[list[Call]], last: ZoneInfo
) -> None:
    with store.writing() as db:
        db.exec_driver_sql("DELETE FROM calls")
        totals.rebuild(db)
        db.exec_driver_sql("INSERT INTO call_index(call_index) VALUES ('rebuild')")
        for some in slices:
            calls.put(db, some, LONDON)
            assert upkeep.check(db) == ()
        agents.put(db, Agent("Ben"))
        calls.assign_agents(db)
        calls.rezone(db, last)
        assert upkeep.check(db) == ()
        kept = list(calls.between(db, datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)))
        days = calls.day_totals(db, date(2026, 1, 1), date(2026, 12, 31))
        assert sum(each.calls for each in days) == len(kept) == calls.count(db, CallFilter())
        assert sum(each.answered for each in days) == sum(each.answered for each in kept)
        by_hand = total(each.cost for each in kept if each.cost)
        by_day = total(cost for each in days for cost in each.costs)
        assert {each.currency: each.amount for each in by_day} == {each.currency: each.amount for each in by_hand}
