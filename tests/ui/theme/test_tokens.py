"""Everybody can read it: words at least 4.5 to 1, marks and outlines at least 3 to 1, light and dark."""

from __future__ import annotations

import re

import pytest

from agentdesk.ui.theme.tokens import ALL, DARK, LIGHT, MARK_PAIRS, TEXT_PAIRS, Tokens, colours, contrast

EVERY = pytest.mark.parametrize("tokens", ALL, ids=["light", "dark", "light, high contrast", "dark, high contrast"])


def test_contrast_is_counted_as_the_guideline_counts_it() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000")


@EVERY
def test_words_stand_out_from_their_ground(tokens: Tokens) -> None:
    weak = {
        f"{front} on {back}": round(contrast(getattr(tokens, front), getattr(tokens, back)), 2)
        for front, back in TEXT_PAIRS
        if contrast(getattr(tokens, front), getattr(tokens, back)) < 4.5
    }
    assert weak == {}


@EVERY
def test_marks_and_outlines_stand_out_from_their_ground(tokens: Tokens) -> None:
    weak = {
        f"{front} on {back}": round(contrast(getattr(tokens, front), getattr(tokens, back)), 2)
        for front, back in MARK_PAIRS
        if contrast(getattr(tokens, front), getattr(tokens, back)) < 3
    }
    assert weak == {}


@EVERY
def test_every_colour_is_written_in_full(tokens: Tokens) -> None:
    assert all(re.fullmatch(r"#[0-9A-F]{6}", each) for each in colours(tokens).values())


@EVERY
def test_a_theme_is_told_from_every_other_by_page_and_line(tokens: Tokens) -> None:
    assert [each for each in ALL if (each.page, each.line) == (tokens.page, tokens.line)] == [tokens]


def test_the_design_s_own_colours_are_kept() -> None:
    assert (LIGHT.page, LIGHT.card, LIGHT.line, LIGHT.accent) == ("#F6F5F2", "#FFFFFF", "#E2DFD8", "#1F5FA8")
    assert (DARK.page, DARK.card, DARK.line, DARK.accent) == ("#1B1C1E", "#242629", "#393C41", "#7FB4F0")
    assert (LIGHT.red, LIGHT.amber, LIGHT.green, LIGHT.grey) == ("#B3261E", "#8A5A00", "#1E7A46", "#6B7280")
    assert (DARK.red, DARK.amber, DARK.green, DARK.grey) == ("#FF8A80", "#F2B84B", "#6FCF97", "#9AA3AD")
