"""Phrases put together find what they find one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.language.patterns import any_of, gate

PHRASES = (
    r"\bgas leak\b|\bsmell(?:s|ing)? (?:of )?gas\b",
    r"(?:^|[.!|]\s*)gas\b",
    r"\bgas\b|[^|a-z(]+leak",
    r"\ba\|b|\b\)",
)
WORDS = st.lists(
    st.sampled_from(["gas", "leak", "smelling", "smell", "of", "agas", "a|b", ")", "(", ".", "9leak", "|"]), max_size=12
).map(" ".join)


@given(WORDS)
def test_phrases_find_together_what_they_find_each_in_its_turn(text: str) -> None:
    one_by_one = re.compile("|".join(f"(?:{each})" for each in PHRASES))
    assert [each.span() for each in any_of(PHRASES).finditer(text)] == [
        each.span() for each in one_by_one.finditer(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("please book it", True),
        ("we re-arranged it", True),
        ("rearranged", True),
        ("it's off now", True),
        ("offer", False),
    ],
)
def test_a_gate_opens_to_each_of_its_words(text: str, found: bool) -> None:
    assert bool(gate(r"book|re-?arrang|\boff\b|bo[a|b]t(?:(?:s|ed)|x)").search(text)) is found
