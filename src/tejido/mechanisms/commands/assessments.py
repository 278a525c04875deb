"""A member's look at its own mechanism: private until a part of it is released."""

from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from .. import rules
from ..models import Answer, Assessment
from ..names import LATEST, Act
from .writing import File, keep, write_down


@transaction.atomic
def begin_assessment(
    *, actor: Actor, member: Member, day: date, at: datetime, is_demonstration: bool = False
) -> Assessment:
    """A new assessment on a day, by the latest catalogue. Earlier ones stay as they are."""
    ask(rules.may_state(actor, member.code))
    row = Assessment.objects.create(
        member=member, day=day, catalogue=LATEST, at=at, office=actor.office, is_demonstration=is_demonstration
    )
    facts = {"catalogue": LATEST}
    write_down(actor, Act.ASSESSMENT_BEGUN, row, at, facts, tree=tree_of(member.code))
    return row


@transaction.atomic
def answer(
    *,
    actor: Actor,
    assessment: Assessment,
    criterion: str,
    level: str,
    language: str,
    at: datetime,
    value: str = "",
    words: str = "",
    evidence: str = "",
    address: str = "",
    file: File | None = None,
    keeps_file: bool = False,
) -> Answer:
    """Answers a criterion, in the place of what was answered before. What was released stays released as it was, until
    the new answer is released or the release is withdrawn."""
    member = assessment.member
    ask(rules.may_answer(actor, member.code, assessment.catalogue, criterion))
    Assessment.objects.select_for_update().get(key=assessment.key)
    earlier = Answer.objects.filter(assessment=assessment, criterion=criterion, replaced_at=None)
    before, sent = earlier.first(), keep(member, file)
    earlier.update(replaced_at=at)
    paper = sent.key if sent else before.paper_id if before and keeps_file else None
    row = Answer.objects.create(
        member=member, assessment=assessment, criterion=criterion, level=level, value=value, language=language,
        words=words, evidence=evidence, address=address, paper_id=paper, at=at, office=actor.office, seat=actor.seat,
        is_demonstration=assessment.is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    details = {"level": level, "value": value, "words": words, "evidence": evidence, "address": address}
    tree, facts = tree_of(member.code), {"criterion": str(criterion)}
    write_down(actor, Act.CRITERION_ANSWERED, row, at, facts, tree=tree, details=details)
    return row
