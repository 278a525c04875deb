"""Makes the tables of an empty database straight from the models, in one transaction.

Going through all migrations builds every state that the tables ever had, and Django renders the models anew at each
step: a quarter of a minute before the first page. The result is the same, which `tests/test_tables.py` holds on both
databases. A database that has tables goes through the migrations.
"""

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tejido.records.commands import part_completions
from tejido.search.commands import make_index


def make_tables() -> None:
    """Every table, what no model says, and every migration marked as applied: all of it or nothing."""
    emit_pre_migrate_signal(0, interactive=False, db=connection.alias)
    with connection.schema_editor() as editor:
        editor.create_model(MigrationRecorder.Migration)
        for model in apps.get_models():
            if model._meta.can_migrate(connection):  # noqa: SLF001  # Django's documented way to a model's options
                editor.create_model(model)
        complete(editor)
        call_command("createcachetable", verbosity=0)
    emit_post_migrate_signal(0, interactive=False, db=connection.alias)


def complete(editor: BaseDatabaseSchemaEditor) -> None:
    """What migrations would have left besides the tables of models: the index of search, the partitions of completions,
    and that they were applied."""
    make_index(editor)
    part_completions(editor)
    applied = MigrationLoader(None).disk_migrations
    MigrationRecorder.Migration.objects.bulk_create(
        MigrationRecorder.Migration(app=app, name=name) for app, name in applied
    )
