"""What is known for matching: only what the actor may read."""

from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.mechanisms.models import Entry
from tejido.mechanisms.names import Topic
from tejido.mechanisms.rules import reads
from tejido.practices.queries import shown_practices
from tejido.registry.queries import day_of

from ..models import Posting
from ..rules.matching import Known, Match, Published, Reason, matches_of, practices_for
from .postings import other_postings, own_postings


def known_for(actor: Actor, at: datetime) -> Known:
    """The step of each member as it has told the actor, and the practices that the actor may read."""
    return Known(_stages(actor, day_of(at).isoformat()), published_for(actor))


def _stages(actor: Actor, day: str) -> dict[str, str]:
    """What a member says itself goes before what a source says of it."""
    rows = (
        Entry.objects.filter(topic=Topic.STAGE, struck_at=None).select_related("member").order_by("since", "at", "key")
    )
    read = [row for row in rows if row.audience in reads(actor, row.member.code) and row.holds_on(day)]
    return {row.member.code: row.value for row in sorted(read, key=lambda row: not row.is_from_source)}


def published_for(actor: Actor) -> tuple[Published, ...]:
    """The practices that are published for the actor. One query."""
    return tuple(
        Published(
            shown.practice.key,
            shown.practice.member.code,
            shown.content["title"],
            frozenset(shown.content["themes"]),
            frozenset(shown.content["factors"]),
        )
        for shown in shown_practices(actor)
    )


def matches_for(actor: Actor, at: datetime, only: Posting | None = None) -> list[Match]:
    """What others show to the actor's member and what it has written itself, where the two match; best first. `only`:
    the matches of this posting of its own. A constant number of queries."""
    own = [only] if only else own_postings(actor)
    return matches_of(own, other_postings(actor), known_for(actor, at)) if own else []


def practices_on(actor: Actor, request: Posting) -> list[tuple[Published, tuple[Reason, ...]]]:
    """Practices of others on what is asked for."""
    return practices_for(request, Known(practices=published_for(actor)))
