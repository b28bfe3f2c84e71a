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
from agentdesk.services.agents.agents import AgentService
from agentdesk.services.agents.briefs import BriefPages, BriefService
from agentdesk.services.agents.knowing import KnowingService
from agentdesk.services.agents.nights import NightService
from agentdesk.services.agents.staff_file import StaffFileService
from agentdesk.services.agents.walks import WalkService
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.business.fact_sheet import FactSheetService
from agentdesk.services.calls.calls import CallService
from agentdesk.services.calls.diary import DiaryService
from agentdesk.services.calls.freshness import FreshnessService
from agentdesk.services.calls.marking import MarkService
from agentdesk.services.calls.masking import Masking
from agentdesk.services.calls.readings import Readings
from agentdesk.services.calls.showing import ShowingService
from agentdesk.services.calls.verdicts import VerdictService
from agentdesk.services.changes import Changes
from agentdesk.services.connections.connecting import ConnectService
from agentdesk.services.connections.importing import ImportService
from agentdesk.services.connections.live_agents import LiveAgentService
from agentdesk.services.connections.pulling import PullService, SignIn, Sleep
from agentdesk.services.connections.service_keys import KeysInStore, ServiceKeys
from agentdesk.services.connections.syncing import SyncService
from agentdesk.services.connections.systems import SystemService
from agentdesk.services.control.act_book import ActBook
from agentdesk.services.control.agent_changes import AgentChangeService
from agentdesk.services.control.before_after import BeforeAfterService
from agentdesk.services.control.steering import SteeringService
from agentdesk.services.control.stopping import StopService
from agentdesk.services.desk.backups import BackupService
from agentdesk.services.desk.today import TodayService
from agentdesk.services.desk.upkeep import UpkeepService
from agentdesk.services.findings.checking import CheckService
from agentdesk.services.findings.findings import FindingService
from agentdesk.services.findings.putting_right import PuttingRightService
from agentdesk.services.findings.questions import QuestionService
from agentdesk.services.findings.quiet_lines import QuietLineService
from agentdesk.services.findings.rechecking import RecheckService
from agentdesk.services.findings.watching import WatchService
from agentdesk.services.money.agent_limits import LimitService
from agentdesk.services.money.cost_watch import CostWatch
from agentdesk.services.money.invoices import InvoiceService
from agentdesk.services.money.spending import SpendingService
from agentdesk.services.reviews.checklists import call_questions
from agentdesk.services.reviews.figures import FigureService
from agentdesk.services.reviews.proofs import ProofService
from agentdesk.services.reviews.review_planning import ReviewPlanner
from agentdesk.services.reviews.reviewing import ReviewService
from agentdesk.services.reviews.scorecards import ScorecardPages, ScorecardService
from agentdesk.services.reviews.trends import TrendService
from agentdesk.services.services import Services
from agentdesk.services.setup.first_run import FirstRunService
from agentdesk.services.setup.setup import SetupService
from agentdesk.services.waiting.approving import ApprovalService
from agentdesk.services.waiting.chasing import ChaseService
from agentdesk.services.waiting.digests import DigestService
from agentdesk.services.waiting.escalations import EscalationService
from agentdesk.services.waiting.notices import NoticeService
from agentdesk.services.waiting.reminders import ReminderService
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
    proofs = ProofService(store, clock, businesses, readings)
    reviews = ReviewService(store, clock, businesses, planner, proofs, questions, changes)
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
    staff_files = StaffFileService(store, businesses, resources / "checklists")
    limits = LimitService(store, clock, watch, limits_of, changes)
    return Services(
        changes=changes,
        businesses=businesses,
        first_run=FirstRunService(store, clock, briefs, resources / "starters", changes),
        setup=SetupService(store, clock, changes),
        agents=agents,
        briefs=briefs,
        nights=NightService(agents, briefs),
        importing=ImportService(store, clock, businesses, freshness, checking, masking, changes),
        freshness=freshness,
        calls=CallService(store),
        diary=DiaryService(store, businesses),
        checking=checking,
        rechecking=RecheckService(store, businesses, readings, checking),
        findings=findings,
        watching=WatchService(store, clock, businesses, changes),
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
        staff_files=staff_files,
        trends=TrendService(store, clock, businesses, figures, staff_files, notices),
        upkeep=UpkeepService(store),
        backups=BackupService(store, clock, businesses, notices),
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
