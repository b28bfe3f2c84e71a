"""Opening the store: with the key from the computer's key store, else a passphrase, else the recovery key."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from agentdesk.domain.errors import Sorry
from agentdesk.store.backups import Backup, in_folder, newest_whole, put_back
from agentdesk.store.keys import KeyFile, WrongPassphrase, new_store_key

if TYPE_CHECKING:
    from agentdesk.domain.today import ShownToday
    from agentdesk.services.connections.service_keys import ServiceKeys
    from agentdesk.store.store import Store

STORE = "store.db"
KEYS = "keys.json"
BACKUPS = "backups"
_SECRET = "store"  # noqa: S105 - the name under which the key is kept, not a key


class KeyStore(Protocol):
    """The computer's key store. `desktop` supplies it; its calls may block on a prompt."""

    def available(self) -> bool: ...

    def load(self, name: str) -> bytes | None: ...

    def save(self, name: str, secret: bytes | str) -> None: ...

    def remove(self, name: str) -> None: ...


class NeedsPassphrase(Sorry):
    """The store opens only with a passphrase. `new`: there is no store yet and the owner chooses one."""

    def __init__(self, sentence: str, *, new: bool, recovery: bool) -> None:
        super().__init__(sentence)
        self.new = new
        self.recovery = recovery
        """Whether a recovery key was printed that would open it too."""


class LostStore(Sorry):
    """There are backups of a store that isn't there: to begin with an empty one would be to lose it."""

    def __init__(self) -> None:
        super().__init__(
            "What AgentDesk keeps isn't in its folder any more. Put the newest backup back; or, to begin anew, move "
            "the folder with the backups somewhere else."
        )


class Opening:
    """Opens or makes the store of a profile. Never call it on the window's thread: a key store may ask."""

    def __init__(self, profile: Path, key_store: KeyStore) -> None:
        self._store_path = profile / STORE
        self._backups = profile / BACKUPS
        self._keys = KeyFile(profile / KEYS)
        self._key_store = key_store
        self._unlocked: bytes | None = None
        """The key between the glance and the opening, so that nobody is asked twice."""

    def glance(self, passphrase: str | None = None, recovery_key: str | None = None) -> ShownToday | None:
        """What Today showed last; None where there is no store yet or nothing is kept. To be followed by `open_`.

        Raises NeedsPassphrase, WrongPassphrase and WrongRecoveryKey as `open_` does, and much sooner.
        """
        # the codec's imports; a start that asks for a passphrase does without
        from agentdesk.services.desk.glance import last_shown

        if not self._store_path.exists():
            return None
        self._unlocked = self._existing_key(passphrase, recovery_key)
        return last_shown(self._store_path, self._unlocked)

    def open_(self, passphrase: str | None = None, recovery_key: str | None = None) -> Store:
        """The open store; a new one where there is none.

        Raises NeedsPassphrase when neither the key store nor what was given can open it, LostStore where only
        backups are left, and the store's own errors (wrong key, newer store, damaged). A file that cannot be opened
        is left untouched.
        """
        # SQLAlchemy, which the glance before does without
        from agentdesk.store.store import open_store

        if not self._store_path.exists():
            if in_folder(self._backups):
                raise LostStore
            return open_store(self._store_path, self._make_key(passphrase))
        key, self._unlocked = self._unlocked or self._existing_key(passphrase, recovery_key), None
        store = open_store(self._store_path, key)
        if recovery_key is not None:
            self._keep_again(key)
        return store

    def newest_backup(self, passphrase: str | None = None, recovery_key: str | None = None) -> Backup | None:
        """The newest backup that opens with the owner's key and is whole; None where there is none. Reads all of it.

        Raises as `glance` does. On a computer that has nothing but the backups, a recovery key opens them.
        """
        kept = self._backups / KEYS
        if kept.exists() and not self._keys.path.exists():
            shutil.copy(kept, self._keys.path)
        return newest_whole(self._backups, self._existing_key(passphrase, recovery_key))

    def put_back(self, backup: Backup, passphrase: str | None = None, recovery_key: str | None = None) -> None:
        """Puts a backup where the store belongs, which nobody may have open; what stood there is set aside.

        Raises StoreFull or DamagedStore, and has then changed nothing.
        """
        put_back(backup, self._store_path, self._existing_key(passphrase, recovery_key))

    def recovery_key(self, store: Store) -> str:
        """A new recovery key for the open store, to be printed; the one before no longer opens it."""
        return self._keys.make_recovery_key(store.key)

    def service_keys(self, store: Store) -> ServiceKeys:
        """Where the keys of connected services belong: beside the store's own key, or inside the store."""
        # SQLAlchemy once more: the glance before the store is open must not wait for it
        from agentdesk.services.connections.service_keys import KeysInKeyStore, KeysInStore

        return KeysInStore(store) if self._keys.has_passphrase else KeysInKeyStore(self._key_store)

    def _make_key(self, passphrase: str | None) -> bytes:
        key = new_store_key()
        if passphrase is not None:
            self._keys.wrap_with_passphrase(key, passphrase)
        elif self._key_store.available():
            self._key_store.save(_SECRET, key)
        else:
            raise NeedsPassphrase(
                "This computer has no safe place for a key. "
                "Choose a passphrase, and AgentDesk will ask for it each time.",
                new=True,
                recovery=False,
            )
        return key

    def _existing_key(self, passphrase: str | None, recovery_key: str | None) -> bytes:
        if recovery_key is not None:
            return self._keys.open_with_recovery_key(recovery_key)
        if passphrase is not None and self._keys.has_passphrase:
            return self._keys.open_with_passphrase(passphrase)
        if not self._keys.has_passphrase and self._key_store.available():
            key = self._key_store.load(_SECRET)
            if key is not None:
                return key
        if self._keys.has_passphrase:
            raise NeedsPassphrase(
                "Type your passphrase to open AgentDesk.", new=False, recovery=self._keys.has_recovery
            )
        raise NeedsPassphrase(
            "The key to your records isn't on this computer any more. The recovery key you printed opens them."
            if self._keys.has_recovery
            else "The key to your records isn't on this computer any more, and no recovery key was printed.",
            new=False,
            recovery=self._keys.has_recovery,
        )

    def _keep_again(self, key: bytes) -> None:
        """After the recovery key opened the store: the key goes back to where it belongs."""
        if not self._keys.has_passphrase and self._key_store.available():
            self._key_store.save(_SECRET, key)


__all__ = ["KEYS", "STORE", "KeyStore", "NeedsPassphrase", "Opening", "WrongPassphrase"]
