"""The store's key, wrapped: under a passphrase, and under a recovery key that is printed once.

The file beside the store holds only wrapped keys: nothing in it opens anything without what the owner knows
or has on paper.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path
from typing import Any

from agentdesk.domain.errors import Sorry
from agentdesk.store.engine import KEY_BYTES

_VERSION = 1
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U, which people take for other signs."""
_READ_AS = str.maketrans("ILO", "110")
_RECOVERY_LETTERS = 32
_GROUP = 4
# OWASP's first choice is 46 MiB and one pass; this takes about 0.1 s on a small computer.
_MEMORY_KIB, _PASSES, _LANES = 65_536, 3, 1
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 1_048_576, 16, 16


class WrongPassphrase(Sorry):
    def __init__(self) -> None:
        super().__init__("That isn't the passphrase. Check the capitals and try again.")


class WrongRecoveryKey(Sorry):
    def __init__(self) -> None:
        super().__init__("That isn't the recovery key. Check every letter against your print and try again.")


class DamagedKeys(Sorry):
    def __init__(self) -> None:
        super().__init__("The file with AgentDesk's wrapped keys is damaged. Put it back from a backup.")


def new_store_key() -> bytes:
    """A key by chance, 32 bytes."""
    return os.urandom(KEY_BYTES)


class KeyFile:
    """The file with the wrapped keys. It is read anew each time, and replaced whole when a key is added."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def has_passphrase(self) -> bool:
        return "passphrase" in self._slots()

    @property
    def has_recovery(self) -> bool:
        return "recovery" in self._slots()

    def wrap_with_passphrase(self, key: bytes, passphrase: str) -> None:
        """Lets the passphrase open the key from now on, and no earlier one. Raises Sorry for an empty one."""
        if not passphrase.strip():
            raise Sorry("Choose a passphrase first: a few words that you will remember.")
        self._keep("passphrase", _wrap(key, _plain_passphrase(passphrase), b"passphrase"))

    def open_with_passphrase(self, passphrase: str) -> bytes:
        """The key. Raises WrongPassphrase, or DamagedKeys where the file makes no sense."""
        slot = self._slots().get("passphrase")
        if slot is None:
            raise Sorry("No passphrase has been chosen. Use your recovery key.")
        key = _unwrap(slot, _plain_passphrase(passphrase), b"passphrase")
        if key is None:
            raise WrongPassphrase
        return key

    def make_recovery_key(self, key: bytes) -> str:
        """Makes a recovery key, in place of any earlier one, and returns it in groups of letters and digits.

        It is shown this once and kept nowhere. 160 bits of chance.
        """
        # 32 letters go evenly into a byte: none is likelier than another
        letters = "".join(_LETTERS[each % len(_LETTERS)] for each in os.urandom(_RECOVERY_LETTERS))
        self._keep("recovery", _wrap(key, letters.encode(), b"recovery"))
        return "-".join(letters[start : start + _GROUP] for start in range(0, _RECOVERY_LETTERS, _GROUP))

    def open_with_recovery_key(self, text: str) -> bytes:
        """The key, however the recovery key was typed. Raises WrongRecoveryKey or DamagedKeys."""
        slot = self._slots().get("recovery")
        if slot is None:
            raise Sorry("No recovery key has been made. Use your passphrase.")
        letters = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).upper()).translate(_READ_AS)
        key = _unwrap(slot, letters.encode("utf-8", "replace"), b"recovery")
        if key is None:
            raise WrongRecoveryKey
        return key

    def _slots(self) -> dict[str, Any]:
        try:
            kept = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError) as error:
            raise DamagedKeys from error
        if not isinstance(kept, dict) or kept.get("version") != _VERSION or not isinstance(kept.get("slots"), dict):
            raise DamagedKeys
        if not all(isinstance(each, dict) for each in kept["slots"].values()):
            raise DamagedKeys
        return dict(kept["slots"])

    def _keep(self, name: str, slot: dict[str, Any]) -> None:
        kept = {"version": _VERSION, "slots": {**self._slots(), name: slot}}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_name(self.path.name + ".new")
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(kept, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(self.path)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise Sorry("I couldn't save the key. Make room on your disk and try again. Nothing was lost.") from error


def _plain_passphrase(passphrase: str) -> bytes:
    """The same bytes for the same letters, however the keyboard composes them."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "replace")


def _wrap(key: bytes, secret: bytes, purpose: bytes) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    wrapped = AESGCM(_stretch(secret, salt, _MEMORY_KIB, _PASSES, _LANES)).encrypt(nonce, key, purpose)
    return {
        "memory_kib": _MEMORY_KIB,
        "passes": _PASSES,
        "lanes": _LANES,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "wrapped": wrapped.hex(),
    }


def _unwrap(slot: dict[str, Any], secret: bytes, purpose: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        cost = [int(slot[each]) for each in ("memory_kib", "passes", "lanes")]
        salt, nonce, wrapped = (bytes.fromhex(slot[each]) for each in ("salt", "nonce", "wrapped"))
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedKeys from error
    # A file from elsewhere must not be able to eat the computer's memory.
    least = zip(cost, (8, 1, 1), (_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES), strict=True)
    if not all(low <= each <= high for each, low, high in least) or len(salt) != 16 or len(nonce) != 12:
        raise DamagedKeys
    try:
        key = AESGCM(_stretch(secret, salt, *cost)).decrypt(nonce, wrapped, purpose)
    except InvalidTag:
        return None
    return key if len(key) == KEY_BYTES else None


def _stretch(secret: bytes, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    # These two libraries are needed at the first run and after a move only, never at an ordinary start.
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret, salt, passes, memory_kib, lanes, KEY_BYTES, Type.ID)
