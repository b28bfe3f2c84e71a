"""The command line where it runs: other alphabets, pipes that close, no key store, Ctrl-C."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from agentdesk.__main__ import INTERRUPTED, main
from agentdesk.cli.verbs import check
from agentdesk.desktop.key_store import KeyStore
from tests.cli.conftest import Command
from tests.services.conftest import SETUP
from tests.services.lines import QUESTION, line

NAME = "Żółć 日本 😀"
ROOT = Path(__file__).parents[2]
PLAIN: dict[str, str] = {}
Ran = subprocess.CompletedProcess[bytes]


def outside(
    tmp_path: Path,
    *words: str,
    profile: str = "profile",
    stdout: int = subprocess.PIPE,
    under: dict[str, str] = PLAIN,
) -> Ran:
    """One command in a process of its own, on the profile of the `agentdesk` fixture."""
    where = ("--profile", str(tmp_path / profile), "--passphrase-file", str(tmp_path / "passphrase"))
    return subprocess.run(
        (sys.executable, "-m", "agentdesk", *words, *where),
        cwd=ROOT,
        env={**os.environ, **under},
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("alphabet", ["ascii", "cp1252"])
def test_callers_names_come_out_whole_on_a_system_without_their_letters(
    hartley: Command, tmp_path: Path, alphabet: str
) -> None:
    file = tmp_path / f"{NAME}.jsonl"
    file.write_text(line("c1", "2026-11-17T10:00", *QUESTION, agent=NAME), encoding="utf-8")
    assert hartley("import", "--calls", str(file)).status == 0
    letters = {"PYTHONUTF8": "0", "PYTHONIOENCODING": alphabet}
    again = outside(tmp_path, "import", "--calls", str(file), under=letters)
    assert (again.returncode, again.stderr) == (0, b"")
    assert again.stdout.decode().startswith(f"{NAME}.jsonl: ")
    listed = outside(tmp_path, "calls", "--json", under=letters)
    assert json.loads(listed.stdout)[0]["agent_external_id"] == NAME


@pytest.mark.parametrize("words", [("calls", "--json"), ("setup", "--schema")])
def test_who_stops_reading_gets_no_traceback(tmp_path: Path, hartley: Command, words: tuple[str, ...]) -> None:
    assert hartley("check").status == 0
    reader, writer = os.pipe()
    os.close(reader)
    said = outside(tmp_path, *words, stdout=writer)
    os.close(writer)
    assert said.stderr == b""


def test_who_closed_the_output_beforehand_still_gets_the_status(
    hartley: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", None)
        assert hartley("check").status == 0
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", None)
        assert hartley("dance").status == 2


def test_where_nothing_can_be_typed_there_is_nothing_to_read(
    agentdesk: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "retell.json"
    file.write_text(SETUP.replace('{"name": "Calls", "service": "file"}', '{"name": "Calls", "service": "retell"}'))
    assert agentdesk("setup", str(file)).status == 0
    for words, status, sentences in ((("connect", "Calls"), 1, 1), (("predict", "booking"), 0, 0)):
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", None)
            said = agentdesk(*words)
        assert (said.status, said.out, said.err.count("\n")) == (status, "", sentences)


def test_without_a_key_store_and_without_a_passphrase_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(KeyStore, "available", lambda _: False)
    assert main(["connect", "Retell", "--profile", str(tmp_path / "profile")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--passphrase-file" in said.err
    assert not (tmp_path / "profile" / "store.db").exists()


@pytest.mark.parametrize("written", [b"correct horse battery\r\nand more\n", b"\xef\xbb\xbfcorrect horse battery"])
def test_the_passphrase_is_the_first_line_however_an_editor_writes_it(
    hartley: Command, tmp_path: Path, written: bytes
) -> None:
    (tmp_path / "passphrase").write_bytes(written)
    assert hartley("check").status == 0


def test_a_passphrase_that_never_ends_is_refused(agentdesk: Command, tmp_path: Path) -> None:
    (tmp_path / "passphrase").write_bytes(b"0" * 100_000)
    said = agentdesk("check")
    assert (said.status, said.err) == (2, "agentdesk: passphrase does not hold a line of text.\n")


@pytest.mark.parametrize("words", [("--prof", "somewhere"), ("calls", "--js")])
def test_a_switch_is_spelt_out(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_ctrl_c_ends_a_verb_without_a_word(hartley: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    said = hartley("check")
    assert (said.status, said.out, said.err) == (INTERRUPTED, "", "")


@pytest.mark.parametrize(
    "words",
    [
        ("-stylesheet=/evil.qss",),
        ("-platformpluginpath", "/evil"),
        ("-qmljsdebugger=port:1",),
        ("--db", "../../x"),
        ("--db=/dev/zero",),
        ("calls\ncheck",),
    ],
)
def test_switches_of_qt_and_of_nobody_are_refused_before_anything_starts(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words])
    said = capsys.readouterr()
    assert (ended.value.code, said.out, said.err.count("\n")) == (2, "", 1)


@pytest.mark.usefixtures("hartley")
def test_it_works_without_a_home_across_the_date_line_and_in_a_folder_of_any_name(tmp_path: Path) -> None:
    folder = "Büro 😀 O'Neill"
    (tmp_path / "profile").rename(tmp_path / folder)
    elsewhere = {"HOME": "", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}
    told = outside(tmp_path, "agents", "--json", profile=folder, under=elsewhere)
    assert (told.returncode, told.stderr) == (0, b"")
    assert json.loads(told.stdout)[0]["name"] == "Daisy"
