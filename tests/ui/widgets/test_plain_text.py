"""What comes in or shows is text: nothing that only machines mean, nothing wider than the window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.ui.widgets.plain_text import breakable, shown, typed


def test_a_field_keeps_one_line() -> None:
    assert typed("Hartley\r\nPlumbing\tLeeds\n", lines=False, limit=100) == "Hartley Plumbing Leeds"


def test_an_area_keeps_its_lines() -> None:
    assert typed("one\r\ntwo\u2028three\u2029four", lines=True, limit=100) == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("signs", ["\x00", "\x1b[31m", "\x07", "\x08", "\x9b", "\x7f"])
def test_control_characters_do_not_get_in(signs: str) -> None:
    kept = typed(f"Sam{signs}", lines=True, limit=100)
    assert kept.startswith("Sam")
    assert kept.isprintable()


@given(st.text(max_size=300), st.integers(0, 50), st.booleans())
def test_nothing_longer_than_the_limit_gets_in_and_twice_is_once(text: str, limit: int, lines: bool) -> None:
    kept = typed(text, lines=lines, limit=limit)
    assert len(kept) <= limit
    assert typed(kept, lines=lines, limit=limit) == kept or kept.endswith((" ", "\n", "\t"))


def test_control_characters_of_others_show_as_signs() -> None:
    assert shown("\x1b[31mred\x07 \x00") == "␛[31mred␇ ␀"
    assert shown("two\r\nlines") == "two\nlines"


def test_what_turns_words_round_is_a_mark_and_keeps_every_letter_in_its_place() -> None:
    assert shown("pay \u202e05£\u202c now") == "pay \ufffd05£\ufffd now"
    assert shown("\u2067right\u2069 \u2066left\u2069") == "\u2068right\u2069 \u2068left\u2069"
    for code in (*range(0x202A, 0x202F), 0x2066, 0x2067):
        assert chr(code) not in shown(f"a{chr(code)}b")
        assert len(shown(f"a{chr(code)}b")) == 3


def test_words_of_other_alphabets_and_markup_show_as_they_are() -> None:
    for text in ("<b>bold</b>", "&amp;", "Łódź", "שלום", "สวัสดี", "👩‍👩‍👧‍👦"):
        assert shown(text) == text


def test_an_endless_word_gets_places_to_break_and_ordinary_ones_do_not() -> None:
    assert breakable("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch").count("\u200b") == 14
    assert breakable("Hartley Plumbing & Heating, Leeds") == "Hartley Plumbing & Heating, Leeds"
    assert breakable("x" * 500).replace("\u200b", "") == "x" * 500
