from django.db import migrations


def place(apps, schema_editor):
    """Procedures that were open before there were holds hold their body too."""
    procedures, hold = apps.get_model("deliberation", "Procedure"), apps.get_model("registry", "Hold")
    closed = {
        key
        for end in ("Adoption", "Lapse")
        for key in apps.get_model("deliberation", end).objects.values_list("procedure_id", flat=True)
    }
    for row in procedures.objects.exclude(key__in=closed).select_related("text"):
        hold.objects.create(body_id=row.text.body_id, kind="procedure", object=row.key, placed_at=row.opened_at)


class Migration(migrations.Migration):
    dependencies = [("deliberation", "0001_initial"), ("registry", "0005_hold")]

    operations = [migrations.RunPython(place, migrations.RunPython.noop)]
