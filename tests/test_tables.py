"""An empty database gets its tables from the models at once; an old one by migrations, step by step. Both are the same.

Nobody sees a difference until an update meets a database that a later migration cannot change.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, connections
from django.db.migrations.state import ModelState, ProjectState

from tejido.config import making
from tejido.config.making import make_tables
from tejido.config.preparation import pending

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
COLUMNS = """
    SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default, is_identity,
      generation_expression FROM information_schema.columns WHERE table_schema = 'public'
      AND table_name <> 'auth_group_permissions'"""  # a table of Django's that nobody uses; its id has two widths
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype <> 'n'"""
INDEXES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"


@contextmanager
def empty(place: Path) -> Iterator[None]:
    """An empty database in the place of the one of the other tests."""
    kept = connections["default"]
    kept.ensure_connection()
    name, fresh = kept.settings_dict["NAME"], str(place)
    if kept.vendor == "postgresql":
        fresh = f"{name}_{place.name}"
        with kept._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{fresh}"')
            cursor.execute(f'CREATE DATABASE "{fresh}"')
    del connections["default"]
    connections.settings["default"]["NAME"] = fresh
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"]["NAME"] = name
        connections["default"] = kept
        if kept.vendor == "postgresql":
            with kept._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{fresh}"')


def asked(statement: str, *values: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return sorted(cursor.fetchall(), key=repr)


def tables() -> dict[str, Any]:
    """What the database says of its tables, whatever the order in which columns were added."""
    if connection.vendor == "postgresql":
        return {"columns": asked(COLUMNS), "constraints": asked(CONSTRAINTS), "indexes": asked(INDEXES)}
    return {
        name: _of_sqlite(kind, name, sql or "")
        for kind, name, sql in asked("SELECT type, name, sql FROM sqlite_master")
    }


def _of_sqlite(kind: str, name: str, sql: str) -> Any:
    if kind != "table" or "VIRTUAL" in sql or name.startswith(("search_index_", "sqlite_")):
        return _plain(sql)
    columns = asked('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(%s)', name)
    keys = asked('SELECT "table", "from", "to" FROM pragma_foreign_key_list(%s)', name)
    return columns, keys, sorted(_rules(sql))


def _rules(sql: str) -> Iterator[str]:
    """The constraints in the text of a table: CHECK and UNIQUE with what stands in their brackets."""
    for found in re.finditer(r"\b(?:CHECK|UNIQUE)\s*\(", sql):
        depth, end = 1, found.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(sql[end], 0)
            end += 1
        yield _plain(sql[found.start() : end])


def _plain(sql: str) -> str:
    return re.sub(r"\s+", " ", sql.replace('"', ""))


def differing(made: dict[str, Any], migrated: dict[str, Any]) -> dict[str, Any]:
    """What only one of the two has."""
    found = {}
    for name in made.keys() | migrated.keys():
        one, other = made.get(name, ()), migrated.get(name, ())
        if one != other:
            found[name] = [row for row in one if row not in other], [row for row in other if row not in one]
    return found


def _add_alone(state: ProjectState, model: ModelState) -> None:
    """Django draws anew all models that one of a new table is related to, hundreds of times. Nobody asks a table that
    a migration has just made for those that point to it, so drawing the new one is enough, in a quarter of the time."""
    state.models[model.app_label, model.name_lower] = model
    if "apps" in state.__dict__:
        state.apps.render_multiple([model])
        state.apps.clear_cache()


def test_tables_made_from_the_models_are_those_that_migrations_make(tmp_path, monkeypatch):
    monkeypatch.setattr(ProjectState, "add_model", _add_alone)
    with empty(tmp_path / "made"):
        make_tables()
        made, waiting = tables(), pending()
    with empty(tmp_path / "migrated"):
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        migrated = tables()
    assert waiting == []
    assert differing(made, migrated) == {}


def test_what_is_cut_off_while_tables_are_made_leaves_the_database_empty(tmp_path, monkeypatch):
    def cut(_editor: Any) -> None:
        raise DatabaseError(os.strerror(28))

    monkeypatch.setattr(making, "make_index", cut)
    with empty(tmp_path / "cut"):
        with pytest.raises(DatabaseError):
            make_tables()
        assert connection.introspection.table_names() == []
