"""A member's nominations: entered as drafts, changed, put in order, supported by letters, submitted in one act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from .. import rules
from ..lines import list_digest, nominee_digest
from ..models import Call, Nominee, SupportingLetter
from ..names import Act, Rank, Standing, Way
from ..queries.calls import deadline_for
from ..queries.nominations import own_nominations
from .writing import lock, locked, tell, write_down

FIELDS = (
    "rank", "name", "post", "institution", "email", "language", "sex", "grade", "is_security", "is_at_risk", "withheld",
)  # fmt: skip  # what a member enters of a person


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent."""

    name: str
    media_type: str
    data: bytes


@transaction.atomic
def enter_nominee(*, actor: Actor, call: Call, given: Mapping[str, Any], at: datetime) -> Nominee:
    """A draft, however incomplete; `given` as in FIELDS. Its member alone knows of it."""
    row = lock(call)
    ask(rules.may_enter(actor, actor.member, row, deadline_for(row, actor.member), at))
    member = Member.objects.get(code=actor.member)
    made = Nominee(call=row, member=member, standing=Standing.DRAFT, at=at, office=actor.office)
    _fill(made, given)
    made.place = last_place(row, member, made.rank) + 1
    made.save(force_insert=True)
    tell(actor, Act.NOMINEE_ENTERED, made, at)
    return made


def last_place(call: Call, member: Member, rank: str) -> int:
    row = Nominee.objects.filter(call=call, member=member, rank=rank).order_by("place").last()
    return row.place if row else 0


def _fill(row: Nominee, given: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in given:
            setattr(row, name, given[name])


@transaction.atomic
def change_nominee(*, actor: Actor, nominee: Nominee, given: Mapping[str, Any], seen: str, at: datetime) -> None:
    """Until the member's deadline. `seen` is the digest of what was changed. Who gets another rank comes last in it.
    What was submitted stays complete."""
    row = locked(nominee)
    deadline = deadline_for(row.call, row.member.code)
    ask(rules.may_alter(actor, row, deadline, at, is_as_seen=nominee_digest(row) == seen))
    before = row.rank
    _fill(row, given)
    if row.rank != before:
        row.place = last_place(row.call, row.member, row.rank) + 1
    ask(rules.is_whole(row))
    row.save()
    tell(actor, Act.NOMINEE_CHANGED, row, at)


@transaction.atomic
def move_nominee(*, actor: Actor, nominee: Nominee, way: Way, at: datetime) -> None:
    """One place earlier or later among the member's of this rank: it changes places with its neighbour."""
    row = locked(nominee)
    ask(rules.may_alter(actor, row, deadline_for(row.call, row.member.code), at))
    several = [each for each in own_nominations(row.call, row.member.code).standing if each.rank == row.rank]
    at_place = [each.key for each in several].index(row.key)
    beside = at_place - 1 if way == Way.UP else at_place + 1
    neighbour = several[beside] if 0 <= beside < len(several) else None
    ask(rules.may_move(has_neighbour=neighbour is not None))
    other = cast("Nominee", neighbour)  # refused above where there is none
    row.place, other.place = other.place, row.place
    row.save(update_fields=["place"])
    other.save(update_fields=["place"])
    tell(actor, Act.NOMINEE_MOVED, row, at)


@transaction.atomic
def remove_nominee(*, actor: Actor, nominee: Nominee, at: datetime) -> None:
    """A draft goes without a trace of the person."""
    row = locked(nominee)
    ask(rules.may_remove(actor, row))
    tell(actor, Act.NOMINEE_REMOVED, row, at)
    row.delete()


@transaction.atomic
def add_letter(*, actor: Actor, nominee: Nominee, file: File, at: datetime) -> SupportingLetter:
    row = locked(nominee)
    ask(rules.may_alter(actor, row, deadline_for(row.call, row.member.code), at))
    ask(rules.may_add_letter(SupportingLetter.objects.filter(nominee=row).count()))
    made = SupportingLetter.objects.create(
        nominee=row, name=file.name[-120:], media_type=file.media_type, data=file.data, at=at
    )
    tell(actor, Act.LETTER_ADDED, row, at)
    return made


@transaction.atomic
def remove_letter(*, actor: Actor, letter: SupportingLetter, at: datetime) -> None:
    row = locked(letter.nominee)
    ask(rules.may_alter(actor, row, deadline_for(row.call, row.member.code), at))
    SupportingLetter.objects.filter(key=letter.key).delete()
    tell(actor, Act.LETTER_REMOVED, row, at)


@transaction.atomic
def submit_nominations(*, actor: Actor, call: Call, seen: str, at: datetime) -> None:
    """The member nominates, by a formal act on exactly what was read: all drafts become nominations at once."""
    row = lock(call)
    ask(rules.may_enter(actor, actor.member, row, deadline_for(row, actor.member), at))
    own = own_nominations(row, actor.member)
    is_as_seen = list_digest(own.standing) == seen
    ask(rules.may_submit(actor, own.missing, has_new=own.has_new, is_as_seen=is_as_seen))
    drafts = [each for each in own.standing if each.standing == Standing.DRAFT]
    Nominee.objects.filter(key__in=[each.key for each in drafts]).update(standing=Standing.NOMINATED, submitted_at=at)
    ranks = [each.rank for each in own.standing]
    facts = {
        "seminar": row.seminar_id,
        "principals": ranks.count(Rank.PRINCIPAL),
        "alternates": ranks.count("alternate"),
    }
    write_down(actor, Act.MEMBER_NOMINATED, row, at, facts, tree=tree_of(actor.member))
