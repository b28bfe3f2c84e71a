"""Cuts the current at many instants of everything that AgentDesk writes: `python -m tests.power_cuts [STATES]`.

Ends with 1 where anything is lost, half-done or damaged, or where cuts do no harm to a store that doesn't sync.
"""

from __future__ import annotations

import sys

from tests.power_cuts.judging import wrong_after
from tests.power_cuts.works import WORKS


def main(number: int) -> int:
    """Says how many of so many states are right, of each work."""
    failed = 0
    for work in WORKS:
        wrong = list(wrong_after(work, number))
        failed += len(wrong)
        print(f"{work}: {number - len(wrong)} of {number} states are right")
        print(*(f"  {each}" for each in wrong[:5]), sep="\n", end="\n" if wrong else "")
    careless = len(list(wrong_after("taking in", number, "NORMAL")))
    print(f"syncing less, as a proof that cuts do harm: {number - careless} of {number} states are right")
    return 1 if failed or not careless else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
