"""What a seat is translating: kept every few seconds, seen by nobody else, and no act of anybody."""

from datetime import datetime

from tejido.curriculum.models import Text
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.queries import capacity

from .. import rules
from ..models import TranslationDraft


def keep_translation_draft(
    *, actor: Actor, text: Text, language: str, passage: str, words: str, base: int, at: datetime
) -> None:
    """Keeps what was typed; where nothing is left of it, there is no draft any more. Nothing is recorded until it is
    saved."""
    ask(rules.may_translate(capacity(actor, text.body)))
    if not words.strip():
        discard_translation_draft(actor=actor, text=text, language=language, passage=passage)
        return
    TranslationDraft.objects.update_or_create(
        text=text,
        seat=actor.seat,
        passage=passage,
        language=language,
        defaults={"words": words, "base": base, "saved_at": at},
    )


def discard_translation_draft(*, actor: Actor, text: Text, language: str, passage: str) -> None:
    TranslationDraft.objects.filter(text=text, seat=actor.seat, passage=passage, language=language).delete()
