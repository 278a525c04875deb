"""The least time that the network agreed on for a section of an edition, written down by the secretariat."""

from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Edition
from tejido.curriculum.queries import document_of
from tejido.engine.document import Kind
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Minimum
from ..names import Act


@transaction.atomic
def set_minimum(*, actor: Actor, edition: Edition, section: str, minutes: int, decided: str, at: datetime) -> Minimum:
    """What courses on this edition give at least to a section, by the id of its heading, or to the whole where it is
    empty. An earlier number for the same section ends with it. `decided` says where the network agreed on it."""
    Edition.objects.select_for_update().get(key=edition.key)
    row = Edition.objects.select_related("text__body", "revision").defer("record").get(key=edition.key)
    found = Minimum.objects.filter(edition=row, section=section, lifted_at=None).first()
    headings = {p.id for p in document_of(row.revision) if p.kind is Kind.HEADING}
    is_there = not section or section in headings
    ask(rules.may_set(actor, row.text.body, minutes, decided, is_there=is_there, standing=found))
    Minimum.objects.filter(edition=row, section=section, lifted_at=None).update(lifted_at=at)
    made = Minimum.objects.create(
        edition=row, section=section, minutes=minutes, decided=decided.strip(), at=at, office=actor.office
    )
    facts = {"edition": row.key, "number": row.number, "section": section, "minutes": minutes}
    write_down(actor, Act.MINIMUM_SET, made, at, facts, tree=NETWORK, details={"decided": made.decided})
    return made


@transaction.atomic
def lift_minimum(*, actor: Actor, minimum: Minimum, at: datetime) -> None:
    """From now on nothing is asked for this section. Statements that were issued stay as they are."""
    row = Minimum.objects.select_for_update(of=("self",)).select_related("edition").get(key=minimum.key)
    ask(rules.may_lift(actor, row))
    Minimum.objects.filter(key=row.key).update(lifted_at=at)
    facts = {"edition": row.edition_id, "number": row.edition.number, "section": row.section}
    write_down(actor, Act.MINIMUM_LIFTED, row, at, facts, tree=NETWORK)
