from __future__ import annotations

import json
from pathlib import Path

import pytest

from agentdesk.domain.errors import Sorry
from agentdesk.store.keys import DamagedKeys, KeyFile, WrongPassphrase, WrongRecoveryKey, new_store_key

KEY = bytes(range(32))


@pytest.fixture
def file(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "keys.json")


def test_a_passphrase_opens_the_key_and_no_other_does(file: KeyFile) -> None:
    before = file.has_passphrase
    file.wrap_with_passphrase(KEY, "four words no comma")
    assert (before, file.has_passphrase) == (False, True)
    assert file.open_with_passphrase("four words no comma") == KEY
    with pytest.raises(WrongPassphrase, match="isn't the passphrase"):
        file.open_with_passphrase("Four words no comma")


def test_the_same_letters_open_it_however_they_were_typed(file: KeyFile) -> None:
    file.wrap_with_passphrase(KEY, "caf\u00e9 caf\u00e9 \ud800")
    assert file.open_with_passphrase("cafe\u0301 caf\u00e9 \ud800") == KEY


def test_a_recovery_key_opens_it_however_it_was_typed(file: KeyFile) -> None:
    shown = file.make_recovery_key(KEY)
    assert len(shown.split("-")) == 8
    assert {len(each) for each in shown.split("-")} == {4}
    assert file.open_with_recovery_key(shown) == KEY
    careless = shown.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert file.open_with_recovery_key(f" {careless}\n") == KEY
    with pytest.raises(WrongRecoveryKey, match="every letter"):
        file.open_with_recovery_key("A" + shown[1:] if shown[0] != "A" else "B" + shown[1:])


def test_a_new_passphrase_or_recovery_key_ends_the_old_one_and_leaves_the_other(file: KeyFile) -> None:
    first = file.make_recovery_key(KEY)
    file.wrap_with_passphrase(KEY, "one")
    file.wrap_with_passphrase(KEY, "two")
    second = file.make_recovery_key(KEY)
    assert file.open_with_passphrase("two") == file.open_with_recovery_key(second) == KEY
    with pytest.raises(WrongPassphrase):
        file.open_with_passphrase("one")
    with pytest.raises(WrongRecoveryKey):
        file.open_with_recovery_key(first)


def test_the_file_holds_nothing_that_opens_anything(file: KeyFile) -> None:
    shown = file.make_recovery_key(KEY)
    file.wrap_with_passphrase(KEY, "four words no comma")
    content = file.path.read_text()
    for secret in (KEY.hex(), shown, shown.replace("-", ""), "four words"):
        assert secret not in content
    assert file.path.stat().st_mode & 0o077 == 0
    assert [each.name for each in file.path.parent.iterdir()] == ["keys.json"]


def test_a_wrapped_key_cannot_be_moved_to_the_other_place(file: KeyFile) -> None:
    file.wrap_with_passphrase(KEY, "A" * 32)
    kept = json.loads(file.path.read_text())
    kept["slots"]["recovery"] = kept["slots"]["passphrase"]
    file.path.write_text(json.dumps(kept))
    with pytest.raises(WrongRecoveryKey):
        file.open_with_recovery_key("A" * 32)


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", "[" * 100_000, '{"version": 2, "slots": {}}', '{"version": 1, "slots": {"passphrase": 5}}'],
)
def test_a_damaged_file_is_said_to_be_one(file: KeyFile, content: str) -> None:
    file.path.write_text(content)
    with pytest.raises(DamagedKeys, match="backup"):
        file.open_with_passphrase("x")


def test_a_file_cannot_ask_for_all_the_memory(file: KeyFile) -> None:
    file.wrap_with_passphrase(KEY, "x")
    for name, much in (("memory_kib", 10**9), ("passes", 10**6), ("lanes", 10**6), ("salt", "00"), ("nonce", "zz")):
        kept = json.loads(file.path.read_text())
        kept["slots"]["passphrase"][name] = much
        other = KeyFile(file.path.with_name(f"{name}.json"))
        other.path.write_text(json.dumps(kept))
        with pytest.raises(DamagedKeys):
            other.open_with_passphrase("x")


def test_what_is_missing_is_said(file: KeyFile) -> None:
    with pytest.raises(Sorry, match="No passphrase"):
        file.open_with_passphrase("x")
    with pytest.raises(Sorry, match="No recovery key"):
        file.open_with_recovery_key("x")
    with pytest.raises(Sorry, match="Choose a passphrase"):
        file.wrap_with_passphrase(KEY, "  ")


def test_new_keys_differ() -> None:
    assert len({new_store_key() for _ in range(10)}) == 10
    assert len(new_store_key()) == 32
