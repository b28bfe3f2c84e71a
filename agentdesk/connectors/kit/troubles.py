"""The troubles a service can give. Only `SignInRefused` is for the owner to end; the others date what is shown."""

from __future__ import annotations

from datetime import datetime

from agentdesk.domain.errors import Sorry


class Trouble(Sorry):
    """A service could not be read. `str()` is the sentence for the owner."""


class SignInRefused(Trouble):
    """The service does not take the key."""


class CannotReach(Trouble):
    """Nobody answered, or somebody else did."""


class AskedToWait(Trouble):
    """The service wants to be left alone until `until`."""

    def __init__(self, sentence: str, until: datetime) -> None:
        super().__init__(sentence)
        self.until = until


class NotUnderstood(Trouble):
    """The service answered with something that cannot be what was asked for."""


class Unreadable(Exception):  # noqa: N818 - not an error of the program: one record among good ones
    """One record makes no sense. `str()` says what of it, in plain words."""
