"""The index itself, which each database makes in its own way. It holds nothing but the terms of `Entry`."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = """
    CREATE VIRTUAL TABLE search_index USING fts5(terms, content='search_entry', content_rowid='id',
      tokenize='ascii', detail='none', prefix='4 5')"""
NEW = """
    CREATE TRIGGER search_entry_new AFTER INSERT ON search_entry BEGIN
      INSERT INTO search_index(rowid, terms) VALUES (new.id, new.terms); END"""
GONE = """
    CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN
      INSERT INTO search_index(search_index, rowid, terms) VALUES ('delete', old.id, old.terms); END"""
VECTOR = """
    ALTER TABLE search_entry ADD COLUMN vector tsvector
      GENERATED ALWAYS AS (array_to_tsvector(string_to_array(terms, ' '))) STORED"""
SQLITE = (TABLE, NEW, GONE)
POSTGRESQL = (VECTOR, "CREATE INDEX search_entry_vector ON search_entry USING gin (vector)")


def make_index(editor: BaseDatabaseSchemaEditor) -> None:
    """The index over the table of entries, which exists and has none."""
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement)
