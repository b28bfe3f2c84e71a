"""Records that are damaged, lost, or to be had as they were: the newest backup takes their place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from agentdesk.services.desk.opening import BACKUPS, KEYS, STORE
from agentdesk.ui.screens.settings.screen import SettingsScreen
from agentdesk.ui.screens.unlock.screen import UnlockScreen
from agentdesk.ui.widgets.buttons import PrimaryButton
from tests.journeys.conftest import NoKeyStore, OwnKeyStore, Running, Start
from tests.journeys.test_starting import give_passphrase
from tests.services.conftest import SETUP

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""Without a screen Qt says this of every window that has a smallest size."""

WORDS = "four plain words here"


def cut_short(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:-100])


def make_a_photo_of_it(store: Path) -> None:
    store.write_bytes(b"\xff\xd8\xff\xe0" * 4096)


def take_it_away(store: Path) -> None:
    store.unlink()


def with_a_backup(running: Running) -> None:
    """A business is set up and backed up."""
    assert running.desktop.opened is not None
    services = running.desktop.opened.services
    services.setup.apply(SETUP)
    services.backups.make()


def press(running: Running, words: str) -> None:
    next(each for each in running.window.findChildren(QPushButton) if each.text() == words).click()


def put_it_back(running: Running) -> None:
    running.qtbot.waitUntil(lambda: bool(running.troubles()))
    running.settle()
    (said,) = running.troubles()
    assert "There is a backup of Fri 27 Nov, 4:00 pm." in said
    press(running, "Put it back")


def business(running: Running) -> str:
    assert running.desktop.opened is not None
    return running.desktop.opened.business


@pytest.mark.parametrize("harm", [cut_short, make_a_photo_of_it, take_it_away])
def test_records_that_do_not_open_are_had_back_with_one_press(
    start: Start, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    key_store = OwnKeyStore()
    first = start(key_store)
    first.wait_for("first_run")
    with_a_backup(first)
    first.quit()
    store = tmp_path / "profile" / STORE
    harm(store)
    left = store.read_bytes() if store.exists() else None
    second = start(key_store)
    put_it_back(second)
    second.wait_for("today")
    assert business(second) == "Hartley Plumbing"
    kept = store.with_name(f"{STORE}.damaged-1")
    assert (kept.read_bytes() if kept.exists() else None) == left


def test_without_a_backup_it_is_said_and_nothing_is_offered(start: Start, tmp_path: Path) -> None:
    key_store = OwnKeyStore()
    first = start(key_store)
    first.wait_for("first_run")
    first.quit()
    cut_short(tmp_path / "profile" / STORE)
    second = start(key_store)
    second.qtbot.waitUntil(lambda: bool(second.troubles()))
    second.settle()
    assert "is damaged" in second.troubles()[0]
    assert "Put it back" not in [each.text() for each in second.window.findChildren(QPushButton)]


def test_with_a_passphrase_it_is_typed_once(start: Start, tmp_path: Path) -> None:
    first = start(NoKeyStore())
    give_passphrase(first, WORDS, WORDS)
    first.wait_for("first_run")
    with_a_backup(first)
    first.quit()
    cut_short(tmp_path / "profile" / STORE)
    second = start(NoKeyStore())
    give_passphrase(second, WORDS)
    put_it_back(second)
    second.wait_for("today")
    assert business(second) == "Hartley Plumbing"


def test_on_another_computer_the_backups_and_the_printed_key_are_enough(start: Start, tmp_path: Path) -> None:
    first = start(OwnKeyStore())
    first.wait_for("first_run")
    assert first.desktop.opened is not None
    assert first.desktop.opened.new_recovery_key is not None
    recovery_key = first.desktop.opened.new_recovery_key()
    with_a_backup(first)
    first.quit()
    profile = tmp_path / "profile"
    backups = shutil.copytree(profile / BACKUPS, tmp_path / "saved")
    shutil.rmtree(profile)
    shutil.copytree(backups, profile / BACKUPS)
    assert (profile / BACKUPS / KEYS).exists()
    other = OwnKeyStore()
    second = start(other)
    second.wait_for("unlock")
    page = second.window.navigation.page
    assert isinstance(page, UnlockScreen)
    page.recovery_key_given.emit("WRONG")
    second.settle()
    assert second.place == "unlock"
    page.recovery_key_given.emit(recovery_key)
    put_it_back(second)
    second.wait_for("today")
    assert business(second) == "Hartley Plumbing"
    assert other.kept, "the key is where it belongs"


def test_from_the_settings_the_newest_backup_is_put_back_once_it_is_said_what_that_means(
    start: Start, tmp_path: Path
) -> None:
    running = start(OwnKeyStore())
    running.wait_for("first_run")
    with_a_backup(running)
    assert running.desktop.opened is not None
    running.desktop.opened.services.setup.apply(SETUP.replace("Hartley Plumbing", "Changed by mistake"))
    running.window.navigation.to("settings")
    running.wait_for("settings")
    page = running.window.navigation.page
    assert isinstance(page, SettingsScreen)
    assert page.backups is not None
    part = page.backups
    running.qtbot.waitUntil(part.put_back.isVisible)
    assert part.last.text() == "Last backup: 4:00 pm. Kept: 1, each read through when it was made."
    assert not part.really.isVisible()
    part.put_back.click()
    assert "takes your records back to 4:00 pm" in part.means.text()
    part.leave.click()
    assert not part.means.isVisible()
    part.put_back.click()
    assert isinstance(part.really, PrimaryButton)
    part.really.click()
    running.wait_for("today")
    assert business(running) == "Hartley Plumbing"
    assert (tmp_path / "profile" / f"{STORE}.damaged-1").exists()
