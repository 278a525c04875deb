"""What is handed out with a session: files, and addresses on other machines."""

import hashlib
from datetime import datetime

from django.db import transaction

from tejido.formats.media import media_type_of
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..models import Material, MaterialFile, Session
from ..names import Act
from ..queries import room_left
from .acting import lock, record_act, standing


@transaction.atomic
def add_file(
    *, actor: Actor, session: Session, title: str, language: str, name: str, data: bytes, at: datetime
) -> Material:
    """A file, kept once by its content however many sessions have it."""
    seminar = lock(actor, session.seminar)
    row = standing(session)
    media_type = media_type_of(data)
    ask(rules.can_be_kept(title or name, len(data), media_type, room_left(seminar)))
    file, _is_new = MaterialFile.objects.defer("data").get_or_create(
        seminar=seminar,
        digest=hashlib.sha256(data).hexdigest(),
        defaults={"name": name.strip()[-120:] or "—", "media_type": media_type, "size": len(data), "data": data},
    )
    return _add(actor, row, title or name, language, at, file=file)


@transaction.atomic
def add_link(*, actor: Actor, session: Session, title: str, language: str, url: str, at: datetime) -> Material:
    """An address on another machine, that begins with https."""
    lock(actor, session.seminar)
    row = standing(session)
    ask(rules.may_link(title, url))
    return _add(actor, row, title, language, at, url=url)


def _add(
    actor: Actor, row: Session, title: str, language: str, at: datetime, *, file: MaterialFile | None = None,
    url: str = "",
) -> Material:  # fmt: skip  # one row, read as one
    made = Material.objects.create(
        session=row, title=title.strip()[:200], language=language, file=file, url=url, at=at, office=actor.office
    )
    _record(actor, Act.MATERIAL_ADDED, made, at)
    return made


@transaction.atomic
def remove_material(*, actor: Actor, material: Material, at: datetime) -> None:
    """It is handed out no more. A file that no other session has goes with it."""
    lock(actor, material.session.seminar)
    row = Material.objects.filter(key=material.key).select_related("file", "session").defer("file__data").first()
    if row is None:
        raise Refused(Refusal(Shared.STALE))
    _record(actor, Act.MATERIAL_REMOVED, row, at)
    file = row.file_id
    row.delete()
    if file and not Material.objects.filter(file=file).exists():
        MaterialFile.objects.filter(key=file).delete()


def _record(actor: Actor, act: Act, row: Material, at: datetime) -> None:
    facts = {"seminar": row.session.seminar_id, "session": row.session.number}
    digest = {"digest": row.file.digest} if row.file else {}
    record_act(actor, act, row, at, {**facts, **digest}, {"title": row.title, "url": row.url})
