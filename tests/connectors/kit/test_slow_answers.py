"""A service that sends a byte now and then is given one time limit, whichever service it is."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from agentdesk.connectors.catalogue import services, signed_in
from agentdesk.connectors.kit import http
from agentdesk.connectors.kit.addresses import read_address
from agentdesk.connectors.kit.contract import Link, Service
from agentdesk.connectors.kit.http import Allowed, Conduct, Http
from agentdesk.connectors.kit.secret import Secret
from agentdesk.connectors.kit.troubles import CannotReach
from agentdesk.domain.clock import SetClock

LIMIT = 0.4
"""Seconds, in place of the sixty."""
NOW = datetime(2026, 11, 20, 16, tzinfo=UTC)


@pytest.fixture
def dripping(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of somebody who promises much and sends a byte every fiftieth of a second."""
    monkeypatch.setattr(http, "REQUEST_SECONDS", LIMIT)
    stop = threading.Event()

    def drip() -> None:
        while not stop.is_set():
            with suppress(OSError):
                end, _ = listening.accept()
                with end:
                    end.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n")
                    while not stop.wait(0.02):
                        end.sendall(b" ")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        stop.set()
        thread.join(5)


def test_an_act_that_is_sent_once_is_not_held_up(dripping: str) -> None:
    allowed = (Allowed("POST", "/stop"),)
    with Http("Retell", read_address(dripping), allowed, {}, Conduct(SetClock(NOW))) as opened:
        began = time.monotonic()
        with pytest.raises(CannotReach):
            opened.json("POST", "/stop", again=False)
    assert time.monotonic() - began < 3 * LIMIT


@pytest.mark.parametrize("service", services(), ids=lambda each: each.id)
def test_no_service_is_waited_for_longer_than_one_limit_nor_asked_again(service: Service, dripping: str) -> None:
    conduct = Conduct(SetClock(NOW))
    link = Link("A", read_address(dripping), "somebody", Secret("a key"), ZoneInfo("Europe/London"), conduct)
    with signed_in(service, link) as connector:
        began = time.monotonic()
        with pytest.raises(CannotReach):
            connector.check()
    assert time.monotonic() - began < 3 * LIMIT
