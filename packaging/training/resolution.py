"""Learns how a call ends that met the caller's need, and writes the weights to `resources/language/resolution.json`.

usage: python packaging/training/resolution.py CONVERSATIONS.jsonl.gz [--set-aside]

CONVERSATIONS: one JSON object a line, {"id", "turns": [{"role", "text"}], "truth": {"resolved": true|false}}. The
weights in the repository come from the dev half of the "resolution" conversations: STAR (Rasa; Mosig et al. 2020,
MIT), where the people who took part said themselves whether they had been helped. `--set-aside` leaves every third
conversation out, tells how those are answered, and writes nothing.

A logistic regression, fitted here in plain Python. What a call came to (`= ...`) may weigh more than single words.
Words count only where the example calls in `resources/example` have them too, so that no weight rests on the taxis and
hotels of the source. The threshold is set on conversations that were left out in turn.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve()
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from agentdesk.domain.call import Turn  # noqa: E402
from agentdesk.language.resolution import features  # noqa: E402

SEED = 20261122
PASSES = 40
STEP = 0.15
SHRINK, SHRINK_OUTCOMES = 0.006, 0.0015
SEEN_IN = 4
FOLDS = 6

Call = tuple[frozenset[str], bool]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("conversations", type=Path)
    asked.add_argument("--set-aside", action="store_true")
    given = asked.parse_args()
    calls = read(given.conversations, aside=False if given.set_aside else None)
    at_least = threshold(calls)
    bias, words = fit(calls)
    if given.set_aside:
        tell(read(given.conversations, aside=True), bias, words, at_least)
        return
    kept = {word: round(weight, 3) for word, weight in sorted(words.items()) if abs(weight) >= 0.02}
    target = ROOT / "resources" / "language" / "resolution.json"
    plain = {"bias": round(bias, 3), "at_least": round(at_least, 3), "words": kept}
    target.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    tell(calls, bias, words, at_least)


def read(path: Path, aside: bool | None) -> list[Call]:
    """The features of each call and whether its need was not met."""
    ordinary = _ordinary_words()
    calls = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            held = int(hashlib.md5(record["id"].encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0
            if aside in (None, held):
                turns = [Turn(each["role"], each["text"]) for each in record["turns"]]
                found = frozenset(
                    each for each in features(turns) if each.startswith("=") or each.split(": ")[1] in ordinary
                )
                calls.append((found, not record["truth"]["resolved"]))
    return calls


def _ordinary_words() -> frozenset[str]:
    counts: Counter[str] = Counter({"?": 2})
    with (ROOT / "resources" / "example" / "calls.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            for turn in json.loads(line)["turns"]:
                counts.update(re.findall(r"[a-z']+", turn["text"].lower()))
    return frozenset(word for word, count in counts.items() if count > 1)


def fit(calls: Sequence[Call]) -> tuple[float, dict[str, float]]:
    """Stochastic gradient descent with steps that shrink for features seen often."""
    seen = Counter(each for found, _ in calls for each in found)
    words = {each: 0.0 for each, count in seen.items() if count >= SEEN_IN}
    moved = dict.fromkeys(words, 1.0)
    bias, bias_moved = 0.0, 1.0
    order = list(calls)
    chance = random.Random(SEED)  # noqa: S311 - the same order each time, no secret
    for _ in range(PASSES):
        chance.shuffle(order)
        for found, unmet in order:
            mine = sorted(found & words.keys())
            miss = _chance_of(bias + sum(words[each] for each in mine)) - unmet
            bias_moved += miss * miss
            bias -= STEP * miss / math.sqrt(bias_moved)
            for each in mine:
                shrink = SHRINK_OUTCOMES if each.startswith("=") else SHRINK
                slope = miss + shrink * words[each] * len(calls) / seen[each]
                moved[each] += slope * slope
                words[each] -= STEP * slope / math.sqrt(moved[each])
    return bias, words


def threshold(calls: Sequence[Call]) -> float:
    """The sum at which the F1 of "not met" is best, over calls that their weights have not seen."""
    sums: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        bias, words = fit([each for at, each in enumerate(calls) if at % FOLDS != fold])
        sums += [(_sum(found, bias, words), unmet) for found, unmet in calls[fold::FOLDS]]
    places = sorted(value for value, _ in sums)
    best = max(places, key=lambda at: _f1([(value >= at, unmet) for value, unmet in sums]))
    print(f"left out in turn: F1 {_f1([(value >= best, unmet) for value, unmet in sums]):.3f}")
    return best


def tell(calls: Sequence[Call], bias: float, words: Mapping[str, float], at_least: float) -> None:
    answers = [(_sum(found, bias, words) >= at_least, unmet) for found, unmet in calls]
    print(f"{len(calls)} calls, F1 of 'not met' {_f1(answers):.3f}")


def _sum(found: frozenset[str], bias: float, words: Mapping[str, float]) -> float:
    return bias + sum(words[each] for each in sorted(found) if each in words)


def _chance_of(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _f1(answers: Sequence[tuple[bool, bool]]) -> float:
    right = sum(said and unmet for said, unmet in answers)
    return 2 * right / max(1, sum(said for said, _ in answers) + sum(unmet for _, unmet in answers))


if __name__ == "__main__":
    main()
