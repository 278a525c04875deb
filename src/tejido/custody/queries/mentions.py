"""Where a person's name or address stands, in whatever table: every text of every model is asked.

Method: one query for each table that has texts. JSON is looked at as its text, in which letters beyond ASCII may be
written as escapes. Models of their own handling (the account and what hangs on it, mandates, lines) are left out.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db.models import CharField, Field, JSONField, Model, Q, TextField
from django.db.models.functions import Cast

from tejido.ledger.models import Line
from tejido.people.models import Account
from tejido.registry.models import Mandate

from ..models import Erasing

SHORTEST = 6  # letters of a name that is looked for in all texts: shorter ones would find too much
# Bound word for word by a digest that others hold, although no field of the row is called so.
_PROVEN_TABLES = frozenset(
    {"curriculum.passagecontent", "curriculum.edition", "curriculum.draft", "ledger.signedtreehead"}
)
_PROOFS = frozenset({"digest", "record", "manifest"})  # fields by which the words of a row are bound
_ELSEWHERE = frozenset(
    {"people.account", "people.letter", "people.signinlink", "account.emailaddress", "account.emailconfirmation",
     "mfa.authenticator", "registry.mandate", "ledger.line", "sessions.session", "search.entry", "custody.erasing"}
)  # fmt: skip  # one list


@dataclass(frozen=True, slots=True)
class Mention:
    """One row in which the words stand. `is_proven`: it stays as it is."""

    row: Model
    fields: tuple[str, ...]
    is_proven: bool


def words_of(account: Account) -> list[str]:
    """What is looked for: the address, and each name under which the person was known here."""
    names = {account.name, *Mandate.objects.filter(account=account).values_list("name", flat=True)}
    long = {name.strip() for name in names if len(name.strip()) >= SHORTEST and " " in name.strip()}
    return sorted({account.email, *long}, key=len, reverse=True)


def mentions_of(words: Sequence[str]) -> Iterator[Mention]:
    """Every row in which one of the words stands, however capitalised."""
    for model, fields in _searched():
        shown = {f"text_of_{field.name}": Cast(field.name, TextField()) for field in fields}
        where = Q(pk__in=[])
        for name in shown:
            for word in words:
                where |= Q(**{f"{name}__icontains": word}) | Q(**{f"{name}__icontains": escaped(word)})
        rows = model._base_manager.annotate(**shown).filter(where)  # noqa: SLF001  # every row, whatever managers hide
        for row in rows.iterator(200):
            found = tuple(f.name for f in fields if _stands(words, getattr(row, f.name)))
            if found:
                yield Mention(row, found, _is_proven(model))


def lines_with(words: Sequence[str]) -> list[Line]:
    """Lines of the ledger beside which one of the words stands."""
    where = Q(pk__in=[])
    for word in words:
        where |= Q(said__icontains=word) | Q(said__icontains=escaped(word))
    rows = Line.objects.exclude(details=None).annotate(said=Cast("details", TextField())).filter(where)
    return [line for line in rows if _stands(words, line.details)]


def blacked_out(words: Sequence[str], value: Any) -> Any:
    """The value with each of the words covered."""
    match value:
        case str():
            for word in words:
                value = re.sub(re.escape(word), "█████", value, flags=re.IGNORECASE)
            return value
        case list():
            return [blacked_out(words, each) for each in value]
        case dict():
            return {blacked_out(words, name): blacked_out(words, each) for name, each in value.items()}
    return value


def escaped(word: str) -> str:
    """As JSON in ASCII writes it."""
    return json.dumps(word)[1:-1]


def _stands(words: Sequence[str], value: Any) -> bool:
    return bool(value != blacked_out(words, value))


def _is_proven(model: type[Model]) -> bool:
    names = {field.name for field in model._meta.concrete_fields}  # noqa: SLF001  # Django's documented way
    return model._meta.label_lower in _PROVEN_TABLES or bool(names & _PROOFS)  # noqa: SLF001  # the same


@lru_cache(maxsize=1)
def _searched() -> tuple[tuple[type[Model], tuple["Field[Any, Any]", ...]], ...]:
    found = []
    for model in apps.get_models():
        options = model._meta  # noqa: SLF001  # as above
        texts = tuple(f for f in options.concrete_fields if _is_text(f))
        if texts and options.managed and options.label_lower not in _ELSEWHERE and model is not Erasing:
            found.append((model, texts))
    return tuple(found)


def _is_text(field: "Field[Any, Any]") -> bool:
    """Free text. Keys, codes and digests are shorter than any address, or cannot hold one."""
    if field.is_relation or field.primary_key or field.choices:
        return False
    return isinstance(field, TextField | JSONField) or (isinstance(field, CharField) and (field.max_length or 0) > 64)
