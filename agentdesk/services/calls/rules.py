"""The mark of the rules that calls are read with: another mark, another reading."""

from __future__ import annotations

import hashlib
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import CodeType
from typing import Protocol, cast

ROOMS = ("agentdesk.language", "agentdesk.checks")
BESIDES = ("agentdesk.services.calls.call_reading",)


class _Loader(Protocol):
    def get_code(self, name: str) -> CodeType | None: ...


def mark_of_rules(data: Path) -> int:
    """A number that changes whenever a rule does, in code or in the files of the folder `data`.

    Made from what the modules compile to, which an installed app has too, so that nobody needs to remember to
    raise it. Comments change nothing. It takes some milliseconds: for when calls are read, not for the start.
    """
    digest = hashlib.blake2b(digest_size=8)
    for name in modules():
        spec = find_spec(name)
        code = cast("_Loader", spec.loader).get_code(name) if spec is not None else None
        if code is not None:
            digest.update(name.encode())
            for part in _parts(code):
                digest.update(part)
    for file in sorted(data.glob("*")):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    # SQLite's numbers have a sign
    return int.from_bytes(digest.digest(), "big") >> 1


def modules() -> Iterator[str]:
    """The names of the modules that say how calls are read."""
    for room in ROOMS:
        found = pkgutil.walk_packages(import_module(room).__path__, f"{room}.")
        yield from sorted(each.name for each in found)
    yield from BESIDES


def _parts(code: CodeType) -> Iterator[bytes]:
    """What a piece of code does, without where it stands in its file."""
    yield code.co_code
    yield code.co_exceptiontable
    yield repr(code.co_names).encode()
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _parts(each)
        else:
            # a set's order is another one in every process
            yield repr(sorted(map(repr, each)) if isinstance(each, frozenset) else each).encode()
