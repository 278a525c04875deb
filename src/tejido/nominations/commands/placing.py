"""The secretariat gives the places, sends links anew, and shows who takes part."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Call, Nominee
from ..names import Act
from ..queries.calls import last_deadline
from ..queries.places import places_of
from ..queries.shown import confirmed_count
from .answering import send_link_to
from .passing import settle
from .writing import lock, locked, tell, write_down


@transaction.atomic
def give_places(*, actor: Actor, call: Call, seen: str, at: datetime) -> None:
    """By the rule and not by choice: who is admitted is written to, and everybody else waits in order. `seen` is the
    digest of the nominations that were read (`Places.digest`)."""
    row = lock(call)
    found = places_of(row)
    last = last_deadline(row)
    ask(rules.may_give(actor, row, last, at, has_new=found.has_new, is_as_seen=found.digest == seen))
    row.given_at = row.given_at or at
    row.save(update_fields=["given_at"])
    facts = {"seminar": row.seminar_id, "seen": found.digest}
    write_down(actor, Act.PLACES_GIVEN, row, at, facts)
    settle(actor, row, at)


@transaction.atomic
def send_link(*, actor: Actor, nominee: Nominee, at: datetime) -> None:
    """A new link for somebody who lost theirs; the one before it opens nothing any more."""
    row = locked(nominee)
    ask(rules.may_send_link(actor, row))
    send_link_to(row, at)
    tell(actor, Act.INVITATION_SENT, row, at)


@transaction.atomic
def list_participants(*, actor: Actor, call: Call, at: datetime) -> None:
    """The seats of the network and the participants see who takes part, as far as each shows it."""
    row = lock(call)
    count = confirmed_count(row)
    ask(rules.may_list(actor, row, count))
    row.listed_at = at
    row.save(update_fields=["listed_at"])
    write_down(actor, Act.PARTICIPANTS_LISTED, row, at, {"seminar": row.seminar_id, "participants": count})
