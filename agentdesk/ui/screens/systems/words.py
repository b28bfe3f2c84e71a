"""What each part of the picture says, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.wording import clock_in_words, listed
from agentdesk.services.connections.systems import Health, Link, Part, Picture
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import joined, one_line

_STATES = {
    Health.WORKING: State.ON_TARGET,
    Health.QUIET: State.LOOK,
    Health.BROKEN: State.ACT_NOW,
    Health.UNKNOWN: State.NOT_KNOWN,
}
_ICONS = {Part.LINE: "phone", Part.AGENT: "agents", Part.DIARY: "diary", Part.TOOL: "connections"}


@dataclass(frozen=True, slots=True)
class Told:
    """A part in words. `order`: which step it is, for those who listen. `fix`: what its second way says, if any."""

    part: Part
    icon: str
    caption: str
    name: str
    quiet: str
    state: State | None
    state_words: str
    place: str
    what: Mapping[str, object] = field(default_factory=dict)
    fix: str = ""
    fix_place: str = ""
    fix_what: Mapping[str, object] = field(default_factory=dict)
    order: str = ""


def columns_of(picture: Picture, now: datetime, zone: ZoneInfo) -> tuple[tuple[Told, ...], ...]:
    """The parts of a picture in the order in which they act: what calls come in by, the agent, what it writes to."""
    by_part = {part: [each for each in picture.links if each.part is part] for part in Part}
    ends = [_diary(picture, each, now, zone) for each in by_part[Part.DIARY]]
    if not ends and picture.agent.decides:
        ends.append(_no_diary())
    if by_part[Part.TOOL]:
        ends.append(_tools(picture, by_part[Part.TOOL]))
    columns = (
        [_line(picture, each, now, zone) for each in by_part[Part.LINE]],
        [_agent(picture, each, now, zone) for each in by_part[Part.AGENT]],
        ends,
    )
    return tuple(tuple(each) for each in columns if each)


def _line(picture: Picture, link: Link, now: datetime, zone: ZoneInfo) -> Told:
    title = one_line(link.name, 80)
    return Told(
        link.part,
        _ICONS[link.part],
        _tr("Calls come in by"),
        title,
        _quiet(link, now, zone),
        *_stands(link),
        place="calls",
        what={"agent": picture.agent.name},
        fix=_fix(link),
        fix_place="connection",
        fix_what={"name": link.connection},
    )


def _agent(picture: Picture, link: Link, now: datetime, zone: ZoneInfo) -> Told:
    changed = link.health is Health.BROKEN and link.changed
    return Told(
        link.part,
        _ICONS[link.part],
        _tr("The agent") if picture.agent.decides else picture.agent.nature.in_words,
        one_line(link.name, 80),
        _quiet(link, now, zone),
        *_stands(link),
        place="agent",
        what={"name": picture.agent.name},
        fix=_tr("See what changed") if changed else "",
        fix_place="changed",
        fix_what={"name": picture.agent.name},
    )


def _diary(picture: Picture, link: Link, now: datetime, zone: ZoneInfo) -> Told:
    title = one_line(link.name, 80)
    return Told(
        link.part,
        _ICONS[link.part],
        _tr("Bookings go into") if picture.agent.decides else _tr("It uses"),
        title,
        _quiet(link, now, zone),
        *_stands(link),
        place="diary",
        what={"connection": link.connection, "words": link.name},
        fix=_fix(link),
        fix_place="connection",
        fix_what={"name": link.connection},
    )


def _no_diary() -> Told:
    return Told(
        Part.DIARY,
        _ICONS[Part.DIARY],
        _tr("Bookings go into"),
        _tr("No diary is named"),
        _tr("Connect the diary, and bookings can be held against it."),
        None,
        "",
        place="connections",
    )


def _tools(picture: Picture, links: list[Link]) -> Told:
    return Told(
        Part.TOOL,
        _ICONS[Part.TOOL],
        _tr("It can also use"),
        listed([one_line(each.name, 60) for each in links]),
        _tr("Nothing here can see whether they work."),
        State.NOT_KNOWN,
        _tr("Not known"),
        place="agent",
        what={"name": picture.agent.name},
    )


def _stands(link: Link) -> tuple[State, str]:
    words = {
        Health.WORKING: _tr("Working"),
        Health.QUIET: _tr("Quiet"),
        Health.BROKEN: _tr("Look at this"),
        Health.UNKNOWN: _tr("Not known"),
    }
    return _STATES[link.health], words[link.health]


def _fix(link: Link) -> str:
    return _tr("See what is wrong") if link.health is Health.BROKEN and link.connection else ""


def _quiet(link: Link, now: datetime, zone: ZoneInfo) -> str:
    seen = (
        _tr("Last seen working {when}").format(when=clock_in_words(link.seen_at, now, zone))
        if link.seen_at is not None
        else _tr("Never seen working")
    )
    trouble = one_line(link.trouble, 200).rstrip(".")
    return joined((trouble, seen if link.seen_at is not None or not trouble else ""))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Systems", words)
