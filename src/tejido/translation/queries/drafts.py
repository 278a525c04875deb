"""What a seat has typed and not saved."""

from tejido.curriculum.models import Text
from tejido.ledger.actors import Actor

from ..models import TranslationDraft


def draft_of(actor: Actor, text: Text, language: str, passage: str) -> TranslationDraft | None:
    """The actor's own kept draft. Nobody else's."""
    mine = TranslationDraft.objects.filter(text=text, seat=actor.seat or "-")
    return mine.filter(language=language, passage=passage).first()
