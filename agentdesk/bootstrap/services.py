"""Joins the services of one open store."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from agentdesk.domain.clock import Clock
from agentdesk.domain.sensitive import Sensitive
from agentdesk.domain.service_limits import ServiceLimits
from agentdesk.services.act_book import ActBook
from agentdesk.services.agent_changes import AgentChangeService
from agentdesk.services.agent_limits import LimitService
from agentdesk.services.agents import AgentService
from agentdesk.services.approving import ApprovalService
from agentdesk.services.before_after import BeforeAfterService
from agentdesk.services.briefs import BriefPages, BriefService
from agentdesk.services.businesses import BusinessService
from agentdesk.services.calls import CallService
from agentdesk.services.changes import Changes
from agentdesk.services.chasing import ChaseService
from agentdesk.services.checking import CheckService
from agentdesk.services.checklists import call_questions
from agentdesk.services.connecting import ConnectService
from agentdesk.services.cost_watch import CostWatch
from agentdesk.services.diary import DiaryService
from agentdesk.services.digests import DigestService
from agentdesk.services.escalations import EscalationService
from agentdesk.services.fact_sheet import FactSheetService
from agentdesk.services.figures import FigureService
from agentdesk.services.findings import FindingService
from agentdesk.services.first_run import FirstRunService
from agentdesk.services.freshness import FreshnessService
from agentdesk.services.importing import ImportService
from agentdesk.services.invoices import InvoiceService
from agentdesk.services.knowing import KnowingService
from agentdesk.services.live_agents import LiveAgentService
from agentdesk.services.marking import MarkService
from agentdesk.services.masking import Masking
from agentdesk.services.notices import NoticeService
from agentdesk.services.pulling import PullService, SignIn, Sleep
from agentdesk.services.putting_right import PuttingRightService
from agentdesk.services.questions import QuestionService
from agentdesk.services.quiet_lines import QuietLineService
from agentdesk.services.readings import Readings
from agentdesk.services.rechecking import RecheckService
from agentdesk.services.reminders import ReminderService
from agentdesk.services.review_planning import ReviewPlanner
from agentdesk.services.reviewing import ReviewService
from agentdesk.services.scorecards import ScorecardPages, ScorecardService
from agentdesk.services.service_keys import KeysInStore, ServiceKeys
from agentdesk.services.services import Services
from agentdesk.services.setup import SetupService
from agentdesk.services.showing import ShowingService
from agentdesk.services.spending import SpendingService
from agentdesk.services.steering import SteeringService
from agentdesk.services.stopping import StopService
from agentdesk.services.syncing import SyncService
from agentdesk.services.systems import SystemService
from agentdesk.services.today import TodayService
from agentdesk.services.upkeep import UpkeepService
from agentdesk.services.verdicts import VerdictService
from agentdesk.services.walks import WalkService
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from agentdesk.connectors.kit.contract import Connector, Link, Service


def new_seed() -> int:
    """The number that a review's draw starts from; nobody can choose it."""
    return secrets.randbelow(2**31)


def sign_in(service: Service, link: Link) -> AbstractContextManager[Connector]:
    """Signs in at a service. What that takes is loaded when the first service is asked."""
    from agentdesk.connectors.catalogue import signed_in

    return signed_in(service, link)


def limits_of(service: str, kept: bytes) -> ServiceLimits | None:
    """Where a service itself stops an agent. What that takes is loaded when it is first asked for."""
    from agentdesk.connectors.catalogue import limits_of

    return limits_of(service, kept)


