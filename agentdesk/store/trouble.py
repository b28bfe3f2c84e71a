"""What can go wrong with the store, each with the sentence for the owner."""

from __future__ import annotations

import sqlcipher3.dbapi2 as sqlcipher

from agentdesk.domain.errors import Sorry


class StoreFull(Sorry):
    """Nothing was written: the transaction was taken back whole."""

    def __init__(self) -> None:
        super().__init__(
            "I couldn't save that. Your disk is full, or can't be written to just now. "
            "Make some room and try again. Nothing was lost."
        )


class NewerStore(Sorry):
    def __init__(self) -> None:
        super().__init__(
            "What is kept here was last used with a newer AgentDesk. Install the newest AgentDesk, then open it again. "
            "Nothing was changed."
        )


class WrongKey(Sorry):
    def __init__(self) -> None:
        super().__init__(
            "The key on this computer doesn't open what AgentDesk keeps. Use your recovery key, "
            "or put a backup back. Nothing was changed."
        )


class DamagedStore(Sorry):
    def __init__(self) -> None:
        super().__init__(
            "What AgentDesk keeps on this computer is damaged. Put the newest backup back, in the settings; "
            "the damaged file is kept beside it."
        )


class CannotOpen(Sorry):
    def __init__(self) -> None:
        super().__init__(
            "What AgentDesk keeps can't be opened just now: your disk is full or can't be written to. "
            "Make some room and try again. Nothing was lost."
        )


class NotOurs(Sorry):
    """A file of something else stands where the store should be."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The file {name} isn't one that AgentDesk made. Move it out of the folder, then start again. "
            "Nothing was changed."
        )


class StoreBusy(Sorry):
    def __init__(self) -> None:
        super().__init__("Another AgentDesk is saving something. Try again in a moment.")


class ReadOnlyStore(Sorry):
    def __init__(self) -> None:
        super().__init__("AgentDesk isn't allowed to write into its folder. Give it permission, then try again.")


class OldEngine(Sorry):
    def __init__(self) -> None:
        super().__init__(
            "This copy of AgentDesk came with a database engine that has a known fault. Install AgentDesk again."
        )


_MEANS: dict[int, type[Sorry]] = {
    sqlcipher.SQLITE_FULL: StoreFull,
    sqlcipher.SQLITE_IOERR: StoreFull,
    sqlcipher.SQLITE_CORRUPT: DamagedStore,
    sqlcipher.SQLITE_NOTADB: DamagedStore,
    sqlcipher.SQLITE_BUSY: StoreBusy,
    sqlcipher.SQLITE_LOCKED: StoreBusy,
    sqlcipher.SQLITE_READONLY: ReadOnlyStore,
    sqlcipher.SQLITE_CANTOPEN: ReadOnlyStore,
    sqlcipher.SQLITE_PERM: ReadOnlyStore,
}
# SQLITE_IOERR_READ and SQLITE_IOERR_SHORT_READ, which the driver does not name.
_READ_TROUBLE = tuple(sqlcipher.SQLITE_IOERR | kind << 8 for kind in (1, 2))


def meant_by(error: BaseException) -> Sorry | None:
    """The sentence for an error of the database; None for a mistake of ours.

    Goes by the code, never by the text: a file-size limit is reported as a "disk I/O error", not as "full".
    """
    # SQLAlchemy wraps what the driver raised.
    original = getattr(error, "orig", error)
    code = getattr(original, "sqlite_errorcode", None)
    if code is None:
        return None
    if code in _READ_TROUBLE:
        return DamagedStore()
    kind = _MEANS.get(code & 0xFF)
    return kind() if kind else None
