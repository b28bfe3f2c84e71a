"""Starting: with and without a key store, the example in and out, everything where it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from agentdesk.bootstrap.places import SCREENS
from agentdesk.store.trouble import StoreFull
from agentdesk.ui.screens.today.screen import TodayScreen
from agentdesk.ui.screens.unlock.screen import UnlockScreen
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from tests.journeys.conftest import NoKeyStore, OwnKeyStore, Running, Start
from tests.services.conftest import SETUP

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""Without a screen Qt says this of every window that has a smallest size."""

NEEDS_MORE = {
    "stop",
    "record",
    "changed",
    "walk",
    "waiting_call",
    "connection",
    "call",
    "booking",
    "finding",
    "agent",
    "brief",
}
"""Places that open with something in particular."""


def press(running: Running, words: str) -> None:
    buttons = [*running.window.findChildren(QuietButton), *running.window.findChildren(PrimaryButton)]
    next(each for each in buttons if each.words() == words and each.isVisible()).click()


def test_the_example_opens_and_every_place_can_be_gone_to(start: Start) -> None:
    running = start(example=True)
    running.wait_for("today")
    for place in [*(each for each in SCREENS if each not in NEEDS_MORE), "settings", "first_run"]:
        running.window.navigation.to(place)
        running.wait_for(place)
        assert running.troubles() == [], place


def test_the_example_goes_away_whole_with_one_press(start: Start, tmp_path: Path) -> None:
    running = start(example=True)
    running.wait_for("today")
    assert (tmp_path / "profile" / "example").is_dir()
    press(running, "Remove the example")
    running.wait_for("first_run")
    assert not (tmp_path / "profile" / "example").exists()


def test_a_new_owner_is_asked_who_looks_after_the_phones(start: Start) -> None:
    running = start()
    running.wait_for("first_run")
    page = running.window.navigation.page
    assert page is not None
    assert page.title() == "Who looks after the phones here?"
    assert not running.window.side_bar.isVisible()


def give_passphrase(running: Running, *typed: str) -> None:
    running.wait_for("unlock")
    page = running.window.navigation.page
    assert isinstance(page, UnlockScreen)
    for field, words in zip(page.findChildren(QLineEdit), typed, strict=False):
        field.setText(words)
    page.findChildren(PrimaryButton)[0].click()


def test_a_full_disk_is_said_at_the_start_and_one_may_try_again(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreFull

    with monkeypatch.context() as no_room:
        no_room.setattr("agentdesk.bootstrap.opened.open_own", full)
        running = start()
        running.qtbot.waitUntil(lambda: bool(running.troubles()))
        running.settle()
    (said,) = running.troubles()
    assert "Your disk is full" in said
    next(each for each in running.window.findChildren(QPushButton) if each.text() == "Try again").click()
    running.wait_for("first_run")
    assert running.troubles() == []


def test_without_a_key_store_a_passphrase_is_chosen_and_asked_for_again(start: Start) -> None:
    first = start(NoKeyStore())
    give_passphrase(first, "four plain words here", "four plain words here")
    first.wait_for("first_run")
    first.quit()
    second = start(NoKeyStore())
    give_passphrase(second, "not those words")
    second.settle()
    assert second.place == "unlock"
    give_passphrase(second, "four plain words here")
    second.wait_for("first_run")


def test_the_recovery_key_opens_the_records_when_the_key_store_is_gone(start: Start) -> None:
    key_store = OwnKeyStore()
    first = start(key_store)
    first.wait_for("first_run")
    assert first.desktop.opened is not None
    assert first.desktop.opened.new_recovery_key is not None
    recovery_key = first.desktop.opened.new_recovery_key()
    first.quit()
    key_store.kept.clear()
    second = start(key_store)
    second.wait_for("unlock")
    page = second.window.navigation.page
    assert isinstance(page, UnlockScreen)
    page.recovery_key_given.emit(recovery_key.lower())
    second.wait_for("first_run")
    assert key_store.kept, "the key is back where it belongs"


def test_the_second_start_shows_what_the_first_did_before_the_services_are_there(start: Start) -> None:
    key_store = OwnKeyStore()
    first = start(key_store)
    first.wait_for("first_run")
    assert first.desktop.opened is not None
    first.desktop.opened.services.setup.apply(SETUP)
    first.quit()
    second = start(key_store)
    second.wait_for("today")
    second.quit()
    key_store.asked = 0
    third = start(key_store)
    third.qtbot.waitUntil(lambda: third.place == "today")
    page = third.window.navigation.page
    assert isinstance(page, TodayScreen)
    assert third.desktop.opened is None, "nothing is open yet"
    assert not third.window.side_bar.isEnabled()
    assert page._head._quiet.text() == "as it was Fri 27 Nov · 4:00 pm"
    page.no_calls.findChildren(PrimaryButton)[0].click()
    third.wait_for("import")
    assert key_store.asked == 1, "nobody is asked twice"
    assert third.window.side_bar.isEnabled()
    third.window.navigation.back()
    assert third.window.navigation.page is page
    assert page._head._quiet.text() == "Fri 27 Nov · 4:00 pm"


@pytest.mark.parametrize("example", [True, False])
def test_quitting_leaves_nothing_running_and_it_starts_again(start: Start, *, example: bool) -> None:
    key_store, place = OwnKeyStore(), "today" if example else "first_run"
    running = start(key_store, example=example)
    running.wait_for(place)
    running.quit()
    start(key_store, example=example).wait_for(place)
