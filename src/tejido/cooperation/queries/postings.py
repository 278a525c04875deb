"""Offers and requests as far as an actor may read them."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor
from tejido.registry.models import Member, Seat
from tejido.registry.names import MemberKind

from ..models import ChosenMember, MatchWish, Posting, Showing
from ..names import Reach


@dataclass(frozen=True, slots=True)
class OpenPosting:
    """A posting that the actor may read. To whom it is and was shown is loaded for its own member's seats alone."""

    row: Posting
    is_own: bool
    chosen: tuple[Member, ...] = ()
    showings: tuple[Showing, ...] = ()


def _rows() -> QuerySet[Posting]:
    return Posting.objects.select_related("member", "contact__institution__member")


def _shown_to(actor: Actor) -> Q:
    """What others show to the actor."""
    to_all = Q(reach=Reach.NETWORK)
    chosen = ChosenMember.objects.filter(member__code=actor.member or "-").values("posting")
    return Q(shown_at__isnull=False) & (to_all | Q(reach=Reach.CHOSEN, key__in=chosen))


def _readable(actor: Actor) -> Q:
    return Q(member__code=actor.member or "-") | _shown_to(actor)


def open_to(actor: Actor, keys: Collection[str]) -> dict[str, Posting]:
    """Those of these postings that the actor may read now, by key. One query, none without keys."""
    if actor.is_public or not keys:
        return {}
    return {row.key: row for row in _rows().filter(_readable(actor), key__in=keys)}


def posting_for(actor: Actor, key: str) -> OpenPosting:
    """Posting.DoesNotExist for the public and for whom it is not shown to, exactly as for an unknown key."""
    if actor.is_public:
        raise Posting.DoesNotExist
    row = _rows().get(_readable(actor), key=key)
    if row.member.code != actor.member:
        return OpenPosting(row, is_own=False)
    chosen = ChosenMember.objects.filter(posting=row).select_related("member")
    return OpenPosting(row, True, tuple(each.member for each in chosen), tuple(Showing.objects.filter(posting=row)))


def own_postings(actor: Actor, *, is_open: bool = True) -> list[Posting]:
    """What the actor's member has written, the latest first. One query."""
    return list(_rows().filter(member__code=actor.member or "-", closed_at__isnull=is_open))


def other_postings(actor: Actor) -> list[Posting]:
    """What other members show to the actor now, the latest first. One query; nothing for the public."""
    if actor.is_public:
        return []
    return list(_rows().filter(_shown_to(actor)).exclude(member__code=actor.member or "-").order_by("-shown_at", "key"))


def partners_of(member: str) -> list[Member]:
    """The states beside this one, to whom something can be shown or proposed."""
    return list(Member.objects.filter(kind=MemberKind.STATE).exclude(code=member))


def contacts_of(actor: Actor) -> list[Seat]:
    """The seats of the actor's own member that are there now, those that act for it first."""
    rows = Seat.objects.filter(institution__member__code=actor.member or "-", until=None)
    return list(rows.select_related("institution__member").order_by("role", "institution__code", "key"))


def wishes_matches(actor: Actor) -> bool:
    """Whether this seat asked to be told of matches."""
    return MatchWish.objects.filter(seat=actor.seat or "-").exists()
