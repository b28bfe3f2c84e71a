"""Letters that our fonts lack and a font of this computer has: a name in Chinese or Korean, for example."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

_STANDS_FOR_ALL = "lastresort"
"""A font that has a sign for every letter there is, and none of them is the letter."""


class BorrowedFonts:
    """The fonts of this computer, looked through only when a letter is asked for. Not for several threads at once."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: only the fonts in there, in place of the computer's."""
        self._folder = folder
        self._letters: list[frozenset[int]] = []

    def have(self, letters: set[int]) -> bool:
        """Whether one font has all of them."""
        return any(letters <= each for each in self._letters) or self._one_more_has(letters)

    def with_ours(self, ours: Path) -> typst.Fonts:
        """What the engine sets a page with that borrows: ours first, by the names in the templates."""
        import typst

        more = [] if self._folder is None else [str(self._folder)]
        return typst.Fonts(
            include_system_fonts=self._folder is None, include_embedded_fonts=False, font_paths=[str(ours), *more]
        )

    def _one_more_has(self, letters: set[int]) -> bool:
        # imported here because only letters that our own fonts lack need it
        from fontTools.ttLib import TTFont, TTLibError

        while self._unread:
            path, number = self._unread.pop()
            try:
                with TTFont(path, fontNumber=number, lazy=True) as font:
                    self._letters.append(frozenset(font.getBestCmap() or ()))
            except (OSError, TTLibError):
                continue
            if letters <= self._letters[-1]:
                return True
        return False

    @cached_property
    def _unread(self) -> list[tuple[str, int]]:
        """Upright fonts of middle weight that nobody asked yet; the rest of a family has the same letters."""
        import typst

        paths = [] if self._folder is None else [str(self._folder)]
        found = typst.Fonts(
            include_system_fonts=self._folder is None, include_embedded_fonts=False, font_paths=paths
        ).fonts()
        return [
            (each.path, each.index)
            for each in found
            if each.path and each.weight == 400 and each.style == "normal"
            if _STANDS_FOR_ALL not in each.family.replace(" ", "").casefold()
        ]
