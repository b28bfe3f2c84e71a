"""The document judges: `prism` stands between our connector and our fake, and objects to what either gets wrong."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import urlencode

from agentdesk.connectors.kit.troubles import Trouble
from tests.connectors.kit.fake_service import FakeService, Reply, Request
from tests.judges.cases import Case, drive

PRISM = "@stoplight/prism-cli@5.14.2"
STARTS_WITHIN = 240.0
"""Seconds. A document of a megabyte takes a while to be read."""


@dataclass(frozen=True)
class Judged:
    """What the document had to say of a service."""

    requests: int
    read: int
    objections: tuple[str, ...]


class Between(FakeService):
    """Passes everything on to prism and keeps its objections."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target
        self.objections: list[str] = []

    def _routed(self, request: Request) -> Reply:
        query = f"?{urlencode(dict(request.query))}" if request.query else ""
        headers = {name: value for name, value in request.headers.items() if name not in {"host", "accept-encoding"}}
        onward = urllib.request.Request(  # noqa: S310 - to the loopback
            f"{self._target}{request.path}{query}", request.body or None, headers, method=request.method
        )
        try:
            with urllib.request.urlopen(onward, timeout=60) as answer:  # noqa: S310
                return _passed_back(answer)
        except urllib.error.HTTPError as refused:
            body = refused.read()
            if "problem+json" in refused.headers.get("content-type", ""):
                self.objections.append(_in_words(request, body))
            return Reply(body, refused.code)


def judge(service: str, case: Case, documents: Path) -> Judged:
    """Drives the connector against the fake with the document between. Raises FileNotFoundError without document."""
    document = next(iter(sorted(documents.glob(case.DOCUMENT))), None)
    if document is None:
        raise FileNotFoundError(f"no {case.DOCUMENT} in the folder of documents")
    with case.filled() as fake, _prism(document, fake.url) as target, Between(target) as between:
        read = 0
        try:
            desk = drive(service, case, between.url)
            read = len(desk.calls) + len(desk.bookings)
            between.objections += [f"set aside: {name}: {why}" for name, why in desk.aside.items()]
        except (Trouble, AssertionError) as wrong:
            between.objections.append(f"stopped: {wrong}")
        return Judged(len(between.requests), read, tuple(dict.fromkeys(between.objections)))


@contextmanager
def _prism(document: Path, upstream: str) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["npx", "--yes", PRISM, "proxy", "--errors", "-h", "127.0.0.1", "-p", str(port), str(document), upstream]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.5)
    raise RuntimeError("prism did not start")


def _passed_back(answer: HTTPResponse) -> Reply:
    return Reply(answer.read(), answer.status)


def _in_words(request: Request, body: bytes) -> str:
    said = json.loads(body)
    wrong = said.get("validation") or [{"message": said.get("detail", "")}]
    details = "; ".join(
        f"{'.'.join(map(str, each.get('location', ())))} {each.get('message', '')}".strip() for each in wrong[:4]
    )
    return f"{request.method} {request.path}: {said.get('title')}: {details}"
