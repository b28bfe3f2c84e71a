from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from agentdesk.domain.agent import Agent
from agentdesk.reports.engine import Engine
from agentdesk.reports.staff_sheet_pdf import write_staff_sheet
from tests.reports.paper import assert_same_words, assert_sound, words_of
from tests.reports.samples import AGENT, BRIEF, BUSINESS, DRAFT, FULL_BUSINESS, FULL_VERSION, VERSION

ALL = {
    "approved": (BUSINESS, AGENT, VERSION),
    "draft": (BUSINESS, Agent("Daisy"), DRAFT),
    "full": (FULL_BUSINESS, replace(AGENT, name="Daisy of the Old Station Yard Branch"), FULL_VERSION),
}


@pytest.fixture(scope="module")
def printed(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sheets")
    for name, (business, agent, version) in ALL.items():
        write_staff_sheet(engine, business, agent, version, folder / f"{name}.pdf")
    return {name: folder / f"{name}.pdf" for name in ALL}


@pytest.mark.parametrize("name", ALL)
def test_it_is_one_sound_page_with_a_place_to_sign(printed: dict[str, Path], name: str) -> None:
    assert_sound(printed[name], 1)
    words = words_of(printed[name])
    for part in ("How to take over", "How to report a funny call", "When a person is needed", "I have read this"):
        assert part in words
    assert "Name Signature Date" in words


@pytest.mark.parametrize("name", ["approved", "draft"])
def test_its_words_are_those_of_the_reference(printed: dict[str, Path], name: str) -> None:
    assert_same_words(printed[name], f"staff sheet, {name}")


def test_it_shows_the_version_it_was_made_from(printed: dict[str, Path]) -> None:
    assert "Version 7, approved by Sam Hartley on Mon 9 Nov 2026" in words_of(printed["approved"])
    assert "Nobody has approved it." in words_of(printed["draft"])


def test_every_trigger_comes_with_its_runbook_and_somebody(printed: dict[str, Path]) -> None:
    words = words_of(printed["approved"])
    for rule in BRIEF.pass_to_a_person:
        assert rule.when in words
        assert rule.runbook in words
    assert "Sam Hartley, within 1 minute" in words
    assert "Jo Marsh, within 15 minutes" in words


def test_what_it_does_and_does_not_do_comes_from_the_brief(printed: dict[str, Path]) -> None:
    words = words_of(printed["approved"])
    for each in (*BRIEF.may_answer, *BRIEF.may_book, *BRIEF.never):
        assert each in words
