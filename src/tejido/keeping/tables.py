"""What is kept of the database: every table of every model, but for what is named here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import DecimalField, Field, Model

# Made again from the rest, or by Django itself: kept nowhere. So are the cache and the list of migrations, which have
# no model; the latter stands in the header.
DERIVED = frozenset({"django_content_type", "auth_permission", "auth_group", "auth_group_permissions", "search_entry"})

# What lets somebody in, or would be sent again: not in a backup. Whoever was signed in signs in again, whoever had a
# link asks for a new one.
BEARERS = frozenset(
    {
        "django_session",  # who is signed in
        "people_signinlink",  # one-time links
        "people_letter",  # mail that waits, and what was sent
        "account_emailconfirmation",  # links to confirm an address
        "certificates_handout",  # links to a certificate
        "meetings_feed",  # addresses of calendars
        "risk_opening",  # halves of keys of analyses that are open in a browser
        "lti_launch",  # who is coming in from a school's system
        "lti_registration",  # secrets of registrations under way
        "lti_usednonce",  # what such systems sent once
        "api_token",  # tokens of programs
        "api_answer",  # what programs were answered in the last day
    }
)

# Of what has to stay, the part that lets somebody in: emptied in a backup.
EMPTIED: dict[str, dict[str, str]] = {
    "nominations_nominee": {"seed": "", "token_digest": "", "entered": ""},  # a participant's link
    "alumni_alumnus": {"seed": "", "token_digest": ""},  # the same of a former participant
    "custody_factorreset": {"stop_seed": ""},  # the link of the person that stops it
    "experience_credential": {"digest": ""},  # the secret of a school's system
}

# Columns whose names sound like it, and that let nobody in by themselves.
HARMLESS = frozenset(
    {
        ("people_account", "password"),  # its hash
        ("experience_mention", "token"), ("experience_known", "token"), ("experience_file", "token"),  # pseudonyms
        ("lti_platform", "token"),  # an address of the school's system
        ("nominations_nominee", "token_until"),  # a day
        ("exchange_telling", "nonce"),  # sent to the peer; it opens nothing
        ("exchange_heard", "nonce"),  # what a peer sent; it opens nothing
    }
)  # fmt: skip  # one list

_KINDS = {
    "BinaryField": "bytes",
    "BooleanField": "bool",
    "DateField": "day",
    "DateTimeField": "instant",
    "JSONField": "json",
    "UUIDField": "uuid",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column and how its values are written: "int", "text", "bool", "bytes", "day", "instant", "json", "uuid", or
    "decimal:2" with the number of its places."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns in their order, and the column that its rows are ordered by."""

    name: str
    columns: tuple[Column, ...]
    key: str

    @property
    def key_kind(self) -> str:
        return next(column.kind for column in self.columns if column.name == self.key)


def tables(leaving_out: Iterable[str] = ()) -> list[Table]:
    """Every table of this version, by name."""
    left = DERIVED | {*leaving_out}
    found = (table_of(model) for model in apps.get_models(include_auto_created=True) if model._meta.managed)  # noqa: SLF001  # Django's documented way to a model's options
    return sorted((table for table in found if table.name not in left), key=lambda table: table.name)


def table_of(model: type[Model]) -> Table:
    options = model._meta  # noqa: SLF001  # as above
    columns = tuple(Column(str(field.column), kind_of(field)) for field in options.concrete_fields)
    return Table(options.db_table, columns, str(options.pk.column))


def kind_of(field: "Field[Any, Any]") -> str:
    if field.is_relation:
        return kind_of(field.target_field)  # type: ignore[attr-defined]  # every relation with a column has one
    if isinstance(field, DecimalField):
        return f"decimal:{field.decimal_places}"
    name = field.get_internal_type()
    return _KINDS.get(name) or ("int" if name.endswith(("IntegerField", "AutoField")) else "text")
