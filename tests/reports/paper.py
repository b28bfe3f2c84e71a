"""Reads a PDF back: its words, its pages, and what must not be in it."""

from __future__ import annotations

import os
import re
import textwrap
import warnings
from pathlib import Path

import pikepdf
import pypdf

RESOURCES = Path(__file__).parents[2] / "resources"
REFERENCES = Path(__file__).parents[1] / "data" / "reports"
FORBIDDEN = ("/JavaScript", "/JS", "/AA", "/OpenAction", "/EmbeddedFiles", "/AcroForm", "/Launch", "/RichMedia")
A4 = (595, 842)


def words_of(path: Path) -> str:
    """The words of all pages in reading order, with single spaces; places where a word may break are undone."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pypdf grumbles about scripts it reads right
        reader = pypdf.PdfReader(path)
        text = "\n".join(page.extract_text() for page in reader.pages)
    return plain(text)


def filled_shapes(path: Path) -> set[tuple[str, int]]:
    """Of the shapes with straight sides that the first page fills: colour as "#rrggbb", and how many corners."""
    found, colour, corners = set(), "", 0
    with pikepdf.open(path) as pdf:
        for step in pikepdf.parse_content_stream(pdf.pages[0]):
            name, operands = str(step.operator), list(step.operands)
            if name in ("scn", "rg") and len(operands) == 3:
                colour = "#" + "".join(f"{round(float(each) * 255):02x}" for each in operands)
            elif name == "m":
                corners = 1
            elif name == "l":
                corners += 1
            elif name in ("f", "f*"):
                found.add((colour, corners))
    return found


def plain(text: str) -> str:
    joined = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "-", text.replace("\u200b", ""))
    return re.sub(r"[\s\u00a0]+", " ", joined).strip()


def assert_sound(path: Path, pages: int) -> None:
    """A4, so many pages, tagged, titled, no names in the properties, nothing that acts, accepted by the checker."""
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == pages
        for page in pdf.pages:
            assert tuple(round(float(each)) for each in page.mediabox) == (0, 0, *A4)
            assert "/Annots" not in page
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang).startswith("en")
        assert str(pdf.docinfo["/Title"])
        assert "/Author" not in pdf.docinfo
        with pdf.open_metadata() as properties:
            assert "dc:creator" not in properties
            assert "pdfuaid:part" in properties
        inside = b" ".join(each.unparse(resolved=True) for each in pdf.objects if not isinstance(each, pikepdf.Stream))
        for name in FORBIDDEN:
            assert not re.search(rf"{name}\b".encode(), inside), name
    assert_accessible(path)


def assert_accessible(path: Path) -> None:
    from pdfua import validate

    report = validate(str(path))
    assert not [f"{each.rule_id}: {each.message}" for each in report.findings]


def assert_same_words(path: Path, name: str) -> None:
    """The words are those of the reference. Set WRITE_REFERENCES=1 to write it anew, then read it."""
    reference = REFERENCES / f"{name}.txt"
    words = textwrap.fill(words_of(path), 110, break_on_hyphens=False) + "\n"
    if os.environ.get("WRITE_REFERENCES"):
        reference.write_text(words, encoding="utf-8", newline="\n")
    assert words == reference.read_text(encoding="utf-8")
