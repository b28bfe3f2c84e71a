"""The Qt binding in the lock keeps its references, see decisions/6, and is asked for nothing that it loses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import agentdesk

CODE = """
import sys
from PySide6.QtCore import QObject, Signal
class Teller(QObject):
    said = Signal(object)
teller = Teller()
def counts():
    return sys.getrefcount(True), sys.getrefcount(None)
before = counts()
for _ in range(2000):
    teller.said.emit(3)
    teller.setObjectName("name")
print(all(abs(now - then) < 100 for now, then in zip(counts(), before)))
"""


def test_signals_and_calls_take_no_reference_away() -> None:
    """In a process of its own: where it fails, Python may not survive it."""
    ended = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert ended.stdout.strip() == "True", ended.stderr


def test_no_layout_is_asked_for_what_stands_at_a_place() -> None:
    """Python's name for an item of a layout outlives it; the next thing at its place in memory ends the program."""
    code = Path(agentdesk.__file__).parent.rglob("*.py")
    assert [each for each in code if ".itemAt(" in each.read_text(encoding="utf-8")] == []
