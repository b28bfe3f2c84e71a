"""How each connection stands, and what one can do about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from agentdesk.services.connections.connecting import Tried
from agentdesk.store import connections, pulls
from agentdesk.ui.screens.connections.connection_screen import ConnectionScreen
from agentdesk.ui.screens.connections.places_screen import PlacesScreen
from agentdesk.ui.screens.connections.screen import ConnectionRow, ConnectionsScreen
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.words import Words
from tests.connectors.kit.fake_service import Reply
from tests.connectors.retell.fake import FakeRetell
from tests.services.conftest import FRIDAY
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import fits, named, plain

KEY = "key_0123456789abcdef0123"


@pytest.fixture
def retell() -> Iterator[FakeRetell]:
    with FakeRetell(KEY) as service:
        service.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
        service.add_call("c1", int((FRIDAY - timedelta(hours=2)).timestamp() * 1000))
        yield service


@pytest.fixture
def connected(room: Room, retell: FakeRetell) -> Room:
    """Retell connected and read at four o'clock."""
    connecting = room.services.connecting
    connection = connecting.new("retell", "Retell AI", address=retell.url)
    connecting.keep(connection, KEY, connecting.try_(connection, KEY))
    pull(room)
    return room


def pull(room: Room) -> None:
    for each in room.services.pulling.connections():
        room.services.pulling.pull(each)


def rows(qtbot: QtBot, room: Room) -> list[ConnectionRow]:
    page = ConnectionsScreen(room.desk)
    in_a_window(qtbot, page)
    page.open()
    named(page)
    plain(page)
    return [each for each in page.rows.rows() if isinstance(each, ConnectionRow)]


def opened(qtbot: QtBot, room: Room) -> ConnectionScreen:
    page = ConnectionScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(name="Retell AI")
    named(page)
    plain(page)
    return page


def test_without_a_service_it_says_what_to_connect(qtbot: QtBot, room: Room) -> None:
    page = ConnectionsScreen(room.desk)
    in_a_window(qtbot, page)
    page.open()
    assert page.none.isVisible()
    page.connect_button.click()
    assert room.gone.places == [("connect", {})]


def test_one_that_is_well_says_up_to_when(qtbot: QtBot, connected: Room) -> None:
    (row,) = rows(qtbot, connected)
    assert row.state is State.ON_TARGET
    assert "Up to 4:00 pm today" in row.accessibleName()
    row.click()
    assert connected.gone.places == [("connection", {"name": "Retell AI"})]


def test_one_that_signed_us_out_says_so_with_the_button(qtbot: QtBot, connected: Room, retell: FakeRetell) -> None:
    retell.key = "another"
    connected.office.clock.advance(timedelta(minutes=30))
    pull(connected)
    page = opened(qtbot, connected)
    assert page.mark.state is State.ACT_NOW
    assert page.sentence.text() == "Retell AI has signed us out. Sign in again?"
    assert page.quiet.text() == "What is here is from today at 4:00 pm."
    page.sign_in.click()
    assert connected.gone.places == [("connect", {"name": "Retell AI"})]


def test_the_list_has_the_button_to_sign_in_again_at_the_one_that_needs_it(
    qtbot: QtBot, connected: Room, retell: FakeRetell
) -> None:
    (well,) = rows(qtbot, connected)
    assert well.sign_in is None
    retell.key = "another"
    connected.office.clock.advance(timedelta(minutes=30))
    pull(connected)
    (row,) = rows(qtbot, connected)
    assert row.sign_in is not None
    assert (row.sign_in.words(), row.sign_in.accessibleDescription()) == ("Sign in again", "Retell AI")
    QTest.mouseClick(row.sign_in, Qt.MouseButton.LeftButton)
    row.sign_in.setFocus()
    QTest.keyClick(row.sign_in, Qt.Key.Key_Return)
    assert connected.gone.places == [("connect", {"name": "Retell AI"})] * 2
    for width, height in ((960, 600), (1366, 768)):
        fits(row.window(), width, height)


def test_one_that_was_never_signed_in_says_so(qtbot: QtBot, room: Room) -> None:
    connecting = room.services.connecting
    with room.office.store.writing() as db:
        connections.put(db, connecting.new("retell", "Retell AI"))
    (row,) = rows(qtbot, room)
    assert row.sign_in is not None
    assert row.sign_in.words() == "Sign in"


