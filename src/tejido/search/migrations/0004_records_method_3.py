"""Records are found beside the passages of texts. The entries are made anew after every update."""

from django.db import migrations, models

from tejido.search.commands.making import GONE, NEW

KINDS = [
    ("passage", "Passages of texts"),
    ("meeting", "Meetings and agendas"),
    ("minutes", "Minutes"),
    ("decision", "Decisions"),
    ("commitment", "Commitments"),
    ("comment", "Comments and dispositions"),
    ("adoption", "Adoptions, objections, declarations"),
    ("mechanism", "National Mechanisms"),
    ("register", "Members, institutions, seats"),
    ("event", "The network’s past"),
]


def empty(apps, schema_editor):
    apps.get_model("search", "Entry").objects.all().delete()


def bind_index(apps, schema_editor):
    """SQLite gets a column by making the table anew, and the triggers that keep the index go with the old one."""
    if schema_editor.connection.vendor != "sqlite":
        return
    for statement in (NEW, GONE):
        schema_editor.execute(statement.replace("CREATE TRIGGER", "CREATE TRIGGER IF NOT EXISTS", 1))


class Migration(migrations.Migration):
    dependencies = [("search", "0003_by_date_method_2")]
    operations = [
        migrations.RunPython(empty),
        migrations.AddField("entry", "kind", models.CharField(choices=KINDS, default="passage", max_length=12)),
        migrations.AddField("entry", "day", models.CharField(blank=True, default="", max_length=10), preserve_default=False),
        migrations.RunPython(bind_index),
    ]
