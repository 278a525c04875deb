"""What was written is told to who listens, when it is due, as far as they may still read it then."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.people.commands import queue_letters
from tejido.registry.queries import actor_of
from tejido.registry.queries.mandates import held_at

from ..letters import Told, letter_to
from ..models import Message, Notice
from ..names import Hearing, Letters
from ..queries import hearing_of, letters_of, thread_for


def tell_due(*, at: datetime) -> int:
    """One letter to each seat for which something is due. Returns how many; a job that runs twice writes once."""
    seats = set(Notice.objects.filter(due_at__lte=at).order_by().values_list("seat_id", flat=True))
    return sum(_tell(seat, at) for seat in sorted(seats))


@transaction.atomic
def _tell(seat: str, at: datetime) -> bool:
    """The notices go with the letter, also those that tell of nothing any more."""
    rows = list(Notice.objects.select_for_update().filter(seat=seat, due_at__lte=at))
    Notice.objects.filter(pk__in=[row.pk for row in rows]).delete()
    mandate = held_at(at).filter(seat=seat, account__is_active=True, account__is_demonstration=False).last()
    if mandate is None or letters_of(seat) == Letters.NONE or not rows:
        return False
    told = list(_told(actor_of(mandate), [row.message_id for row in rows], at))
    if not told:
        return False
    occasion = f"discussions:{seat}:{max(row.pk for row in rows)}"
    queue_letters(letters=[letter_to(mandate, told, occasion, at)])
    return True


def _told(actor: Actor, messages: list[str], at: datetime) -> Iterable[Told]:
    """The messages that stand, by threads that the actor may read and has not muted."""
    rows = Message.objects.filter(key__in=messages, withdrawn_at=None, hidden_at=None)
    found = rows.select_related("seat__institution__member").order_by("thread_id", "number")
    for thread, several in groupby(found, key=lambda row: row.thread_id):
        try:
            context = thread_for(actor, thread, at)
        except ObjectDoesNotExist:  # what it may not read any more it is not told of
            continue
        if hearing_of(context.thread, actor.seat) == Hearing.FOLLOW:
            yield Told(context.thread, context.beside, list(several))
