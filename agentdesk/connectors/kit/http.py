"""One careful HTTP client for every service.

It sends only what the connector has listed, only to the address the key belongs to; gives every request one deadline
and every answer a largest size; tries again what may come right; waits when asked; and turns whatever goes wrong
into one of the known troubles.
"""

from __future__ import annotations

import logging
import re
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count, repeat
from types import TracebackType
from typing import Self, TypeVar

import httpcore
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    stop_after_delay,
    wait_exponential_jitter,
)

from agentdesk.connectors.kit.addresses import Address, same_place
from agentdesk.connectors.kit.answers import read_json, write_json
from agentdesk.connectors.kit.patience import PATIENCE, Pace, asked_wait
from agentdesk.connectors.kit.troubles import AskedToWait, CannotReach, NotUnderstood, SignInRefused, Trouble
from agentdesk.connectors.kit.unpacking import Garbled, TooLarge, receive
from agentdesk.connectors.kit.wire import Deadline, trusted
from agentdesk.domain.clock import Clock

log = logging.getLogger(__name__)
T = TypeVar("T")

LARGEST = 24 * 1024 * 1024
"""Bytes of one answer, unpacked."""
REQUEST_SECONDS = 60.0
"""From the first try to connect to the last byte; and after that long nothing is tried again."""
SILENCE_SECONDS = 15.0
TRIES = 4
_FOLLOWED = 3


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """The pull was asked to stop."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A request that a connector may send: `{}` in the path stands for one part of it, `{...}` for all that follows."""

    method: str
    path: str

    def covers(self, method: str, path: str) -> bool:
        start = self.path.removesuffix("{...}")
        pattern = "[^/?#]+".join(re.escape(each) for each in start.split("{}"))
        pattern += "[^?#]*" if start != self.path else ""
        return method == self.method and re.fullmatch(pattern, path) is not None


@dataclass(frozen=True, slots=True)
class Conduct:
    """What a client needs of the world around it. `sleep` returns early when `stopped` has become true."""

    clock: Clock
    sleep: Callable[[float], None] = time.sleep
    stopped: Callable[[], bool] = lambda: False
    visited: Callable[[str], None] = lambda _: None
    """Told the host of every request that is sent."""
    meanwhile: Callable[[], None] = lambda: None
    """Called while an answer is waited for: work that is done then costs no time."""
    believed: Callable[[], ssl.SSLContext] = trusted


