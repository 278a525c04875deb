"""Keys of rows: random, so that neither their size nor their order says how much others have written."""

import secrets
from typing import Any

from django.db import models

from tejido.engine.document import ID_LENGTH, passage_id
from tejido.engine.proof import canonical_digest


def new_key() -> str:
    return passage_id(secrets.token_bytes(8))


class Keyed(models.Model):
    """A row whose address gives nothing away."""

    key = models.CharField(primary_key=True, max_length=ID_LENGTH, default=new_key, editable=False)

    class Meta:
        abstract = True


def row_digest(row: Keyed, *names: str) -> str:
    """SHA-256, in hexadecimal digits, of what a row says in the fields of these names, without any in all of its own:
    what a form carries, so that nobody writes over what somebody else wrote meanwhile."""
    wanted = names or [field.attname for field in row._meta.concrete_fields]  # noqa: SLF001  # public, by Django's book
    return canonical_digest({name: _plain(getattr(row, name)) for name in wanted})


def _plain(value: Any) -> Any:
    return value if isinstance(value, dict | list | bool | int | None) else str(value)
