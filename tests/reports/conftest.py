from __future__ import annotations

import pytest

from agentdesk.reports.borrowed import BorrowedFonts
from agentdesk.reports.charts import Charts
from agentdesk.reports.engine import Engine
from tests.reports.paper import RESOURCES


@pytest.fixture(scope="session")
def engine() -> Engine:
    """Without the fonts of this computer: what it prints is the same on every one."""
    return Engine(RESOURCES, BorrowedFonts(RESOURCES / "fonts"))


@pytest.fixture(scope="session")
def charts(engine: Engine) -> Charts:
    return Charts(engine.fonts)
