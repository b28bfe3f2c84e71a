"""Twilio, as the tests of all previews take it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from tests.connectors.kit.fake_service import FakeService
from tests.connectors.kit.of_services import KEY, Previewed
from tests.connectors.twilio.fake import ACCOUNT, NUMBER_SID, FakeTwilio
from tests.services.conftest import FRIDAY


@contextmanager
def _runs() -> Iterator[FakeService]:
    with FakeTwilio(KEY) as service:
        service.add_number()
        for number in range(3):
            service.add_call(f"c{number}", FRIDAY - timedelta(days=2, minutes=number))
        yield service


PREVIEWED = Previewed(
    "twilio", _runs, NUMBER_SID, ACCOUNT, "Front desk line", 0, {"minor": 75, "scale": 4, "currency": "USD"}
)
