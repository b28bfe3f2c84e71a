from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from agentdesk.desktop.single_instance import AlreadyOpen, SingleInstance

ROOT = Path(__file__).parents[2]
OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from agentdesk.desktop.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
if one.claim_or_raise_first():
    one.listen()
    print("claimed", flush=True)
    sys.exit(app.exec())
print("raised", flush=True)
"""


def start(profile: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", OTHER, str(profile)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def first_word(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def second_start(profile: Path, first: SingleInstance, qtbot: QtBot) -> str:
    with start(profile) as other:
        qtbot.waitSignal(first.asked_to_show, timeout=10_000).wait()
        return first_word(other)


@pytest.fixture
def mine(tmp_path: Path, qtbot: QtBot) -> Iterator[SingleInstance]:  # noqa: ARG001 - an application comes first
    instance = SingleInstance(tmp_path)
    yield instance
    instance.release()


def test_a_second_start_in_another_process_raises_the_first(mine: SingleInstance, tmp_path: Path, qtbot: QtBot) -> None:
    assert mine.claim()
    assert second_start(tmp_path, mine, qtbot) == "raised"


def test_a_second_claim_in_the_same_process_is_refused(mine: SingleInstance, tmp_path: Path) -> None:
    assert mine.claim()
    assert not SingleInstance(tmp_path).claim()


def test_two_profiles_do_not_know_of_each_other(mine: SingleInstance, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = SingleInstance(tmp_path / "other")

    assert mine.claim()
    assert other.claim()
    other.release()


def test_after_a_release_the_next_has_it(mine: SingleInstance, tmp_path: Path) -> None:
    second = SingleInstance(tmp_path)
    assert mine.claim()
    mine.release()
    assert second.claim()
    second.release()


def test_after_a_kill_the_next_start_takes_over_at_once(mine: SingleInstance, tmp_path: Path, qtbot: QtBot) -> None:
    with start(tmp_path) as killed:
        assert first_word(killed) == "claimed"
        assert not mine.claim()
        killed.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        killed.wait()

    begun = time.monotonic()
    assert mine.claim()
    assert time.monotonic() - begun < 1
    assert second_start(tmp_path, mine, qtbot) == "raised"


def test_a_first_that_hangs_is_said_in_one_sentence(mine: SingleInstance, tmp_path: Path) -> None:
    assert mine.claim()
    # nothing turns the window's loop here, as in a program that hangs
    with pytest.raises(AlreadyOpen, match="does not answer"):
        SingleInstance(tmp_path).claim_or_raise_first()


def test_a_second_start_takes_over_from_one_that_is_ending(tmp_path: Path, qtbot: QtBot) -> None:  # noqa: ARG001
    ending = SingleInstance(tmp_path)
    assert ending.claim()
    with start(tmp_path) as other:
        time.sleep(0.5)
        ending.release()
        assert first_word(other) == "claimed"
        other.kill()


def test_of_four_starts_at_once_one_owns_and_three_raise_it(tmp_path: Path) -> None:
    starts = [start(tmp_path) for _ in range(4)]
    words = sorted(first_word(each) for each in starts)
    for each in starts:
        each.kill()
        each.wait()
        assert each.stdout is not None
        each.stdout.close()

    assert words == ["claimed", "raised", "raised", "raised"]


def test_nobody_there_means_not_raised(mine: SingleInstance) -> None:
    begun = time.monotonic()
    assert not mine.raise_first()
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("said", [b"", b"sh", b"quit\n", b"\0" * 10_000])
def test_other_words_are_ignored_and_the_next_start_still_gets_through(
    mine: SingleInstance, tmp_path: Path, qtbot: QtBot, said: bytes
) -> None:
    assert mine.claim()
    stranger = QLocalSocket()
    with qtbot.assertNotEmitted(mine.asked_to_show, wait=200):
        stranger.connectToServer(mine._address)
        assert stranger.waitForConnected(1000)
        stranger.write(said)
        stranger.flush()
    assert second_start(tmp_path, mine, qtbot) == "raised"
    stranger.abort()


def test_a_profile_with_a_very_long_path_works(tmp_path: Path, qtbot: QtBot) -> None:
    profile = tmp_path / ("long name 🧰 " * 10) / ("deeper " * 10)
    profile.mkdir(parents=True)
    first = SingleInstance(profile)
    assert first.claim()
    assert second_start(profile, first, qtbot) == "raised"
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe has no permission bits")
def test_nobody_else_may_speak_to_it(mine: SingleInstance) -> None:
    assert mine.claim()
    assert Path(mine._address).stat().st_mode & 0o077 == 0
