"""A part of a meeting is released: a copy of it as it stands, for the network or for the public."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask, must_be_fresh

from ..models import Meeting, Release
from ..names import Act
from ..proof import digest_of
from ..queries.minutes import approval_of
from ..queries.releases import released_data
from ..rules import minutes as rules
from .acting import locked, record_act


@transaction.atomic
def release_part(*, actor: Actor, meeting: Meeting, part: str, audience: str, at: datetime) -> Release:
    """Agenda, decisions or minutes, each by an act of its own. What is changed later does not reach what was
    released."""
    context = locked(actor, meeting.key)
    row = context.meeting
    ask(rules.may_release(context.capacity, row, part, approval_of(row)))
    ask(must_be_fresh(actor.is_fresh))
    data = released_data(row, part)
    release = Release.objects.create(
        meeting=row, part=part, audience=audience, data=data, digest=digest_of(data), at=at, office=actor.office
    )
    facts = {"part": str(part), "audience": str(audience), "digest": release.digest}
    record_act(actor, Act.PART_RELEASED, row, at, facts)
    return release
