"""The one HTTP client: what it sends, to whom, how long it waits, and what it makes of every kind of answer."""

from __future__ import annotations

import gzip
import ssl
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import trustme

from agentdesk.connectors.kit import http, wire
from agentdesk.connectors.kit.addresses import read_address
from agentdesk.connectors.kit.http import Allowed, Conduct, Http
from agentdesk.connectors.kit.patience import LONGEST_WAIT, Pace, asked_wait
from agentdesk.connectors.kit.troubles import AskedToWait, CannotReach, NotUnderstood, SignInRefused, Trouble
from agentdesk.connectors.kit.unpacking import TooLarge, receive
from agentdesk.domain.clock import SetClock
from tests.connectors.kit.fake_service import FakeService, Reply

NOW = datetime(2026, 11, 20, 16, tzinfo=UTC)
KEY = {"authorization": "Bearer canary-7319", "xi-api-key": "canary-7319"}
ALLOWED = (Allowed("GET", "/calls/{}"), Allowed("GET", "/calls"), Allowed("POST", "/stop"))


@pytest.fixture
def service() -> Iterator[FakeService]:
    with FakeService() as started:
        yield started


@pytest.fixture
def trap() -> Iterator[FakeService]:
    """Somebody else's server. Nothing may ever arrive here."""
    with FakeService() as started:
        yield started
        assert started.requests == []


@contextmanager
def client(
    url: str, clock: SetClock | None = None, believed: Callable[[], ssl.SSLContext] = wire.trusted
) -> Iterator[Http]:
    """A client for whom waiting moves the clock on instead of passing time."""
    set_clock = clock or SetClock(NOW)
    conduct = Conduct(set_clock, sleep=lambda seconds: set_clock.advance(timedelta(seconds=seconds)), believed=believed)
    with Http("Retell", read_address(url), ALLOWED, KEY, conduct) as opened:
        yield opened


def get(service: FakeService, reply: Reply, absent: frozenset[int] = frozenset()) -> object:
    service.route("GET", "/calls", lambda _: reply)
    with client(service.url) as opened:
        return opened.json("GET", "/calls", absent=absent)


def test_only_what_is_listed_is_ever_sent(service: FakeService) -> None:
    with client(service.url) as opened:
        for method, path in (("DELETE", "/calls/1"), ("GET", "/calls/1/../../keys"), ("POST", "/calls"), ("GET", "/")):
            with pytest.raises(ValueError, match="not on the list"):
                opened.json(method, path)
    assert service.requests == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_key_follows_nobody_to_another_place(service: FakeService, trap: FakeService, status: int) -> None:
    for target in (f"{trap.url}/calls", trap.url.replace("http:", ""), "https://127.0.0.1/calls", "file:///etc/passwd"):
        with pytest.raises(NotUnderstood, match="points to another place"):
            get(service, Reply(status=status, headers={"location": target}))


def test_within_one_place_it_follows_but_not_in_circles(service: FakeService) -> None:
    service.route("GET", "/calls", lambda _: Reply(status=307, headers={"location": "/calls/new"}))
    service.route("GET", "/calls/new", lambda _: Reply({"calls": []}))
    service.route("GET", "/calls/round", lambda _: Reply(status=302, headers={"location": "/calls/round"}))
    service.route("POST", "/stop", lambda _: Reply(status=307, headers={"location": "/calls/new"}))
    with client(service.url) as opened:
        assert opened.json("GET", "/calls") == {"calls": []}
        with pytest.raises(NotUnderstood, match="circles"):
            opened.json("GET", "/calls/round")
        with pytest.raises(NotUnderstood, match="another place"):
            opened.json("POST", "/stop", again=False)


@pytest.mark.parametrize("name", ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"])
def test_no_variable_sends_a_request_elsewhere(
    service: FakeService, trap: FakeService, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, trap.url)
    assert get(service, Reply([1])) == [1]


class Hello(BaseHTTPRequestHandler):
    """Answers whoever believes its certificate, and remembers what was sent."""

    heard: list[str]

    def do_GET(self) -> None:
        self.heard.append(self.headers.get("authorization", ""))
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"[]")

    def log_message(self, *_: object) -> None:
        pass


