"""Who translates what."""

from datetime import date, datetime

from django.db import transaction

from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.document import Kind
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Seat
from tejido.registry.queries import capacity
from tejido.registry.words import seat_words
from tejido.web.languages import name_of

from .. import rules
from ..models import Assignment
from ..names import Act, No
from ..queries import can_translate
from .acting import locked, said_by, write_down


@transaction.atomic
def assign(
    *, actor: Actor, text: Text, language: str, section: str, seat: Seat, until: date | None, at: datetime
) -> Assignment:
    """Gives a language of a text, or one section of it, to a seat that translates. `section` is the id of a heading, or
    empty for all.

    A language that the text has not yet begins with this. Refused for the negotiated language; for a section that is
    not in the text; for a seat that does not translate here; where the seat has the part already.
    """
    text = locked(text)
    ask(rules.may_assign(capacity(actor, text.body)))
    if language == text.negotiated_language:
        raise Refused(Refusal(No.IS_SOURCE, {"language": name_of(language)}))
    document = document_of(latest_revision(text))
    if section and (section not in document or document.passage(section).kind is not Kind.HEADING):
        raise Refused(Refusal(No.NO_PASSAGE))
    if not can_translate(seat, text.body):
        raise Refused(Refusal(No.CANNOT_TRANSLATE))
    part = {"text": text, "language": language, "section": section, "seat": seat, "ended_at": None}
    if Assignment.objects.filter(**part).exists():
        raise Refused(Refusal(No.ASSIGNED_ALREADY, {"seat": seat_words(seat)}))
    row = Assignment.objects.create(**part, until=until, **said_by(actor, at))
    write_down(actor, Act.ASSIGNED, text, at, _facts(row), row=row)
    return row


@transaction.atomic
def end_assignment(*, actor: Actor, assignment: Assignment, at: datetime) -> None:
    """Takes a part back; the seat that has it can give it back as well. What was translated stays."""
    text = locked(assignment.text)
    row = Assignment.objects.get(key=assignment.key)
    if actor.seat != row.seat_id:
        ask(rules.may_assign(capacity(actor, text.body)))
    if row.ended_at is not None:
        raise Refused(Refusal(No.NOT_ASSIGNED))
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    write_down(actor, Act.UNASSIGNED, text, at, _facts(row), row=row)


def _facts(row: Assignment) -> dict[str, str]:
    until = row.until.isoformat() if row.until else ""
    return {"language": row.language, "section": row.section, "seat": row.seat_id, "until": until}
