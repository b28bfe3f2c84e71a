"""The start before the services: the owner's key, and Today as it was shown last."""

from __future__ import annotations

from dataclasses import dataclass

from agentdesk.desktop.folders import Folders
from agentdesk.desktop.key_store import KeyStore
from agentdesk.domain.today import ShownToday
from agentdesk.services.desk.opening import KeyStore as OtherKeyStore
from agentdesk.services.desk.opening import Opening
from agentdesk.ui.desk import Navigator


@dataclass(frozen=True, slots=True)
class Glance:
    """`opening` has the key by now, so that nobody is asked twice. No `shown` at the very first start."""

    opening: Opening
    shown: ShownToday | None


def opening_of(folders: Folders, key_store: OtherKeyStore | None = None) -> Opening:
    """How the owner's own store opens: with the computer's key store, or another one for tests."""
    folders.prepare(only_to_read=True)
    return Opening(folders.profile, key_store or KeyStore(folders.profile_id()))


def glance(
    folders: Folders, passphrase: str | None, recovery_key: str | None, key_store: OtherKeyStore | None = None
) -> Glance:
    """Never on the window's thread: a key store may ask. Raises what `Opening.glance` raises."""
    opening = opening_of(folders, key_store)
    return Glance(opening, opening.glance(passphrase, recovery_key))


class Later(Navigator):
    """Takes down where the owner wants to go while there is nowhere to go yet."""

    def __init__(self) -> None:
        self._wanted: tuple[str, dict[str, object]] | None = None

    def to(self, place: str, **what: object) -> None:
        self._wanted = (place, what)

    def back(self) -> None:
        self._wanted = None

    def go(self, navigation: Navigator) -> None:
        """Goes there now, once."""
        if self._wanted is not None:
            (place, what), self._wanted = self._wanted, None
            navigation.to(place, **what)
