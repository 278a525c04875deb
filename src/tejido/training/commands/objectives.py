"""Which passages of an edition say what is to be learned, marked by the secretariat."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Edition
from tejido.curriculum.queries import document_of
from tejido.engine.document import Kind
from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Objectives
from ..names import Act
from ..queries import objectives_of


@transaction.atomic
def mark_objectives(*, actor: Actor, edition: Edition, passages: Iterable[str], seen: str, at: datetime) -> Objectives:
    """All objectives of an edition, in the order of the text; none where `passages` is empty. Those of an edition that
    follows are these, as far as it has them, until others are marked there. `seen` is the digest of the list that was
    read. Refused where it has changed since, and for what is no passage of the edition; headings are none."""
    Edition.objects.select_for_update().get(key=edition.key)
    row = Edition.objects.select_related("text__body", "revision").defer("record").get(key=edition.key)
    chosen, standing = frozenset(passages), objectives_of(row)
    known = [passage.id for passage in document_of(row.revision) if passage.kind is not Kind.HEADING]
    ids = [id for id in known if id in chosen]
    ask(
        rules.may_mark(
            actor,
            row.text.body,
            chosen,
            known,
            is_as_seen=canonical_digest(standing) == seen,
            is_marked_so=ids == standing,
        )
    )
    number = Objectives.objects.filter(edition=row).count() + 1
    made = Objectives.objects.create(edition=row, number=number, passages=ids, at=at, office=actor.office)
    facts = {"edition": row.key, "number": row.number, "count": len(ids), "digest": canonical_digest(ids)}
    write_down(actor, Act.OBJECTIVES_MARKED, made, at, facts, tree=NETWORK)
    return made
