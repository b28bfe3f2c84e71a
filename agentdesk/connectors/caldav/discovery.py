"""Finds the calendars that a sign-in leads to, from whatever address the owner was given."""

from __future__ import annotations

from dataclasses import dataclass

from agentdesk.connectors.caldav.dav import CAL, DAV, Answers, Dav, Resource
from agentdesk.connectors.kit.text import one_line
from agentdesk.connectors.kit.troubles import NotUnderstood

_WELL_KNOWN = "/.well-known/caldav"
_NOT_HERE = frozenset({400, 403, 404, 405, 410, 501})
_WHO = "<D:resourcetype/><D:displayname/><D:current-user-principal/><C:calendar-home-set/>"
_WHAT = (
    "<D:resourcetype/><D:displayname/><D:sync-token/><S:getctag/>"
    "<C:supported-calendar-component-set/><D:supported-report-set/>"
)
_TAG = "http://calendarserver.org/ns/}getctag"


@dataclass(frozen=True, slots=True)
class Home:
    """Where the calendars are: one calendar itself, or what holds several."""

    path: str
    is_calendar: bool
    name: str
    """As the server calls it, empty where it doesn't."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar that holds entries."""

    path: str
    token: str
    """From which its changes are counted; empty where the server doesn't count them."""
    mark: str
    """Differs when anything in it has changed; empty where the server doesn't say."""


def find_home(dav: Dav) -> Home:
    """Asks at the owner's address; where that is a server alone, then where RFC 6764 puts its calendars.

    Raises NotUnderstood where there is no calendar: an address with a mistake never leads to another calendar.
    """
    for start in (dav.start, _WELL_KNOWN) if dav.start == "/" else (dav.start,):
        path: str | None = start
        for _ in range(3):
            here = _one(dav.about(path, 0, _WHO, _NOT_HERE)) if path else None
            if here is None or path is None:
                break
            if _is_calendar(here):
                return Home(path, True, _name(here))
            if home := _link(here, f"{CAL}calendar-home-set"):
                return Home(dav.path_of(home), False, _name(here))
            principal = _link(here, f"{DAV}current-user-principal")
            path = dav.path_of(principal) if principal else None
    raise NotUnderstood("There is no CalDAV calendar at this address for this user. Check it where you found it.")


def calendars(dav: Dav, home: Home) -> tuple[Calendar, ...] | None:
    """The calendars that hold entries, by path, in one request; None where the home is no longer there."""
    answers = dav.about(home.path, 0 if home.is_calendar else 1, _WHAT, frozenset({404, 410}))
    if answers is None:
        return None
    found = {each.path: each for each in answers.resources if _is_calendar(each) and _holds_entries(each)}
    if not found:
        raise NotUnderstood("No calendar for appointments was found here. Ask for the address of the calendar itself.")
    return tuple(
        Calendar(path, _text(each, f"{DAV}sync-token"), _text(each, f"{DAV}sync-token") or _text(each, _TAG))
        for path, each in sorted(found.items())
    )


def _one(answers: Answers | None) -> Resource | None:
    return answers.resources[0] if answers and answers.resources else None


def _link(resource: Resource, name: str) -> str:
    found = resource.known[name].find(f"{DAV}href") if name in resource.known else None
    return found.text if found is not None else ""


def _text(resource: Resource, name: str) -> str:
    return resource.known[name].text if name in resource.known else ""


def _name(resource: Resource) -> str:
    return one_line(_text(resource, f"{DAV}displayname"), 120)


def _is_calendar(resource: Resource) -> bool:
    kinds = resource.known.get(f"{DAV}resourcetype")
    return kinds is not None and kinds.find(f"{CAL}calendar") is not None


def _holds_entries(resource: Resource) -> bool:
    """A calendar that doesn't say what it holds may hold anything."""
    kinds = resource.known.get(f"{CAL}supported-calendar-component-set")
    return kinds is None or any(each.says.get("name", "").upper() == "VEVENT" for each in kinds.all_(f"{CAL}comp"))
