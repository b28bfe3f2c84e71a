"""Who comes, what for and to whom: a booking has only their names at the service, each of which is asked for once."""

from __future__ import annotations

from collections.abc import Sequence

from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http

_NOT_TO_BE_HAD = frozenset({403, 404})
"""Deleted, or not for this token: the booking stands without it."""


class Names:
    """What was asked for in one pull."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._customers: dict[str, Fields] = {}
        self._services: dict[str, str | None] = {}
        self._people: dict[str, str | None] = {}

    def look_up(self, customers: Sequence[str | None]) -> None:
        """Asks for all of these that are not known yet, together."""
        wanted = [each for each in dict.fromkeys(filter(None, customers)) if each not in self._customers]
        if not wanted:
            return
        asked = {"customer_ids": wanted}
        answer = Fields(self._http.json("POST", "/v2/customers/bulk-retrieve", body=asked, absent=_NOT_TO_BE_HAD))
        self._customers |= {each: answer.at("responses", each, "customer") for each in wanted}

    def customer(self, name: str | None) -> Fields:
        """A customer that was looked up; nothing where there is none."""
        return self._customers.get(name or "", Fields({}))

    def service(self, name: str | None) -> str | None:
        """What is done, as it is called in the catalogue."""
        if name and name not in self._services:
            asked = {"include_related_objects": "true"}
            answer = Fields(self._http.json("GET", f"/v2/catalog/object/{name}", asked, absent=_NOT_TO_BE_HAD))
            # the variation is often only called "Regular"; what it is one of has the name that people say
            item = answer.text("object", "item_variation_data", "item_id")
            related = (each for each in answer.items("related_objects") if item and each.text("id") == item)
            called = next((each.text("item_data", "name") for each in related), None)
            self._services[name] = called or answer.text("object", "item_variation_data", "name")
        return self._services.get(name or "")

    def person(self, name: str | None) -> str | None:
        """Who does it."""
        if name and name not in self._people:
            answer = self._http.json("GET", f"/v2/team-members/{name}", absent=_NOT_TO_BE_HAD)
            member = Fields(answer).at("team_member")
            both = (member.text("given_name"), member.text("family_name"))
            self._people[name] = " ".join(filter(None, both)) or None
        return self._people.get(name or "")
