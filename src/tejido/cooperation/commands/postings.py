"""Offers and requests: written, changed, shown, hidden and closed by the member whose they are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK, tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Member, Seat

from ..letters import tell_matches
from ..models import ChosenMember, MatchWish, Posting, Showing
from ..names import Act, Reach
from ..queries.postings import partners_of
from ..rules import postings as rules
from ..rules.values import PostingData, posting_digest


@transaction.atomic
def write_posting(
    *, actor: Actor, side: str, data: PostingData, at: datetime, is_demonstration: bool = False
) -> Posting:
    """A draft that nobody but the member's own seats reads."""
    ask(rules.may_write(actor, data))
    row = Posting.objects.create(
        member=Member.objects.get(code=actor.member), side=side, at=at, office=actor.office,
        is_demonstration=is_demonstration, **_fields(actor, data),
    )  # fmt: skip  # one row of a table, read as one
    _write(actor, Act.POSTING_WRITTEN, row, at, {"side": str(side), "digest": posting_digest(row)}, title=row.title)
    return row


@transaction.atomic
def change_posting(*, actor: Actor, posting: Posting, data: PostingData, seen: str, at: datetime) -> None:
    """`seen`: the digest of what the person had open."""
    row = _locked(posting)
    ask(rules.may_change(actor, row, data, is_as_seen=posting_digest(row) == seen))
    fields = _fields(actor, data)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))
    _write(actor, Act.POSTING_CHANGED, row, at, {"digest": posting_digest(row)}, title=row.title)


def _fields(actor: Actor, data: PostingData) -> dict[str, Any]:
    """The contact is a seat of the member itself; another key names nobody."""
    contact = Seat.objects.filter(key=data.contact, institution__member__code=actor.member or "-").first()
    return {**data.fields(), "contact": contact}


@transaction.atomic
def show_posting(
    *, actor: Actor, posting: Posting, reach: str, members: Sequence[str] = (), seen: str, at: datetime
) -> Showing:
    """From now on these readers see it as it stands: chosen members, by their codes, or all seats of the network. The
    seats that asked for it are told where it matches. `seen`: the digest of what the person had open."""
    row = _locked(posting)
    chosen = sorted(set(members)) if reach == Reach.CHOSEN else []
    known = {member.code: member for member in partners_of(row.member.code)}
    digest = posting_digest(row)
    is_so = _is_so(row, reach, chosen)
    ask(rules.may_show(actor, row, reach, chosen, known, is_as_seen=digest == seen, is_so=is_so))
    _end(row, at)
    ChosenMember.objects.bulk_create([ChosenMember(posting=row, member=known[code]) for code in chosen])
    row.reach, row.shown_at = reach, at
    row.save(update_fields=["reach", "shown_at"])
    made = Showing.objects.create(posting=row, reach=reach, members=chosen, digest=digest, at=at, office=actor.office)
    facts = {"side": row.side, "kind": row.kind, "reach": str(reach), "digest": digest}
    tree = NETWORK if reach == Reach.NETWORK else tree_of(actor.member)
    write_down(actor, Act.POSTING_SHOWN, row, at, {**facts, "members": chosen}, tree=tree)
    tell_matches(row, at)
    return made


def _is_so(row: Posting, reach: str, chosen: list[str]) -> bool:
    standing = Showing.objects.filter(posting=row, withdrawn_at=None).first()
    return standing is not None and (standing.reach, standing.members) == (reach, chosen)


@transaction.atomic
def hide_posting(*, actor: Actor, posting: Posting, at: datetime) -> None:
    """Nobody outside sees it any more. That it was shown, when, and its digest are kept."""
    row = _locked(posting)
    ask(rules.may_hide(actor, row))
    _hide(actor, row, at)


@transaction.atomic
def close_posting(*, actor: Actor, posting: Posting, reason: str = "", at: datetime) -> None:
    """It is served, or not offered or asked for any more. Its own member keeps it."""
    row = _locked(posting)
    ask(rules.may_close(actor, row))
    if row.shown_at:
        _hide(actor, row, at)
    Posting.objects.filter(key=row.key).update(closed_at=at, closed_because=reason.strip()[:300])
    _write(actor, Act.POSTING_CLOSED, row, at, {}, reason=reason.strip())


def _hide(actor: Actor, row: Posting, at: datetime) -> None:
    tree = NETWORK if row.reach == Reach.NETWORK else tree_of(row.member.code)
    _end(row, at)
    Posting.objects.filter(key=row.key).update(reach=Reach.OWN, shown_at=None)
    write_down(actor, Act.POSTING_HIDDEN, row, at, {"side": row.side}, tree=tree)


def _end(row: Posting, at: datetime) -> None:
    Showing.objects.filter(posting=row, withdrawn_at=None).update(withdrawn_at=at)
    ChosenMember.objects.filter(posting=row).delete()


def _locked(posting: Posting) -> Posting:
    return Posting.objects.select_for_update(of=("self",)).select_related("member").get(key=posting.key)


def _write(actor: Actor, act: Act, row: Posting, at: datetime, facts: dict[str, Any], **details: Any) -> None:
    write_down(actor, act, row, at, facts, tree=tree_of(actor.member), details=details)


def wish_matches(*, actor: Actor, is_wished: bool, at: datetime) -> None:
    """Whether this seat is told of what matches. A preference, and no act."""
    if is_wished:
        MatchWish.objects.get_or_create(seat_id=actor.seat, defaults={"at": at})
    else:
        MatchWish.objects.filter(seat=actor.seat).delete()
