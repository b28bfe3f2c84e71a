"""Queries written once and run often: SQLAlchemy words them, the driver runs them.

A list of 50 rows takes SQLite 0.1 ms; building, comparing and unpacking a statement takes SQLAlchemy several times
that. So what every screen asks is worded once a process. Values go in, and rows come out, as the driver has them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

DIALECT = sqlite.dialect(paramstyle="qmark")


class Prepared:
    """A query with named values. It knows how to run itself on any connection."""

    def __init__(self, query: sa.Select[Any]) -> None:
        compiled = query.compile(dialect=DIALECT, compile_kwargs={"render_postcompile": True})
        self._sql = str(compiled)
        self._fixed = compiled.params
        self._names = tuple(compiled.positiontup or ())

    def rows(self, db: Connection, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """Every row. Each name of the query has a value, a number or a text."""
        return self.rows_for(db, [values[name] if name in values else self._fixed[name] for name in self._names])

    def rows_for(self, db: Connection, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Every row, for values in the order in which the query names them."""
        # The store's connections have begun already, which SQLAlchemy would else do at the first statement.
        driver = cast("sqlcipher.Connection", db.connection.driver_connection)
        found: list[tuple[Any, ...]] = driver.execute(self._sql, values).fetchall()
        return found


def value(name: str, type_: sa.types.TypeEngine[Any] | None = None) -> sa.BindParameter[Any]:
    """The place of a value in a query."""
    return sa.bindparam(name, None, type_=type_)
