"""A kept record, read before SQLAlchemy is loaded: it takes longer than a start may before it shows anything."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TypeVar

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from agentdesk.domain.errors import Sorry
from agentdesk.store.codec import from_text
from agentdesk.store.engine import check_engine, connect, look
from agentdesk.store.version import VERSION

T = TypeVar("T")
log = logging.getLogger(__name__)


def document(path: Path, key: bytes, name: str, kind: type[T]) -> T | None:
    """The document of that name, as `documents.get` would give it; None where it can't be had this way.

    A store that does not open, is newer or older, or keeps the record in another shape is left for `open_store`,
    which knows what to say and do. Changes nothing.
    """
    try:
        check_engine()
        if look(path, key).version != VERSION:
            return None
        connection = connect(path, key)
        try:
            found = connection.execute("SELECT body FROM documents WHERE name = ?", (name,)).fetchone()
        finally:
            connection.close()
        return None if found is None else from_text(found[0], kind)
    except (Sorry, OSError, sqlcipher.Error, msgspec.MsgspecError) as trouble:
        log.info("nothing could be read early: %s", type(trouble).__name__)
        return None
