from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0003_signed_lists")]

    operations = [
        migrations.AddField("batch", "out_of", models.PositiveIntegerField(blank=True, null=True)),
    ]
