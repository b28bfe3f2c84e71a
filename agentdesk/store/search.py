"""Full text over what was said. The one module that knows SQLite's FTS5.

The index holds no text of its own: it points into `call_words`, so a change must take the old words
out before it puts the new ones in. Rows go in by `executemany`, because triggers cost 2.6 times as much.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.store.types import plain

call_index = sa.table("call_index", sa.column("rowid", sa.BigInteger), sa.column("call_index", sa.Text))
rowid = call_index.c.rowid

GAP = "\x1e"
"""Stands between two turns in the kept words."""
_MOST_WORDS = 32
_MOST_LETTERS = 1000

CREATE = (
    """CREATE VIRTUAL TABLE call_index USING fts5(
        words, content='call_words', content_rowid='call_id', tokenize='unicode61 remove_diacritics 2')""",
    # Deleted words must leave the file too, not only the list of hits.
    "INSERT INTO call_index(call_index, rank) VALUES ('secure-delete', 1)",
)


def create(db: Connection) -> None:
    for statement in CREATE:
        db.exec_driver_sql(statement)


def add(db: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Adds calls by id and words. Ascending ids are fastest: the index flushes at every step back."""
    if rows:
        db.exec_driver_sql("INSERT INTO call_index(rowid, words) VALUES (?, ?)", list(rows))


def remove(db: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Takes calls out. The words must be the ones that went in."""
    if rows:
        db.exec_driver_sql("INSERT INTO call_index(call_index, rowid, words) VALUES ('delete', ?, ?)", list(rows))


def agrees(db: Connection) -> bool:
    """Whether the index says what the kept words say. Reads everything; needs a writing connection."""
    try:
        db.exec_driver_sql("INSERT INTO call_index(call_index, rank) VALUES ('integrity-check', 1)")
    except sa.exc.DatabaseError:
        return False
    return True


def rebuild(db: Connection) -> None:
    """Makes the index anew from the kept words."""
    db.exec_driver_sql("INSERT INTO call_index(call_index) VALUES ('rebuild')")


def literally(words: str) -> str | None:
    """A question that every one of these words answers, none of them taken as an operator. None without words."""
    wanted = plain(words[:_MOST_LETTERS]).split()[:_MOST_WORDS]
    return " ".join('"' + each.replace('"', '""') + '"' for each in wanted) or None


def matches(question: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """The condition that a call's words answer a question made by `literally`."""
    return call_index.c.call_index.op("MATCH", is_comparison=True)(question)


def snippet() -> sa.ColumnElement[str]:
    """Some dozen words around a hit, without any marks; turns are parted by `GAP`."""
    return sa.literal_column("snippet(call_index, 0, '', '', '…', 14)", sa.Text)
