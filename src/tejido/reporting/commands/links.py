"""What a member does for a recommendation: linked, and unlinked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.indicators.models import Indicator, Value
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.programmes.models import Initiative
from tejido.registry.rules import tasks

from .. import rules
from ..models import InitiativeLink, Recommendation, SectionLink, ValueLink
from ..names import Act
from .writing import write_down


@transaction.atomic
def link_initiatives(
    *, actor: Actor, recommendations: Sequence[Recommendation], initiatives: Sequence[str], at: datetime, note: str = ""
) -> int:
    """Each of the initiatives (by their keys) answers each of the recommendations. What is linked stays as it is.
    Returns how many links are new; refused where none is."""
    own = Initiative.objects.filter(
        key__in=list(initiatives), member__in=[row.member_id for row in recommendations], grade="own"
    )
    made = 0
    for row in recommendations:
        ask(rules.may_keep(actor, row.member.code))
        ask(rules.is_of_member(row.member.code, set(initiatives), set(own.values_list("key", flat=True))))
        there = set(InitiativeLink.objects.filter(recommendation=row).values_list("initiative_id", flat=True))
        for key in dict.fromkeys(initiatives):
            if key not in there:
                link = InitiativeLink(recommendation=row, initiative_id=key)
                _keep(actor, link, {"initiative": key}, note, at)
                made += 1
    ask(rules.is_not_linked(is_linked=not made))
    return made


@transaction.atomic
def link_section(
    *, actor: Actor, recommendation: Recommendation, text: Text, passage: str, at: datetime, note: str = ""
) -> SectionLink:
    """A section of a text that the member may read, by the id of its heading."""
    ask(rules.may_keep(actor, recommendation.member.code))
    is_there = bool(tasks(actor, text.body)) and passage in document_of(latest_revision(text))
    ask(rules.is_of_member(recommendation.member.code, {passage}, {passage} if is_there else set()))
    there = SectionLink.objects.filter(recommendation=recommendation, text=text, passage=passage)
    ask(rules.is_not_linked(is_linked=there.exists()))
    link = SectionLink(recommendation=recommendation, text=text, passage=passage)
    _keep(actor, link, {"text": text.key, "passage": passage}, note, at)
    return link


@transaction.atomic
def link_indicator(
    *, actor: Actor, recommendation: Recommendation, indicator: str, at: datetime, period: str = "", note: str = ""
) -> ValueLink:
    """What an indicator of the member says is evidence, by the indicator's key: of one period by its code, or of every
    period. Indicators that are asked of all are the member's too: it reports on them."""
    row = recommendation
    ask(rules.may_keep(actor, row.member.code))
    own = Indicator.objects.filter(Q(member=row.member_id) | Q(member=None), key=indicator)
    if period:
        own = own.filter(Exists(Value.objects.filter(indicator=OuterRef("pk"), member=row.member_id, period=period)))
    ask(rules.is_of_member(row.member.code, {indicator}, set(own.values_list("key", flat=True))))
    there = ValueLink.objects.filter(recommendation=row, indicator=indicator, period=period)
    ask(rules.is_not_linked(is_linked=there.exists()))
    link = ValueLink(recommendation=row, indicator_id=indicator, period=period)
    _keep(actor, link, {"indicator": indicator, "period": period}, note, at)
    return link


@transaction.atomic
def unlink(*, actor: Actor, link: Any, at: datetime) -> None:
    """The link is gone; that it was there stands in the ledger of the member."""
    row = link.recommendation
    ask(rules.may_keep(actor, row.member.code))
    facts = {"recommendation": row.key, "kind": type(link).__name__.lower()}
    write_down(actor, Act.EVIDENCE_UNLINKED, link, row.member, at, facts)
    type(link).objects.filter(key=link.key).delete()


def _keep(actor: Actor, link: Any, facts: dict[str, str], note: str, at: datetime) -> None:
    link.note, link.at, link.office = note.strip(), at, actor.office
    link.save(force_insert=True)
    row = link.recommendation
    said = {"recommendation": row.key, **facts}
    write_down(actor, Act.EVIDENCE_LINKED, link, row.member, at, said, {"note": link.note} if link.note else None)
