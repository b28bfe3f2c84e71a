from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from agentdesk.domain.lists import CallFilter
from agentdesk.store import business, calls, upkeep
from agentdesk.store.engine import APPLICATION_ID, connect, make_engine
from agentdesk.store.store import Store, open_store
from agentdesk.store.tables import metadata
from agentdesk.store.trouble import DamagedStore
from agentdesk.store.upgrade import run_steps
from agentdesk.store.version import VERSION, revision
from tests.store.conftest import KEY, not_whole, there

KEPT = Path(__file__).parent.parent / "data" / "stores"


_INDEXES = "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"


def shape(db: Connection) -> dict[str, object]:
    """Everything that a database says about its tables, names of constraints among it."""
    look = sa.inspect(db)
    found: dict[str, object] = {}
    for name in sorted(look.get_table_names()):
        if name.startswith("call_index"):
            continue
        found[name] = (
            [(each["name"], str(each["type"]), each["nullable"]) for each in look.get_columns(name)],
            look.get_pk_constraint(name),
            sorted(db.exec_driver_sql(_INDEXES, (name,)).scalars()),
            sorted(map(str, look.get_unique_constraints(name))),
            sorted(map(str, look.get_foreign_keys(name))),
            sorted(map(str, look.get_check_constraints(name))),
        )
    index = "SELECT sql FROM sqlite_master WHERE name = 'call_index'"
    settings = "SELECT * FROM call_index_config ORDER BY 1"
    found["call_index"] = (db.exec_driver_sql(index).scalar(), list(map(tuple, db.exec_driver_sql(settings))))
    return found


def test_the_steps_lead_to_the_same_tables_as_a_new_store(store: Store, tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "stepped.db", KEY)
    with engine.connect().execution_options(writing=True) as db, db.begin():
        run_steps(db, revision(VERSION))
        stepped = shape(db)
        left = compare_metadata(MigrationContext.configure(db, opts={"compare_type": True}), metadata)
        assert [each for each in left if "call_index" not in str(each)] == []
    engine.dispose()
    with store.reading() as db:
        assert shape(db) == stepped


def test_every_version_of_the_tables_has_its_step() -> None:
    steps = sorted(each.name for each in (Path(upkeep.__file__).parent / "migrations/versions").glob("v*.py"))
    assert [each[1:5] for each in steps] == [revision(number) for number in range(1, VERSION + 1)]


def test_every_stored_store_of_an_earlier_version_opens_with_everything_in_it(store: Store, tmp_path: Path) -> None:
    with store.reading() as db:
        tables_of_now = shape(db)
    stores = sorted(KEPT.glob("version-*.db"))
    assert [each.stem for each in stores] == [f"version-{number}" for number in range(1, VERSION + 1)]
    for kept in stores:
        path = tmp_path / kept.name
        shutil.copy(kept, path)
        opened = open_store(path, KEY)
        with opened.writing() as db:
            assert shape(db) == tables_of_now
            assert there(business.load(db)).name == "Marsh Plumbing"
            found = calls.page(db, CallFilter(words="boiler"), None, 10)
            assert [each.external_id for each in found] == ["call-2", "call-1"]
            assert there(calls.get(db, found[1].id)).turns[1].text == "Can you service my boiler?"
            assert upkeep.check(db) == ()
        opened.close()


def older(path: Path) -> None:
    """A store of version 0: ours, and without any table yet."""
    connection = connect(path, KEY)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("CREATE TABLE documents_before (name TEXT)")
    connection.execute("INSERT INTO documents_before VALUES ('kept')")
    connection.close()


def test_a_checked_copy_is_made_before_a_store_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "agentdesk.db"
    older(path)
    store = open_store(path, KEY)
    with store.reading() as db:
        assert db.exec_driver_sql("PRAGMA user_version").scalar() == VERSION
        assert calls.count(db, CallFilter()) == 0
    store.close()
    copy = connect(tmp_path / "agentdesk.db.before-upgrade-from-0", KEY)
    assert copy.execute("SELECT name FROM documents_before").fetchall() == [("kept",)]
    assert copy.execute("PRAGMA user_version").fetchone() == (0,)
    copy.close()


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "agentdesk.db"
    older(path)

    def fails(db: Connection, target: str) -> None:
        run_steps(db, target)
        raise RuntimeError

    monkeypatch.setattr("agentdesk.store.upgrade.run_steps", fails)
    with pytest.raises(RuntimeError):
        open_store(path, KEY)
    connection = connect(path, KEY)
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("documents_before",)]
    connection.close()


def test_a_store_that_does_not_copy_whole_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "agentdesk.db"
    older(path)
    before = path.read_bytes()
    monkeypatch.setattr("agentdesk.store.upgrade.make_sure", not_whole)
    with pytest.raises(DamagedStore):
        open_store(path, KEY)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*before-upgrade*"))


def test_alembic_stays_out_of_an_ordinary_start(store: Store, tmp_path: Path) -> None:
    import subprocess
    import sys

    store.close()
    code = (
        "import sys; from pathlib import Path; from agentdesk.store.store import open_store;"
        "open_store(Path(sys.argv[1]), bytes(range(32))).close();"
        "heavy = {'alembic', 'pydantic', 'cryptography', 'argon2', 'sqlalchemy.orm'} & set(sys.modules);"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    for path in (store.path, tmp_path / "new.db"):
        done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_what_was_answered_before_answers_had_to_be_told_is_not_brought_up_again(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "stepped.db", KEY)
    with engine.connect().execution_options(writing=True) as db, db.begin():
        run_steps(db, revision(3))
        for number, state in enumerate(("waiting", "yes", "no", "expired")):
            db.exec_driver_sql(
                "INSERT INTO approvals (subject, body, digest, asked_at, expires_at, state, decided_at, note)"
                " VALUES (?, '{}', '', 1, 2, ?, ?, '')",
                (f"subject {number}", state, None if state == "waiting" else 5),
            )
        run_steps(db, revision(VERSION))
        found = db.exec_driver_sql("SELECT state, told_at FROM approvals").all()
    engine.dispose()
    assert sorted(map(tuple, found), key=str) == [("expired", None), ("no", 5), ("waiting", None), ("yes", 5)]