@dataclass(frozen=True, slots=True)
class Answer:
    """A service's answer, whole. Header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Again(Exception):  # noqa: N818 - carries the trouble to raise when trying again did not help
    def __init__(self, trouble: Trouble, wait: timedelta | None = None) -> None:
        super().__init__(str(trouble))
        self.trouble = trouble
        self.wait = wait


class Http:
    """A service at an address. Use it in a `with`, from one thread at a time."""

    def __init__(
        self,
        name: str,
        address: Address,
        allowed: Iterable[Allowed],
        headers: Mapping[str, str],
        conduct: Conduct,
        per_minute: int | None = None,
    ) -> None:
        self._name = name
        self._address = address
        self._allowed = tuple(allowed)
        self._headers = {"accept": "application/json", "accept-encoding": "gzip", "user-agent": "AgentDesk", **headers}
        self._conduct = conduct
        self._pace = Pace(per_minute, conduct.sleep)
        self._deadline = Deadline(conduct.meanwhile)
        self._pool = httpcore.ConnectionPool(
            ssl_context=conduct.believed() if address.origin.startswith("https") else None,
            network_backend=self._deadline,
            max_connections=1,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def now(self) -> datetime:
        return self._conduct.clock.now()

    def json(
        self,
        method: str,
        path: str,
        params: Mapping[str, object] | Iterable[tuple[str, str]] | None = None,
        body: object = None,
        *,
        headers: Mapping[str, str] | None = None,
        absent: frozenset[int] = frozenset(),
        again: bool = True,
    ) -> object:
        """The document that is answered; None where the status is one of `absent`.

        Raises a Trouble. `again=False` sends once: for acts, whose outcome is read back instead.
        """
        sent = None if body is None else write_json(body)
        extra = {**({"content-type": "application/json"} if sent is not None else {}), **(headers or {})}
        # bytes that are no UTF-8 may have come to harm on their way: asked once more, then taken as they are
        tries = count(1) if again else repeat(TRIES)
        return self._patiently(
            lambda: self._document(self._send(method, path, _pairs(params), sent, extra, absent), next(tries) > 1),
            again=again,
        )

    def ask(
        self,
        method: str,
        path: str,
        params: Mapping[str, object] | None = None,
        body: bytes | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        absent: frozenset[int] = frozenset(),
        again: bool = True,
        at_root: bool = False,
    ) -> Answer | None:
        """The answer as it came, for what isn't JSON; None where the status is one of `absent`. Raises a Trouble.

        `at_root`: the path is one of the whole place, as services that answer with paths name them, and doesn't
        begin where the address ends.
        """
        return self._patiently(
            lambda: self._send(method, path, _pairs(params), body, headers or {}, absent, at_root=at_root), again=again
        )

    def _patiently(self, attempt: Callable[[], T], *, again: bool) -> T:
        usual = wait_exponential_jitter(multiplier=0.5, max=8, jitter=0.5)

        def wait(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            asked = error.wait if isinstance(error, _Again) else None
            return max(usual(state), asked.total_seconds() if asked else 0.0)

        def sleep(seconds: float) -> None:
            self._conduct.sleep(seconds)
            self._stop_here()

        trying = Retrying(
            retry=retry_if_exception_type(_Again),
            # who took all the time of one try gets no other: it would hold up what comes after by minutes
            stop=stop_after_attempt(TRIES if again else 1) | stop_after_delay(REQUEST_SECONDS),
            wait=wait,
            sleep=sleep,
            reraise=True,
        )
        try:
            return trying(attempt)
        except _Again as error:
            raise error.trouble from None

    def _stop_here(self) -> None:
        if self._conduct.stopped():
            raise Stopped

    def _document(self, answer: Answer | None, torn: bool) -> object:
        if answer is None:
            return None
        if not answer.body.strip():
            raise _Again(NotUnderstood(f"{self._name} answered with nothing."))
        if "html" in answer.headers.get("content-type", "") or answer.body[:1] == b"<":
            raise CannotReach(f"This network wants you to log in first. {self._name} can't be reached until you have.")
        try:
            document = read_json(answer.body, torn=torn)
        except ValueError:
            raise _Again(self._garbled()) from None
        if not isinstance(document, dict | list):
            # no service answers with a bare word or number, least of all with the "nothing" that an absence would be
            raise _Again(self._garbled())
        return document

    def _send(
        self,
        method: str,
        path: str,
        params: list[tuple[str, str]],
        body: bytes | None,
        headers: Mapping[str, str],
        absent: frozenset[int],
        *,
        at_root: bool = False,
    ) -> Answer | None:
        if not any(each.covers(method, path) for each in self._allowed):
            raise ValueError(f"{method} {path} is not on the list of what may be sent")
        url = (self._address.root if at_root else self._address).url(path, params)
        for _ in range(_FOLLOWED):
            self._stop_here()
            self._pace.wait()
            answer = self._once(method, url, body, {**self._headers, **headers})
            if answer.status not in {301, 302, 303, 307, 308}:
                return self._judged(answer, absent)
            url = self._same_place(method, answer.headers.get("location", ""))
        raise NotUnderstood(f"{self._name} sends us round in circles.")

    def _once(self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        self._conduct.visited(self._address.host)
        self._deadline.until = time.monotonic() + REQUEST_SECONDS
        waits = {"connect": SILENCE_SECONDS, "read": SILENCE_SECONDS, "write": SILENCE_SECONDS, "pool": SILENCE_SECONDS}
        sent = [(name.encode(), value.encode()) for name, value in headers.items()]
        sent.append((b"content-length", str(len(body or b"")).encode())) if body is not None else None
        sent.insert(0, (b"host", url.split("/")[2].encode()))
        try:
            with self._pool.stream(method, url, headers=sent, content=body, extensions={"timeout": waits}) as answer:
                if not self._deadline.heard:
                    # what came too much with the answer before
                    raise _Again(self._garbled())
                got = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
                whole = receive(answer.iter_stream(), got.get("content-encoding", ""), LARGEST)
                return Answer(answer.status, got, whole)
        except TooLarge:
            raise NotUnderstood(f"{self._name} sent more at once than AgentDesk takes in.") from None
        except Garbled:
            raise _Again(self._garbled()) from None
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
            raise self._unreached(error) from error

    def _unreached(self, error: Exception) -> Exception:
        log.info("%s was not reached: %s", self._name, type(error).__name__)
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, ssl.SSLError):
                return CannotReach(
                    f"Somebody else answers in place of {self._name}, or its certificate has run out."
                    " Nothing was sent to them."
                )
            cause = cause.__cause__ or cause.__context__
        return _Again(CannotReach(f"{self._name} can't be reached."))

    def _judged(self, answer: Answer, absent: frozenset[int]) -> Answer | None:
        status = answer.status
        if status in {200, 201, 207} or (status == 304 and 304 in absent):
            return answer
        if status in absent:
            return None
        log.info("%s answered with %s", self._name, status)
        if status in {401, 403}:
            raise SignInRefused(f"{self._name} has signed us out. Sign in again?")
        if status == 429:
            raise self._asked(answer)
        if status == 408 or status >= 500:
            wait = asked_wait(answer.headers, self._conduct.clock.now())
            raise self._asked(answer) if wait else _Again(CannotReach(f"{self._name} isn't working at the moment."))
        if status in {404, 405, 410, 451}:
            raise NotUnderstood(f"{self._name} no longer answers where it used to. AgentDesk may need an update.")
        raise self._garbled()

    def _asked(self, answer: Answer) -> Exception:
        now = self._conduct.clock.now()
        wait = asked_wait(answer.headers, now)
        if wait is None:
            return _Again(AskedToWait(f"{self._name} asked us to wait.", now + timedelta(minutes=5)))
        if wait > PATIENCE:
            return AskedToWait(f"{self._name} asked us to wait.", now + wait)
        return _Again(AskedToWait(f"{self._name} asked us to wait.", now + max(wait, PATIENCE)), wait)

    def _same_place(self, method: str, target: str) -> str:
        path = same_place(self._address, target)
        if path is None or not path.startswith("/") or method not in {"GET", "PROPFIND", "REPORT", "OPTIONS"}:
            host = re.sub(r"[^\w.:-]", "", target.split("/")[2] if target.count("/") > 1 else "")[:80]
            raise NotUnderstood(
                f"{self._name} points to another place{f' ({host})' if host else ''}. AgentDesk doesn't follow that."
            )
        return f"{self._address.origin}{path}"

    def _garbled(self) -> NotUnderstood:
        return NotUnderstood(f"{self._name} answered with something AgentDesk can't read.")


def _pairs(
    params: Mapping[str, object] | Iterable[tuple[str, str]] | None,
) -> list[tuple[str, str]]:
    if params is None:
        return []
    pairs = params.items() if isinstance(params, Mapping) else params
    return [(name, str(value)) for name, value in pairs if value is not None]
