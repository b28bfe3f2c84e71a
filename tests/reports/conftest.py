from __future__ import annotations

import pytest

from agentdesk.reports.charts import Charts
from agentdesk.reports.engine import Engine
from tests.reports.paper import RESOURCES


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(RESOURCES)


@pytest.fixture(scope="session")
def charts(engine: Engine) -> Charts:
    return Charts(engine.fonts)
