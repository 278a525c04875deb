"""Word files that an institution sent back: for that institution alone."""

from tejido.curriculum.models import Revision, Text
from tejido.ledger.actors import Actor
from tejido.registry.queries import capacity

from ..models import Round, WordAnswer


def word_answer_for(actor: Actor, key: str) -> WordAnswer:
    """A file of the actor's own institution. WordAnswer.DoesNotExist for everybody else, other seats of the same party
    included: its comments bear initials."""
    row = WordAnswer.objects.select_related("round__text__body__member", "round__revision").get(key=key)
    party = capacity(actor, row.round.text.body).party
    if party is None or party.key != row.party_id or actor.institution != row.institution_id:
        raise WordAnswer.DoesNotExist
    return row


def word_answers_of(actor: Actor, round_: Round) -> list[WordAnswer]:
    """The files that the actor's institution sent back in a round, the newest first."""
    return list(WordAnswer.objects.filter(round=round_, institution=actor.institution).defer("found"))


def revision_named(text: Text, digest: str) -> Revision | None:
    """The revision of a text that a digest, or the beginning of one, names."""
    if len(digest) < 32:
        return None
    return Revision.objects.filter(text=text, digest__startswith=digest).order_by("-number").first()
