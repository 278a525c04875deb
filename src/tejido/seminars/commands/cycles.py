"""Cycles: begun, described, given a structure that is a text of the network."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.curriculum.commands import Import, create_text
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.engine.document import Document
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.queries import network_body
from tejido.web.languages import filled

from .. import rules
from ..models import Cycle, Seminar
from ..names import Act, State
from ..queries.seminars import parts_of
from ..rules import Outline
from .acting import locked_cycle, numbers_but, write_down


@transaction.atomic
def begin_cycle(*, actor: Actor, outline: Outline, at: datetime, is_demonstration: bool = False) -> Cycle:
    """A cycle without parts, known to nobody but those who prepare it. Refused to others than the secretariat, without
    number and title, with a number that another one has, with a text that is not the network's."""
    ask(rules.may_keep_cycle(actor, outline, numbers_but(None)))
    made = Cycle.objects.create(
        number=outline.number, title=filled(outline.title), text=outline.text, structure=outline.structure,
        is_demonstration=is_demonstration, at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.CYCLE_BEGUN, made, at, _facts(made), made.title)
    return made


@transaction.atomic
def describe_cycle(*, actor: Actor, cycle: Cycle, outline: Outline, at: datetime) -> None:
    """Its number, title and texts anew. Another text is taken by its parts in preparation at once; what was announced
    or held keeps its own, so then it is refused."""
    row = locked_cycle(actor, cycle)
    ask(rules.may_keep_cycle(actor, outline, numbers_but(row)))
    parts = parts_of(row)
    ask(rules.may_take_other_texts(row, outline, [part for part in parts if part.was_announced]))
    other_text, other_structure = row.text != outline.text, row.structure != outline.structure
    row.number, row.title = outline.number, filled(outline.title)
    row.text, row.structure = outline.text, outline.structure
    row.save()
    _follow(row, parts, text=other_text, structure=other_structure)
    write_down(actor, Act.CYCLE_DESCRIBED, row, at, _facts(row), row.title)


def _follow(cycle: Cycle, parts: list[Seminar], *, text: bool, structure: bool) -> None:
    """Parts in preparation take the latest state of what is new in their cycle."""
    for part in parts:
        if part.state == State.PREPARING:
            if text:
                part.revision = latest_revision(cycle.text) if cycle.text else None
            if structure:
                part.structure = latest_revision(cycle.structure) if cycle.structure else None
            part.save(update_fields=["revision", "structure"])


def _facts(cycle: Cycle) -> dict[str, object]:
    return {"number": cycle.number or 0, "text": cycle.text_id or "", "structure": cycle.structure_id or ""}


@transaction.atomic
def begin_structure(*, actor: Actor, cycle: Cycle, title: str, documents: Mapping[str, Document], at: datetime) -> Text:
    """The structure of the seminar as a new text of the network, on which members then comment and agree like on any
    other. `documents` is what it begins with, by language. Refused where the cycle has one, and as `create_text` is."""
    row = locked_cycle(actor, cycle)
    ask(rules.may_begin_structure(actor, row))
    made = create_text(
        actor=actor, body=network_body(), title=title, source=Import(documents), reason="", at=at,
        is_demonstration=row.is_demonstration,
    )  # fmt: skip  # one act, read as one
    row.structure = made
    row.save(update_fields=["structure"])
    _follow(row, parts_of(row), text=False, structure=True)
    write_down(actor, Act.STRUCTURE_BEGUN, row, at, {"text": made.key})
    return made
