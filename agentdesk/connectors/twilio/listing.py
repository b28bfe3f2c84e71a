"""Twilio's lists: pages that name the address of the next one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, quote, urlsplit

from agentdesk.connectors.kit.contract import Link
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood, SignInRefused

PAGE = 1000


def account_path(link: Link) -> str:
    """Where everything of the account is. Raises SignInRefused where none is named."""
    account = link.account.strip()
    if not account:
        raise SignInRefused("Twilio needs the Account SID beside the Auth Token.")
    return f"/2010-04-01/Accounts/{quote(account, safe='')}"


def pages(http: Http, path: str, key: str, asked: Mapping[str, object]) -> Iterator[tuple[tuple[Fields, ...], bool]]:
    """The records of each page, and whether it is the last. Raises NotUnderstood for no list and for one without end.

    Of the next page's address only what is asked there is taken: the place stays the one that was signed in to.
    """
    wanted: list[tuple[str, str]] = [(name, str(value)) for name, value in {**asked, "PageSize": PAGE}.items()]
    met: set[str] = set()
    while True:
        answer = Fields(http.json("GET", path, wanted))
        if not isinstance(answer.at(key).data, list):
            raise NotUnderstood("Twilio answered with something that is no list.")
        following = answer.text("next_page_uri")
        yield answer.entries(key), following is None
        if following is None:
            return
        if following in met:
            raise NotUnderstood("Twilio lists the same page over and over.")
        met.add(following)
        wanted = parse_qsl(urlsplit(following).query, keep_blank_values=True)
