"""Who else looks at a review: invited by the member, for this review alone, until it takes the invitation back."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.models import Seat

from .. import rules
from ..models import Invitation, Review
from ..names import Act
from .writing import locked, write_down


@transaction.atomic
def invite_peer(*, actor: Actor, review: Review, seat: Seat, scope: str, at: datetime, words: str = "") -> Invitation:
    """The seat of another member reads this review as far as `scope` says, and hands over what it finds."""
    row = locked(review.key)
    of = seat.institution.member
    is_invited = Invitation.objects.filter(review=row, seat=seat, withdrawn_at=None).exists()
    ask(rules.may_invite(actor, row, of.code if of else "", is_invited=is_invited))
    made = Invitation.objects.create(
        review=row, seat=seat, member=of or row.member, scope=scope, words=words.strip(), at=at, office=actor.office
    )
    facts = {"seat": seat.key, "scope": str(scope)}
    write_down(actor, Act.PEER_INVITED, made, row, at, facts, {"words": made.words} if made.words else None)
    return made


@transaction.atomic
def withdraw_peer(*, actor: Actor, invitation: Invitation, at: datetime) -> None:
    """From now on the seat reads nothing of it. What it handed over stays with the member."""
    review = locked(invitation.review_id)
    row = Invitation.objects.select_related("review__member").get(key=invitation.key)
    ask(rules.may_uninvite(actor, row))
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    write_down(actor, Act.PEER_WITHDRAWN, row, review, at, {"seat": row.seat_id})
