from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.booking import Booking, BookingStatus, Match
from agentdesk.store import bookings, documents
from agentdesk.store.prepared import Prepared, among, filling, listed
from agentdesk.store.store import Store, open_store
from agentdesk.store.tables import bookings as table
from agentdesk.store.tables import documents as documents_table
from tests.factories import TUESDAY, a_booking
from tests.store.conftest import KEY, LONDON


def test_what_the_driver_has_becomes_what_sqlalchemy_would_make_of_it(db: Connection) -> None:
    bookings.put(db, [a_booking(external_id="a", all_day=True), a_booking(external_id="b", service=None)], LONDON)
    query = sa.select(table).order_by(table.c.external_id)
    assert Prepared(query).read(db, {}) == [tuple(each) for each in db.execute(query)]


def test_records_filled_by_the_column_are_those_that_their_class_makes() -> None:
    entry = a_booking(status=BookingStatus.NO_SHOW)
    (made,) = filling(Booking, ("id", "connection", "external_id", "starts_at", "ends_at", "status"))(
        [[each] for each in (entry.id, "c", "e", TUESDAY, TUESDAY, BookingStatus.NO_SHOW)]
    )
    assert made == Booking(entry.id, "c", "e", TUESDAY, TUESDAY, BookingStatus.NO_SHOW)
    assert made.match is Match.NONE
    assert hash(made) == hash(replace(made))
    with pytest.raises(FrozenInstanceError):
        made.id = 7  # type: ignore[misc]
    assert filling(Booking, ("id", "connection", "external_id", "starts_at", "ends_at"))([]) == []


def test_a_record_that_would_come_out_half_empty_or_unchecked_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Careful:
        id: int

        def __post_init__(self) -> None:
            raise ValueError

    with pytest.raises(TypeError, match="ends_at"):
        filling(Booking, ("id", "connection", "external_id", "starts_at"))
    with pytest.raises(TypeError, match="Careful"):
        filling(Careful, ("id",))


def test_a_list_of_any_length_is_one_value(db: Connection) -> None:
    for name in ("a", 'b"; --', "c"):
        documents.put(db, name, 1)
    asked = Prepared(sa.select(documents_table.c.name).where(among(documents_table.c.name, "names")))
    assert {each for (each,) in asked.rows(db, {"names": listed(['b"; --', "c", *map(str, range(100_000))])})} == {
        'b"; --',
        "c",
    }
    assert asked.rows(db, {"names": listed([])}) == []


def test_a_document_is_read_anew_after_another_program_changed_it(store: Store) -> None:
    pair = tuple[str, ...]
    with store.writing() as db:
        documents.put(db, "pair", ("a", "b"))
    with store.reading() as db:
        first = documents.get_same(db, "pair", pair)
        assert documents.get_same(db, "pair", pair) is first
    other = open_store(store.path, KEY)
    with other.writing() as db:
        documents.put(db, "pair", ("a", "c"))
    other.close()
    with store.reading() as db:
        assert documents.get_same(db, "pair", pair) == ("a", "c")


def test_a_reader_inside_a_reader_has_the_same_view(store: Store) -> None:
    at = datetime(2026, 11, 2, tzinfo=UTC)
    with store.reading() as outer:
        assert documents.get(outer, "at", datetime) is None
        other = open_store(store.path, KEY)
        with other.writing() as db:
            documents.put(db, "at", at)
        other.close()
        with store.reading() as inner:
            assert inner is outer
            assert documents.get(inner, "at", datetime) is None
    with store.reading() as later:
        assert documents.get(later, "at", datetime) == at
    with pytest.raises(LookupError), store.reading():
        raise LookupError
    with store.reading() as after_trouble:
        assert documents.get(after_trouble, "at", datetime) == at
