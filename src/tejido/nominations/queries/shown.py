"""What each audience sees of a person. It is reckoned here and nowhere else: pages, files, badges and letters take it
from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tejido.ledger.actors import Actor
from tejido.registry.models import Institution, Member

from ..models import Call, Nominee
from ..names import Kept, Standing
from ..rules import reads_of, serves
from .guests import participants


class Reader(StrEnum):
    """Who looks. `OWN`: the acting seats of the nominating member, and the secretariat."""

    OWN = "own"
    PARTICIPANT = "participant"
    NETWORK = "network"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Shown:
    """A person as a reader sees them. Whatever is not for that reader is empty; without a name it is "a participant of
    the member"."""

    member: Member
    name: str
    post: str
    institution: Institution | None
    email: str = ""

    @property
    def is_unnamed(self) -> bool:
        return not self.name


def kept_back(row: Nominee) -> frozenset[str]:
    """What is not published: what was asked for, of a person at risk everything, of a security force post and
    institution."""
    if row.is_at_risk:
        return frozenset(Kept.values)
    of_force = {Kept.POST, Kept.INSTITUTION} if row.is_security else set()
    return frozenset({*row.withheld, *(str(each) for each in of_force)})


def shown(row: Nominee, reader: Reader) -> Shown:
    if reader is Reader.OWN:
        return Shown(row.member, row.name, row.post, row.institution, row.email)
    if reader is Reader.BADGE and row.badge:
        return Shown(row.member, row.badge, *_rest(row))
    back = kept_back(row)
    name = "" if Kept.NAME in back else row.name
    is_shared = reader is Reader.PARTICIPANT and row.shares_email and Kept.NAME not in back
    return Shown(row.member, name, *_rest(row), row.email if is_shared else "")


def _rest(row: Nominee) -> tuple[str, Institution | None]:
    """Post and institution, as far as they are published."""
    back = kept_back(row)
    return "" if Kept.POST in back else row.post, None if Kept.INSTITUTION in back else row.institution


def reader_of(actor: Actor, member: str) -> Reader:
    """As whom a seat reads of a person of this member."""
    return Reader.OWN if serves(actor) or reads_of(actor, member) else Reader.NETWORK


def fellows(call: Call) -> tuple[Shown, ...]:
    """The participants as the other participants see them; nobody before the list is shown."""
    return _in_order(shown(row, Reader.PARTICIPANT) for row in participants(call.seminar)) if call.listed_at else ()


def listed(actor: Actor, call: Call) -> tuple[Shown, ...]:
    """The participants as a seat of the network sees them, once the list is shown. One query."""
    if actor.is_public or not call.listed_at:
        return ()
    return _in_order(shown(row, reader_of(actor, row.member.code)) for row in participants(call.seminar))


def badges(call: Call) -> tuple[Shown, ...]:
    """What stands on the badges, for the secretariat."""
    return _in_order(shown(row, Reader.BADGE) for row in participants(call.seminar))


def _in_order(several: Iterable[Shown]) -> tuple[Shown, ...]:
    """By member, then by what is shown: where somebody stands tells nothing of who they are."""
    return tuple(sorted(several, key=lambda each: (each.member.code, each.is_unnamed, each.name)))


def confirmed_count(call: Call) -> int:
    return Nominee.objects.filter(call=call, standing=Standing.CONFIRMED).count()
