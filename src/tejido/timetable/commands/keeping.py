"""The rooms and the speakers of a seminar."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.seminars.models import Seminar
from tejido.web.languages import filled

from .. import rules
from ..models import Appearance, Room, Session, Speaker
from ..names import Act, No
from ..queries import rooms_of
from .acting import lock, record_act, touch_all


@transaction.atomic
def keep_room(
    *,
    actor: Actor,
    seminar: Seminar,
    name: str,
    where: str,
    seats: int | None,
    at: datetime,
    room: Room | None = None,
) -> Room:
    """Enters a room, or changes the one that is given."""
    seminar = lock(actor, seminar)
    row = _listed_room(room) if room else Room(seminar=seminar, at=at, office=actor.office)
    values = (name.strip(), where.strip(), seats)
    ask(rules.is_room(values[0], {other.name for other in rooms_of(seminar) if other.key != row.key}))
    ask(rules.is_new(differs=room is None or values != (row.name, row.where, row.seats)))
    is_called_so = values[:2] == (row.name, row.where)
    row.name, row.where, row.seats = values
    row.save()
    if not is_called_so:
        touch_all(Session.objects.filter(room=row), at)
    record_act(actor, Act.ROOM_KEPT, row, at, _facts(row, seats=seats or 0), {"name": row.name, "where": row.where})
    return row


@transaction.atomic
def remove_room(*, actor: Actor, room: Room, at: datetime) -> None:
    """Takes a room off the list. Refused while a session takes place in it."""
    lock(actor, room.seminar)
    row = _listed_room(room)
    is_used = Session.objects.filter(room=row, removed_at=None).exists()
    ask(rules.is_free(is_used=is_used, code=No.ROOM_IN_USE))
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    record_act(actor, Act.ROOM_REMOVED, row, at, _facts(row))


@transaction.atomic
def keep_speaker(
    *,
    actor: Actor,
    seminar: Seminar,
    name: str,
    function: Mapping[str, str],
    institution: str,
    bio: Mapping[str, str],
    is_named: bool,
    at: datetime,
    speaker: Speaker | None = None,
) -> Speaker:
    """Enters a speaker, or changes the one that is given. `is_named`: the name may be published."""
    seminar = lock(actor, seminar)
    row = _listed_speaker(speaker) if speaker else Speaker(seminar=seminar, at=at, office=actor.office)
    values = (name.strip(), filled(function), institution.strip(), filled(bio), is_named)
    ask(rules.is_speaker(values[0], values[1]))
    before = (row.name, row.function, row.institution, row.bio, row.is_named)
    ask(rules.is_new(differs=speaker is None or values != before))
    row.name, row.function, row.institution, row.bio, row.is_named = values
    row.save()
    record_act(actor, Act.SPEAKER_KEPT, row, at, _facts(row, named=is_named))  # no word about a person
    return row


@transaction.atomic
def remove_speaker(*, actor: Actor, speaker: Speaker, at: datetime) -> None:
    """Takes a speaker off the list, and every word about them out of this house. Refused while a session has them."""
    lock(actor, speaker.seminar)
    row = _listed_speaker(speaker)
    is_used = Appearance.objects.filter(speaker=row, session__removed_at=None).exists()
    ask(rules.is_free(is_used=is_used, code=No.SPEAKER_IN_USE))
    row.name, row.function, row.institution, row.bio, row.removed_at = "", {}, "", {}, at
    row.save()
    record_act(actor, Act.SPEAKER_REMOVED, row, at, _facts(row))


def _listed_room(room: Room) -> Room:
    row = Room.objects.filter(key=room.key, removed_at=None).first()
    ask(rules.is_listed(row, No.NO_SUCH_ROOM))
    return row or room


def _listed_speaker(speaker: Speaker) -> Speaker:
    row = Speaker.objects.filter(key=speaker.key, removed_at=None).first()
    ask(rules.is_listed(row, No.NO_SUCH_SPEAKER))
    return row or speaker


def _facts(row: Room | Speaker, **more: object) -> dict[str, object]:
    return {"seminar": row.seminar_id, **more}
