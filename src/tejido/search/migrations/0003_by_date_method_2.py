"""The number of an entry says since when its words stand so. The entries are made anew after every update."""

from django.db import migrations


def empty(apps, schema_editor):
    apps.get_model("search", "Entry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0002_index")]
    operations = [
        migrations.RunPython(empty),
        migrations.RemoveField("entry", "at"),
        migrations.RemoveField("entry", "kind"),
        migrations.RemoveField("entry", "version"),
    ]
