from collections.abc import Callable

from allauth.mfa.utils import decrypt, encrypt
from django.db import migrations


def _each(apps, change: Callable[[str], str]):
    for row in apps.get_model("mfa", "Authenticator").objects.filter(type__in=["totp", "recovery_codes"]):
        for name in ("secret", "seed"):
            if name in row.data:
                row.data[name] = change(row.data[name])
        if row.data.get("migrated_codes"):
            row.data["migrated_codes"] = [change(code) for code in row.data["migrated_codes"]]
        row.save(update_fields=["data"])


def seal(apps, schema_editor):
    """Secrets that were kept as they are."""
    _each(apps, encrypt)


def unseal(apps, schema_editor):
    _each(apps, decrypt)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [migrations.RunPython(seal, unseal)]
