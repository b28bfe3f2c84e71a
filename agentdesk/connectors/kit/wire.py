"""The network as the HTTP engine sees it: with one deadline for everything that belongs to a request.

Limits on single reads stop nobody who sends a byte a second; here every read gets what is left of the whole.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import certifi
import httpcore


class Deadline(httpcore.NetworkBackend):
    """Connections whose every wait ends at `until` (monotonic seconds), whoever waits for what.

    `meanwhile` is called before each read, when all has been sent and the other side is at work. `heard`: whether
    anything came since the last that was sent. The engine takes what came too much for the answer to what is asked
    next; it is the only answer for which nothing is read.
    """

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self._inner = httpcore.SyncBackend()
        self.meanwhile = meanwhile
        self.until = 0.0
        self.heard = False

    def left(self, timeout: float | None) -> float:
        """What may still be waited. Raises ReadTimeout when nothing is left."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the request has had its time")
        return left if timeout is None else min(timeout, left)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._inner.connect_tcp(host, port, self.left(timeout), local_address, socket_options)
        return _Stream(stream, self)


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._deadline.meanwhile()
        content = self._inner.read(max_bytes, self._deadline.left(timeout))
        self._deadline.heard = True
        return content

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._deadline.heard = False
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(
            self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


@lru_cache(maxsize=1)
def trusted() -> ssl.SSLContext:
    """Whom we believe: the usual authorities, the same on every system. Twenty milliseconds, so made once."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
