"""What every act in a round begins and ends with: the row locked, the seat asked for its party, the readers told."""

from django.db.models import F

from tejido.curriculum.queries import document_of
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Party
from tejido.registry.names import Task

from ..models import Round
from ..names import No
from ..queries.rounds import RoundContext, context_of
from ..rules.seats import prepares_here, speaker


def locked(actor: Actor, round_: Round) -> RoundContext:
    """The round with its row locked: two acts on one round queue, and the second sees what the first did."""
    row = (
        Round.objects.select_for_update(of=("self",))
        .select_related("text__body__member", "revision")
        .get(key=round_.key)
    )
    return context_of(actor, row)


def speaking(actor: Actor, round_: Round, task: Task) -> tuple[RoundContext, Party]:
    """The locked round and the party that the actor may do this for. Refused where there is none, and where it
    prepares its positions on its own node."""
    context, party = speaking_anywhere(actor, round_, task)
    ask(prepares_here(party))
    return context, party


def speaking_anywhere(actor: Actor, round_: Round, task: Task) -> tuple[RoundContext, Party]:
    """The same, whichever node the party prepares its positions on."""
    context = locked(actor, round_)
    return context, allowed(speaker(context.capacity, task, context.parties, No.NOT_IN_ROUND))


def allowed(found: Party | Refusal) -> Party:
    """The party, unless the rule refused it."""
    if isinstance(found, Refusal):
        raise Refused(found)
    return found


def must_have(round_: Round, passage: str) -> None:
    """Refuses a passage that is not in the round's text."""
    if passage and passage not in document_of(round_.revision):
        raise Refused(Refusal(No.NO_SUCH_PASSAGE))


def touch(round_: Round) -> None:
    """Something that every party may see has changed: what is kept in memory for this round is out of date."""
    Round.objects.filter(key=round_.key).update(state=F("state") + 1)
