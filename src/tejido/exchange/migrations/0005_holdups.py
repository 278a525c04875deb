import django.db.models.deletion
import tejido.ledger.keys
from django.db import migrations, models


def name_the_signers(apps, _editor):
    """What was heard so far was signed by the key that the peer had; a nonce was not kept."""
    Peer, Heard = apps.get_model("exchange", "Peer"), apps.get_model("exchange", "Heard")
    for key, fingerprint in Peer.objects.values_list("key", "fingerprint"):
        Heard.objects.filter(peer=key).update(signer=fingerprint)


class Migration(migrations.Migration):

    dependencies = [
        ('exchange', '0004_whole_accounts'),
    ]

    operations = [
        migrations.CreateModel(
            name='Holdup',
            fields=[
                ('key', models.CharField(default=tejido.ledger.keys.new_key, editable=False, max_length=12, primary_key=True, serialize=False)),
                ('errand', models.CharField(choices=[('bundles', 'Handing over bundles'), ('tellings', 'Telling what is new'), ('looks', 'Looking at what is for everybody')], max_length=10)),
                ('thing', models.CharField(blank=True, max_length=12)),
                ('tried_at', models.DateTimeField()),
                ('failures', models.PositiveIntegerField(default=0)),
                ('problem', models.CharField(blank=True, max_length=40)),
                ('next_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AlterModelOptions(
            name='heard',
            options={'ordering': ['-at', '-sequence']},
        ),
        migrations.RemoveConstraint(
            model_name='heard',
            name='one_hearing_per_number',
        ),
        migrations.AddField(
            model_name='heard',
            name='nonce',
            field=models.CharField(default='', max_length=32),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='heard',
            name='signer',
            field=models.CharField(default='', max_length=39),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='parcel',
            name='state',
            field=models.CharField(choices=[('made', 'Made'), ('delivered', 'Delivered'), ('waiting', 'Waits to be taken in'), ('taken', 'Taken in'), ('declined', 'Not wanted'), ('refused', 'Refused'), ('lapsed', 'Over before it came')], max_length=9),
        ),
        migrations.RunPython(name_the_signers, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='heard',
            constraint=models.UniqueConstraint(fields=('peer', 'signer', 'sequence'), name='one_hearing_per_number'),
        ),
        migrations.AddField(
            model_name='holdup',
            name='peer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.peer'),
        ),
        migrations.AddConstraint(
            model_name='holdup',
            constraint=models.UniqueConstraint(fields=('peer', 'errand'), name='one_holdup_per_errand'),
        ),
    ]
