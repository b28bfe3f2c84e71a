"""The operating system's own key store: Secret Service on Linux, Keychain on macOS, Credential Manager on Windows.

Nothing else is ever used. `keyring`'s own choice of back end is passed by, because it listens to environment variables
and falls for plain-text files when a package that brings one is installed.

Every call may block for as long as the owner takes to answer the desktop's password prompt: never call one on the
window's thread.
"""

from __future__ import annotations

import base64
import binascii
import logging
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from agentdesk.domain.errors import Sorry

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

_SERVICE = "AgentDesk"
_Answer = TypeVar("_Answer")


class NoKeyStore(Sorry):
    """This computer has no key store that can be trusted, or it did not keep what it was given."""


class KeyStoreLocked(Sorry):
    """The key store is there, but it was not unlocked."""


class KeyStore:
    """Secrets of one profile, by name. Several profiles never see each other's.

    After the owner has turned a prompt down no second one appears: calls raise `KeyStoreLocked` at once until
    `ask_again`. May be used from several threads; they wait for each other, so that there is one prompt at a time.
    """

    def __init__(self, profile_id: str, backend: Callable[[], KeyringBackend | None] | None = None) -> None:
        self._profile_id = profile_id
        self._find_backend = backend or system_backend
        self._one_at_a_time = threading.Lock()
        self._turned_down = False

    def available(self) -> bool:
        """Whether there is a key store to ask. Never prompts; it may still be locked."""
        return self._find_backend() is not None

    def ask_again(self) -> None:
        """Let the next call prompt, after the owner said that the key store can be unlocked now."""
        self._turned_down = False

    def save(self, name: str, secret: bytes | str) -> None:
        """Keep a secret and read it back. Text is kept as UTF-8. Raises `NoKeyStore` or `KeyStoreLocked`."""
        wanted = secret.encode() if isinstance(secret, str) else secret
        kept_as = base64.b64encode(wanted).decode("ascii")
        self._ask(lambda backend: backend.set_password(_SERVICE, self._full(name), kept_as))
        if self.load(name) != wanted:
            raise NoKeyStore("The computer's key store did not keep the key. Use a passphrase for AgentDesk instead.")

    def load(self, name: str) -> bytes | None:
        """The secret as it was saved (text as UTF-8), or None when there is none or it was changed by another program.

        Raises `NoKeyStore` or `KeyStoreLocked`.
        """
        kept = self._ask(lambda backend: backend.get_password(_SERVICE, self._full(name)))
        if kept is None:
            return None
        try:
            return base64.b64decode(kept, validate=True)
        except (binascii.Error, ValueError):
            log.warning("The key store holds something for %s that AgentDesk did not write", name)
            return None

    def remove(self, name: str) -> None:
        """Forget a secret; one that is not there is no error. Raises `NoKeyStore` or `KeyStoreLocked`."""
        if self.load(name) is not None:
            self._ask(lambda backend: backend.delete_password(_SERVICE, self._full(name)))

    def _full(self, name: str) -> str:
        return f"{self._profile_id}/{name}"

    def _ask(self, question: Callable[[KeyringBackend], _Answer]) -> _Answer:
        from keyring.errors import KeyringLocked

        with self._one_at_a_time:
            if self._turned_down:
                raise KeyStoreLocked(_LOCKED)
            backend = self._find_backend()
            if backend is None:
                raise NoKeyStore(_NONE)
            try:
                return question(backend)
            except KeyringLocked as error:
                self._turned_down = True
                raise KeyStoreLocked(_LOCKED) from error
            except Exception as error:
                # each system's back end lets exceptions of its own library through
                if _is_refusal(error):
                    self._turned_down = True
                    raise KeyStoreLocked(_LOCKED) from error
                log.info("The key store failed: %s", type(error).__name__)
                raise NoKeyStore(_NONE) from error


_LOCKED = "The computer's key store is locked. Unlock it with your password for this computer, then try again."
_NONE = "This computer has no key store that AgentDesk can use. Protect your data with a passphrase instead."


def system_backend() -> KeyringBackend | None:
    """This system's own key store, built by us and by name; None where it does not answer. Never prompts."""
    kind = _backend_class()
    if kind is None:
        return None
    try:
        if not kind.viable:
            return None
        # past keyring's own __init__, whose only act is to take properties from the environment
        return kind.__new__(kind)
    except Exception as error:  # noqa: BLE001 - whatever stops it, there is no key store to use
        log.info("No key store: %s", type(error).__name__)
        return None


def _backend_class() -> type[KeyringBackend] | None:
    # keyring costs 60 ms and is not needed to show the window
    if sys.platform == "darwin":
        from keyring.backends import macOS

        return macOS.Keyring
    if sys.platform == "win32":
        from keyring.backends import Windows

        return Windows.WinVaultKeyring
    from keyring.backends import SecretService

    return SecretService.Keyring


def _is_refusal(error: Exception) -> bool:
    return type(error).__name__ in {"LockedException", "PromptDismissedException", "KeyringLocked"}