class Secured(HTTPServer):
    def handle_error(self, *_: object) -> None:
        """A client that does not believe us hangs up."""


@contextmanager
def secured(certificate: trustme.LeafCert, heard: list[str]) -> Iterator[str]:
    """A server on the loopback with that certificate; its address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    server = Secured(("127.0.0.1", 0), type("Answers", (Hello,), {"heard": heard}))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_nobody_with_a_wrong_certificate_hears_the_key() -> None:
    ours, stranger = trustme.CA(), trustme.CA()
    yesterday = datetime.now(UTC) - timedelta(days=1)
    wrong = {
        "unknown authority": stranger.issue_cert("127.0.0.1"),
        "another name": ours.issue_cert("example.org"),
        "run out": ours.issue_cert("127.0.0.1", not_before=yesterday - timedelta(days=9), not_after=yesterday),
    }

    def believed() -> ssl.SSLContext:
        context = ssl.create_default_context()
        ours.configure_trust(context)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context

    heard: list[str] = []
    for certificate in wrong.values():
        somebody_else = pytest.raises(CannotReach, match="Somebody else answers in place of Retell")
        with secured(certificate, heard) as url, client(url, believed=believed) as opened, somebody_else:
            opened.json("GET", "/calls")
    assert heard == []
    with secured(ours.issue_cert("127.0.0.1"), heard) as url, client(url, believed=believed) as opened:
        assert opened.json("GET", "/calls") == []
    assert heard == [KEY["authorization"]]


def test_no_variable_makes_a_stranger_believed(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stranger, heard = trustme.CA(), list[str]()
    bundle = tmp_path_factory.mktemp("stranger") / "ca.pem"
    stranger.cert_pem.write_to_path(bundle)
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bundle))
    wire.trusted.cache_clear()
    somebody_else = pytest.raises(CannotReach, match="Somebody else")
    with secured(stranger.issue_cert("127.0.0.1"), heard) as url, client(url) as opened, somebody_else:
        opened.json("GET", "/calls")
    assert heard == []


def test_old_protocols_are_not_spoken() -> None:
    assert wire.trusted().minimum_version >= ssl.TLSVersion.TLSv1_2
    assert wire.trusted().verify_mode is ssl.CERT_REQUIRED
    assert wire.trusted().check_hostname


@pytest.mark.parametrize("packed", [True, False])
def test_no_answer_is_taken_in_beyond_its_size(service: FakeService, packed: bool) -> None:
    much = b"[" + b" " * (http.LARGEST + 1) + b"]"
    reply = Reply(gzip.compress(much, 1), headers={"content-encoding": "gzip"}) if packed else Reply(much)
    with pytest.raises(NotUnderstood, match="more at once"):
        get(service, reply)
    assert len(service.requests) == 1, "a bomb is not asked for again"


def test_what_would_unpack_to_more_is_never_held() -> None:
    packed = gzip.compress(b" " * 50_000_000, 9)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            receive([packed], "gzip", 1_000_000)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 5_000_000


@pytest.mark.parametrize(
    ("reply", "kind", "says"),
    [
        (Reply(b""), NotUnderstood, "answered with nothing"),
        (Reply(b"<!doctype html><title>Hotel"), CannotReach, "wants you to log in first"),
        (Reply({"calls": []}, headers={"content-type": "text/html"}), CannotReach, "wants you to log in first"),
        (Reply(None), NotUnderstood, "can't read"),
        (Reply(42), NotUnderstood, "can't read"),
        (Reply(b'{"calls": ['), NotUnderstood, "can't read"),
        (Reply('{"calls": []}'.encode("utf-16")), NotUnderstood, "can't read"),
        (Reply(b"[" * 100_000), NotUnderstood, "can't read"),
        (Reply({}, headers={"content-encoding": "br"}), NotUnderstood, "can't read"),
        (Reply({}, headers={"content-encoding": "gzip"}), NotUnderstood, "can't read"),
        (Reply({}, 204), NotUnderstood, "can't read"),
        (Reply({}, 206), NotUnderstood, "can't read"),
        (Reply({}, 304), NotUnderstood, "can't read"),
        (Reply({}, 401), SignInRefused, "signed us out"),
        (Reply({}, 403), SignInRefused, "signed us out"),
        (Reply({}, 404), NotUnderstood, "no longer answers where it used to"),
        (Reply({}, 410), NotUnderstood, "no longer answers where it used to"),
        (Reply({}, 451), NotUnderstood, "no longer answers where it used to"),
        (Reply({}, 500), CannotReach, "isn't working"),
    ],
)
def test_every_odd_answer_is_one_known_trouble_in_one_sentence(
    service: FakeService, reply: Reply, kind: type[Trouble], says: str
) -> None:
    with pytest.raises(kind, match=says) as told:
        get(service, reply)
    assert "canary" not in str(told.value)


def test_a_byte_order_mark_is_no_trouble(service: FakeService) -> None:
    assert get(service, Reply(b'\xef\xbb\xbf{"calls": []}')) == {"calls": []}


def test_what_may_be_absent_is_none(service: FakeService) -> None:
    assert get(service, Reply({}, 404), absent=frozenset({404})) is None


@pytest.mark.parametrize("place", range(0, 60, 6))
def test_a_document_cut_anywhere_is_asked_for_again(service: FakeService, place: int) -> None:
    whole = b'{"calls": [{"id": "a", "words": "caf\xc3\xa9"}, {"id": "b", "n": 12.50}]}'
    answers = iter([Reply(whole[:place]), Reply(whole)])
    service.route("GET", "/calls", lambda _: next(answers))
    with client(service.url) as opened:
        document = opened.json("GET", "/calls")
    assert isinstance(document, dict)
    assert len(document["calls"]) == 2


def test_an_act_is_sent_once_whatever_comes_back(service: FakeService) -> None:
    service.route("POST", "/stop", lambda _: Reply({}, 500))
    with client(service.url) as opened, pytest.raises(CannotReach):
        opened.json("POST", "/stop", body={"stop": True}, again=False)
    assert len(service.requests) == 1


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("7", timedelta(seconds=7)),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), timedelta(seconds=90)),
        (format_datetime(NOW - timedelta(days=90), usegmt=True), None),
        ("31536000", LONGEST_WAIT),
        ("9" * 400, LONGEST_WAIT),
        ("0", None),
        ("-4", None),
        ("soon", None),
        ("٧", None),
        ("", None),
    ],
)
def test_a_wait_is_understood_in_every_form_and_bounded(said: str, wait: timedelta | None) -> None:
    assert asked_wait({"retry-after": said}, NOW) == wait


def test_a_short_wait_is_sat_out_and_a_long_one_is_dated(service: FakeService) -> None:
    clock, answers = SetClock(NOW), [Reply({}, 429, {"retry-after": "9"}), Reply([1])]
    asked_at: list[datetime] = []

    def answer(_: object) -> Reply:
        asked_at.append(clock.now())
        return answers.pop(0)

    service.route("GET", "/calls", answer)
    with client(service.url, clock) as opened:
        assert opened.json("GET", "/calls") == [1]
        assert asked_at[1] - asked_at[0] >= timedelta(seconds=9)
        answers.append(Reply({}, 503, {"retry-after": "600"}))
        with pytest.raises(AskedToWait) as told:
            opened.json("GET", "/calls")
    assert told.value.until == clock.now() + timedelta(minutes=10)


def test_no_more_requests_in_a_minute_than_a_service_wants() -> None:
    slept: list[float] = []
    pace = Pace(3, slept.append)
    for _ in range(4):
        pace.wait()
    assert len(slept) == 1
    assert 59 < slept[0] <= 60
