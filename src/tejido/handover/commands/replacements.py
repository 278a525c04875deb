"""A mandate ends, and with a successor the next begins in the same minute: at once, or after a second person agreed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.deliberation.commands.instants import deadline_from
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import Refusal, Refused, ask, must_be_fresh
from tejido.people.commands import queue_letters
from tejido.registry.commands import announce, appoint, end_mandate
from tejido.registry.models import Seat
from tejido.registry.queries import actor_of, is_held, is_manned, mandate_of
from tejido.registry.rules import is_second, may_agree, may_keep, must_be_two

from .. import rules
from ..letters import second_needed
from ..models import Replacement
from ..names import Act, No
from ..queries.replacements import begun_at, due, ended_at, has_another_keeper, open_request_of, seconds_of


@dataclass(frozen=True, slots=True)
class Successor:
    """Who follows, as the keeper of the seat knows them."""

    email: str
    name: str
    language: str
    zone: str


@transaction.atomic
def ask_replacement(
    *, actor: Actor, seat: Seat, local: datetime | None, zone: str, successor: Successor | None, at: datetime
) -> Replacement:
    """Ends the mandate at a minute on the clocks of `zone` (None: as soon as it is settled) and names who follows.

    It is done at once, unless the seat signs in an open procedure: then it waits for a second person.
    """
    member = seat.institution.member
    ask(may_keep(actor, member.code if member else "", member is not None and is_manned(member, at)))
    Seat.objects.select_for_update().get(key=seat.key)
    outgoing = mandate_of(seat, at)
    if outgoing is None:
        raise Refused(Refusal(No.VACANT))
    email = successor.email.strip().lower() if successor else ""
    ask(rules.may_be_replaced(outgoing, email, open_request_of(seat, at) is not None, zone))
    ends_at = deadline_from(local, zone, at).instant if local else None
    ask(must_be_fresh(actor.is_fresh))
    _close_expired(seat, at)
    row = Replacement.objects.create(
        seat=seat, outgoing=outgoing, ends_at=ends_at, zone=zone, email=email,
        name=successor.name.strip() if successor else "", language=successor.language if successor else "",
        asked_by_id=actor.mandate, asked_at=at,
    )  # fmt: skip  # one row of a table, read as one
    if not is_held(seat):
        return _settle(actor, row, at)
    _write(actor, Act.REPLACEMENT_ASKED, row, at)
    queue_letters(letters=[second_needed(row, account, at) for account in seconds_of(row, at)])
    return row


def _close_expired(seat: Seat, at: datetime) -> None:
    """A request that nobody agreed to in time makes room for the next."""
    Replacement.objects.filter(seat=seat, settled_at=None, closed_at=None).update(closed_at=at)


@transaction.atomic
def agree_to_replacement(*, actor: Actor, replacement: Replacement, at: datetime) -> Replacement:
    """Another person, in another seat and with a fresh second factor, agrees: now it is done."""
    row = _locked(replacement)
    ask(rules.may_be_settled(row, at))
    asked = actor_of(row.asked_by, is_fresh=True)  # they showed their second factor when they asked
    ask(must_be_two(asked, actor, is_held=True))
    ask(_may_answer(actor, row, at))
    _write(actor, Act.REPLACEMENT_AGREED, row, at)
    return _settle(asked, row, at, second=actor)


@transaction.atomic
def refuse(*, actor: Actor, replacement: Replacement, at: datetime) -> None:
    """Whoever could have agreed says no: the holder stays. Whoever asked withdraws instead."""
    row = _locked(replacement)
    ask(rules.may_be_settled(row, at))
    ask(is_second(actor_of(row.asked_by), actor))
    ask(_may_answer(actor, row, at))
    Replacement.objects.filter(key=row.key).update(closed_at=at, refused_by=actor.mandate)
    _write(actor, Act.REPLACEMENT_REFUSED, row, at)


@transaction.atomic
def withdraw(*, actor: Actor, replacement: Replacement, at: datetime) -> None:
    row = _locked(replacement)
    ask(rules.may_withdraw(actor, row, at))
    Replacement.objects.filter(key=row.key).update(closed_at=at)
    _write(actor, Act.REPLACEMENT_WITHDRAWN, row, at)


def _may_answer(actor: Actor, row: Replacement, at: datetime) -> Refusal | None:
    member = row.seat.institution.member
    return may_agree(actor, member.code if member else "", has_another_keeper(row, at))


def _locked(replacement: Replacement) -> Replacement:
    """The request with its row locked: of two persons who answer at once the second finds it settled."""
    found = Replacement.objects.select_for_update(of=("self",)).select_related(
        "seat__institution__member", "outgoing__account", "asked_by__seat__institution__member"
    )
    return found.get(key=replacement.key)


def _settle(asked: Actor, row: Replacement, at: datetime, *, second: Actor | None = None) -> Replacement:
    """The mandate ends, and the successor's begins, in one minute: no gap and no overlap."""
    moment = row.ends_at or at
    row.outgoing.seat = row.seat
    end_mandate(actor=asked, mandate=row.outgoing, until=moment, at=at, second=second)
    if row.has_successor:
        row.incoming = appoint(
            actor=asked, seat=row.seat, email=row.email, name=row.name, language=row.language, zone=row.zone,
            since=moment, at=at,
        )  # fmt: skip
    row.agreed_by_id = second.mandate if second else None
    row.ends_at, row.settled_at = moment, at
    row.told_at = at if moment <= at else None
    row.save()
    return row


def _write(actor: Actor, act: Act, row: Replacement, at: datetime) -> None:
    """In the member's own ledger: nobody else learns that a replacement is asked for, nor of whom."""
    member = row.seat.institution.member
    facts = {"seat": row.seat_id, "successor": row.has_successor}
    tree = tree_of(member.code if member else "")
    record(actor=actor, act=act, tree=tree, kind="replacement", object=row.key, at=at, facts=facts)


@transaction.atomic
def tell_due(*, at: datetime) -> int:
    """Writes down for all, once, the changes whose minute has come. Late or twice: the result is the same. What
    another act has overtaken in the meantime was told by that act."""
    rows = due(at)
    for row, until in rows:
        if Replacement.objects.filter(key=row.key, told_at=None).update(told_at=at):
            announce(ended=ended_at(row, until), begun=begun_at(row, until), until=until, at=at)
    return len(rows)