def test_after_reading_it_now_the_keyboard_is_where_it_was(qtbot: QtBot, connected: Room) -> None:
    page = opened(qtbot, connected)
    page.window().activateWindow()
    page.read_now.setFocus()
    page.read_now.click()
    assert page.read_now.hasFocus()


def test_one_that_asked_us_to_wait_says_until_when(qtbot: QtBot, connected: Room, retell: FakeRetell) -> None:
    retell.faults = (lambda _random, _reply: Reply({}, 429, {"retry-after": "1200"}),)
    retell.fault_rate = 1.0
    pull(connected)
    page = opened(qtbot, connected)
    assert page.sentence.text() == "Retell AI asked us to wait. Trying again at 4:20 pm."


def test_what_could_not_be_read_is_listed_with_when_and_that_it_is_tried_again(qtbot: QtBot, connected: Room) -> None:
    with connected.office.store.writing() as db:
        pulls.put_aside(db, "Retell AI", "calls", FRIDAY, [("c9", "its start is not a time", True)])
    page = opened(qtbot, connected)
    words = [each.text() for each in page.aside_list.findChildren(Words)]
    assert words == [
        "A call couldn't be read: its start is not a time.",
        "First seen Fri 20 Nov, 4:00 pm. It is tried again each time.",
    ]
    assert page.aside.quiet.text() == "1 record"
    fits(page, 960, 600)


def test_it_is_read_at_once_when_asked(qtbot: QtBot, connected: Room, retell: FakeRetell) -> None:
    retell.add_call("c2", int((FRIDAY - timedelta(hours=1)).timestamp() * 1000))
    page = opened(qtbot, connected)
    page.read_now.click()
    assert connected.told.said == ["Read: 1 new or changed."]
    assert page.read_now.isVisible()
    assert not page.stop.isVisible()


def test_read_at_once_with_nothing_new_it_says_so(qtbot: QtBot, connected: Room) -> None:
    page = opened(qtbot, connected)
    page.read_now.click()
    assert connected.told.said == ["Read: nothing has changed."]


def test_a_long_name_is_shown_whole_and_makes_nothing_too_wide(qtbot: QtBot, connected: Room) -> None:
    page = opened(qtbot, connected)
    page.called.set_value("The diary of Featherstonehaugh-Cholmondeley Plumbing, Heating & Bathrooms")
    page.keep_name.click()
    page.remove.click()
    fits(page, 960, 600)


def test_its_name_is_the_owners(qtbot: QtBot, connected: Room) -> None:
    page = opened(qtbot, connected)
    page.called.set_value("The <b>phone</b>")
    page.keep_name.click()
    assert page.title() == "The <b>phone</b>"
    page.called.set_value("  ")
    page.keep_name.click()
    assert page.called_row.error() == "A connection needs a name that you will know it by."


def test_what_goes_with_it_is_said_before_it_is_taken_out(qtbot: QtBot, connected: Room) -> None:
    page = opened(qtbot, connected)
    page.remove.click()
    assert "What came from it stays on this computer: 1 call." in page.goes.text()
    page.keep_it.click()
    assert len(connected.services.connecting.all_()) == 1
    page.remove.click()
    page.really.click()
    assert connected.services.connecting.all_() == ()
    assert connected.gone.places == [("back", {})]
    assert connected.services.freshness.sentence() == "Nothing is connected."


def test_of_a_password_nothing_shows(qtbot: QtBot, room: Room) -> None:
    connecting = room.services.connecting
    diary = connecting.new("caldav", "Retell AI", "jo", "http://127.0.0.1:1")
    connecting.keep(diary, "kettle: dry & loud", Tried("jo", ("jo",), (), False, ()))
    page = opened(qtbot, room)
    assert "jo" in page.facts.said()
    assert "loud" not in page.facts.said()


def test_the_last_four_of_the_key_show_and_no_more(qtbot: QtBot, connected: Room) -> None:
    page = opened(qtbot, connected)
    assert "0123" in page.facts.said()
    assert KEY[:-4] not in " ".join(each.text() for each in page.findChildren(Words))


def test_every_place_that_was_talked_to_is_listed(qtbot: QtBot, connected: Room) -> None:
    page = PlacesScreen(connected.desk)
    in_a_window(qtbot, page)
    page.open()
    place, when = (each.text() for each in page.list.findChildren(Words))
    assert place == "127.0.0.1"
    assert "last today at 4:00 pm" in when
    plain(page)
