"""Bland, as the tests of all previews take it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from tests.connectors.bland.fake import NUMBER, FakeBland
from tests.connectors.kit.fake_service import FakeService
from tests.connectors.kit.of_services import KEY, Previewed
from tests.services.conftest import FRIDAY


@contextmanager
def _runs() -> Iterator[FakeService]:
    with FakeBland(KEY) as service:
        service.add_number()
        for number in range(3):
            service.add_call(f"c{number}", FRIDAY - timedelta(days=2, minutes=number))
        yield service


PREVIEWED = Previewed("bland", _runs, NUMBER, "", NUMBER, 2, {"minor": 675, "scale": 4, "currency": "USD"})
