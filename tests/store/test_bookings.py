from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from agentdesk.domain.booking import BookingStatus, Match
from agentdesk.domain.lists import BookingFilter
from agentdesk.store import bookings, calls
from agentdesk.store.records import Put
from tests.factories import TUESDAY, a_booking, a_call
from tests.store.conftest import LONDON


def ids_of(db: Connection, wanted: BookingFilter, before: int | None = None, limit: int = 50) -> list[str]:
    return [each.external_id for each in bookings.page(db, wanted, before, limit)]


def test_an_entry_comes_back_as_it_was_and_taking_it_in_again_changes_nothing(db: Connection) -> None:
    entry = a_booking(email="jo@example.com", all_day=True, status=BookingStatus.NO_SHOW)
    assert bookings.put(db, [entry], LONDON) == Put(1, 0, 0, (entry.id,))
    assert bookings.get(db, entry.id) == entry
    assert bookings.put(db, [entry], LONDON) == Put(0, 0, 1, ())


def test_a_moved_entry_keeps_its_id_and_the_call_that_made_it(db: Connection) -> None:
    entry = a_booking(external_id="e")
    bookings.put(db, [entry], LONDON)
    bookings.set_matches(db, [(entry.id, 7, Match.CERTAIN)])
    later = a_booking(external_id="e", at=entry.starts_at + timedelta(days=1))
    assert bookings.put(db, [later], LONDON) == Put(0, 1, 0, (entry.id,), frozenset({entry.starts_at.date()}))
    kept = bookings.get(db, entry.id)
    assert kept is not None
    assert (kept.starts_at, kept.call, kept.match) == (later.starts_at, 7, Match.CERTAIN)
    assert bookings.of_call(db, 7) == (kept,)
    assert bookings.of_calls(db, [6, 7]) == (kept,)


def test_entries_are_listed_latest_first_and_filtered(db: Connection) -> None:
    start = TUESDAY + timedelta(days=1)
    some = [
        a_booking(at=start, external_id="a", customer="Jo Marsh"),
        a_booking(at=start, external_id="b", customer="Ann O'Neil 100%", status=BookingStatus.CANCELLED),
        a_booking(at=start + timedelta(days=3), external_id="c", customer="joanna", service="Leak_1"),
    ]
    bookings.put(db, some, LONDON)
    newest = ids_of(db, BookingFilter())
    assert newest[0] == "c"
    assert set(newest) == {"a", "b", "c"}
    seen, before = [], None
    while rows := bookings.page(db, BookingFilter(), before, 1):
        seen.append(rows[0].external_id)
        before = rows[0].id
    assert seen == newest
    assert ids_of(db, BookingFilter(words="JO")) == ["c", "a"]
    assert ids_of(db, BookingFilter(words="100%")) == ["b"]
    assert ids_of(db, BookingFilter(words="_1 leak")) == ["c"]
    assert ids_of(db, BookingFilter(words="%")) == ["b"]
    assert ids_of(db, BookingFilter(status=BookingStatus.CANCELLED)) == ["b"]
    assert ids_of(db, BookingFilter(first=start.date() + timedelta(days=1))) == ["c"]
    assert ids_of(db, BookingFilter(ids=frozenset({some[0].id, 5}))) == ["a"]
    assert bookings.count(db, BookingFilter(last=start.date())) == 2
    assert bookings.many(db, [some[2].id, 5, some[0].id]) == (some[2], some[0])
    assert [each.external_id for each in bookings.between(db, start, start + timedelta(days=3))] != ["c"]
    assert bookings.first_and_last(db) == (start, start + timedelta(days=3))


def test_days_are_those_of_the_business_however_far_from_utc(db: Connection) -> None:
    for name in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        zone = ZoneInfo(name)
        hours = [datetime(2026, 11, 10, hour, 30, tzinfo=zone) for hour in (0, 12, 23)]
        bookings.put(db, [a_booking(external_id=f"{name} {each}", at=each) for each in hours], zone)
        on = BookingFilter(date(2026, 11, 10), date(2026, 11, 10))
        assert sum(each.startswith(name) for each in ids_of(db, on)) == 3
    assert ids_of(db, BookingFilter(date(2026, 11, 12))) == []
    assert len(ids_of(db, BookingFilter(last=date(2026, 11, 12)))) == 6


def test_a_sign_that_stands_for_any_letter_is_looked_up_as_it_is(db: Connection) -> None:
    names = {"plain": "100 Elm", "percent": "100% Elm", "line": "a_b", "slash": "a/b"}
    bookings.put(db, [a_booking(external_id=each, customer=name) for each, name in names.items()], LONDON)
    for sign, found in (("0%", "percent"), ("a_b", "line"), ("A/B", "slash")):
        assert ids_of(db, BookingFilter(words=sign)) == [found]


def test_entries_follow_the_business_into_another_zone(db: Connection) -> None:
    bookings.put(db, [a_booking(at=datetime(2026, 7, 1, 16, tzinfo=UTC), external_id="e")], LONDON)
    second = date(2026, 7, 2)
    assert ids_of(db, BookingFilter(second, second)) == []
    calls.rezone(db, ZoneInfo("Asia/Tokyo"))
    assert ids_of(db, BookingFilter(second, second)) == ["e"]


def test_entries_are_found_by_when_their_calls_began(db: Connection) -> None:
    early, late = a_call(), a_call(at=TUESDAY + timedelta(days=7))
    calls.put(db, [early, late], LONDON)
    one, two = (a_booking(external_id=each) for each in ("one", "two"))
    bookings.put(db, [one, two], LONDON)
    bookings.set_matches(db, [(one.id, early.id, Match.CERTAIN), (two.id, late.id, Match.LIKELY)])
    found = bookings.of_calls_between(db, early.started_at, late.started_at)
    assert [each.id for each in found] == [one.id]
    after = late.started_at + timedelta(minutes=1)
    assert bookings.of_calls_between(db, early.started_at, after) == bookings.of_calls(db, [early.id, late.id])


def test_one_diary_alone_is_listed(db: Connection) -> None:
    bookings.put(db, [a_booking(external_id="a"), a_booking(external_id="b", connection="Another")], LONDON)
    assert ids_of(db, BookingFilter(connection="Another")) == ["b"]
    assert bookings.count(db, BookingFilter(connection="Nobody's")) == 0
