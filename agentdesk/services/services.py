"""All services of one open store, handed over as one record."""

from __future__ import annotations

from dataclasses import dataclass

from agentdesk.services.agent_changes import AgentChangeService
from agentdesk.services.agent_limits import LimitService
from agentdesk.services.agents import AgentService
from agentdesk.services.approving import ApprovalService
from agentdesk.services.before_after import BeforeAfterService
from agentdesk.services.briefs import BriefService
from agentdesk.services.businesses import BusinessService
from agentdesk.services.calls import CallService
from agentdesk.services.changes import Changes
from agentdesk.services.chasing import ChaseService
from agentdesk.services.checking import CheckService
from agentdesk.services.connecting import ConnectService
from agentdesk.services.diary import DiaryService
from agentdesk.services.digests import DigestService
from agentdesk.services.escalations import EscalationService
from agentdesk.services.fact_sheet import FactSheetService
from agentdesk.services.findings import FindingService
from agentdesk.services.first_run import FirstRunService
from agentdesk.services.freshness import FreshnessService
from agentdesk.services.importing import ImportService
from agentdesk.services.invoices import InvoiceService
from agentdesk.services.knowing import KnowingService
from agentdesk.services.live_agents import LiveAgentService
from agentdesk.services.marking import MarkService
from agentdesk.services.notices import NoticeService
from agentdesk.services.pulling import PullService
from agentdesk.services.putting_right import PuttingRightService
from agentdesk.services.questions import QuestionService
from agentdesk.services.quiet_lines import QuietLineService
from agentdesk.services.rechecking import RecheckService
from agentdesk.services.reminders import ReminderService
from agentdesk.services.reviewing import ReviewService
from agentdesk.services.scorecards import ScorecardService
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


@dataclass(frozen=True, slots=True)
class Services:
    """What the window and the command line can ask for."""

    changes: Changes
    businesses: BusinessService
    first_run: FirstRunService
    setup: SetupService
    agents: AgentService
    briefs: BriefService
    importing: ImportService
    freshness: FreshnessService
    calls: CallService
    diary: DiaryService
    checking: CheckService
    rechecking: RecheckService
    findings: FindingService
    chasing: ChaseService
    escalations: EscalationService
    digests: DigestService
    approvals: ApprovalService
    walks: WalkService
    systems: SystemService
    putting_right: PuttingRightService
    questions: QuestionService
    fact_sheet: FactSheetService
    verdicts: VerdictService
    showing: ShowingService
    notices: NoticeService
    reviews: ReviewService
    scorecards: ScorecardService
    today: TodayService
    upkeep: UpkeepService
    connecting: ConnectService
    live_agents: LiveAgentService
    steering: SteeringService
    stopping: StopService
    agent_changes: AgentChangeService
    before_after: BeforeAfterService
    knowing: KnowingService
    quiet_lines: QuietLineService
    reminders: ReminderService
    pulling: PullService
    syncing: SyncService
    spending: SpendingService
    limits: LimitService
    marks: MarkService
    invoices: InvoiceService
