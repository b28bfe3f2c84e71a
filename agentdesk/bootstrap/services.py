"""Joins the services of one open store."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from agentdesk.domain.clock import Clock
from agentdesk.services.agents import AgentService
from agentdesk.services.briefs import BriefPages, BriefService
from agentdesk.services.businesses import BusinessService
from agentdesk.services.calls import CallService
from agentdesk.services.changes import Changes
from agentdesk.services.checking import CheckService
from agentdesk.services.checklists import call_questions
from agentdesk.services.diary import DiaryService
from agentdesk.services.figures import FigureService
from agentdesk.services.findings import FindingService
from agentdesk.services.first_run import FirstRunService
from agentdesk.services.freshness import FreshnessService
from agentdesk.services.importing import ImportService
from agentdesk.services.notices import NoticeService
from agentdesk.services.review_planning import ReviewPlanner
from agentdesk.services.reviewing import ReviewService
from agentdesk.services.scorecards import ScorecardPages, ScorecardService
from agentdesk.services.services import Services
from agentdesk.services.setup import SetupService
from agentdesk.services.today import TodayService
from agentdesk.services.upkeep import UpkeepService
from agentdesk.store.store import Store


def new_seed() -> int:
    """The number that a review's draw starts from; nobody can choose it."""
    return secrets.randbelow(2**31)


def build_services(
    store: Store,
    resources: Path,
    clock: Clock,
    brief_pages: BriefPages,
    scorecard_pages: ScorecardPages,
    *,
    seed: Callable[[], int] = new_seed,
    example: bool = False,
) -> Services:
    """Every service over one store."""
    changes = Changes()
    questions = call_questions(resources / "checklists")
    businesses = BusinessService(store, changes)
    freshness = FreshnessService(store, clock, businesses, changes)
    notices = NoticeService(store, clock, changes)
    checking = CheckService(store, clock, businesses, freshness, notices, changes)
    agents = AgentService(store, clock, businesses, changes)
    briefs = BriefService(store, clock, businesses, agents, brief_pages, changes)
    reviews = ReviewService(
        store, clock, businesses, ReviewPlanner(store, clock, businesses, questions, seed), questions, changes
    )
    figures = FigureService(store, clock, businesses, freshness, questions)
    return Services(
        changes=changes,
        businesses=businesses,
        first_run=FirstRunService(store, clock, briefs, resources / "starters", changes),
        setup=SetupService(store, clock, changes),
        agents=agents,
        briefs=briefs,
        importing=ImportService(store, clock, businesses, freshness, checking, changes),
        freshness=freshness,
        calls=CallService(store),
        diary=DiaryService(store, businesses),
        checking=checking,
        findings=FindingService(store, clock, changes),
        notices=notices,
        reviews=reviews,
        scorecards=ScorecardService(store, clock, businesses, agents, figures, scorecard_pages, example=example),
        today=TodayService(store, clock, businesses, agents, freshness, reviews),
        upkeep=UpkeepService(store),
    )
