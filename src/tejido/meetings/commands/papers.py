"""What lies before an item: texts of the house, and files."""

import hashlib
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Edition, Revision, Text
from tejido.deliberation.models import Procedure, Round
from tejido.formats.media import media_type_of
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Body

from ..models import Item, Meeting, Paper, PaperFile
from ..names import Act
from ..queries.agenda import files_of
from ..rules import agenda as rules
from .acting import locked, locked_item, record_act

_BODY_OF = {
    "text": lambda row: row.body,
    "revision": lambda row: row.text.body,
    "edition": lambda row: row.text.body,
    "round": lambda row: row.text.body,
    "procedure": lambda row: row.text.body,
}


@transaction.atomic
def add_paper(
    *, actor: Actor, item: Item, source: Text | Revision | Edition | Round | Procedure, at: datetime
) -> Paper:
    """A text of the house at one of its stages: the text itself, a revision, an edition, a round, an adoption."""
    context, item = locked_item(actor, item)
    ask(rules.may_lay(context.capacity, context.meeting))
    kind = type(source).__name__.lower()
    body: Body = _BODY_OF[kind](source)
    ask(rules.belongs(body, context.body))
    row = Paper.objects.create(item=item, at=at, office=actor.office, **{kind: source})
    _record(actor, Act.PAPER_ADDED, context.meeting, row, at)
    return row


@transaction.atomic
def add_file(*, actor: Actor, item: Item, name: str, data: bytes, at: datetime) -> Paper:
    """A file, kept once by its content however often it is laid before an item."""
    context, item = locked_item(actor, item)
    ask(rules.may_lay(context.capacity, context.meeting))
    media_type = media_type_of(data)
    ask(rules.can_be_kept(len(data), media_type, files_of(context.meeting)))
    file, _ = PaperFile.objects.defer("data").get_or_create(
        meeting=context.meeting,
        digest=hashlib.sha256(data).hexdigest(),
        defaults={"name": name.strip()[-120:] or "—", "media_type": media_type, "size": len(data), "data": data},
    )
    row = Paper.objects.create(item=item, file=file, at=at, office=actor.office)
    _record(actor, Act.PAPER_ADDED, context.meeting, row, at)
    return row


@transaction.atomic
def remove_paper(*, actor: Actor, paper: Paper, at: datetime) -> None:
    """Takes a document away again. A file that lies before no other item goes with it."""
    context = locked(actor, paper.item.meeting_id)
    ask(rules.may_lay(context.capacity, context.meeting))
    row = Paper.objects.filter(key=paper.key).select_related("file").defer("file__data").first()
    if row is None:
        raise Refused(Refusal(Shared.STALE))
    _record(actor, Act.PAPER_REMOVED, context.meeting, row, at)
    file = row.file_id
    row.delete()
    if file and not Paper.objects.filter(file=file).exists():
        PaperFile.objects.filter(key=file).delete()


def _record(actor: Actor, act: Act, meeting: Meeting, row: Paper, at: datetime) -> None:
    pointed = {
        name: getattr(row, f"{name}_id")
        for name in ("text", "revision", "edition", "round", "procedure")
        if getattr(row, f"{name}_id")
    }
    digest = {"digest": row.file.digest} if row.file else {}
    record_act(actor, act, meeting, at, {"item": row.item_id, **pointed, **digest})
