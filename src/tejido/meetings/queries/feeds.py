"""The calendar of a seat: what it may know of meetings and deadlines, and who may fetch it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from tejido.deliberation.queries.procedures import open_states_for
from tejido.deliberation.queries.rounds import RoundContext, current_rounds_for
from tejido.deliberation.queries.state import ProcedureState
from tejido.ledger.actors import Actor
from tejido.registry.queries import actor_of

from ..models import AgendaRevision, Feed, Meeting, Step
from ..names import UNTOLD
from .meetings import bodies_for

KEPT = timedelta(days=365)  # how long meetings that were held stay in a feed


@dataclass(frozen=True, slots=True)
class SeatCalendar:
    """All that is in a seat's calendar. `versions` say how often each meeting was changed, by its key."""

    meetings: tuple[Meeting, ...]
    versions: Mapping[str, "Version"]
    rounds: tuple[RoundContext, ...]
    procedures: tuple[ProcedureState, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """How often a meeting was changed since it was convened, and when it was the last time."""

    number: int
    at: datetime


def digest_of_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def feed_for(token: str, at: datetime) -> tuple[Feed, Actor]:
    """The feed of a token, with the seat that it shows things to. Feed.DoesNotExist for an unknown token, for a feed
    that was closed, and from the minute in which the mandate or the account ends."""
    found = Feed.objects.select_related("mandate__account", "mandate__seat__institution__member")
    feed = found.get(token_digest=digest_of_token(token), closed_at=None)
    if not feed.mandate.is_valid_at(at) or not feed.mandate.account.is_active:
        raise Feed.DoesNotExist
    return feed, actor_of(feed.mandate)


def own_feed(actor: Actor) -> Feed | None:
    """The open feed of the actor's mandate."""
    return Feed.objects.filter(mandate=actor.mandate or "-", closed_at=None).first()


def calendar_for(actor: Actor, at: datetime) -> SeatCalendar:
    """Meetings that were convened in the bodies which the actor reads from inside, and the deadlines that run there."""
    inside = [context.body.key for context in bodies_for(actor) if context.is_inside]
    found = Meeting.objects.filter(body__in=inside, ends_at__gte=at - KEPT).exclude(state__in=UNTOLD)
    meetings = tuple(found.select_related("body__member"))
    rounds = tuple(context for context in current_rounds_for(actor) if context.is_open(at))
    procedures = tuple(state for state in open_states_for(actor, at) if state.runs(at) and state.deadline is not None)
    return SeatCalendar(meetings, versions_of([row.key for row in meetings]), rounds, procedures)


def versions_of(meetings: list[str]) -> dict[str, Version]:
    """The version of each meeting: it rises with each act that calendars have to hear of. Three queries."""
    found = {row.key: Version(row.sequence, row.prepared_at) for row in Meeting.objects.filter(key__in=meetings)}
    steps = Step.objects.filter(meeting__in=meetings).values_list("meeting_id", "at")
    agendas = AgendaRevision.objects.filter(meeting__in=meetings).values_list("meeting_id", "at")
    for meeting, at in [*steps, *agendas]:
        before = found[meeting]
        found[meeting] = Version(before.number + 1, max(before.at, at))
    return found
