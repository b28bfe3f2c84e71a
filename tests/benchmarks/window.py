"""From nothing to the painted window, and to Today with its data: against a bare window of the same toolkit.

Each start is a process of its own, on the path that a person's start takes, with a key store that answers at once:
what the computer's own or a passphrase take is theirs. Byte code is made before, and an earlier start has kept what
Today showed: "shown" is that page, of the moment it says; "read anew" is the same page from the records. Memory is
taken once nothing is left to do: services open, Today read anew, tray and notices started, and a while gone by. The
floor has then stood for as long. The calls have been read before, as the checks leave them: else a start would go on
to read every one of them again.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from agentdesk.desktop.folders import resources_folder
from agentdesk.services.calls.readings import Readings
from tests.benchmarks import generator
from tests.benchmarks.desk import hour_after_last, services_of
from tests.benchmarks.measuring import Context, Ratio

_ROUNDS = 11


def measure(context: Context) -> Sequence[Ratio]:
    sizes = [each for each in (context.small, context.big) if each]
    rules = Readings(resources_folder() / "language").rules
    for each in sizes:
        services_of(context, each)
        generator.read(context.store(each), rules)
    surroundings = _surroundings(context.scratch / "bytecode")
    commands = {0: ["bare"]} | {each: _ours(context.profile(each)) for each in sizes}
    seen: dict[int, list[dict[str, float]]] = {each: [] for each in commands}
    now = {each: hour_after_last(context.store(each)).isoformat() for each in sizes}
    for round_ in range(_ROUNDS + 1):
        for size, words in commands.items():
            taken = _start(words, {**surroundings, "AGENTDESK_NOW": now.get(size, "")})
            # The first one makes the byte code.
            if round_:
                seen[size].append(taken)
    ratios = []
    for size in sizes:
        for what, of, most in _BARS:
            ours, floor = _median(seen[size], what), _median(seen[0], of)
            ratios.append(Ratio(f"{_NAMES[what]}, {size:,} calls", ours, floor, most))
    return ratios


_BARS: tuple[tuple[str, str, float | None], ...] = (
    ("painted", "painted", 1.5),
    ("shown", "painted", 3.0),
    ("anew", "painted", None),
    ("memory shown", "memory settled", None),
    ("memory settled", "memory settled", 2.0),
)
"""What is seen, what of the floor it is held against, and the bar."""
_NAMES = {
    "painted": "window painted",
    "shown": "Today shown",
    "anew": "Today read anew",
    "memory shown": "memory, shown (as GB)",
    "memory settled": "memory, settled (as GB)",
}


def _ours(profile: Path) -> list[str]:
    return ["ours", "--profile", str(profile)]


def _median(taken: Sequence[dict[str, float]], what: str) -> float:
    return statistics.median(each[what] for each in taken)


def _start(words: Sequence[str], surroundings: dict[str, str]) -> dict[str, float]:
    """Seconds from the start of the process to each thing seen, and the memory in GB."""
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.started", *words],
        env=surroundings,
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    seen = json.loads(done.stdout.splitlines()[-1])
    return {what: each / 1e9 if what.startswith("memory") else each - began for what, each in seen.items()}


def _surroundings(bytecode: Path) -> dict[str, str]:
    """Ours, with byte code kept as an installed program has it, and painting in memory where there is no screen."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept["PYTHONPYCACHEPREFIX"] = str(bytecode)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(kept):
        kept["QT_QPA_PLATFORM"] = "offscreen"
    return kept
