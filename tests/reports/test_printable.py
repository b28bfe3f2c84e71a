from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.reports.borrowed import BorrowedFonts
from agentdesk.reports.printable import _SURE, BOX, Printable, clusters, shortened
from tests.reports.paper import RESOURCES

FONTS = RESOURCES / "fonts"
PRINTABLE = Printable(FONTS, BorrowedFonts(FONTS))


def test_plain_words_stay_as_they_are() -> None:
    said = "“I've waited in – two mornings” & nobody came… £75 <b>#x</b>"
    assert PRINTABLE.line(said) == said


def test_everything_taken_for_sure_is_in_the_main_font() -> None:
    from fontTools.ttLib import TTFont

    for name in ("Regular", "Semibold"):
        has = TTFont(FONTS / f"SourceSans3-{name}.ttf").getBestCmap()
        sure = [chr(each) for each in range(0x3000) if _SURE.fullmatch(chr(each))]
        assert not [each for each in sure if ord(each) not in has and each != "\u00ad"]


def test_spaces_and_line_ends_run_together() -> None:
    assert PRINTABLE.line(" a\tb\r\n\u2028c\u00a0\ufeffd  ") == "a b c d"


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e", "\u2066", "\ud800", "\ue000", "\U0010ffff", "你"])
def test_what_acts_or_has_no_letter_becomes_a_box(sign: str) -> None:
    assert PRINTABLE.line(f"a{sign}b") == f"a{BOX}b"


def test_a_family_of_faces_stays_together() -> None:
    assert PRINTABLE.line("👨‍👩‍👧‍👦 👍🏽") == "👨‍👩‍👧‍👦 👍🏽"
    assert clusters("e\u0301👍🏽x") == ["e\u0301", "👍🏽", "x"]


def test_a_tower_of_accents_is_cut_and_says_so() -> None:
    assert PRINTABLE.line("e" + "\u0301" * 500 + " fine") == "e" + "\u0301" * 11 + BOX + " fine"


def test_a_name_of_nothing_to_see_gets_a_word() -> None:
    for said in ("", "  ", "\u200b\u200d", "\u200e"):
        assert PRINTABLE.name(said, 60, "The agent") == "The agent"
    assert PRINTABLE.name("Daisy", 60, "The agent") == "Daisy"


def test_a_long_word_may_break_but_keeps_its_letters() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    line = PRINTABLE.line(word)
    assert line != word
    assert line.replace("\u200b", "") == word


def test_numbers_stay_with_what_they_count() -> None:
    assert PRINTABLE.line("94 % on 4 Dec at 2:10 pm, 3 calls") == "94\u00a0% on 4\u00a0Dec at 2:10\u00a0pm, 3 calls"


def test_text_is_shortened_at_the_end_of_a_word() -> None:
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two three", 12) == "one two…"
    assert shortened("one two. Three", 9) == "one two…"


def test_an_endless_word_is_parted_but_no_letter_from_its_accent() -> None:
    assert shortened("x" * 100, 10) == "x" * 9 + "…"
    assert shortened("abcdefgh" + "e\u0301" * 40, 10) == "abcdefgh…"


def test_a_megabyte_costs_no_time() -> None:
    started = time.monotonic()
    PRINTABLE.line("x" * 1_000_000)
    PRINTABLE.line(" " * 1_000_000)
    PRINTABLE.line("\u0301" * 1_000_000)
    assert time.monotonic() - started < 1


@settings(max_examples=200, deadline=None)
@given(st.text(), st.integers(10, 80))
def test_a_line_is_never_much_longer_than_asked_and_never_empty_for_something(text: str, limit: int) -> None:
    line = PRINTABLE.line(text, limit)
    assert len(line.replace("\u200b", "")) <= limit + 1
    assert "\n" not in line
    if any(each.isalnum() for each in text[:10]):
        assert line
