"""The Qt binding in the lock keeps its references: see decisions/6."""

from __future__ import annotations

import subprocess
import sys

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
