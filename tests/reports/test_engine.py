from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
import typst

from agentdesk.reports.engine import Engine
from tests.reports.paper import RESOURCES

AT = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture
def small(tmp_path: Path) -> Engine:
    """An engine with a template of its own and our fonts."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "fonts").symlink_to(RESOURCES / "fonts", target_is_directory=True)
    return Engine(tmp_path)


def template(engine: Engine, body: str) -> None:
    head = '#let data = json(bytes(sys.inputs.data))\n#set document(title: data.title)\n#set text(lang: "en")\n'
    (engine._templates / "page.typ").write_text(head + body, encoding="utf-8")


def test_a_page_without_a_title_or_a_picture_without_words_is_refused(small: Engine) -> None:
    template(small, '#image(bytes(sys.inputs.at("picture-x")), format: "svg")')
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    with pytest.raises(typst.TypstError, match="alt"):
        small.pdf("page", {"title": "t"}, AT, {"x": svg})
    (small._templates / "page.typ").write_text("words", encoding="utf-8")
    with pytest.raises(typst.TypstError, match="title"):
        small.pdf("page", {"title": "t"}, AT)


def test_only_our_fonts_are_known(small: Engine) -> None:
    template(small, '#set text(font: "DejaVu Sans", fallback: false)\n#data.words')
    made = small.pdf("page", {"title": "t", "words": "Hello"}, AT)
    small_path = small._templates / "made.pdf"
    small_path.write_bytes(made)
    with pikepdf.open(small_path) as pdf:
        names = {
            str(each.FontName) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each
        }
    assert not [each for each in names if "DejaVu" in each]


def test_the_date_of_the_document_is_the_moment_given(small: Engine) -> None:
    template(small, "#data.words")
    path = small._templates / "made.pdf"
    path.write_bytes(small.pdf("page", {"title": "t", "words": "Hello"}, AT))
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261201000000")


def test_a_fault_of_a_template_is_not_hidden(small: Engine) -> None:
    template(small, "#data.nothing")
    with pytest.raises(typst.TypstError, match="nothing"):
        small.pdf("page", {"title": "t"}, AT)


def test_the_fonts_come_with_their_licences_and_stay_small() -> None:
    fonts = RESOURCES / "fonts"
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL-SourceSans3.md").read_text(encoding="utf-8").upper()
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL-Noto.txt").read_text(encoding="utf-8").upper()
    assert sum(each.stat().st_size for each in fonts.iterdir()) < 6_000_000
