"""The file that settings are kept in: read with care, written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from agentdesk.domain.sensitive import CHOSEN_BY_OWNER, Sensitive

if TYPE_CHECKING:
    from pydantic import BaseModel

    from agentdesk.settings.appearance import Appearance
    from agentdesk.settings.hiding import Hiding
    from agentdesk.settings.notices import Notices
    from agentdesk.settings.start import Start

Part = TypeVar("Part", bound="BaseModel")


@dataclass(frozen=True, slots=True)
class Look:
    """What a start needs to know of the settings."""

    scheme: str = "system"
    text_percent: int = 100
    place: str = ""
    """Size and place of the window at its last end."""
    pop_ups: bool = True
    with_computer: bool = False
    stay_in_tray: bool = True
    whole: bool = True
    """Whether all of it was understood. If not, `load` puts it right and keeps the old file."""


@dataclass(slots=True)
class Settings:
    """Every page of the preferences."""

    appearance: Appearance
    notices: Notices
    start: Start
    hiding: Hiding


def peek(path: Path) -> Look:
    """The look, without pydantic: only who changes settings needs its 50 ms and 10 MB. Nonsense counts as unset."""
    plain = _plain(path)
    whole = not _is_broken(path, plain)
    found: dict[str, Any] = {}
    for name, (page, fits) in _PEEKED.items():
        part = plain.get(page, {})
        whole &= isinstance(part, dict)
        if isinstance(part, dict) and name in part:
            if fits(part[name]):
                found[name] = part[name]
            else:
                whole = False
    place = plain.get("window")
    return Look(**found, place=place if isinstance(place, str) else "", whole=whole)


def _is_percent(value: object) -> bool:
    return type(value) is int and value in range(100, 201, 10)


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


_PEEKED: dict[str, tuple[str, Callable[[object], bool]]] = {
    "scheme": ("appearance", ("system", "light", "dark").__contains__),
    "text_percent": ("appearance", _is_percent),
    "pop_ups": ("notices", _is_yes_or_no),
    "with_computer": ("start", _is_yes_or_no),
    "stay_in_tray": ("start", _is_yes_or_no),
}
"""Of each setting that a start needs: its page, and what it may be."""


def _is_broken(path: Path, plain: dict[str, Any]) -> bool:
    return not plain and path.exists() and path.stat().st_size > 0


def load(path: Path) -> Settings:
    """The settings. A part that can't be understood gets its defaults, and the old file is kept beside."""
    from pydantic import ValidationError

    from agentdesk.settings.appearance import Appearance
    from agentdesk.settings.hiding import Hiding
    from agentdesk.settings.notices import Notices
    from agentdesk.settings.start import Start

    plain = _plain(path)
    broken = _is_broken(path, plain)

    def part(name: str, model: type[Part]) -> Part:
        nonlocal broken
        try:
            return model.model_validate(plain.get(name, {}))
        except ValidationError:
            broken = True
            return model()

    settings = Settings(
        part("appearance", Appearance), part("notices", Notices), part("start", Start), part("hiding", Hiding)
    )
    if broken:
        path.replace(path.with_name(f"{path.name}.could-not-read"))
        _write(path, {**plain, **_parts(settings)})
    return settings


def also_hidden(path: Path) -> frozenset[Sensitive]:
    """The kinds that the owner chose to hide on arrival, without pydantic; nonsense counts as unset."""
    chosen = _plain(path).get("hiding")
    return frozenset(each for each in CHOSEN_BY_OWNER if isinstance(chosen, dict) and chosen.get(each) is True)


def save(path: Path, settings: Settings) -> None:
    """Keeps the settings; what a newer version wrote beside them stays."""
    _write(path, {**_plain(path), **_parts(settings)})


def save_place(path: Path, place: str) -> None:
    """Keeps size and place of the window."""
    _write(path, {**_plain(path), "window": place})


def first_time(path: Path, what: str) -> bool:
    """Whether this is the first time for something that is said only once; it is remembered."""
    plain = _plain(path)
    said = plain.get("said")
    known = [each for each in said if isinstance(each, str)] if isinstance(said, list) else []
    if what in known:
        return False
    _write(path, {**plain, "said": [*known, what]})
    return True


def _parts(settings: Settings) -> dict[str, Any]:
    return {
        "appearance": settings.appearance.model_dump(),
        "notices": settings.notices.model_dump(),
        "start": settings.start.model_dump(),
        "hiding": settings.hiding.model_dump(),
    }


def _plain(path: Path) -> dict[str, Any]:
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return plain if isinstance(plain, dict) else {}


def _write(path: Path, plain: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.new")
    with unfinished.open("w", encoding="utf-8") as file:
        json.dump(plain, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
