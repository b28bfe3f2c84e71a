"""An answer whose length is a lie is asked for again, and what is left of it is never read as another answer."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

import pytest

from agentdesk.connectors.kit.addresses import read_address
from agentdesk.connectors.kit.http import Allowed, Conduct, Http
from agentdesk.connectors.kit.troubles import Trouble
from agentdesk.domain.clock import SetClock

NOW = datetime(2026, 11, 20, 16, tzinfo=UTC)
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
RIGHT = b'{"calls": ["right"]}'
WRONG = b'{"calls": ["wrong"]}'
SMUGGLED = HEAD + b"content-length: 20\r\n\r\n" + WRONG


def told(*lengths: str, body: bytes = RIGHT) -> bytes:
    return HEAD + b"".join(b"content-length: %s\r\n" % each.encode() for each in lengths) + b"\r\n" + body


def in_chunks(*sizes: str) -> bytes:
    return HEAD + b"transfer-encoding: chunked\r\n\r\n" + b"".join(b"%s\r\n" % each.encode() for each in sizes)


LIES = {
    "too long": told("2000"),
    "too short": told("7"),
    "negative": told("-20"),
    "no number": told("twenty"),
    "two of them": told("20", "7"),
    "a chunk of nonsense": in_chunks("zz", RIGHT.decode(), "0", ""),
    "a negative chunk": in_chunks("-14", RIGHT.decode(), "0", ""),
    "a chunk without an end": in_chunks("14", RIGHT.decode()),
    "a chunk larger than any": in_chunks("f" * 17, RIGHT.decode(), "0", ""),
}


@contextmanager
def answering(*answers: bytes, hangs_up: bool = True) -> Iterator[tuple[str, list[bytes]]]:
    """Somebody who gives these answers, one a request, and the last one ever after; and the requests that came.

    `hangs_up`: after each but the last.
    """
    heard: list[bytes] = []
    stop = threading.Event()

    def speak(end: socket.socket) -> None:
        with end, suppress(OSError):
            end.settimeout(2)
            while b"\r\n\r\n" in (request := end.recv(65536)):
                heard.append(request)
                answer = answers[min(len(heard), len(answers)) - 1]
                end.sendall(answer)
                if hangs_up and answer is not answers[-1]:
                    return

    def listen() -> None:
        while not stop.is_set():
            with suppress(OSError):
                end, _ = listening.accept()
                speak(end)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)
        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", heard
        stop.set()
        thread.join(5)


def client(address: str, sleep: Callable[[float], None] = lambda _: None) -> Http:
    conduct = Conduct(SetClock(NOW), sleep=sleep)
    return Http("Retell", read_address(address), (Allowed("GET", "/calls"),), {}, conduct)


@pytest.mark.parametrize("lie", LIES)
def test_a_broken_length_is_asked_for_again(lie: str) -> None:
    with answering(LIES[lie], told("20")) as (address, heard), client(address) as opened:
        assert opened.json("GET", "/calls") == {"calls": ["right"]}
        assert opened.json("GET", "/calls") == {"calls": ["right"]}
    assert len(heard) >= 2


def test_an_answer_nobody_asked_for_is_never_taken_for_one() -> None:
    both = told("20") + SMUGGLED
    with answering(both, told("20"), hangs_up=False) as (address, _), client(address) as opened:
        answers = [opened.json("GET", "/calls") for _ in range(3)]
    assert answers == [{"calls": ["right"]}] * 3


@pytest.mark.parametrize("lie", LIES)
def test_a_service_that_never_tells_the_truth_is_said_in_a_sentence(lie: str) -> None:
    with answering(LIES[lie]) as (address, _), client(address) as opened, pytest.raises(Trouble) as said:
        opened.json("GET", "/calls")
    assert str(said.value).startswith(("Retell ", "AgentDesk "))
