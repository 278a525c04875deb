"""Drafts: what a seat is writing, kept every few seconds, seen by nobody else, and no act of anybody."""

from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.queries import capacity

from .. import rules
from ..models import Draft, Revision, Text


def keep_draft(
    *, actor: Actor, text: Text, section: str | None, language: str, markdown: str, base: Revision, at: datetime
) -> Draft:
    """Keeps what was typed. It is not an act: nothing is recorded until it is saved."""
    ask(rules.may_write(capacity(actor, text.body), language, text.negotiated_language))
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
