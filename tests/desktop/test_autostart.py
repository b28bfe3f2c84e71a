from __future__ import annotations

import plistlib
import shutil
import subprocess
from pathlib import Path

import pytest

from agentdesk.desktop.autostart import (
    Autostart,
    CannotStartWithComputer,
    LinuxAutostart,
    MacAutostart,
    desktop_entry,
    launch_agent,
    this_systems_autostart,
)

COMMAND = ["/opt/Agent Desk/python", "-m", "agentdesk", "--hidden"]
HARD_WORDS = ['/srv/50% "off" $HOME `id` \\back\'s', "plain"]


@pytest.fixture(params=[LinuxAutostart, MacAutostart])
def autostart(request: pytest.FixtureRequest, tmp_path: Path) -> Autostart:
    made: Autostart = request.param(COMMAND, tmp_path / "not" / "there yet")
    return made


def test_it_is_off_until_turned_on_and_both_can_be_repeated(autostart: Autostart) -> None:
    assert not autostart.is_on()
    autostart.off()
    autostart.on()
    autostart.on()
    assert autostart.is_on()
    autostart.off()
    autostart.off()
    assert not autostart.is_on()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_the_desktop_turned_off_is_off(tmp_path: Path, line: str) -> None:
    autostart = LinuxAutostart(COMMAND, tmp_path)
    autostart.on()
    entry = tmp_path / "agentdesk.desktop"
    entry.write_text(entry.read_text().replace("X-GNOME-Autostart-enabled=true", line))

    assert not autostart.is_on()


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotStartWithComputer, match="did not let AgentDesk start with it"):
        LinuxAutostart(COMMAND, tmp_path / "file").on()


def test_a_damaged_launch_agent_is_off(tmp_path: Path) -> None:
    (tmp_path / "agentdesk.plist").write_bytes(b"not a plist")

    assert not MacAutostart(COMMAND, tmp_path).is_on()


@pytest.mark.skipif(shutil.which("gio") is None, reason="gio, which starts desktop entries, is not installed")
def test_a_desktop_starts_exactly_the_words_it_was_given(tmp_path: Path) -> None:
    witness = tmp_path / "said"
    script = tmp_path / "say it.sh"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{witness}.part"\nmv "{witness}.part" "{witness}"\n')
    script.chmod(0o755)
    entry = tmp_path / "agentdesk.desktop"
    entry.write_text(desktop_entry([str(script), *HARD_WORDS]))

    subprocess.run(["gio", "launch", str(entry)], check=True, timeout=20)

    for _ in range(100):
        if witness.exists():
            break
        subprocess.run(["sleep", "0.05"], check=True)
    assert witness.read_text().splitlines() == HARD_WORDS


def test_a_line_break_cannot_smuggle_a_line_into_the_entry() -> None:
    with pytest.raises(CannotStartWithComputer):
        desktop_entry(["/srv/x\nExec=rm", "y"])


def test_percent_signs_and_quotes_are_escaped_as_the_specification_says() -> None:
    line = next(line for line in desktop_entry(HARD_WORDS).splitlines() if line.startswith("Exec="))

    assert line == r"""Exec="/srv/50%% \\"off\\" \\$HOME \\`id\\` \\\\back's" "plain\""""[:-2] + '"'


def test_a_launch_agent_starts_the_command_at_log_in() -> None:
    agent = plistlib.loads(launch_agent(COMMAND))

    assert agent == {"Label": "agentdesk", "ProgramArguments": COMMAND, "RunAtLoad": True}


def test_this_system_has_a_way_and_looking_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    assert not this_systems_autostart(COMMAND).is_on()
    assert list(tmp_path.iterdir()) == []
