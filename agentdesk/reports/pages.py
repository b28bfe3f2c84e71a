"""Everything on paper behind one door: what services ask for, with engine, fonts and charts made once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from agentdesk.domain.agent import Agent
    from agentdesk.domain.brief import BriefVersion
    from agentdesk.domain.business import Business
    from agentdesk.domain.scorecard import Scorecard
    from agentdesk.reports.charts import Charts
    from agentdesk.reports.engine import Engine


class Pages:
    """Writes each document. Cheap to make: nothing heavy is loaded before the first page. Any thread may call it.

    `zone` says whose day the "made on" of a scorecard is; without it, the day in the United Kingdom.
    """

    def __init__(self, resources: Path, zone: Callable[[], ZoneInfo] = lambda: ZoneInfo("Europe/London")) -> None:
        self._resources = resources
        self._zone = zone

    # What a page is made with is imported with the first page; a start has none.
    @cached_property
    def _engine(self) -> Engine:
        from agentdesk.reports.engine import Engine

        return Engine(self._resources)

    @cached_property
    def charts(self) -> Charts:
        from agentdesk.reports.charts import Charts

        return Charts(self._engine.fonts)

    def write_scorecard(self, scorecard: Scorecard, path: Path) -> None:
        """Exactly two A4 pages. Raises Sorry when it can't be saved."""
        from agentdesk.reports.scorecard_pdf import write_scorecard

        write_scorecard(self._engine, self.charts, scorecard, path, self._zone())

    def write_brief(
        self,
        business: Business,
        agent: Agent,
        version: BriefVersion,
        path: Path,
        live_since: datetime | None = None,
    ) -> None:
        """Exactly one A4 page. Targets set after `live_since` are stamped so. Raises Sorry when it can't be saved."""
        from agentdesk.reports.brief_pdf import write_brief

        write_brief(self._engine, business, agent, version, path, live_since)

    def write_staff_sheet(self, business: Business, agent: Agent, version: BriefVersion, path: Path) -> None:
        """Exactly one A4 page. Raises Sorry when it can't be saved."""
        from agentdesk.reports.staff_sheet_pdf import write_staff_sheet

        write_staff_sheet(self._engine, business, agent, version, path)
