"""Rounds are opened and extended by who facilitates."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from tejido.curriculum.models import Revision, Text
from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask, must_be_fresh
from tejido.registry.queries import capacity, day_of, parties_of_record

from ..models import Round, RoundExtension, RoundParty
from ..names import Act
from ..queries.rounds import deadline_of, has_later, open_round_of
from ..rules import rounds as rules
from .instants import deadline_from
from .locking import locked, touch


@transaction.atomic
def open_round(
    *,
    actor: Actor,
    text: Text,
    revision: Revision,
    local: datetime,
    zone: str,
    reply_days: int,
    invitation: Mapping[str, str],
    at: datetime,
) -> Round:
    """Opens a round on one revision, for the parties of record of that day. `local` is the deadline on the clocks of
    `zone`."""
    Text.objects.select_for_update().get(key=text.key)
    running = open_round_of(text, at)
    parties = parties_of_record(text.body, day_of(at))
    allowed = capacity(actor, text.body)
    ask(rules.may_open_round(allowed, running, deadline_of(running) if running else None, len(parties)))
    deadline = deadline_from(local, zone, at)
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    row = Round.objects.create(
        text=text,
        revision=revision,
        number=Round.objects.filter(text=text).count() + 1,
        opened_at=at,
        deadline=deadline.instant,
        zone=zone,
        reply_until=deadline.instant + timedelta(days=reply_days),
        invitation=dict(invitation),
    )
    RoundParty.objects.bulk_create([RoundParty(round=row, party=party) for party in parties])
    record(
        actor=actor,
        act=Act.ROUND_OPENED,
        tree=text.body.tree,
        kind="round",
        object=row.key,
        at=at,
        facts={
            "text": text.key,
            "revision": revision.digest,
            "number": row.number,
            "deadline": deadline.instant.isoformat(),
            "zone": zone,
            "parties": [party.code for party in parties],
        },
    )
    return row


@transaction.atomic
def extend_round(*, actor: Actor, round_: Round, local: datetime, zone: str, at: datetime) -> RoundExtension:
    """A later deadline, also for a round that has closed. The members keep as many days for their replies."""
    Text.objects.select_for_update().get(key=round_.text_id)
    context = locked(actor, round_)
    ask(rules.may_extend_round(context.capacity, has_later(context.round)))
    later = deadline_from(local, zone, at)
    ask(rules.must_be_later(context.deadline, later.instant, context.round.zone))
    ask(must_be_fresh(actor.is_fresh))
    row = RoundExtension.objects.create(round=round_, at=at, deadline=later.instant, office=actor.office)
    Round.objects.filter(key=round_.key).update(reply_until=later.instant + context.reply_time)
    touch(round_)
    record(
        actor=actor,
        act=Act.ROUND_EXTENDED,
        tree=context.body.tree,
        kind="round",
        object=round_.key,
        at=at,
        facts={"deadline": later.instant.isoformat(), "zone": zone},
    )
    return row
