"""Which kinds there are is said by the code alone: a new one changes no table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0004_records_method_3")]
    operations = [migrations.AlterField("entry", "kind", models.CharField(default="passage", max_length=12))]
