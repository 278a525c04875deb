"""The index itself, which each database makes in its own way. It holds nothing but the terms of `Entry`."""

from django.db import migrations

from tejido.search.commands.making import make_index


def make(apps, schema_editor):
    make_index(schema_editor)


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE search_entry DROP COLUMN vector")
        return
    for statement in ("DROP TRIGGER search_entry_new", "DROP TRIGGER search_entry_gone", "DROP TABLE search_index"):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(make, remove)]
