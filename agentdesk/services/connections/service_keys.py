"""Where the keys of connected services are kept: the computer's key store, or the encrypted store without one."""

from __future__ import annotations

from typing import Protocol

from agentdesk.store import service_keys as stored
from agentdesk.store.store import Store


class ServiceKeys(Protocol):
    """Keys by connection. Calls may block on the desktop's password prompt."""

    def keep(self, connection: str, key: str) -> None:
        """Keeps a key in place of the one before. Raises Sorry, and keeps the one before, where it can't."""

    def read(self, connection: str) -> str | None:
        """The key; None where there is none."""

    def forget(self, connection: str) -> None:
        """The key is gone; one that wasn't there is no error."""


class KeyStore(Protocol):
    """The computer's key store. `desktop` supplies it."""

    def load(self, name: str) -> bytes | None: ...

    def save(self, name: str, secret: bytes | str) -> None: ...

    def remove(self, name: str) -> None: ...


class KeysInKeyStore:
    """Keys in the computer's own key store."""

    def __init__(self, key_store: KeyStore) -> None:
        self._key_store = key_store

    def keep(self, connection: str, key: str) -> None:
        self._key_store.save(_name(connection), key)

    def read(self, connection: str) -> str | None:
        found = self._key_store.load(_name(connection))
        return None if found is None else found.decode("utf-8", "replace")

    def forget(self, connection: str) -> None:
        self._key_store.remove(_name(connection))


class KeysInStore:
    """Keys inside the encrypted store: for a computer without a key store, whose owner has a passphrase."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, connection: str, key: str) -> None:
        with self._store.writing() as db:
            stored.put(db, connection, key)

    def read(self, connection: str) -> str | None:
        with self._store.reading() as db:
            return stored.get(db, connection)

    def forget(self, connection: str) -> None:
        with self._store.writing() as db:
            stored.remove(db, connection)


def _name(connection: str) -> str:
    return f"service/{connection}"
