"""Where a line of a checklist is done or looked up: the words of its link, and what the page there opens with."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_OF_THE_AGENT = {
    "stop": "name",
    "agent": "name",
    "record": "name",
    "brief": "name",
    "changed": "name",
    "knowing": "name",
    "calls": "agent",
    "findings": "agent",
    "money": "agent",
    "scorecards": "agent",
}
"""Pages of one agent, and what they call it."""


def words_of(place: str) -> str:
    """The words of the link to a page. Raises KeyError for a page that no checklist leads to."""
    return {
        "stop": _tr("Open the emergency stop"),
        "brief": _tr("Open the brief"),
        "changed": _tr("Open what it is told"),
        "knowing": _tr("Open what it should know by now"),
        "calls": _tr("Open its calls"),
        "money": _tr("Open the money"),
        "scorecards": _tr("Open the scorecards"),
        "agents": _tr("Open the agents"),
        "agent": _tr("Open its page: the staff sheet, and who to ask"),
        "findings": _tr("Open what was found, and put it right"),
        "record": _tr("Open its record, week by week"),
        "business": _tr("Open your business"),
        "connections": _tr("Open the connections"),
        "diary": _tr("Open the diary"),
        "fact_sheet": _tr("Open the fact sheet"),
    }[place]


def opens_with(place: str, agent: str) -> dict[str, str]:
    """What the page is opened with."""
    return {_OF_THE_AGENT[place]: agent} if place in _OF_THE_AGENT else {}


def _tr(words: str) -> str:
    return QCoreApplication.translate("Walks", words)
