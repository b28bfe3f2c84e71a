from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

if sys.platform != "linux":
    pytest.skip("Linux desktops only", allow_module_level=True)

from agentdesk.desktop.freedesktop import DesktopNotifier
from agentdesk.desktop.pop_ups import PopUp
from tests.desktop import session

pytestmark = pytest.mark.skipif(session.MISSING is not None, reason=str(session.MISSING))

NEEDS_YOU = PopUp("finding:7", "Something needs you", "A booking to look at", "Look at it")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session.private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def notifier(qtbot: QtBot, bus: str) -> Iterator[DesktopNotifier]:  # noqa: ARG001 - the bus comes first
    made = DesktopNotifier()
    yield made
    made.stop()


def _collected(notifier: DesktopNotifier) -> list[str]:
    opened: list[str] = []
    notifier.opened.connect(opened.append)
    return opened


@pytest.mark.parametrize("action", ["default", "open"])
def test_a_click_on_the_text_or_on_the_button_opens_the_matter(
    notifier: DesktopNotifier, bus: str, qtbot: QtBot, action: str
) -> None:
    with session.NotificationService(bus) as service:
        notifier.start()
        assert notifier.send(NEEDS_YOU)
        shown = service.next_shown()
        with qtbot.waitSignal(notifier.opened) as opened:
            service.click(shown.number, action)

    assert opened.args == ["finding:7"]
    assert (shown.title, shown.body) == ("Something needs you", "A booking to look at")
    assert shown.actions == ("default", "Open", "open", "Look at it")


def test_a_second_button_is_told_apart_and_what_is_loud_stays(
    notifier: DesktopNotifier, bus: str, qtbot: QtBot
) -> None:
    opened = _collected(notifier)
    with session.NotificationService(bus) as service:
        notifier.start()
        notifier.send(
            PopUp("8", "Something needs you", "Ring back by 2:25 pm.", "Look at it", "Jo is on it", loud=True)
        )
        shown = service.next_shown()
        with qtbot.waitSignal(notifier.other_chosen) as chosen:
            service.click(shown.number, "other")

    assert (chosen.args, opened) == (["8"], [])
    assert shown.actions[-2:] == ("other", "Jo is on it")
    assert shown.hints["urgency"] == ("y", 2)


def test_the_click_arrives_on_the_windows_thread(notifier: DesktopNotifier, bus: str, qtbot: QtBot) -> None:
    threads: list[object] = []

    def remember(_key: str) -> None:
        threads.append(threading.current_thread())

    notifier.opened.connect(remember)
    with session.NotificationService(bus) as service:
        notifier.start()
        notifier.send(NEEDS_YOU)
        with qtbot.waitSignal(notifier.opened):
            service.click(service.next_shown().number, "default")

    assert threads == [threading.main_thread()]


def test_each_click_opens_its_own_matter_and_a_strangers_none(
    notifier: DesktopNotifier, bus: str, qtbot: QtBot
) -> None:
    keys = [f"finding:{number}" for number in range(20)]
    opened = _collected(notifier)
    with session.NotificationService(bus) as service:
        notifier.start()
        for key in keys:
            notifier.send(PopUp(key, "Something needs you", "", "Look at it"))
        shown = service.all_shown(20)
        service.click(9999, "default")
        service.click(shown[3].number, "snooze")
        for each in reversed(shown):
            service.click(each.number, "default")
        qtbot.waitUntil(lambda: len(opened) == 20)

    assert opened == keys[::-1]


def test_markup_is_escaped_where_the_server_parses_it_and_left_alone_elsewhere(
    notifier: DesktopNotifier, bus: str
) -> None:
    hostile = PopUp("x", "<b>T</b> & t", '<img src="file:///etc/passwd"> & <a href="x">y</a>', "<i>Open</i>")
    with session.NotificationService(bus) as service:
        notifier.start()
        notifier.send(hostile)
        parsed = service.next_shown()
        notifier.stop()
    with session.NotificationService(bus, abilities=("actions", "body")) as service:
        notifier.start()
        notifier.send(hostile)
        unparsed = service.next_shown()

    assert parsed.body == '&lt;img src="file:///etc/passwd"&gt; &amp; &lt;a href="x"&gt;y&lt;/a&gt;'
    assert unparsed.body == hostile.body
    assert parsed.title == hostile.title


