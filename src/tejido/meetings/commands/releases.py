"""A part of a meeting is released, a copy of it as it stands, for the network or for the public; or withdrawn again."""

from datetime import datetime

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask, must_be_fresh

from ..models import Meeting, Release
from ..names import Act
from ..queries.minutes import approval_of
from ..queries.releases import in_force, released_data
from ..rules import minutes as rules
from ..rules.meetings import has_reason
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
        meeting=row, part=part, audience=audience, data=data, digest=canonical_digest(data), at=at, office=actor.office
    )
    facts = {"part": str(part), "audience": str(audience), "digest": release.digest}
    record_act(actor, Act.PART_RELEASED, row, at, facts)
    return release


@transaction.atomic
def withdraw_part(*, actor: Actor, meeting: Meeting, part: str, audience: str, reason: str, at: datetime) -> None:
    """From now on these readers find no copy of this part here, no earlier one either. That it was released, and why
    it was withdrawn, stays written down for those inside."""
    context = locked(actor, meeting.key)
    row = context.meeting
    shown = in_force(row).filter(part=part, audience=audience)
    ask(rules.may_withdraw(context.capacity, shown.count()))
    ask(has_reason(reason))
    ask(must_be_fresh(actor.is_fresh))
    digests = list(shown.values_list("digest", flat=True))
    shown.update(withdrawn_at=at, withdrawn_by=actor.office, reason=reason.strip())
    facts = {"part": str(part), "audience": str(audience), "digests": digests}
    record_act(actor, Act.RELEASE_WITHDRAWN, row, at, facts, reason.strip())
