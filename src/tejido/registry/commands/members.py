"""Members and what the sources say of them."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import ask, must_be_fresh

from .. import rules
from ..models import Body, Member, Network, Party, Standing
from ..names import Act, BodyKind, MemberKind, Status
from .committees import leave_all_committees
from .writing import Texts, may_stand, new_row, write_down


@transaction.atomic
def enter_member(
    *,
    actor: Actor,
    code: str,
    name: Texts,
    languages: list[str],
    since: date,
    at: datetime,
    kind: str = MemberKind.STATE,
    is_party: bool = True,
) -> Member:
    """A member, which is a party of the network from that day on. Its status is what dated sources say of it.

    Who only observes or is a partner is no party.
    """
    ask(rules.may_keep_network(actor))
    member = new_row(Member(code=code, name=dict(name), languages=languages, kind=kind))
    if is_party:
        Party.objects.create(body=_network_body(), code=code, name=dict(name), member=member, since=since)
    write_down(actor, Act.MEMBER_ENTERED, member, at, {"code": code, "since": since.isoformat()})
    return member


def _network_body() -> Body:
    return Body.objects.get(kind=BodyKind.NETWORK)


@transaction.atomic
def enter_sourced_member(
    *,
    actor: Actor,
    code: str,
    name: Texts,
    since: date,
    source: str,
    at: datetime,
    kind: str = MemberKind.STATE,
    status: str = Status.MEMBER,
) -> Member:
    """A member, an observer or a partner together with the source that says so: without one nobody is of record."""
    languages = list(Network.objects.values_list("languages", flat=True).first() or ["es"])
    is_party = status == Status.MEMBER
    member = enter_member(
        actor=actor, code=code, name=name, languages=languages, since=since, at=at, kind=kind, is_party=is_party
    )
    enter_standing(actor=actor, member=member, at=at, status=status, since=since, says={}, source=source)
    return member


@transaction.atomic
def enter_standing(*, actor: Actor, member: Member, at: datetime, **values: Any) -> Standing:
    """What one source says of a member's status: status, since, until, is_disputed, says (texts), source.

    An observer of which a source says “member” becomes a party of the network on that day; so does a member that had
    left.
    """
    ask(rules.may_keep_network(actor))
    standing = Standing(member=member, **values)
    ask(may_stand(standing))
    if values["status"] == Status.MEMBER and values.get("until") is None:
        _take_part(actor, member, values["since"], at)
    standing.save(force_insert=True)
    facts = {
        "member": member.code,
        "status": str(standing.status),
        "since": standing.since.isoformat(),
    }
    write_down(actor, Act.STATUS_ENTERED, standing, at, facts, details={"source": standing.source})
    return standing


def _take_part(actor: Actor, member: Member, since: date, at: datetime) -> None:
    """One that left and comes back is a party anew from that day on."""
    body = _network_body()
    Member.objects.select_for_update().get(key=member.key)
    spans = list(Party.objects.filter(body=body, member=member))
    left = max((party.until for party in spans if party.until), default=None)
    if any(party.until is None for party in spans) or rules.comes_after(since, left) is not None:
        return  # a source of days on which it is a party, or was one, contradicts others and makes nobody a party
    Standing.objects.filter(member=member, status=Status.FORMER, until=None, since__lt=since).update(until=since)
    party = Party.objects.create(body=body, code=member.code, name=member.name, member=member, since=since)
    facts = {"body": body.key, "code": party.code, "since": since.isoformat()}
    write_down(actor, Act.PARTY_JOINED, party, at, facts)


@transaction.atomic
def let_member_leave(*, actor: Actor, member: Member, until: date, source: str, at: datetime) -> None:
    """The member is no party any more from that day on, neither of the network nor of its committees; its past stays.
    What sources said of it ends there, and the source that says it left stands beside them."""
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    ask(rules.may_keep_network(actor))
    party = Party.objects.select_for_update().filter(body=_network_body(), member=member).last()
    ask(rules.is_still_there(party.until if party else until))
    ask(rules.is_in_order(party.since if party else None, until))
    Party.objects.filter(key=party.key if party else "").update(until=until)
    leave_all_committees(actor, member, until, at)
    Standing.objects.filter(member=member, until=None, since__lt=until).update(until=until)
    Standing.objects.create(member=member, status=Status.FORMER, since=until, source=source)
    facts = {"code": member.code, "until": until.isoformat()}
    write_down(actor, Act.MEMBER_LEFT, member, at, facts, details={"source": source})