def test_text_that_a_bus_refuses_is_mended_and_long_text_is_cut(notifier: DesktopNotifier, bus: str) -> None:
    with session.NotificationService(bus) as service:
        notifier.start()
        notifier.send(PopUp("x", "a\0b\ud800c", "long " * 1000, ""))
        shown = service.next_shown()
        notifier.send(NEEDS_YOU)
        assert service.next_shown().title == "Something needs you"

    assert shown.title == "ab?c"
    assert len(shown.body) == 500
    assert all(shown.actions)


def test_a_server_without_actions_is_sent_none(notifier: DesktopNotifier, bus: str) -> None:
    with session.NotificationService(bus, abilities=("body",)) as service:
        notifier.start()
        notifier.send(NEEDS_YOU)
        assert service.next_shown().actions == ()


def test_without_a_server_nothing_is_shown_and_it_is_said_once(
    notifier: DesktopNotifier,
    bus: str,  # noqa: ARG001 - a bus, with nobody on it
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    notifier.start()
    qtbot.waitUntil(lambda: not notifier.send(NEEDS_YOU))
    for _ in range(5):
        assert not notifier.send(NEEDS_YOU)

    assert [record.message for record in caplog.records].count(
        "Pop-ups cannot be shown on this desktop: org.freedesktop.DBus.Error.ServiceUnknown"
    ) == 1


def test_a_server_that_comes_later_is_used(notifier: DesktopNotifier, bus: str, qtbot: QtBot) -> None:
    notifier.start()
    qtbot.waitUntil(lambda: not notifier.send(NEEDS_YOU))
    with session.NotificationService(bus) as service:
        qtbot.waitUntil(lambda: notifier.send(NEEDS_YOU))
        assert service.next_shown().title == "Something needs you"


def test_numbers_of_a_server_that_has_gone_mean_nothing_to_the_next(
    notifier: DesktopNotifier, bus: str, qtbot: QtBot
) -> None:
    opened = _collected(notifier)
    with session.NotificationService(bus) as service:
        notifier.start()
        notifier.send(NEEDS_YOU)
        service.next_shown()
    with session.NotificationService(bus) as second:
        second.click(1, "default")
        qtbot.waitUntil(lambda: notifier.send(PopUp("new", "New", "", "Open")))
        second.click(second.next_shown().number, "default")
        qtbot.waitUntil(lambda: bool(opened))

    assert opened == ["new"]


def test_one_refusal_does_not_end_the_pop_ups(notifier: DesktopNotifier, bus: str) -> None:
    with session.NotificationService(bus) as service:
        notifier.start()
        notifier.send(NEEDS_YOU)
        service.next_shown()
        service.refuse_next("org.freedesktop.Notifications.Error.ExcessNotificationGeneration")
        notifier.send(PopUp("refused", "Refused", "", "Open"))
        notifier.send(PopUp("after", "After", "", "Open"))
        assert service.next_shown().title == "After"


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "nonsense"])
def test_without_a_bus_nothing_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    notifier = DesktopNotifier()
    notifier.start()
    qtbot.waitUntil(lambda: not notifier.send(NEEDS_YOU))
    notifier.stop()
    assert not notifier.send(NEEDS_YOU)


def test_a_bus_that_ends_ends_only_the_pop_ups(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    notifier = DesktopNotifier()
    with session.private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with session.NotificationService(address) as service:
            notifier.start()
            notifier.send(NEEDS_YOU)
            service.next_shown()
    qtbot.waitUntil(lambda: not notifier.send(NEEDS_YOU))
    notifier.stop()


def test_stopping_ends_the_thread_and_can_be_repeated(notifier: DesktopNotifier, bus: str) -> None:
    before = set(threading.enumerate())
    with session.NotificationService(bus):
        for _ in range(5):
            notifier.start()
            notifier.start()
            notifier.send(NEEDS_YOU)
            notifier.stop()
            notifier.stop()

    assert [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()] == []
