"""Which page stands at which place. Each is imported and built when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from agentdesk.ui.desk import Desk
from agentdesk.ui.shell.page import Page

SCREENS = {
    "today": ("today.screen", "TodayScreen"),
    "calls": ("calls.screen", "CallsScreen"),
    "call": ("calls.call_screen", "CallScreen"),
    "diary": ("diary.screen", "DiaryScreen"),
    "booking": ("diary.booking_screen", "BookingScreen"),
    "agents": ("agents.screen", "AgentsScreen"),
    "agent": ("agents.agent_screen", "AgentScreen"),
    "changed": ("changed.screen", "ChangedScreen"),
    "knowing": ("knowing.screen", "KnowingScreen"),
    "stop": ("stopping.screen", "StopScreen"),
    "brief": ("brief.screen", "BriefScreen"),
    "review": ("review.screen", "ReviewScreen"),
    "scorecards": ("scorecards.screen", "ScorecardsScreen"),
    "findings": ("findings.screen", "FindingsScreen"),
    "finding": ("findings.finding_screen", "FindingScreen"),
    "record": ("record.screen", "RecordScreen"),
    "systems": ("systems.screen", "SystemsScreen"),
    "walk": ("walks.screen", "WalkScreen"),
    "waiting": ("waiting.screen", "WaitingScreen"),
    "waiting_call": ("waiting.waiting_call_screen", "WaitingCallScreen"),
    "business": ("business.screen", "BusinessScreen"),
    "fact_sheet": ("fact_sheet.screen", "FactSheetScreen"),
    "questions": ("questions.screen", "QuestionsScreen"),
    "money": ("money.screen", "MoneyScreen"),
    "import": ("taking_in.screen", "TakingInScreen"),
    "connections": ("connections.screen", "ConnectionsScreen"),
    "connection": ("connections.connection_screen", "ConnectionScreen"),
    "connect": ("connections.connect_screen", "ConnectScreen"),
    "places": ("connections.places_screen", "PlacesScreen"),
    "notices": ("notices.screen", "NoticesScreen"),
}


class Place:
    """Builds the page of one place."""

    def __init__(self, desk: Desk, module: str, name: str) -> None:
        self._desk = desk
        self._module = module
        self._name = name

    def __call__(self) -> Page:
        screen = getattr(import_module(f"agentdesk.ui.screens.{self._module}"), self._name)
        page: Page = screen(self._desk)
        return page


def places_of(desk: Desk) -> dict[str, Callable[[], Page]]:
    """Every place that needs nothing but the desk."""
    return {place: Place(desk, module, name) for place, (module, name) in SCREENS.items()}
