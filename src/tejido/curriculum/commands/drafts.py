"""Drafts: what a seat is writing, kept every few seconds, seen by nobody else, and no act of anybody."""

from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.queries import capacity

from .. import rules
from ..models import Draft, Revision, Text
from ..names import No
from ..queries import document_of


def keep_draft(
    *, actor: Actor, text: Text, section: str | None, language: str, markdown: str, base: Revision, at: datetime
) -> Draft:
    """Keeps what was typed. It is not an act: nothing is recorded until it is saved.

    Refused for a section that the revision it was begun on does not have.
    """
    ask(rules.may_write(capacity(actor, text.body), language, text.negotiated_language))
    if section is not None and section not in document_of(base):
        raise Refused(Refusal(No.NO_SECTION))
    draft, _ = Draft.objects.update_or_create(
        text=text,
        seat=actor.seat,
        section=section or "",
        language=language,
        defaults={"markdown": markdown, "base": base, "saved_at": at},
    )
    return draft


def discard_draft(*, actor: Actor, text: Text, section: str | None, language: str) -> None:
    Draft.objects.filter(text=text, seat=actor.seat, section=section or "", language=language).delete()
