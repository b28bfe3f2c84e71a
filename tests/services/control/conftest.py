"""An agent at its service, to be steered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.steered import Steered, steered


@pytest.fixture
def retell(tmp_path: Path) -> Iterator[Steered]:
    with steered(tmp_path) as found:
        yield found
