"""Queries written once and run often: SQLAlchemy words them, the driver runs them.

A list of 50 rows takes SQLite 0.1 ms; building, comparing and unpacking a statement takes SQLAlchemy several times
that. So what every screen asks is worded once a process. Values go in, and rows come out, as the driver has them.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, make_dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.store.codec import to_text
from agentdesk.store.types import UtcTime, instants

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DIALECT = sqlite.dialect(paramstyle="qmark")
Convert = Callable[[Sequence[Any]], Sequence[Any]]
T = TypeVar("T", bound="DataclassInstance")


class Prepared:
    """A query with named values. It knows how to run itself on any connection, and is worded when it first does."""

    def __init__(self, query: sa.Select[Any]) -> None:
        self._query = query

    def rows(self, db: Connection, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """Every row. Each name of the query has a value, a number or a text."""
        fixed = self._worded.fixed
        return self.rows_for(db, [values[name] if name in values else fixed[name] for name in self._worded.names])

    def rows_for(self, db: Connection, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Every row, for values in the order in which the query names them."""
        # The store's connections have begun already, which SQLAlchemy would else do at the first statement.
        driver = cast("sqlcipher.Connection", db.connection.driver_connection)
        found: list[tuple[Any, ...]] = driver.execute(self._worded.sql, values).fetchall()
        return found

    def columns(self, db: Connection, values: Mapping[str, object]) -> list[Sequence[Any]]:
        """Every row, turned into columns whose values are instants, days and words of enumerations. [] of no row."""
        return [
            convert(column) if convert else column
            for convert, column in zip(self._converts, zip(*self.rows(db, values), strict=True), strict=False)
        ]

    def read(self, db: Connection, values: Mapping[str, object]) -> list[Any]:
        """Every row, a tuple that knows its columns' names, with instants, days and words of enumerations."""
        return list(map(self._row, zip(*self.columns(db, values), strict=True)))

    @cached_property
    def _worded(self) -> _Worded:
        compiled = self._query.compile(dialect=DIALECT, compile_kwargs={"render_postcompile": True})
        if strange := [each for each in compiled.params.values() if not isinstance(each, str | int | None)]:
            raise TypeError(f"the driver would not know {strange}")
        return _Worded(str(compiled), compiled.params, tuple(compiled.positiontup or ()))

    @cached_property
    def _converts(self) -> list[Convert | None]:
        return [_from_driver(each.type) for each in self._query.selected_columns]

    @cached_property
    def _row(self) -> Callable[[Iterable[object]], Any]:
        row = namedtuple("Row", self._query.selected_columns.keys(), rename=True)  # type: ignore[misc]  # noqa: PYI024
        return row._make


class _Worded(NamedTuple):
    """A query as the driver takes it."""

    sql: str
    fixed: Mapping[str, object]
    names: tuple[str, ...]


class Records(Prepared, Generic[T]):
    """A query whose columns are fields of a frozen record with slots; fields without a column have their default.

    Making them takes a fifth of the time of calling each one's class.
    """

    def __init__(self, kind: type[T], query: sa.Select[Any]) -> None:
        super().__init__(query)
        self._fill = filling(kind, list(query.selected_columns.keys()))

    def all_(self, db: Connection, values: Mapping[str, object]) -> tuple[T, ...]:
        """Every record."""
        return tuple(self._fill(self.columns(db, values)))


def filling(kind: type[T], names: Sequence[str]) -> Callable[[Sequence[Sequence[object]]], list[T]]:
    """What makes records of columns of these names. Of no columns it makes no record."""
    if hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind.__name__} wants to look at its fields")
    known = fields(kind)
    places = [names.index(each.name) if each.name in names else None for each in known]
    defaults = [_default(each) if place is None else None for each, place in zip(known, places, strict=True)]

    def fill(columns: Sequence[Sequence[object]]) -> list[T]:
        if not columns:
            return []
        ordered = [
            repeat(default) if place is None else columns[place]
            for place, default in zip(places, defaults, strict=True)
        ]
        made = list(map(_unfrozen(kind), *ordered))
        for each in made:
            each.__class__ = kind
        return cast("list[T]", made)

    return fill


@lru_cache
def _unfrozen(kind: type[DataclassInstance]) -> Callable[..., object]:
    """A class with the slots of a frozen one. A frozen one sets each of its fields by a call, this one at once."""
    return make_dataclass(kind.__name__, [each.name for each in fields(kind)], slots=True, repr=False, eq=False)


def at_most(query: sa.Select[Any], number: int) -> sa.Select[Any]:
    """So many of the query's rows. The number is part of the wording, so that another number is another query.

    SQLite plans by it: as a value it would make SQLite plan anew at every run, which takes longer than the run.
    """
    return query.limit(sa.literal_column(str(number)))


def among(column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    """Whether a column is one of a list, which is one value, made by `listed`, however many it holds."""
    return column.in_(sa.select(sa.func.json_each(value(name, sa.Text())).table_valued("value").c.value))


def listed(words: Iterable[int | str]) -> str:
    """The value for `among`."""
    return to_text(list(words))


def value(name: str, type_: sa.types.TypeEngine[Any] | None = None) -> sa.BindParameter[Any]:
    """The place of a value in a query."""
    return sa.bindparam(name, None, type_=type_)


def _default(field: Field[Any]) -> object:
    if field.default is MISSING:
        raise TypeError(f"{field.name} has no column and no default")
    return field.default


def _from_driver(type_: sa.types.TypeEngine[Any]) -> Convert | None:
    """What makes of a column of the driver's values those that SQLAlchemy would make; None where they are the same."""
    if isinstance(type_, UtcTime):
        return instants
    if isinstance(type_, sa.Date):
        return _days
    if isinstance(type_, sa.Enum) and type_.enum_class is not None:
        words = {None: None, **{each.value: each for each in type_.enum_class}}
        return lambda column: list(map(words.__getitem__, column))
    return _flags if isinstance(type_, sa.Boolean) else None


def _days(column: Sequence[str | None]) -> list[date | None]:
    return [None if each is None else date.fromisoformat(each) for each in column]


def _flags(column: Sequence[int | None]) -> list[bool | None]:
    return [None if each is None else each == 1 for each in column]