def build_services(
    store: Store,
    resources: Path,
    clock: Clock,
    brief_pages: BriefPages,
    scorecard_pages: ScorecardPages,
    *,
    seed: Callable[[], int] = new_seed,
    example: bool = False,
    keys: ServiceKeys | None = None,
    sign_in: SignIn = sign_in,
    sleep: Sleep | None = None,
    also_hidden: Callable[[], Collection[Sensitive]] = frozenset,
) -> Services:
    """Every service over one store. `keys`: where keys of connected services are kept, if not in the store;
    `also_hidden`: kinds of details that the owner does not want kept.
    """
    masking = Masking(also_hidden)
    keys = keys or KeysInStore(store)
    changes = Changes()
    questions = call_questions(resources / "checklists")
    businesses = BusinessService(store, clock, changes)
    freshness = FreshnessService(store, clock, businesses, changes)
    notices = NoticeService(store, clock, changes)
    readings = Readings(resources / "language")
    approvals = ApprovalService(store, clock, changes)
    checking = CheckService(
        store, clock, businesses, freshness, readings, notices, masking, approvals, changes, resources / "starters"
    )
    walks = WalkService(store, clock, businesses, resources / "checklists", changes)
    agents = AgentService(store, clock, businesses, walks, changes)
    briefs = BriefService(store, clock, businesses, agents, brief_pages, changes)
    planner = ReviewPlanner(store, clock, businesses, readings, questions, seed)
    reviews = ReviewService(store, clock, businesses, planner, questions, changes)
    figures = FigureService(store, clock, businesses, freshness, readings, questions)
    live_agents = LiveAgentService(store, clock, notices, changes)
    pulling = PullService(
        store, clock, businesses, freshness, keys, live_agents, notices, masking, sign_in, changes, sleep
    )
    findings = FindingService(store, clock, changes)
    chasing = ChaseService(store, clock, changes)
    changes.subscribe(chasing.on_changed)
    asked = QuestionService(store, clock, businesses, findings, changes)
    changes.subscribe(asked.on_changed)
    steering = SteeringService(store, clock, ActBook(store, clock, changes), live_agents, pulling, sign_in)
    stopping = StopService(store, clock, businesses, agents, steering, changes)
    reminders = ReminderService(store, clock, businesses, notices)
    knowing = KnowingService(store, clock, businesses, changes)
    changes.subscribe(knowing.on_changed)
    watch = CostWatch(store, clock, businesses, notices)
    limits = LimitService(store, clock, watch, limits_of, changes)
    return Services(
        changes=changes,
        businesses=businesses,
        first_run=FirstRunService(store, clock, briefs, resources / "starters", changes),
        setup=SetupService(store, clock, changes),
        agents=agents,
        briefs=briefs,
        importing=ImportService(store, clock, businesses, freshness, checking, masking, changes),
        freshness=freshness,
        calls=CallService(store),
        diary=DiaryService(store, businesses),
        checking=checking,
        rechecking=RecheckService(store, businesses, readings, checking),
        findings=findings,
        chasing=chasing,
        escalations=EscalationService(store, clock, businesses, changes),
        approvals=approvals,
        walks=walks,
        systems=SystemService(store, clock, agents, live_agents, freshness),
        digests=DigestService(store, clock, businesses, changes),
        putting_right=PuttingRightService(clock, businesses, briefs, reviews, findings),
        questions=asked,
        fact_sheet=FactSheetService(businesses),
        verdicts=VerdictService(store, clock, changes),
        showing=ShowingService(store, clock),
        notices=notices,
        reviews=reviews,
        scorecards=ScorecardService(store, clock, businesses, agents, figures, scorecard_pages, example=example),
        today=TodayService(store, clock, businesses, agents, freshness, reviews, walks, stopping, knowing),
        upkeep=UpkeepService(store),
        connecting=ConnectService(store, clock, businesses, keys, pulling, sign_in, changes),
        live_agents=live_agents,
        steering=steering,
        stopping=stopping,
        agent_changes=AgentChangeService(
            store, businesses, agents, live_agents, steering, findings, reminders, changes
        ),
        quiet_lines=QuietLineService(store, clock, businesses),
        before_after=BeforeAfterService(clock, businesses, figures),
        knowing=knowing,
        reminders=reminders,
        pulling=pulling,
        syncing=SyncService(clock, businesses, pulling, checking, chasing),
        spending=SpendingService(store, clock, businesses, limits, watch),
        limits=limits,
        marks=MarkService(store, clock, businesses, changes),
        invoices=InvoiceService(store, clock, businesses, changes),
    )
