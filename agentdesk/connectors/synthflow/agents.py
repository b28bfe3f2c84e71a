"""Synthflow's assistants: a list, and the configuration of each when asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from agentdesk.connectors.kit.configuration import fingerprint, leaving_out, without_secrets
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.places import walk
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.domain.live_agent import LiveAgent, LiveSetup

NAME = "Synthflow"
PAGE = 100
_ABOUT_IT = ("model_id", "name", "description")


def listed(http: Http, path: str, key: str, name: str, **asked: object) -> Iterator[tuple[tuple[Fields, ...], bool]]:
    """The pages of what the service lists there under `key`, each record known by `name`."""
    return walk(NAME, name, partial(_page, http, path, key, asked))


def one(http: Http, path: str, key: str, **asked: object) -> Fields | None:
    """A single record, which comes as a list of one; None where it isn't there."""
    answer = http.json("GET", path, asked, absent=frozenset({404, 410}))
    found = Fields(answer).items("response", key)
    if answer is not None and len(found) != 1:
        raise NotUnderstood(f"{NAME} answered with something other than the one record that was asked for.")
    return found[0] if found else None


class Agents:
    """The assistants of an account, listed once for all that needs them."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._listed: tuple[LiveAgent, ...] | None = None

    def list_(self) -> tuple[LiveAgent, ...]:
        self._listed = self._asked()
        return self._listed

    def known(self) -> tuple[LiveAgent, ...]:
        """Those of the last listing."""
        return self.list_() if self._listed is None else self._listed

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        """What an assistant is told, with the configuration as it is, keys taken out."""
        path = f"/assistants/{agent.external_id}"
        whole = one(self._http, path, "assistants", include_actions="true")
        if whole is None:
            raise NotUnderstood(f"{NAME} lists an agent that it doesn't have.")
        kept = without_secrets(whole.data)
        told = whole.at("agent")
        return (
            LiveSetup(
                instructions=told.text("prompt") or "",
                first_words=told.text("greeting_message") or "",
                model=told.text("llm") or "",
                voice=told.text("voice_id") or "",
                numbers=agent.numbers,
                rest=fingerprint(leaving_out(kept, _ABOUT_IT)),
            ),
            kept,
        )

    def _asked(self) -> tuple[LiveAgent, ...]:
        found: dict[str, LiveAgent] = {}
        for page, _ in listed(self._http, "/assistants/", "assistants", "model_id"):
            for each in page:
                if name := each.part("model_id"):
                    numbers = tuple(filter(None, (each.text("phone_number"),)))
                    found[name] = LiveAgent(name, each.text("name") or "", numbers)
        return tuple(found.values())


def _page(
    http: Http, path: str, key: str, asked: dict[str, object], place: int
) -> tuple[tuple[Fields, ...], int | None]:
    answer = Fields(http.json("GET", path, {**asked, "limit": PAGE, "offset": place})).at("response")
    if not isinstance(answer.at(key).data, list):
        raise NotUnderstood(f"{NAME} answered with something that is no list.")
    in_all = answer.number("pagination", "total_records")
    return answer.entries(key), None if in_all is None else int(in_all)
