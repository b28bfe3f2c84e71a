"""Brings an older store up to date, step by step, with a checked copy made before.

Imported only when a store is older than the app.
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from agentdesk.store.engine import copy, make_engine
from agentdesk.store.files import make_sure, settle
from agentdesk.store.trouble import DamagedStore
from agentdesk.store.version import VERSION, revision


def upgrade(path: Path, key: bytes, version: int) -> Path:
    """Runs the missing steps in one transaction: afterwards the store is new, or as it was.

    Returns the copy made before. Raises DamagedStore when the file doesn't copy whole; nothing is changed then.
    """
    kept = _copy(path, key, version)
    # Rebuilding a table while others point into it needs the pointing switched off, which no transaction can do.
    engine = make_engine(path, key, foreign_keys=False)
    try:
        with engine.connect().execution_options(writing=True) as db, db.begin():
            run_steps(db, revision(VERSION))
            if db.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise DamagedStore
            db.exec_driver_sql(f"PRAGMA user_version={VERSION}")
    finally:
        engine.dispose()
    return kept


def run_steps(db: sa.Connection, target: str) -> None:
    """Runs Alembic's steps on a connection that is already in a transaction."""
    config = Config()
    config.set_main_option("script_location", "agentdesk.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = db
    command.upgrade(config, target)


def _copy(path: Path, key: bytes, version: int) -> Path:
    kept = path.with_name(f"{path.name}.before-upgrade-from-{version}")
    unfinished = kept.with_name(f"{kept.name}.new")
    unfinished.unlink(missing_ok=True)
    try:
        copy(path, unfinished, key)
        make_sure(unfinished, key)
        settle(unfinished, kept)
    finally:
        unfinished.unlink(missing_ok=True)
    return kept
