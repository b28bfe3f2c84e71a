from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from agentdesk.domain.brief import HONEST_DEALING
from agentdesk.reports.brief_pdf import ON_THE_STAFF_SHEET, SHORTENED, write_brief
from agentdesk.reports.engine import Engine
from tests.reports.paper import assert_same_words, assert_sound, words_of
from tests.reports.samples import (
    AGENT,
    BRIEF,
    BUSINESS,
    DRAFT,
    FULL_BUSINESS,
    FULL_VERSION,
    LIVE_SINCE,
    VERSION,
)

ALL = {
    "approved": (BUSINESS, VERSION),
    "draft": (BUSINESS, DRAFT),
    "full": (FULL_BUSINESS, FULL_VERSION),
}
HEADINGS = ("What it is for", "What it may decide", "When it must pass to a person", "Who looks after it")


@pytest.fixture(scope="module")
def printed(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("briefs")
    for name, (business, version) in ALL.items():
        write_brief(engine, business, AGENT, version, folder / f"{name}.pdf", LIVE_SINCE)
    return {name: folder / f"{name}.pdf" for name in ALL}


@pytest.mark.parametrize("name", ALL)
def test_it_is_one_sound_page_with_its_four_headings(printed: dict[str, Path], name: str) -> None:
    assert_sound(printed[name], 1)
    for heading in HEADINGS:
        assert heading in words_of(printed[name])


@pytest.mark.parametrize("name", ["approved", "draft"])
def test_its_words_are_those_of_the_reference(printed: dict[str, Path], name: str) -> None:
    assert_same_words(printed[name], f"brief, {name}")


def test_it_is_dated_numbered_and_says_who_approved_it(printed: dict[str, Path]) -> None:
    words = words_of(printed["approved"])
    assert "Version 7, approved by Sam Hartley on Mon 9 Nov 2026" in words
    assert "Why: New call-out price" in words
    assert "Draft of version 1, Sun 8 Nov 2026. Nobody has approved it." in words_of(printed["draft"])


@pytest.mark.parametrize("name", ALL)
def test_the_honest_dealing_rules_are_in_every_brief(printed: dict[str, Path], name: str) -> None:
    for rule, _question in HONEST_DEALING:
        assert rule in words_of(printed[name])


def test_a_target_set_after_go_live_is_stamped(printed: dict[str, Path], engine: Engine, tmp_path: Path) -> None:
    words = words_of(printed["approved"])
    assert "Booking accuracy: 98 % set on Sun 1 Mar 2026 –" in words
    assert "Call resolution: 80 % set on Mon 1 Jun 2026, after go-live" in words
    write_brief(engine, BUSINESS, AGENT, VERSION, tmp_path / "untold.pdf")
    assert "after go-live" not in words_of(tmp_path / "untold.pdf")


def test_a_full_brief_says_where_the_rest_is(printed: dict[str, Path]) -> None:
    words = words_of(printed["full"])
    assert SHORTENED in words
    assert "more in the app" in words
    assert SHORTENED not in words_of(printed["approved"])


def test_steps_stand_there_whole_or_on_the_staff_sheet(
    printed: dict[str, Path], engine: Engine, tmp_path: Path
) -> None:
    assert ON_THE_STAFF_SHEET not in words_of(printed["approved"])
    assert "Tell them to ring 0800 111 999. Jo rings back." in words_of(printed["approved"])
    many = "Ring back at once. Everybody outside. They ring the emergency service themselves. " * 7
    rules = tuple(replace(each, runbook=many) for each in BRIEF.pass_to_a_person)
    write_brief(
        engine, BUSINESS, AGENT, replace(VERSION, brief=replace(BRIEF, pass_to_a_person=rules)), tmp_path / "a.pdf"
    )
    words = words_of(tmp_path / "a.pdf")
    assert ON_THE_STAFF_SHEET in words
    assert "Everybody outside" not in words


def test_the_type_never_gets_smaller_than_seven_points(printed: dict[str, Path]) -> None:
    with pikepdf.open(printed["full"]) as pdf:
        sizes = [
            float(each.operands[1]) for each in pikepdf.parse_content_stream(pdf.pages[0]) if str(each.operator) == "Tf"
        ]
    assert min(sizes) >= 6


def test_nobody_named_is_said_and_not_hidden(engine: Engine, tmp_path: Path) -> None:
    write_brief(engine, BUSINESS, replace(AGENT, responsible=None), VERSION, tmp_path / "a.pdf")
    words = words_of(tmp_path / "a.pdf")
    assert "Nobody is named yet." in words
    assert "Orders parts: nobody yet" in words


def test_a_long_purpose_ends_at_a_word(engine: Engine, tmp_path: Path) -> None:
    version = replace(VERSION, brief=replace(BRIEF, purpose="Alphabet " * 400))
    write_brief(engine, BUSINESS, AGENT, version, tmp_path / "a.pdf")
    words = words_of(tmp_path / "a.pdf")
    assert "Alphabet…" in words
    assert SHORTENED in words
