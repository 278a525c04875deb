"""What the outgoing holder leaves, and what the incoming one says to it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, ask

from .. import rules
from ..models import Addition, Note, Response
from ..names import Act, Answer
from ..queries.brief import codes_handed_to
from ..queries.notes import open_codes


def keep_draft(*, actor: Actor, markdown: str, at: datetime) -> None:
    """What is being typed. It is no act, and is read by nobody but the holder."""
    ask(_must_sit(actor))
    Note.objects.update_or_create(mandate_id=actor.mandate, defaults={"draft": markdown, "drafted_at": at})


@transaction.atomic
def leave_note(*, actor: Actor, markdown: str, language: str, at: datetime) -> None:
    """The note to whoever follows. It can be written anew until the mandate ends."""
    ask(_must_sit(actor))
    ask(rules.must_say(markdown))
    values = {"markdown": markdown.strip(), "language": language, "left_at": at, "draft": "", "drafted_at": None}
    note, _ = Note.objects.update_or_create(mandate_id=actor.mandate, defaults=values)
    _write(actor, Act.NOTE_LEFT, note.key, at, {}, markdown.strip())


@transaction.atomic
def add_matter(*, actor: Actor, code: str, words: str, until: date | None, at: datetime) -> Addition:
    """Words to one of the open matters, or, with no code, a promise that no list knows."""
    ask(_must_sit(actor))
    ask(rules.must_say(words))
    if code:
        ask(rules.must_be_open(code, open_codes(actor, at)))
    row = Addition.objects.create(mandate_id=actor.mandate, code=code, words=words.strip(), until=until, at=at)
    _write(actor, Act.MATTER_ADDED, row.key, at, {"code": code}, row.words)
    return row


@transaction.atomic
def respond(*, actor: Actor, code: str, answer: str, words: str, at: datetime) -> Response:
    """The new holder takes a matter over, asks about it, or says that it is not for this seat."""
    ask(_must_sit(actor))
    ask(rules.must_be_open(code, codes_handed_to(actor, at)))
    if answer == Answer.QUESTION:
        ask(rules.must_say(words))
    row = Response.objects.create(
        mandate_id=actor.mandate, code=code, answer=answer, words=words.strip(), at=at, office=actor.office
    )
    _write(actor, Act.MATTER_ANSWERED, row.key, at, {"code": code, "answer": answer}, row.words)
    return row


def _must_sit(actor: Actor) -> Refusal | None:
    return None if actor.mandate else Refusal(Shared.NO_SEAT)


def _write(actor: Actor, act: Act, key: str, at: datetime, facts: Mapping[str, Any], said: str) -> None:
    record(
        actor=actor,
        act=act,
        tree=tree_of(actor.member),
        kind="handover",
        object=key,
        at=at,
        facts={"seat": actor.seat, **facts},
        details={"said": said} if said else None,
    )
