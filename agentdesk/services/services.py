"""All services of one open store, handed over as one record."""

from __future__ import annotations

from dataclasses import dataclass

from agentdesk.services.agents.agents import AgentService
from agentdesk.services.agents.briefs import BriefService
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
from agentdesk.services.calls.showing import ShowingService
from agentdesk.services.calls.verdicts import VerdictService
from agentdesk.services.changes import Changes
from agentdesk.services.connections.connecting import ConnectService
from agentdesk.services.connections.importing import ImportService
from agentdesk.services.connections.live_agents import LiveAgentService
from agentdesk.services.connections.pulling import PullService
from agentdesk.services.connections.syncing import SyncService
from agentdesk.services.connections.systems import SystemService
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
from agentdesk.services.money.invoices import InvoiceService
from agentdesk.services.money.spending import SpendingService
from agentdesk.services.reviews.reviewing import ReviewService
from agentdesk.services.reviews.scorecards import ScorecardService
from agentdesk.services.reviews.trends import TrendService
from agentdesk.services.setup.first_run import FirstRunService
from agentdesk.services.setup.setup import SetupService
from agentdesk.services.waiting.approving import ApprovalService
from agentdesk.services.waiting.chasing import ChaseService
from agentdesk.services.waiting.digests import DigestService
from agentdesk.services.waiting.escalations import EscalationService
from agentdesk.services.waiting.notices import NoticeService
from agentdesk.services.waiting.reminders import ReminderService


@dataclass(frozen=True, slots=True)
class Services:
    """What the window and the command line can ask for."""

    changes: Changes
    businesses: BusinessService
    first_run: FirstRunService
    setup: SetupService
    agents: AgentService
    briefs: BriefService
    nights: NightService
    importing: ImportService
    freshness: FreshnessService
    calls: CallService
    diary: DiaryService
    checking: CheckService
    rechecking: RecheckService
    findings: FindingService
    watching: WatchService
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
    staff_files: StaffFileService
    trends: TrendService
    today: TodayService
    upkeep: UpkeepService
    backups: BackupService
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
