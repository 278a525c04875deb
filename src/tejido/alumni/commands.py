"""Staying reachable, leaving, and writing to those who stayed."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.nominations.models import Nominee
from tejido.nominations.names import GUEST_OFFICE
from tejido.nominations.rules import is_there
from tejido.people.commands import drop_letters
from tejido.people.queries import digest_of, guest_token
from tejido.registry.queries import seat_names
from tejido.web.languages import in_my_language

from . import rules
from .letters import pass_on, welcome
from .models import Alumnus
from .names import Act
from .queries import letters_of_seat

GUEST = Actor(office=GUEST_OFFICE)
FIELDS = ("topic", "languages", "audience", "shows")


@transaction.atomic
def stay(*, nominee: Nominee, agrees: bool, given: Mapping[str, Any], at: datetime) -> Alumnus:
    """The participant stays reachable, as far as they say; `given` as in FIELDS. Said again, it is changed."""
    row = Nominee.objects.select_for_update().get(key=nominee.key)
    ask(is_there(row) or rules.may_stay(nominee.call, at, agrees=agrees))
    known = Alumnus.objects.filter(nominee=row).first()
    if known is not None:
        change(alumnus=known, given=given, at=at)
        return known
    seed = secrets.token_hex(20)
    made = Alumnus.objects.create(
        nominee=row, member=nominee.member, institution=nominee.institution, name=row.name, email=row.email,
        language=row.language, seed=seed, token_digest=digest_of(guest_token(seed)), at=at,
        is_demonstration=nominee.call.seminar.is_demonstration, **{name: given[name] for name in FIELDS},
    )  # fmt: skip  # one row of a table, read as one
    _write_down(GUEST, Act.STAYED, made, at)
    welcome(made, at)
    return made


@transaction.atomic
def change(*, alumnus: Alumnus, given: Mapping[str, Any], at: datetime) -> None:
    """Other things are shown, or to others."""
    row = Alumnus.objects.select_for_update().get(key=alumnus.key)
    for name in FIELDS:
        setattr(row, name, given[name])
    row.save(update_fields=FIELDS)
    _write_down(GUEST, Act.CHANGED, row, at)


@transaction.atomic
def leave(*, alumnus: Alumnus, at: datetime) -> None:
    """At once, and nothing is kept: neither the row nor a letter."""
    _write_down(GUEST, Act.LEFT, alumnus, at)
    Alumnus.objects.filter(key=alumnus.key).delete()
    drop_letters(about=alumnus.key)


@transaction.atomic
def write(*, actor: Actor, alumnus: Alumnus, subject: str, body: str, at: datetime) -> None:
    """A seat writes to one person who shows themselves to it."""
    ask(rules.may_write(actor, alumnus))
    _send(actor, [alumnus], subject, body, at)


@transaction.atomic
def write_to_own(*, actor: Actor, alumni: Sequence[Alumnus], subject: str, body: str, at: datetime) -> None:
    """A focal point writes to all former participants of its member, for training in their state."""
    ask(rules.may_write_to_own(actor))
    _send(actor, [row for row in alumni if row.member.code == actor.member], subject, body, at)


def _send(actor: Actor, alumni: Sequence[Alumnus], subject: str, body: str, at: datetime) -> None:
    ask(rules.is_said(subject, body, len(alumni), letters_of_seat(actor.seat, at)))
    seat = seat_names({actor.seat})[actor.seat]
    sender = in_my_language(seat.title) or actor.office
    occasion = secrets.token_hex(6)
    for row in alumni:
        pass_on(row, actor.seat, sender, subject.strip(), body.strip(), occasion, at)
    record(
        actor=actor, act=Act.WRITTEN_TO, tree=tree_of(actor.member), kind="letter", object=occasion, at=at,
        facts={"count": len(alumni)},
    )  # fmt: skip  # one line of the ledger


def _write_down(actor: Actor, act: Act, row: Alumnus, at: datetime) -> None:
    tree = tree_of(row.member.code)
    record(actor=actor, act=act, tree=tree, kind="alumnus", object=row.key, at=at)
