"""A service's own client judges: it reads our fake, and must come to the same ids, times, words and costs as we do.

These clients can't live beside AgentDesk (they want other versions of what it uses), so each runs as a script in an
environment of its own, made for the moment. The script, `client_reads.py` beside the fake, names what it needs.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agentdesk.domain.call import Call
from tests.judges.cases import Case, drive

_CONNECTORS = Path(__file__).parents[1] / "connectors"
TAKES_AT_MOST = 240.0
"""Seconds, the first time with fetching the client."""


class NotThere(Exception):  # noqa: N818 - nothing is wrong with what is judged
    """The client can't be had: no network, or no such version."""


@dataclass(frozen=True)
class Compared:
    """How two readings of the same calls agree."""

    calls: int
    figures: int
    differences: tuple[str, ...]


def script_of(service: str) -> Path:
    return _CONNECTORS / service / "client_reads.py"


def compare(service: str, case: Case) -> Compared | None:
    """Both readings of one fake; None for a service without a client. Raises NotThere."""
    script = script_of(service)
    if not script.exists():
        return None
    with case.filled() as fake:
        theirs = {each["id"]: each for each in read_by_client(script, fake.url, case.KEY)}
        ours = {name: _our_reading(call) for name, call in drive(service, _reading_only(case), fake.url).calls.items()}
    differences = [
        f"only {'ours' if name in ours else 'theirs'}: {name}" for name in sorted(theirs.keys() ^ ours.keys())
    ]
    figures = 0
    for name in sorted(theirs.keys() & ours.keys()):
        for part, value in theirs[name].items():
            figures += 1
            if ours[name][part] != value:
                differences.append(f"{name} {part}: ours {ours[name][part]!r}, theirs {value!r}")
    return Compared(len(ours), figures, tuple(differences))


def _our_reading(call: Call) -> dict[str, Any]:
    cost = call.cost
    return {
        "id": call.external_id,
        "started_ms": round(call.started_at.timestamp() * 1000),
        "agent": call.agent_external_id,
        "turns": [[each.role, each.text, each.at_seconds] for each in call.turns],
        "cost": None if cost is None else [f"{cost.amount.normalize():f}", cost.currency],
    }


def read_by_client(script: Path, *arguments: str) -> list[dict[str, Any]]:
    """What a script that uses a client has read. Raises NotThere."""
    command = ["uv", "run", "--isolated", "--no-project", "--quiet", "--script", str(script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TAKES_AT_MOST, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["it said nothing"]
        if any(word in done.stderr for word in ("error sending request", "No solution found", "dns error")):
            raise NotThere(said[-1])
        raise RuntimeError("\n".join(said[-15:]))
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@dataclass(frozen=True)
class _ReadingOnly:
    """A case in which no agent is stopped."""

    case: Case
    AGENT: str = ""

    @property
    def KEY(self) -> str:
        return self.case.KEY

    @property
    def ACCOUNT(self) -> str:
        return self.case.ACCOUNT


def _reading_only(case: Case) -> Any:
    return _ReadingOnly(case)
