"""Where a service lives: an address that is safe to send a key to."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, replace
from urllib.parse import SplitResult, quote, urlencode, urlsplit

from agentdesk.domain.errors import Sorry


@dataclass(frozen=True, slots=True)
class Address:
    """Scheme, host and port that a key belongs to, and the path that everything starts with."""

    origin: str
    path: str
    host: str
    query: str = ""

    @property
    def root(self) -> Address:
        """The place itself, without the path."""
        return replace(self, path="", query="")

    def url(self, path: str, params: list[tuple[str, str]] | None = None) -> str:
        """`path` below this address, or the address itself for an empty one."""
        query = urlencode(params, quote_via=quote) if params else "" if path else self.query
        return f"{self.origin}{self.path}{_quoted(path)}{'?' + query if query else ''}"


def read_address(text: str) -> Address:
    """An address with https, or with http on this very computer. Raises Sorry with what is wrong with another.

    Calendars write webcal:// for https://.
    """
    try:
        parts = urlsplit(re.sub(r"^webcals?://", "https://", text.strip(), flags=re.IGNORECASE))
        port = parts.port
    except ValueError:
        raise Sorry("That isn't a web address. It should start with https://.") from None
    host = parts.hostname or ""
    if parts.scheme not in {"https", "http"} or not host or not host.isascii():
        raise Sorry("That isn't a web address. It should start with https://.")
    if parts.username or parts.password or "@" in parts.netloc:
        raise Sorry("That address has a name or password in it. Leave them out; they are asked for beside it.")
    if parts.scheme == "http" and not is_this_computer(host):
        raise Sorry("That address isn't protected: it starts with http://, not https://.")
    return Address(_origin(parts, host, port), _quoted(parts.path.rstrip("/")), host, parts.query)


def same_place(address: Address, target: str) -> str | None:
    """The path (and query) of a target that is at this address's origin; None for any other place."""
    try:
        parts = urlsplit(target)
        port = parts.port
    except ValueError:
        return None
    if not parts.scheme and not parts.netloc:
        return f"{parts.path}?{parts.query}" if parts.query else parts.path
    if "@" in parts.netloc or _origin(parts, parts.hostname or "", port) != address.origin:
        return None
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def host_of(target: str) -> str:
    """The host that a target names, empty where it names none or what can't be one."""
    try:
        host = urlsplit(target.strip()).hostname or ""
    except ValueError:
        return ""
    return host if re.fullmatch(r"[a-z0-9.-]{1,253}", host) else ""


def is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _quoted(path: str) -> str:
    return quote(path, safe="/%:@!$&'()*+,;=~-._")


def _origin(parts: SplitResult, host: str, port: int | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    return f"{parts.scheme}://{shown}{'' if port is None or port == usual else f':{port}'}"
