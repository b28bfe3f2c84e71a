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
before = sys.getrefcount(True)
for _ in range(2000):
    teller.said.emit(3)
print(abs(sys.getrefcount(True) - before) < 100)
"""


def test_emitting_a_signal_takes_no_reference_away() -> None:
    """In a process of its own: where it fails, Python may not survive it."""
    ended = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert ended.stdout.strip() == "True", ended.stderr
