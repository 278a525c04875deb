import django.db.models.deletion
import tejido.ledger.keys
from django.db import migrations, models


def write_what_is_carried(apps, _editor):
    """Of every bundle that went out, as it says itself."""
    Parcel, Carried = apps.get_model("exchange", "Parcel"), apps.get_model("exchange", "Carried")
    for parcel in Parcel.objects.filter(direction="sent").defer("raw").iterator():
        Carried.objects.bulk_create(
            Carried(parcel=parcel, peer_id=parcel.peer_id, kind=one["kind"], name=one["name"], version=one["version"])
            for one in parcel.contents
        )


class Migration(migrations.Migration):

    dependencies = [
        ('exchange', '0005_holdups'),
    ]

    operations = [
        migrations.CreateModel(
            name='Carried',
            fields=[
                ('key', models.CharField(default=tejido.ledger.keys.new_key, editable=False, max_length=12, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=200)),
                ('version', models.PositiveBigIntegerField()),
                ('parcel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.parcel')),
                ('peer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.peer')),
            ],
            options={
                'ordering': ['key'],
                'indexes': [models.Index(fields=['peer', 'kind', 'name'], name='carried_to_peer')],
                'constraints': [models.UniqueConstraint(fields=('parcel', 'kind', 'name'), name='one_row_per_carried_content')],
            },
        ),
        migrations.RunPython(write_what_is_carried, migrations.RunPython.noop),
    ]
