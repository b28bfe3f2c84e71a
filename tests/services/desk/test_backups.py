"""A backup a day, thinned with time; one that can't be made is said once and tried again the next day."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest

from agentdesk.services.desk.opening import BACKUPS, KEYS
from agentdesk.store import documents
from agentdesk.store.trouble import DamagedStore
from tests.services.conftest import FRIDAY, Office
from tests.store.conftest import not_whole


def test_one_is_made_each_day_however_often_it_is_looked_at(office: Office) -> None:
    backups = office.services.backups
    assert backups.kept().newest is None
    for _ in range(3):
        backups.look()
        office.clock.advance(timedelta(hours=2))
    assert (backups.kept().newest, backups.kept().many) == (FRIDAY, 1)
    office.clock.advance(timedelta(hours=20))
    backups.look()
    assert (backups.kept().newest, backups.kept().many) == (office.clock.now(), 2)


def test_those_that_are_not_worth_keeping_go_and_nothing_else_in_the_folder_does(office: Office) -> None:
    folder = office.store.path.parent / BACKUPS
    office.store.path.with_name(KEYS).write_text("wrapped")
    for _ in range(20):
        office.services.backups.look()
        office.clock.advance(timedelta(days=1))
    (folder / "shopping.txt").write_text("milk")
    office.services.backups.look()
    kept = office.services.backups.kept()
    assert kept.many == 7 + 3, "the last seven days, and the last day of each of the three weeks before"
    others = {each.name for each in folder.iterdir() if each.suffix != ".backup"}
    assert others == {KEYS, "shopping.txt"}
    assert (folder / KEYS).read_text() == "wrapped"


def test_a_backup_asked_for_on_the_same_day_takes_the_place_of_the_one_before(office: Office) -> None:
    office.services.backups.make()
    office.clock.advance(timedelta(hours=1))
    kept = office.services.backups.make()
    assert (kept.newest, kept.many) == (FRIDAY + timedelta(hours=1), 1)


def test_without_room_it_is_said_once_a_day_and_the_ones_before_stay(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = office.services.backups
    backups.look()
    office.clock.advance(timedelta(days=1))
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1))
        backups.look()
        backups.look()
    (notice,) = office.services.notices.page()
    assert notice.title == "Today's backup couldn't be made"
    assert "Back up now" in notice.body
    assert backups.kept().many == 1
    backups.look()
    assert backups.kept().many == 1, "not again on the same day"
    office.clock.advance(timedelta(days=1))
    backups.look()
    assert backups.kept().many == 2


def test_a_store_that_is_not_whole_is_told_and_costs_no_backup(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    backups = office.services.backups
    backups.look()
    office.clock.advance(timedelta(days=1))
    monkeypatch.setattr("agentdesk.store.store.make_sure", not_whole)
    backups.look()
    (notice,) = office.services.notices.page()
    assert notice.body == str(DamagedStore())
    assert backups.kept().many == 1


def test_the_newest_is_put_back_for_records_that_are_open(office: Office) -> None:
    with office.store.writing() as db:
        documents.put(db, "note", "before")
    office.services.backups.make()
    with office.store.writing() as db:
        documents.put(db, "note", "after")
    office.services.backups.put_newest_back()
    with office.store.reading() as db:
        assert documents.get(db, "note", str) == "before"
