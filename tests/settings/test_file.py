"""Settings survive nonsense, newer versions and crashes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from agentdesk.domain.sensitive import CHOSEN_BY_OWNER, Sensitive
from agentdesk.settings.file import Look, also_hidden, first_time, load, peek, save, save_place
from agentdesk.settings.hiding import Hiding


def test_what_was_saved_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = load(path)
    settings.appearance.scheme = "dark"
    settings.appearance.text_percent = 150
    save(path, settings)
    assert load(path) == settings
    assert peek(path) == Look("dark", 150)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"appearance": 3}', '{"appearance": {"scheme": "pink"}}'])
def test_nonsense_gets_the_defaults_and_the_old_file_is_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert load(path).appearance.scheme == "system"
    assert peek(path) == Look()
    kept = path.with_name("settings.json.could-not-read")
    assert not text or kept.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"start": 3}', '{"appearance": {"text_percent": 105}}', '{"notices": {"pop_ups": "perhaps"}}']
)
def test_a_peek_says_when_not_all_was_understood_and_loading_puts_it_right(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert peek(path) == Look(whole=False)
    load(path)
    assert peek(path) == Look()


def test_a_peek_knows_what_loading_knows(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = load(path)
    settings.notices.pop_ups = False
    settings.start.with_computer, settings.start.stay_in_tray = True, False
    save(path, settings)
    assert peek(path) == Look(pop_ups=False, with_computer=True, stay_in_tray=False)


def test_without_a_file_a_peek_says_what_loading_does(tmp_path: Path) -> None:
    settings, look = load(tmp_path / "settings.json"), peek(tmp_path / "settings.json")
    assert (look.scheme, look.text_percent) == (settings.appearance.scheme, settings.appearance.text_percent)
    assert look.pop_ups == settings.notices.pop_ups
    assert (look.with_computer, look.stay_in_tray) == (settings.start.with_computer, settings.start.stay_in_tray)


def test_a_broken_part_leaves_the_others_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"appearance": {"text_percent": 9000}, "start": {"stay_in_tray": False}}), encoding="utf-8"
    )
    settings = load(path)
    assert (settings.appearance.text_percent, settings.start.stay_in_tray) == (100, False)


def test_what_a_newer_version_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"weather": {"sunny": True}}), encoding="utf-8")
    save(path, load(path))
    save_place(path, "here")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert (kept["weather"], kept["window"]) == ({"sunny": True}, "here")


def test_what_is_said_once_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert [first_time(path, "no tray"), first_time(path, "no tray"), first_time(path, "other")] == [True, False, True]
    save(path, load(path))
    assert not first_time(path, "other")


def test_peeking_does_not_wait_for_pydantic() -> None:
    code = "import sys; from agentdesk.settings.file import peek; peek; print('pydantic' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"


def test_what_the_owner_does_not_want_kept_is_known_without_reading_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert also_hidden(path) == frozenset()
    settings = load(path)
    settings.hiding.phone = settings.hiding.birth_date = True
    save(path, settings)
    assert also_hidden(path) == {Sensitive.PHONE, Sensitive.BIRTH_DATE}
    path.write_text('{"hiding": {"phone": "yes", "card": true}}', encoding="utf-8")
    assert also_hidden(path) == frozenset()


def test_each_choice_of_what_is_hidden_names_a_kind() -> None:
    assert set(Hiding.model_fields) == set(CHOSEN_BY_OWNER)
