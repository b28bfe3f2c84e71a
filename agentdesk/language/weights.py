"""Weights of words that were learnt from labelled conversations, kept as readable data in `resources/language`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = _PACKAGE / "_resources" / "language"
FOLDER = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources" / "language"


@dataclass(frozen=True, slots=True)
class Weights:
    """`at_least`: the sum from which on the answer is yes; `bias` is part of every sum."""

    bias: float
    at_least: float
    words: Mapping[str, float]

    def sum(self, features: frozenset[str]) -> float:
        words = self.words
        return self.bias + sum(words[each] for each in features if each in words)


@cache
def weights(name: str) -> Weights:
    """The weights of one question. Read once; a file that is missing or damaged raises, as no check can do without."""
    plain = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Weights(plain["bias"], plain["at_least"], plain["words"])
