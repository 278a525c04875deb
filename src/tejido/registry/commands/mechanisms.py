"""National Mechanisms as bodies: their parties are institutions."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..models import Body, Institution, Member, Party
from ..names import Act, BodyKind, No
from .committees import end_party
from .locks import locked_institution
from .writing import Texts, write_down


@transaction.atomic
def convene_mechanism(*, actor: Actor, member: Member, name: Texts, at: datetime) -> Body:
    """The National Mechanism of a member, in the member's own space. Its parties are institutions. Refused to everybody
    but the member's own keepers, and where there is one already."""
    ask(rules.may_keep_mechanism(actor, member.code))
    Member.objects.select_for_update().get(key=member.key)
    if Body.objects.filter(kind=BodyKind.MECHANISM, member=member).exists():
        raise Refused(Refusal(No.MECHANISM_EXISTS))
    body = Body.objects.create(kind=BodyKind.MECHANISM, member=member, name=dict(name), requires_clearance=False)
    write_down(actor, Act.MECHANISM_CONVENED, body, at, {"member": member.code}, tree=body.tree)
    return body


@transaction.atomic
def join_mechanism(*, actor: Actor, body: Body, institution: Institution, since: date, at: datetime) -> Party:
    """An institution takes part from that day on; one that left may come back later. Refused to it twice, to
    institutions of anybody else, and to one of which the end is known."""
    ask(rules.may_keep_mechanism(actor, _member(body)))
    ask(rules.may_take_part(body, institution))
    institution = locked_institution(institution)
    ask(rules.is_within(institution.until, outlasts=True))
    ask(rules.comes_after(since, _left(body, institution)))
    party = _new_party(body, institution, since)
    facts = {"body": body.key, "code": party.code, "since": since.isoformat()}
    write_down(actor, Act.PARTY_JOINED, party, at, facts, tree=body.tree)
    return party


@transaction.atomic
def leave_mechanism(*, actor: Actor, party: Party, until: date, at: datetime) -> Party:
    """From that day on the institution takes no part any more. What it said and agreed to stays."""
    ask(rules.may_keep_mechanism(actor, _member(party.body)))
    party = Party.objects.select_for_update(of=("self",)).select_related("body__member").get(key=party.key)
    ask(rules.may_leave(party, until))
    end_party(actor, party, until, at)
    return party


def _member(body: Body) -> str:
    return body.member.code if body.member else ""


def _left(body: Body, institution: Institution) -> date | None:
    found: date | None = Party.objects.filter(body=body, institution=institution).aggregate(last=Max("until"))["last"]
    return found


def _new_party(body: Body, institution: Institution, since: date) -> Party:
    """The database lets it in once, also of two at once."""
    try:
        with transaction.atomic():
            return Party.objects.create(
                body=body, code=institution.code, name=institution.name, institution=institution, since=since
            )
    except IntegrityError as problem:
        raise Refused(Refusal(No.PARTY_TAKEN, {"code": institution.code})) from problem
