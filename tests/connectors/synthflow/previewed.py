"""Synthflow, as the tests of all previews take it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from tests.connectors.kit.fake_service import FakeService
from tests.connectors.kit.of_services import KEY, Previewed
from tests.connectors.synthflow.fake import ANA, FakeSynthflow
from tests.services.conftest import FRIDAY


@contextmanager
def _runs() -> Iterator[FakeService]:
    with FakeSynthflow(KEY) as service:
        service.add_agent()
        for number in range(3):
            service.add_call(f"c{number}", FRIDAY - timedelta(days=2, minutes=number))
        yield service


PREVIEWED = Previewed("synthflow", _runs, ANA, "", "Ana", 2, None)
