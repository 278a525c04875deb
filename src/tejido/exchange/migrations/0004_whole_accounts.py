from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('exchange', '0003_telling'),
    ]

    operations = [
        migrations.AlterField(
            model_name='alarmlook',
            name='account',
            field=models.CharField(blank=True, max_length=36),
        ),
    ]
