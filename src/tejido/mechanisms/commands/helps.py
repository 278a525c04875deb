"""What helps every member on its path: passages of the network's texts at each step, and models of instruments."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Model

from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..models import ModelInstrument, Module
from ..names import Act, No
from .writing import write_down


@transaction.atomic
def attach_module(*, actor: Actor, stage: str, text: Text, passage: str, at: datetime) -> Module:
    """A passage of a text of the network helps with a step. Refused for a passage that is not in the text."""
    ask(rules.may_serve(actor, text.body))
    if passage not in document_of(latest_revision(text)):
        raise Refused(Refusal(No.NO_SUCH_PASSAGE))
    row = Module(stage=stage, text=text, passage=passage, at=at)
    _insert(row)
    write_down(actor, Act.MODULE_ATTACHED, row, at, {"stage": str(stage), "text": text.key, "passage": passage})
    return row


@transaction.atomic
def detach_module(*, actor: Actor, module: Module, at: datetime) -> None:
    ask(rules.may_serve(actor, module.text.body))
    facts = {"stage": str(module.stage), "text": module.text_id, "passage": module.passage}
    write_down(actor, Act.MODULE_DETACHED, module, at, facts)
    Module.objects.filter(key=module.key).delete()


@transaction.atomic
def mark_model(*, actor: Actor, text: Text, rank: str, at: datetime) -> ModelInstrument:
    """A text of the network is a model of an instrument of this rank."""
    ask(rules.may_serve(actor, text.body))
    row = ModelInstrument(text=text, rank=rank, at=at)
    _insert(row)
    write_down(actor, Act.MODEL_MARKED, row, at, {"text": text.key, "rank": str(rank)})
    return row


@transaction.atomic
def unmark_model(*, actor: Actor, model: ModelInstrument, at: datetime) -> None:
    ask(rules.may_serve(actor, model.text.body))
    write_down(actor, Act.MODEL_UNMARKED, model, at, {"text": model.text_id})
    ModelInstrument.objects.filter(key=model.key).delete()


def _insert(row: Model) -> None:
    """The database lets each in once, also of two at once."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as problem:
        raise Refused(Refusal(No.ATTACHED)) from problem
