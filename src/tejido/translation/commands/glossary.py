"""The glossary: what a thing is called in each language, and what it is not to be called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from tejido.engine.translation import Use
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import new_key
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.queries import capacity, network_body
from tejido.web.languages import filled

from .. import rules
from ..models import GlossaryEntry
from ..names import Act, No
from .acting import said_by


@dataclass(frozen=True, slots=True)
class Entry:
    """What is entered of a concept. `terms` are (language, words, use); `definition` is by language."""

    terms: Sequence[tuple[str, str, str]]
    definition: Mapping[str, str] = field(default_factory=dict)
    source: str = ""


@transaction.atomic
def enter_concept(*, actor: Actor, entry: Entry, at: datetime) -> GlossaryEntry:
    """A new concept. Refused without a preferred word."""
    ask(rules.may_keep_glossary(capacity(actor, network_body())))
    return _enter(actor, Act.CONCEPT_ENTERED, new_key(), entry, at)


@transaction.atomic
def change_concept(*, actor: Actor, standing: GlossaryEntry, entry: Entry, at: datetime) -> GlossaryEntry:
    """Other words for a concept; what was entered before stays in its history. Refused where `standing` is not what
    stands now, and where nothing is new."""
    ask(rules.may_keep_glossary(capacity(actor, network_body())))
    row = _locked(standing)
    if (row.terms, row.definition, row.source) == _as_rows(entry):
        raise Refused(Refusal(No.NOTHING_NEW_TERM))
    _end(row, at)
    return _enter(actor, Act.CONCEPT_CHANGED, row.concept, entry, at)


@transaction.atomic
def retire_concept(*, actor: Actor, standing: GlossaryEntry, at: datetime) -> None:
    """Takes a concept out. Nothing that was written is touched."""
    ask(rules.may_keep_glossary(capacity(actor, network_body())))
    row = _locked(standing)
    _end(row, at)
    _tell(actor, Act.CONCEPT_RETIRED, row, at)


def _locked(standing: GlossaryEntry) -> GlossaryEntry:
    row = GlossaryEntry.objects.select_for_update().get(key=standing.key)
    if row.ended_at is not None:
        raise Refused(Refusal(No.CONCEPT_GONE))
    return row


def _end(row: GlossaryEntry, at: datetime) -> None:
    row.ended_at = at
    row.save(update_fields=["ended_at"])


def _as_rows(entry: Entry) -> tuple[list[list[str]], dict[str, str], str]:
    terms = [[language, " ".join(words.split())[:120], str(use)] for language, words, use in entry.terms]
    definition = filled(entry.definition)
    return [term for term in terms if term[1]], definition, entry.source.strip()[:300]


def _enter(actor: Actor, act: Act, concept: str, entry: Entry, at: datetime) -> GlossaryEntry:
    terms, definition, source = _as_rows(entry)
    if not any(use == Use.PREFERRED for _, _, use in terms):
        raise Refused(Refusal(No.NO_TERM))
    row = GlossaryEntry.objects.create(
        concept=concept, terms=terms, definition=definition, source=source, **said_by(actor, at)
    )
    _tell(actor, act, row, at)
    return row


def _tell(actor: Actor, act: Act, row: GlossaryEntry, at: datetime) -> None:
    record(
        actor=actor, act=act, tree=NETWORK, kind="concept", object=row.concept, at=at,
        facts={"languages": sorted({term[0] for term in row.terms})}, details={"terms": row.terms},
    )  # fmt: skip  # one row of a table, read as one
