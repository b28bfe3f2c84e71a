"""The one place that turns data into a PDF."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from agentdesk.reports.borrowed import BorrowedFonts
from agentdesk.reports.printable import BOX, Printable

if TYPE_CHECKING:
    import typst

Plain: TypeAlias = "str | int | float | bool | Sequence[Plain] | Mapping[str, Plain] | None"
"""What a template is given: it becomes JSON and is never read as markup."""
BOXES_EXPLAINED = f"{BOX} stands for a letter that this page has no type for"


class Engine:
    """Sets pages from our templates with our fonts, so that they look the same on every computer. Only letters that
    ours lack are borrowed from a font of this one.

    Pages are tagged for screen readers (PDF/UA-1); the engine refuses a page that isn't. Safe to use from
    several threads: one page is set at a time.
    """

    def __init__(self, resources: Path, borrowed: BorrowedFonts | None = None) -> None:
        self.fonts = resources / "fonts"
        self._borrowed = borrowed or BorrowedFonts()
        self.printable = Printable(self.fonts, self._borrowed)
        self._templates = resources / "templates"
        self._lock = threading.Lock()
        self._compilers: dict[bool, typst.Compiler] = {}

    def pdf(
        self,
        template: str,
        data: Mapping[str, Plain],
        made_at: datetime,
        pictures: Mapping[str, str] | None = None,
    ) -> bytes:
        """The finished document. `pictures` are SVG texts by name; `data["title"]` names the document.

        The same arguments give the same bytes. `made_at` must be aware; it becomes the document's date.
        """
        # imported here because a page is made long after the window is up
        import typst

        source = (self._templates / f"{template}.typ").read_bytes()
        given = {f"picture-{name}": svg for name, svg in (pictures or {}).items()}
        with self._lock:
            try:
                return self._set(source, _explained(data), made_at, given)
            except typst.TypstError as error:
                if "could not be displayed" not in str(error) and "codepoint" not in str(error):
                    raise
                # letters that no single font can join up: the page comes out, with boxes in their place
                strict = _each_text(data, self.printable.strict)
                return self._set(source, _explained(strict), made_at, given)

    def _set(self, source: bytes, data: Plain, made_at: datetime, given: dict[str, str]) -> bytes:
        borrows = self.printable.borrows(json.dumps(data, ensure_ascii=False))
        made = self._ready(borrows=borrows).compile(
            source,
            format="pdf",
            sys_inputs={"data": json.dumps(data), **given},
            pdf_standards="ua-1",
            timestamp=int(made_at.timestamp()),
        )
        if not isinstance(made, bytes):
            raise TypeError("one document was asked for")
        return made

    def _ready(self, *, borrows: bool) -> typst.Compiler:
        if borrows not in self._compilers:
            import typst

            ours = partial(typst.Fonts, include_system_fonts=False, include_embedded_fonts=False)
            fonts = self._borrowed.with_ours(self.fonts) if borrows else ours(font_paths=[str(self.fonts)])
            self._compilers[borrows] = typst.Compiler(root=str(self._templates), font_paths=fonts)
        return self._compilers[borrows]


def _explained(data: Plain) -> Plain:
    """With a word in the foot of the page on the boxes that stand for letters, where there are any."""
    if not isinstance(data, Mapping) or BOX not in json.dumps(data, ensure_ascii=False):
        return data
    foot = data.get("foot")
    kept = [] if not isinstance(foot, Sequence) or isinstance(foot, str) else list(foot)
    return {**data, "foot": [*kept, BOXES_EXPLAINED]}


def _each_text(data: Plain, change: Callable[[str], str]) -> Plain:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, Mapping):
        return {name: _each_text(each, change) for name, each in data.items()}
    if isinstance(data, Sequence):
        return [_each_text(each, change) for each in data]
    return data
