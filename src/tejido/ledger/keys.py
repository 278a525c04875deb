"""Keys of rows: random, so that neither their size nor their order says how much others have written."""

import secrets

from django.db import models

from tejido.engine.document import ID_LENGTH, passage_id


def new_key() -> str:
    return passage_id(secrets.token_bytes(8))


class Keyed(models.Model):
    """A row whose address gives nothing away."""

    key = models.CharField(primary_key=True, max_length=ID_LENGTH, default=new_key, editable=False)

    class Meta:
        abstract = True
