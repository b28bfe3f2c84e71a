"""A service's configuration of an agent: what may be kept of it, and what of it bears on behaviour.

Services keep keys inside configurations. They are taken out before anything is kept or compared, and put back in,
from the live configuration, when a kept one is sent again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from agentdesk.connectors.kit.answers import write_json
from agentdesk.domain.errors import Sorry
from agentdesk.domain.live_agent import LiveSetup

KEPT_THERE = "[kept at the service]"
_SECRET_NAMES = re.compile(
    r"(api|auth|access|secret|private|account|signing|encryption|refresh|bearer|webhook|client|server|user|x)?[_-]?"
    r"(key|token|secret|password|passphrase|pass|passwd|credentials?|authorization|signature|cookie)s?"
    r"|\w*(api_?(key|secret|token)|auth_?token|access_?(key|token)|private_?key|client_?secret|url_?secret)s?|secret__\w+",
    re.IGNORECASE,
)
_LOOKS_SECRET = re.compile(
    r"(?:Bearer|Basic)\s+\S{8,}|\b(?:sk|pk|key|xi|whsec|org|cal_live|cal)[_-][A-Za-z0-9_-]{16,}|\beyJ[\w-]+\.[\w-]+\.[\w-]+"
)
_PLAIN_HEADERS = {"content-type", "accept", "user-agent", "accept-language"}
_COSMETIC = re.compile(
    r"(created|updated|modified|published|last_?\w*|latest_?\w*)_?(at|on|by|time|timestamp|unix_secs|version)s?"
    r"|last_modification_timestamp|modification_timestamp|\w*_?count|usage|e?tag|version|org_?id|is_published|access_info",
    re.IGNORECASE,
)


def without_secrets(data: object) -> object:
    """A copy in which every key stands as `KEPT_THERE`: known by its field's name, its place or its look."""
    return _strip(data, in_headers=False)


def told_without_secrets(setup: LiveSetup) -> LiveSetup:
    """What an agent is told, as it may be shown and kept: people write keys into instructions as well."""
    return replace(
        setup,
        instructions=_text(setup.instructions),
        first_words=_text(setup.first_words),
        tools=tuple(map(_text, setup.tools)),
    )


def with_secrets(kept: object, live: object) -> object:
    """A kept configuration with its keys again, taken from the same places of the live one.

    Raises Sorry where the live one has no such place: a key that nobody has cannot be sent.
    """
    if isinstance(kept, str) and KEPT_THERE in kept:
        if not isinstance(live, str):
            raise Sorry("A key that belongs to the old version is no longer at the service, so it can't be put back.")
        return live
    if isinstance(kept, dict):
        there = live if isinstance(live, dict) else {}
        return {name: with_secrets(each, there.get(name)) for name, each in kept.items()}
    if isinstance(kept, list):
        partners = live if isinstance(live, list) else []
        return [with_secrets(each, _partner(each, place, partners)) for place, each in enumerate(kept)]
    return kept


def fingerprint(data: object, leave_out: Iterable[str] = ()) -> str:
    """Equal for configurations that make an agent behave alike.

    Time stamps, counters, the order of keys, white space at line ends and what `leave_out` names do not count.
    """
    told = _behaviour(data, frozenset(leave_out))
    return hashlib.blake2b(write_json(told), digest_size=16).hexdigest()


def digest(data: object) -> str:
    """Differs whenever anything differs."""
    return hashlib.blake2b(write_json(data), digest_size=16).hexdigest()


def leaving_out(data: object, names: Iterable[str]) -> object:
    """A record without some of its fields."""
    away = frozenset(names)
    return {name: each for name, each in data.items() if name not in away} if isinstance(data, dict) else data


def _strip(data: object, *, in_headers: bool) -> object:
    if isinstance(data, dict):
        return {name: _stripped(name, each, in_headers=in_headers) for name, each in data.items()}
    if isinstance(data, list):
        return [_named(each) if isinstance(each, dict) else _strip(each, in_headers=in_headers) for each in data]
    return _text(data) if isinstance(data, str) else data


def _stripped(name: str, value: object, *, in_headers: bool) -> object:
    secret = _is_secret(name) or (in_headers and name.lower() not in _PLAIN_HEADERS)
    if secret and isinstance(value, str) and value:
        return KEPT_THERE
    return _strip(value, in_headers=in_headers or "header" in name.lower())


@lru_cache(maxsize=512)
def _is_secret(name: str) -> bool:
    return _SECRET_NAMES.fullmatch(name) is not None


def _named(pair: dict[str, object]) -> object:
    """`{"name": "Authorization", "value": …}`, which is how some services write headers."""
    name = pair.get("name") or pair.get("key")
    value = pair.get("value")
    if isinstance(name, str) and isinstance(value, str) and _is_secret(name):
        return {**pair, "value": KEPT_THERE}
    return _strip(pair, in_headers=False)


def _text(text: str) -> str:
    if "://" in text and " " not in text.strip():
        try:
            parts = urlsplit(text)
        except ValueError:
            return KEPT_THERE
        if parts.username or parts.password or _SECRET_NAMES.search(parts.query):
            return KEPT_THERE
    return _LOOKS_SECRET.sub(KEPT_THERE, text)


def _partner(kept: object, place: int, there: list[object]) -> object:
    """The live record that a kept one of a list belongs to: by its name, else by its place."""
    if isinstance(kept, dict):
        for field in ("id", "name", "key", "tool_id"):
            if field in kept:
                return next((each for each in there if isinstance(each, dict) and each.get(field) == kept[field]), None)
    return there[place] if place < len(there) else None


def _behaviour(data: object, away: frozenset[str]) -> object:
    if isinstance(data, dict):
        kept = {name: each for name, each in data.items() if name not in away and not _COSMETIC.fullmatch(name)}
        return {name: _behaviour(kept[name], away) for name in sorted(kept)}
    if isinstance(data, list):
        return [_behaviour(each, away) for each in data]
    return re.sub(r"[ \t\r]+(?=\n|$)", "", data).rstrip("\n") if isinstance(data, str) else data
