"""A service on the loopback: routes that answer, and on request every way in which a service can misbehave."""

from __future__ import annotations

import gzip
import json
import random
import re
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Request:
    """A request as it came in."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    parts: tuple[str, ...] = ()
    """What stood in the place of each `{}` of the route."""

    @property
    def json(self) -> Any:
        return json.loads(self.body or b"null")


@dataclass(frozen=True)
class Reply:
    """An answer: `body` is sent as JSON unless it is bytes."""

    body: object = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return json.dumps(
            self.body, default=lambda each: float(each) if isinstance(each, Decimal) else str(each)
        ).encode()


Handler = Callable[[Request], Reply]
Fault = Callable[[random.Random, Reply], Reply | str]
"""Another answer in place of the right one, or the name of something done to the wire: "cut", "drop"."""


class FakeService:
    """Answers on 127.0.0.1 from `start` to `stop`. Every request is kept in `requests`."""

    def __init__(self) -> None:
        self._routes: list[tuple[str, re.Pattern[str], Handler]] = []
        self.requests: list[Request] = []
        self.faults: tuple[Fault, ...] = ()
        self.fault_rate = 0.0
        self.random = random.Random(0)  # noqa: S311 - faults are drawn, not secrets
        self.lock = threading.RLock()
        service = self

        class _Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            wbufsize = -1

            def log_message(self, *_: object) -> None:
                pass

            def handle_any(self) -> None:
                service._serve(self)

            do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = do_PROPFIND = do_REPORT = handle_any

        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def route(self, method: str, path: str, handler: Handler) -> None:
        """Answers requests for a path, in which `{}` stands for one part."""
        pattern = "([^/]+)".join(re.escape(each) for each in path.split("{}"))
        self._routes.append((method, re.compile(pattern), handler))

    def route_first(self, method: str, path: str, handler: Handler) -> None:
        """As `route`, before every other."""
        self.route(method, path, handler)
        self._routes.insert(0, self._routes.pop())

    def asked(self, method: str, path: str) -> int:
        """How often a path was asked for."""
        pattern = re.compile("[^/]+".join(re.escape(each) for each in path.split("{}")))
        return sum(each.method == method and pattern.fullmatch(each.path) is not None for each in self.requests)

    def _answer(self, request: Request) -> Reply | str:
        with self.lock:
            self.requests.append(request)
            reply = self._routed(request)
            if self.faults and self.random.random() < self.fault_rate:
                return self.random.choice(self.faults)(self.random, reply)
            return reply

    def _routed(self, request: Request) -> Reply:
        for method, pattern, handler in self._routes:
            found = pattern.fullmatch(request.path)
            if method == request.method and found:
                return handler(Request(**{**request.__dict__, "parts": found.groups()}))
        return Reply({"error": "not found"}, 404)

    def _serve(self, wire: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(wire.path)
        body = wire.rfile.read(int(wire.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in wire.headers.items()}
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        reply = self._answer(Request(wire.command, parts.path, query, headers, body))
        if isinstance(reply, str):
            _break(wire, reply)
            return
        content = reply.content
        lines = {"content-type": "application/json", **{name.lower(): value for name, value in reply.headers.items()}}
        lines.setdefault("content-length", str(len(content)))
        wire.send_response(reply.status)
        for name, value in lines.items():
            wire.send_header(name, value)
        wire.end_headers()
        wire.wfile.write(content)
        if int(lines["content-length"]) != len(content):
            wire.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is nothing to report: some tests make it do so."""


def _break(wire: BaseHTTPRequestHandler, how: str) -> None:
    wire.close_connection = True
    if how == "cut":
        wire.send_response(200)
        wire.send_header("content-type", "application/json")
        wire.send_header("content-length", "500")
        wire.end_headers()
        wire.wfile.write(b'{"items": [{"call_id": "ab')
        wire.wfile.flush()
    wire.connection.shutdown(socket.SHUT_RDWR)


def busy(_: random.Random, __: Reply) -> Reply:
    return Reply({"error": "busy"}, 503)


def too_often(chance: random.Random, _: Reply) -> Reply:
    wait = chance.choice(["1", "2", "soon", "-4", "Wed, 21 Oct 2015 07:28:00 GMT"])
    return Reply({"status": "error"}, 429, {"retry-after": wait})


def nothing(_: random.Random, __: Reply) -> Reply:
    return Reply(b"")


def half(chance: random.Random, reply: Reply) -> Reply:
    content = reply.content
    return Reply(content[: chance.randrange(len(content) or 1)])


def other_shape(chance: random.Random, _: Reply) -> Reply:
    return Reply(chance.choice([None, 42, "ok", [], {"error": "oops"}]))


def not_what_it_says(_: random.Random, reply: Reply) -> Reply:
    return Reply(reply.content, headers={"content-encoding": "gzip"})


def bomb(_: random.Random, __: Reply) -> Reply:
    return Reply(gzip.compress(b" " * 40_000_000, 1), headers={"content-encoding": "gzip"})


def cut(_: random.Random, __: Reply) -> str:
    return "cut"


def drop(_: random.Random, __: Reply) -> str:
    return "drop"


WIRE_FAULTS: tuple[Fault, ...] = (busy, too_often, nothing, half, other_shape, not_what_it_says, cut, drop)
"""Faults after which asking again may bring the right answer."""
