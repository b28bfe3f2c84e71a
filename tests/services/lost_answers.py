"""Loses what goes between AgentDesk and a service around every act, and looks at what became of the agent.

`python -m tests.services.lost_answers 100` does each act at each service a hundred times, and says what it found.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from agentdesk.domain.act import ActKind, ActRecord, ActState
from tests.services.steered import APPROVED, OTHER, Steered, Wire, steered

SERVICES = ("retell", "elevenlabs", "vapi")
WAYS = ("before", "after", "cut")
ROWS = (1, 2, 3, 20)
"""So many exchanges in a row are lost: after the most, reading back has given up and the act is settled later."""
ASKED_AGAIN = 5
"""So often is an act settled before it counts as wrong; nothing is lost any more by then."""


@dataclass
class Rounds:
    """What came of them."""

    number: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    """How many exchanges were lost, by the way in which."""
    later: int = 0
    """How many acts weren't over at once and were settled afterwards."""
    wrong: list[str] = field(default_factory=list)

    def __add__(self, other: Rounds) -> Rounds:
        return Rounds(
            self.number + other.number, self.lost + other.lost, self.later + other.later, self.wrong + other.wrong
        )


def lose_often(folder: Path, service: str, kind: ActKind, times: int) -> Rounds:
    """Does an act so many times at a fake of a service, with answers lost each way around it."""
    came = Rounds()
    with steered(folder, service) as desk:
        for seed in range(times):
            desk.wire.lose = _nothing
            _make_ready(desk, kind)
            desk.clock.advance(timedelta(minutes=1))
            _lose(desk.wire, random.Random(f"{service} {kind} {seed}"), came.lost)  # noqa: S311 - faults are drawn
            act = _do(desk, kind)
            said = [_wrong(desk, act)]
            desk.wire.lose = _nothing
            came.later += act.is_open
            for _ in range(ASKED_AGAIN):
                desk.clock.advance(timedelta(seconds=30))
                desk.services.steering.settle()
                act = desk.services.steering.acts(desk.target)[0]
                said.append(_wrong(desk, act))
            if act.state is not ActState.PROVEN:
                said.append(f"it ended as {act.state}: {act.trouble}")
            came.number += 1
            came.wrong += [f"{service}, {kind}, {seed}: {each}" for each in said if each]
    return came


def _wrong(desk: Steered, act: ActRecord) -> str:
    """What is said that isn't so; empty where nothing is."""
    if act.state is not ActState.PROVEN:
        return ""
    if not desk.wire.read_back:
        return "it was said to be so without having been read"
    if act.kind in (ActKind.STOP, ActKind.START):
        return "" if desk.answers() is (act.kind is ActKind.START) else "it was said to be so and wasn't"
    wanted = APPROVED if act.kind is ActKind.PUT_BACK else OTHER
    return "" if desk.hears() == wanted else f"it was said to be so, and callers hear {desk.hears()!r}"


def _make_ready(desk: Steered, kind: ActKind) -> None:
    """Whatever went before is undone, and what the act undoes is done."""
    steering = desk.services.steering
    if kind in (ActKind.STOP, ActKind.START):
        if steering.stopped(desk.target):
            steering.start(desk.target, "Sam")
        if kind is ActKind.START:
            steering.stop(desk.target, "", "Sam")
        return
    desk.tell(OTHER)
    if kind is ActKind.TAKE_BACK:
        steering.put_back(steering.propose(desk.target, 1), "Sam")


def _do(desk: Steered, kind: ActKind) -> ActRecord:
    steering = desk.services.steering
    if kind is ActKind.STOP:
        return steering.stop(desk.target, "+441134960199", "Sam")[0]
    if kind is ActKind.START:
        return steering.start(desk.target, "Sam")
    if kind is ActKind.PUT_BACK:
        return steering.put_back(steering.propose(desk.target, 1), "Sam")
    return steering.take_back(desk.target, "Sam")


def _nothing(_: str) -> str:
    return ""


def _lose(wire: Wire, chance: random.Random, lost: Counter[str]) -> None:
    """Loses exchanges from the first that is to change something on, some of them many in a row."""
    begun, row = False, chance.choice(ROWS)

    def lose(method: str) -> str:
        nonlocal begun, row
        begun = begun or method == "PATCH"
        if not begun or row == 0:
            return ""
        row -= 1
        how = chance.choice(WAYS)
        lost[f"{method} {how}"] += 1
        return how

    wire.lose = lose


def main(words: list[str], say: Callable[[str], object] = sys.stdout.write) -> int:
    """The exit status: 0 where every act ended as it was meant and nothing was said that wasn't so."""
    times, whole = int(words[0]) if words else 100, Rounds()
    for service in SERVICES:
        for kind in ActKind:
            with tempfile.TemporaryDirectory() as folder:
                came = lose_often(Path(folder), service, kind, times)
            say(
                f"{service:12}{kind:12}{came.number:5} times, {came.later:4} settled later, {len(came.wrong):3} wrong\n"
            )
            whole += came
    ways = ", ".join(f"{number} {how}" for how, number in sorted(whole.lost.items()))
    say(f"{whole.number} acts, {len(whole.wrong)} wrong. Lost: {ways}.\n")
    for each in whole.wrong:
        say(f"{each}\n")
    return 1 if whole.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
