"""The mark of the rules changes with the rules, and with nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import invalidate_caches
from pathlib import Path

import pytest

from agentdesk.services.calls import rules
from agentdesk.services.calls.rules import mark_of_rules


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A room of rules with one module."""
    folder = tmp_path / "a_room_of_rules"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.delitem(sys.modules, "a_room_of_rules", raising=False)
    monkeypatch.setattr(rules, "ROOMS", ("a_room_of_rules",))
    return folder


def mark_of_code(package: Path, code: str) -> int:
    (package / "rule.py").write_text(code)
    invalidate_caches()
    return mark_of_rules(package.parent / "no words")


def test_the_mark_is_the_same_in_every_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from agentdesk.services.calls.rules import mark_of_rules;"
        "print(mark_of_rules(Path(sys.argv[1])))"
    )
    marks = {
        subprocess.run(
            [sys.executable, "-c", code, tmp_path],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert marks == {f"{mark_of_rules(tmp_path)}\n"}


@pytest.mark.parametrize(
    "other",
    [
        "def heard(text):\n    return 'someone' in text",
        "def heard(text):\n    return 'person' not in text",
        "def heard(text):\n    return text in {'person', 'people'}",
        "def heard(text):\n    try:\n        return 'person' in text\n    except TypeError:\n        return False",
    ],
    ids=["word", "sense", "set", "exception"],
)
def test_another_rule_is_another_mark(package: Path, other: str) -> None:
    before = mark_of_code(package, "def heard(text):\n    return 'person' in text")
    assert mark_of_code(package, other) != before


def test_a_comment_changes_nothing(package: Path) -> None:
    before = mark_of_code(package, "WORDS = frozenset({'a', 'b'})")
    assert mark_of_code(package, "# Why these.\n\nWORDS = frozenset({'a', 'b'})") == before


def test_words_that_the_rules_read_from_files_count(tmp_path: Path) -> None:
    before = mark_of_rules(tmp_path)
    (tmp_path / "health.json").write_text("{}")
    named = mark_of_rules(tmp_path)
    (tmp_path / "health.json").write_text('{"bias": 1}')
    assert len({before, named, mark_of_rules(tmp_path)}) == 3


def test_all_that_reads_calls_counts() -> None:
    names = set(rules.modules())
    assert {"agentdesk.language.requests", "agentdesk.checks.wanted_person"} <= names
    assert "agentdesk.services.calls.call_reading" in names
