"""XML from outside, read in a bounded way: no definitions of its own, no entities, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

DEEPEST = 60
MOST_PARTS = 250_000


@dataclass(slots=True)
class Part:
    """An element: its name with the namespace before it ("DAV:}href"), its words and what is inside it."""

    name: str
    words: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    """The attributes."""

    @property
    def text(self) -> str:
        """Its own words, trimmed."""
        return "".join(self.words).strip()

    def all_(self, name: str) -> Iterator[Part]:
        """The parts of that name directly inside it."""
        return (each for each in self.parts if each.name == name)

    def find(self, *path: str) -> Part | None:
        """What is reached by going from part to part, the first of each name; None where the way ends."""
        here: Part | None = self
        for name in path:
            here = next(here.all_(name), None) if here is not None else None
        return here


def read_xml(body: bytes) -> Part:
    """The outermost element. Raises ValueError for what is no whole document, or one with definitions of its own."""
    return _Reading().read(body)


class _Reading:
    def __init__(self) -> None:
        self._outside = Part("")
        self._open = [self._outside]
        self._count = 0

    def read(self, body: bytes) -> Part:
        # the letters are said here, so that no document chooses among the ways to write them
        parser = expat.ParserCreate("utf-8", "}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        try:
            parser.Parse(body, True)
        except expat.ExpatError as wrong:
            raise ValueError("no XML") from wrong
        return self._outside.parts[0]

    def _refuse(self, *_: object) -> None:
        # entities are how a small document becomes an endless one, or reaches for other files
        raise ValueError("XML with definitions of its own")

    def _begin(self, name: str, says: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) > DEEPEST or self._count > MOST_PARTS:
            raise ValueError("XML beyond any use")
        part = Part(name, says=says)
        self._open[-1].parts.append(part)
        self._open.append(part)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _say(self, words: str) -> None:
        self._open[-1].words.append(words)
