"""The screen of the room is pointed, and the calendar of a seat gets its address."""

import secrets
from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.registry.models import Mandate

from ..models import Feed, Item, Meeting, Pointer
from ..names import Act
from ..queries.feeds import digest_of_token, own_feed
from ..rules import room as rules
from .acting import locked, standing


@transaction.atomic
def point(*, actor: Actor, meeting: Meeting, item: Item | None, passage: str, at: datetime) -> None:
    """What is on the screen of the room from now on. It says nothing of anybody, so no ledger keeps it. The time of an
    item runs from when it was called, also while passages change."""
    context = locked(actor, meeting.key)
    ask(rules.may_point(context.capacity, context.meeting))
    item = standing(item) if item else None
    before = Pointer.objects.filter(meeting=context.meeting).first()
    is_same = before is not None and before.item_id == (item.key if item else None)
    values = {"item": item, "passage": passage, "since": before.since if before is not None and is_same else at}
    Pointer.objects.update_or_create(meeting=context.meeting, defaults=values)


@transaction.atomic
def open_feed(*, actor: Actor, language: str, at: datetime) -> str:
    """The token of a new calendar address of the actor's seat. It is shown once and kept only as a digest. An address
    that was there before ends with it."""
    ask(rules.may_subscribe(actor))
    _queue(actor)
    before = own_feed(actor)
    if before is not None:
        _close(actor, before, at)
    token = secrets.token_urlsafe(32)
    feed = Feed.objects.create(
        mandate_id=actor.mandate, token_digest=digest_of_token(token), language=language, made_at=at
    )
    record(actor=actor, act=Act.FEED_OPENED, tree="network", kind="feed", object=feed.key, at=at)
    return token


@transaction.atomic
def close_feed(*, actor: Actor, at: datetime) -> None:
    """The address of the seat's calendar answers nobody any more."""
    ask(rules.may_subscribe(actor))
    _queue(actor)
    feed = own_feed(actor)
    ask(rules.has_feed(is_there=feed is not None))
    _close(actor, cast("Feed", feed), at)  # refused above where there is none


def _queue(actor: Actor) -> None:
    """Two clicks at once come one after the other: a mandate has one address."""
    Mandate.objects.select_for_update(of=("self",)).get(key=actor.mandate)


def _close(actor: Actor, feed: Feed, at: datetime) -> None:
    Feed.objects.filter(key=feed.key).update(closed_at=at)
    record(actor=actor, act=Act.FEED_CLOSED, tree="network", kind="feed", object=feed.key, at=at)
