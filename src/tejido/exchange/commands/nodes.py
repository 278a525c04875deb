"""A member's own node: invited by a seat of the member, answered by the new node, verified by the member itself."""

from datetime import datetime, timedelta
from typing import cast

from django.conf import settings
from django.db import transaction

from tejido.engine.exchange import Acceptance, write_invitation
from tejido.engine.proof import canonical_digest, to_text
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from .. import rules
from ..models import Invitation, Peer, PeerKey
from ..names import Act, Kind, State
from ..queries import has_focal_point, invitation_to, known_before, own_fingerprint

VALID = timedelta(days=14)


@transaction.atomic
def invite_node(*, actor: Actor, member: Member, at: datetime) -> bytes:
    """The file by which the member founds a node of its own, good once and for two weeks. An earlier one that was not
    used ends with it."""
    ask(rules.may_invite(actor, member.code, has_focal_point=has_focal_point(member)))
    Invitation.objects.filter(member=member, used_at=None, ended_at=None).update(ended_at=at)
    row = Invitation.objects.create(member=member, expires_at=at + VALID, at=at, office=actor.office)
    raw = write_invitation(invitation_to(row), settings.LEDGER_KEY)
    facts = {"member": member.code, "expires": row.expires_at.isoformat()}
    write_down(actor, Act.NODE_INVITED, row, at, facts, tree=NETWORK)
    return raw


@transaction.atomic
def accept_node(*, actor: Actor, acceptance: Acceptance, at: datetime) -> Peer:
    """The new node says that it is there. Nobody trusts it by this: a seat of the member compares its fingerprint.

    Whoever holds the file may bring it, the new node itself too: it can be made with the invitation alone. The same
    answer again is the node that is known already.
    """
    row = Invitation.objects.select_for_update(of=("self",)).select_related("member", "peer").filter(
        key=acceptance.invitation
    ).first()  # fmt: skip  # one question
    party = acceptance.party
    if row is not None and row.peer is not None and row.peer.fingerprint == party.fingerprint:
        return row.peer
    ask(rules.may_accept(row, acceptance, own_fingerprint(), known_before(party), at))
    invited = cast("Invitation", row)  # refused above where there is none
    values = {
        "name": party.name, "fingerprint": party.fingerprint, "address": acceptance.address, "at": at,
        "office": actor.office, "state": State.INTRODUCED, "ended_at": None, "reason": "", "verified_at": None,
        "verified_office": "",
    }  # fmt: skip  # one row
    peer, _is_new = Peer.objects.update_or_create(kind=Kind.MEMBER, code=party.code, defaults=values)
    PeerKey.objects.filter(peer=peer, until=None, revoked_at=None).update(until=at)
    PeerKey.objects.create(peer=peer, public=to_text(party.key), fingerprint=party.fingerprint, since=at)
    Invitation.objects.filter(key=invited.key).update(used_at=at, peer=peer)
    facts = {"fingerprint": peer.fingerprint, "invitation": canonical_digest(invited.key)}
    write_down(actor, Act.NODE_ANSWERED, peer, at, facts, tree=NETWORK)
    return peer
