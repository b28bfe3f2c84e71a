"""A service connected in the window: the key, who is there, the first reading, and what can go wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from agentdesk.domain.lists import CallFilter
from agentdesk.services.connections.pulling import State
from agentdesk.ui.screens.connections.connect_screen import ConnectScreen
from agentdesk.ui.screens.connections.meeting import ADD, LEAVE
from tests.connectors.retell.fake import FakeRetell
from tests.services.conftest import FRIDAY, SETUP
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import fits, named, plain

KEY = "key_0123456789abcdef0123"
OTHER_KEY = "key_ffffffffffffffffffff"


@pytest.fixture
def retell() -> Iterator[FakeRetell]:
    with FakeRetell(KEY) as service:
        service.add_agent("agent_ana", "Ana", "You are Ana. Be kind.", "+441134960100")
        for hours in range(1, 6):
            service.add_call(f"c{hours}", int((FRIDAY - timedelta(hours=hours)).timestamp() * 1000))
        yield service


def at_the_key(qtbot: QtBot, room: Room, retell: FakeRetell, **what: object) -> ConnectScreen:
    """Retell chosen, on the loopback."""
    page = ConnectScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(**what)
    if not page.key.isVisible():
        next(each for each in page.choosing.tiles if each.tile.id == "retell").click()
        page.key.own_address.click()
        page.key.address.set_value(retell.url)
    return page


def tries(page: ConnectScreen, key: str) -> None:
    page.key.key.set_value(key)
    page.key.key.textEdited.emit(key)
    page.key.go_on.click()


def connected(qtbot: QtBot, room: Room, retell: FakeRetell) -> ConnectScreen:
    page = at_the_key(qtbot, room, retell)
    tries(page, KEY)
    page.found.agree.click()
    assert page.done.isVisible()
    return page


def test_tiles_bear_the_names_on_the_bill_and_previews_say_what_is_missing(qtbot: QtBot, room: Room) -> None:
    page = ConnectScreen(room.desk)
    in_a_window(qtbot, page)
    page.open()
    named(page)
    plain(page)
    tiles = {each.tile.name: each for each in page.choosing.tiles}
    assert {"Retell AI", "ElevenLabs", "Cal.com", "Calendly"} <= set(tiles)
    for each in tiles.values():
        assert ("Early version" in each.accessibleName()) is bool(each.tile.preview)
        assert all(missing in each.accessibleName() for missing in each.tile.preview)


def test_what_is_missing_of_a_preview_is_said_a_line_each_before_its_key_is_asked_for(qtbot: QtBot, room: Room) -> None:
    page = ConnectScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(service="square")
    tile = next(each for each in room.services.connecting.tiles() if each.id == "square")
    assert page.key.preview.isVisible()
    assert page.key.missing.text().splitlines() == list(tile.preview)


def test_at_signing_in_anew_the_keyboard_is_at_the_key(qtbot: QtBot, room: Room, retell: FakeRetell) -> None:
    connected(qtbot, room, retell)
    page = ConnectScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(name="Retell AI")
    assert page.key.address.value() == retell.url
    assert page.key.first() is page.key.key


@pytest.mark.parametrize(("kind", "title"), [("calls", "answers your calls"), ("bookings", "real bookings live")])
def test_the_first_run_sees_only_the_services_it_asked_for(qtbot: QtBot, room: Room, kind: str, title: str) -> None:
    page = ConnectScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(kind=kind)
    assert title in page.title()
    assert page.choosing.tiles
    assert all(each.tile.calls if kind == "calls" else each.tile.bookings for each in page.choosing.tiles)


def test_where_the_key_is_found_is_told_step_by_step_and_the_key_is_hidden(
    qtbot: QtBot, room: Room, retell: FakeRetell
) -> None:
    page = at_the_key(qtbot, room, retell)
    assert page.key.steps.text().startswith("1. Open dashboard.retellai.com")
    assert "\n3. " in page.key.steps.text()
    assert page.key.key.echoMode() is QLineEdit.EchoMode.Password
    named(page)
    fits(page, 960, 600)


def test_it_asks_whether_this_is_the_receptionist_before_anything_is_kept(
    qtbot: QtBot, room: Room, retell: FakeRetell
) -> None:
    page = at_the_key(qtbot, room, retell)
    tries(page, f'Authorization: Bearer "{KEY}"\u200b\n')
    (card,) = page.found.cards
    words = [each.text() for each in card.findChildren(type(page.found.head)) + card.findChildren(type(page.told))]
    assert page.found.head.text() == "Found it. Is this your receptionist?"
    assert "It last took a call today at 3:00 pm and answers 0113 496 0100." in words
    assert "Its instructions begin: “You are Ana. Be kind.”" in [
        each.text() for each in card.findChildren(type(page.found.account))
    ]
    assert page.found.agree.words() == "Yes, that's Ana"
    assert room.services.pulling.connections() == ()
    named(page)


def test_yes_keeps_the_key_puts_the_agent_on_the_list_and_reads_at_once(
    qtbot: QtBot, room: Room, retell: FakeRetell
) -> None:
    page = connected(qtbot, room, retell)
    assert page.brought.text() == "5 calls read from Retell AI."
    (agent,) = [each.agent for each in room.services.agents.all_()]
    assert (agent.name, agent.connection, agent.answers) == ("Ana", "Retell AI", "0113 496 0100")
    assert room.services.calls.count(CallFilter(agent="Ana")) == 5
    (kept,) = room.services.pulling.connections()
    assert kept.key_ending == "0123"
    assert page.key.key.value() == "", "no key stays in a field"


def test_after_signing_in_anew_with_nothing_new_it_says_so_under_the_owners_name(
    qtbot: QtBot, room: Room, retell: FakeRetell
) -> None:
    connected(qtbot, room, retell)
    room.services.connecting.rename("Retell AI", "The phone")
    page = at_the_key(qtbot, room, retell, name="Retell AI")
    tries(page, KEY)
    page.found.agree.click()
    assert page.title() == "The phone is connected"
    assert page.brought.text() == "Nothing new at Retell AI."


def test_an_agent_of_the_list_is_tied_to_the_one_at_the_service(
    qtbot: QtBot, hartley_room: Room, retell: FakeRetell
) -> None:
    page = at_the_key(qtbot, hartley_room, retell)
    tries(page, KEY)
    assert page.found.agree.words() == "Yes, that's Daisy", "the only one on the list, and the only one found"
    page.found.agree.click()
    daisy = hartley_room.services.agents.get("Daisy")
    assert (daisy.connection, daisy.external_id) == ("Retell AI", "agent_ana")
    assert [each.agent.name for each in hartley_room.services.agents.all_()] == ["Daisy"]


def test_another_number_than_on_the_list_is_said(qtbot: QtBot, hartley_room: Room, retell: FakeRetell) -> None:
    from dataclasses import replace

    agents = hartley_room.services.agents
    agents.change("Daisy", replace(agents.get("Daisy"), answers="0113 496 0999"))
    page = at_the_key(qtbot, hartley_room, retell)
    tries(page, KEY)
    assert page.found.cards[0].doubt.text() == (
        "On your list, Daisy answers 0113 496 0999; this one answers 0113 496 0100."
    )


def test_one_of_the_same_name_at_another_service_is_caught(qtbot: QtBot, room: Room, retell: FakeRetell) -> None:
    connected(qtbot, room, retell)
    with FakeRetell(OTHER_KEY) as second:
        second.add_agent("agent_other", "Ana", "Sell things.", "+441134960222")
        page = at_the_key(qtbot, room, second)
        tries(page, OTHER_KEY)
        (card,) = page.found.cards
        assert card.doubt.text() == "Ana is on your list already, and this is another one."
        card.name.set_value("Ana")
        page.found.agree.click()
        assert page.found.trouble.text() == "Ana is on your list already. Give this one another name."
        assert len(room.services.connecting.all_()) == 1, "a refused choice keeps nothing"
        card.name.set_value("Second Ana")
        page.found.agree.click()
    assert {each.agent.name for each in room.services.agents.all_()} == {"Ana", "Second Ana"}


def test_of_several_agents_each_is_somebody_and_none_is_two(qtbot: QtBot, room: Room, retell: FakeRetell) -> None:
    retell.add_agent("agent_bo", "Bo", "Nights.", "+441134960177")
    page = at_the_key(qtbot, room, retell)
    tries(page, KEY)
    ana, bo = page.found.cards
    bo.name.set_value("ana")
    page.found.agree.click()
    assert page.found.trouble.text() == "You chose the same agent twice. Each one at the service is another."
    bo.who.set_value(LEAVE)
    bo.who.chosen.emit()
    assert (ana.choice().what, bo.choice().what) == (ADD, LEAVE)
    page.found.agree.click()
    assert [each.agent.name for each in room.services.agents.all_() if each.listed] == ["Ana"]


def test_a_refused_key_is_said_in_one_sentence_and_stays_in_the_field(
    qtbot: QtBot, room: Room, retell: FakeRetell
) -> None:
    page = at_the_key(qtbot, room, retell)
    tries(page, OTHER_KEY)
    assert page.key.isVisible()
    assert page.key.key_row.error() == "Retell AI doesn't take this key. Copy it again, the whole of it."
    assert (page.key.key.value(), page.key.address.value()) == (OTHER_KEY, retell.url)
    assert room.services.connecting.all_() == ()


def test_a_key_of_another_service_is_known_and_leads_there(qtbot: QtBot, room: Room, retell: FakeRetell) -> None:
    page = at_the_key(qtbot, room, retell)
    key = f"sk_{'0' * 48}"
    page.key.key.set_value(key)
    page.key.key.textEdited.emit(key)
    assert page.key.belongs.text() == "This looks like a key of ElevenLabs."
    page.key.go_on.click()
    assert page.key.key_row.error() == "This looks like a key of ElevenLabs, not of Retell AI."
    assert not page.key.belongs.isVisible(), "it is not said twice"
    page.key.go_there.click()
    assert page.title() == "Connect ElevenLabs"
    assert page.key.key.value() == key
    assert page.key.region.count() > 2, "its account may live elsewhere"


def test_who_has_no_key_gets_a_note_to_send(qtbot: QtBot, room: Room, retell: FakeRetell, tmp_path: Path) -> None:
    page = at_the_key(qtbot, room, retell)
    page.key.no_key.click()
    save = page.key.note.save
    qtbot.waitUntil(lambda: save.visibleRegion().boundingRect().height() == save.height())
    page.key.note.copy.click()
    note = QGuiApplication.clipboard().text()
    assert "Retell AI" in note
    assert "1. Open dashboard.retellai.com" in note
    page.key.note.save_as(str(tmp_path / "note.txt"))
    assert (tmp_path / "note.txt").read_text(encoding="utf-8") == note


def test_the_same_account_again_gets_the_new_key_and_no_call_is_counted_twice(
    qtbot: QtBot, room: Room, retell: FakeRetell
) -> None:
    connected(qtbot, room, retell)
    page = at_the_key(qtbot, room, retell)
    tries(page, KEY)
    assert page.found.note.text() == "This account is connected already, as Retell AI. It gets this key."
    page.found.agree.click()
    assert len(room.services.pulling.connections()) == 1
    assert room.services.calls.count(CallFilter()) == 5


def test_another_account_than_before_is_asked_about_before_anything_mixes(
    qtbot: QtBot, room: Room, retell: FakeRetell
) -> None:
    connected(qtbot, room, retell)
    retell.key = OTHER_KEY
    retell.calls.clear()
    retell.agents.clear()
    retell.numbers.clear()
    retell.add_agent("agent_zoe", "Zoe", "Another firm's.", "+441134960333")
    page = at_the_key(qtbot, room, retell, name="Retell AI")
    tries(page, OTHER_KEY)
    assert page.other.isVisible()
    assert "two businesses, keep them apart" in page.whose.text()
    named(page)
    page.apart.click()
    page.found.agree.click()
    assert {each.name for each in room.services.pulling.connections()} == {"Retell AI", "Retell AI 2"}
    assert {each.agent.name for each in room.services.agents.all_()} == {"Ana", "Zoe"}


def test_coming_back_to_what_was_found_asks_for_the_key_anew(qtbot: QtBot, room: Room, retell: FakeRetell) -> None:
    page = at_the_key(qtbot, room, retell)
    tries(page, KEY)
    page.leave()
    assert page.key.isVisible()
    assert page.key.key.value() == ""
    assert room.services.connecting.all_() == ()


def test_an_agent_left_off_the_list_is_not_offered_for_it_at_the_next_sign_in(
    qtbot: QtBot, room: Room, retell: FakeRetell
) -> None:
    page = at_the_key(qtbot, room, retell)
    tries(page, KEY)
    page.found.cards[0].who.set_value(LEAVE)
    page.found.cards[0].who.chosen.emit()
    page.found.agree.click()
    page = at_the_key(qtbot, room, retell, name="Retell AI")
    tries(page, KEY)
    assert page.found.cards[0].choice().what == LEAVE


def test_a_set_up_file_applied_anew_does_not_forget_which_account_it_was(
    qtbot: QtBot, hartley_room: Room, retell: FakeRetell
) -> None:
    connected(qtbot, hartley_room, retell)
    calls = '{"name": "Calls", "service": "file"}'
    phone = f'{{"name": "Retell AI", "service": "retell", "address": "{retell.url}"}}'
    hartley_room.services.setup.apply(SETUP.replace(calls, f"{calls}, {phone}"))
    kept = hartley_room.services.connecting.named("Retell AI")
    assert (kept.key_ending, bool(kept.account_marks)) == ("0123", True)


def test_leaving_forgets_the_key_that_was_not_kept(qtbot: QtBot, room: Room, retell: FakeRetell) -> None:
    page = at_the_key(qtbot, room, retell)
    page.key.key.set_value(KEY)
    page.leave()
    assert page.key.key.value() == ""


def test_signing_in_again_brings_it_back(qtbot: QtBot, room: Room, retell: FakeRetell) -> None:
    connected(qtbot, room, retell)
    retell.key = OTHER_KEY
    (kept,) = room.services.pulling.connections()
    assert room.services.pulling.pull(kept).state is State.SIGNED_OUT
    page = at_the_key(qtbot, room, retell, name="Retell AI")
    assert page.title() == "Sign in again at Retell AI"
    tries(page, OTHER_KEY)
    page.found.agree.click()
    assert page.done.isVisible()
    assert room.services.pulling.states()["Retell AI"].state == State.OK


def test_in_the_first_run_the_agent_found_answers_the_question(qtbot: QtBot, room: Room, retell: FakeRetell) -> None:
    connected(qtbot, room, retell)
    draft = room.services.first_run.draft()
    assert (draft.agent, draft.answers_number, draft.supplier) == ("Ana", "0113 496 0100", "Retell AI")


@pytest.mark.parametrize(
    ("service", "asked", "address", "account"),
    [
        ("retell", "Paste the key here", False, ""),
        ("caldav", "Paste the password here", True, "User name"),
        ("ics", "Paste the private address here", False, ""),
    ],
)
def test_each_service_is_asked_for_what_it_takes_in_plain_words(
    qtbot: QtBot, room: Room, service: str, asked: str, address: bool, account: str
) -> None:
    page = ConnectScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(service=service)
    named(page)
    assert page.key.key_row.label() == asked
    assert page.key.address_row.isVisible() is address
    assert (page.key.account_row.label() if page.key.account_row.isVisible() else "") == account
    fits(page, 960, 600)
