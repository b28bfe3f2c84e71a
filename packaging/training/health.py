"""Learns which words tell of health, and writes their weights to `resources/language/health.json`.

usage: python packaging/training/health.py CONVERSATIONS.jsonl.gz [--set-aside]

CONVERSATIONS: one JSON object a line, {"id", "turns": [{"role", "text"}], "truth": {"health": true|false}}. The weights
in the repository come from the dev half of the "health" conversations: MTS-Dialog (CC BY 4.0), STAR (MIT), MultiDoGO
(CDLA-Permissive 1.0) and Schema-Guided Dialogue (CC BY-SA 4.0), with the British phrases of `health_phrases.tsv` beside
this file, which are our own. `--set-aside` leaves every fourth conversation out, tells how those are answered, and
writes nothing.

A logistic regression over exchanges, a question and its answer. Only whole conversations are labelled: every exchange
of one without health counts as such, and of one with, the two that speak of it most, found anew in each round. The
threshold is set on conversations that were left out in turn.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import random
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve()
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from agentdesk.domain.call import Turn  # noqa: E402
from agentdesk.language.health import weighed  # noqa: E402

SEED = 20261122
ROUNDS, PASSES = 4, 10
STEP, SHRINK = 0.1, 0.0025
SEEN_IN = 3
KEPT_FROM = 0.12
OWN_COUNT = 3
FOLDS = 4
FALSE_ALARMS = 0.002
"""The share of conversations without health that the threshold may cost."""

Bags = list[frozenset[str]]
Calls = list[tuple[Bags, bool]]


def read(path: Path, aside: bool | None) -> Calls:
    calls: Calls = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            held = hashlib.md5(record["id"].encode(), usedforsecurity=False).digest()[0] % 4 == 0
            if aside in (None, held):
                calls.append(
                    (bags([Turn(each["role"], each["text"]) for each in record["turns"]]), record["truth"]["health"])
                )
    return calls


def own() -> Calls:
    lines = HERE.with_name("health_phrases.tsv").read_text(encoding="utf-8").splitlines()
    return [
        (bags([Turn("agent", asked), Turn("caller", said)]), label == "yes")
        for label, asked, said in (line.split("\t") for line in lines)
    ]


def bags(turns: list[Turn]) -> Bags:
    return [words for _, words in weighed(turns)]


def learn(calls: Calls) -> tuple[float, dict[str, float]]:
    seen = Counter(word for units, _ in calls for word in frozenset().union(*units))
    known = {word for word, count in seen.items() if count >= SEEN_IN}
    calls = [([unit & known for unit in units], label) for units, label in calls if units]
    bias, weight = 0.0, dict.fromkeys(sorted(known), 0.0)
    for number in range(ROUNDS):
        examples = []
        for units, label in calls:
            best = units if not label or number == 0 else sorted(units, key=lambda u: -sum(weight[w] for w in u))[:2]
            examples += [(sorted(unit), 1.0 if label else 0.0) for unit in best]
        bias, weight = descend(examples, weight)
    return bias, {word: round(each, 2) for word, each in weight.items() if abs(each) >= KEPT_FROM}


def descend(examples: list[tuple[list[str], float]], words: dict[str, float]) -> tuple[float, dict[str, float]]:
    chance = random.Random(SEED)  # noqa: S311 - the same shuffle every time is what is wanted
    bias, weight = 0.0, dict.fromkeys(words, 0.0)
    for number in range(PASSES):
        step = STEP / (1 + number / 3)
        chance.shuffle(examples)
        for unit, label in examples:
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, bias + sum(weight[word] for word in unit))))) - label
            bias -= step * error
            for word in unit:
                weight[word] -= step * (error + SHRINK * weight[word])
    return round(bias, 2), weight


def most(units: Bags, bias: float, weight: dict[str, float]) -> float:
    return max((bias + sum(weight.get(word, 0.0) for word in unit) for unit in units), default=-9.0)


def threshold(calls: Calls) -> float:
    """The sum that no more than the wanted share of quiet conversations reaches, left out of the teaching."""
    quiet = []
    for fold in range(FOLDS):
        bias, weight = learn([each for place, each in enumerate(calls) if place % FOLDS != fold] + own() * OWN_COUNT)
        quiet += [most(units, bias, weight) for units, label in calls[fold::FOLDS] if not label]
    return round(sorted(quiet, reverse=True)[int(len(quiet) * FALSE_ALARMS)] + 0.01, 2)


def tell(calls: Calls, bias: float, weight: dict[str, float], at_least: float) -> None:
    count = Counter((label, most(units, bias, weight) >= at_least) for units, label in calls)
    hits, missed, alarms, quiet = count[True, True], count[True, False], count[False, True], count[False, False]
    print(f"F1 {2 * hits / (2 * hits + missed + alarms):.3f}, false alarms {alarms / (alarms + quiet):.3f}", count)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("conversations", type=Path)
    parser.add_argument("--set-aside", action="store_true")
    arguments = parser.parse_args()
    calls = read(arguments.conversations, False if arguments.set_aside else None)
    bias, weight = learn(calls + own() * OWN_COUNT)
    at_least = threshold(calls)
    tell(calls, bias, weight, at_least)
    if arguments.set_aside:
        tell(read(arguments.conversations, aside=True), bias, weight, at_least)
        return
    ordered = dict(sorted(weight.items(), key=lambda each: (-each[1], each[0])))
    plain = {"bias": bias, "at_least": at_least, "words": ordered}
    target = ROOT / "resources" / "language" / "health.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(plain, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
