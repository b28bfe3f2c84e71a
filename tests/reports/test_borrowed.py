"""A letter that our fonts lack comes from a font of the computer where one has it, and is a box where none has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from agentdesk.reports.borrowed import BorrowedFonts
from agentdesk.reports.brief_pdf import write_brief
from agentdesk.reports.engine import BOXES_EXPLAINED, Engine
from agentdesk.reports.printable import BOX, Printable
from tests.reports.paper import RESOURCES, assert_sound, words_of
from tests.reports.samples import AGENT, BUSINESS, VERSION

FONTS = RESOURCES / "fonts"
LI = "李"
NAME = f"{LI} Plumbing"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with a font that knows one letter, and a file that is none."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    with TTFont(FONTS / "SourceSans3-Regular.ttf") as font:
        for table in font["cmap"].tables:
            table.cmap = {ord(LI): "A"}
        for record in font["name"].names:
            record.string = "One Letter" if record.nameID in {1, 4, 6, 16} else record.toUnicode()
        font.save(folder / "one.ttf")
    (folder / "none.ttf").write_bytes(b"no font")
    return folder


def test_a_letter_that_a_font_of_the_computer_has_stays(shelf: Path) -> None:
    printable = Printable(FONTS, BorrowedFonts(shelf))
    assert printable.line(f"{LI}学") == f"{LI}{BOX}"
    assert printable.borrows(LI)
    assert not printable.borrows("Łódź, 5 €")


def test_a_page_is_sound_with_a_borrowed_letter_and_says_nothing_of_boxes(shelf: Path, tmp_path: Path) -> None:
    business = replace(BUSINESS, name=NAME)
    write_brief(Engine(RESOURCES, BorrowedFonts(shelf)), business, AGENT, VERSION, tmp_path / "a.pdf")
    assert_sound(tmp_path / "a.pdf", 1)
    assert NAME in words_of(tmp_path / "a.pdf")
    assert BOXES_EXPLAINED not in words_of(tmp_path / "a.pdf")


def test_without_such_a_font_the_box_is_explained(engine: Engine, tmp_path: Path) -> None:
    write_brief(engine, replace(BUSINESS, name=NAME), AGENT, VERSION, tmp_path / "a.pdf")
    assert f"{BOX} Plumbing" in words_of(tmp_path / "a.pdf")
    assert BOXES_EXPLAINED in words_of(tmp_path / "a.pdf")
