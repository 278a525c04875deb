"""Loading procedures of adoption, one or many by the same number of queries."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from tejido.curriculum.models import Edition, Revision, Text
from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Party
from tejido.registry.queries import bodies_of, capacities, capacity, vacancies_of
from tejido.registry.rules import Capacity, tasks

from ..models import (
    Adoption,
    Agreement,
    Declaration,
    Extension,
    ExtensionRequest,
    Lapse,
    Lifting,
    MeetingDecision,
    MemberOfRecord,
    Objection,
    Procedure,
    Proposal,
)
from ..names import ProcedureKind
from .state import ObjectionLine, ProcedureState, deadline_in_force


def procedure_for(actor: Actor, key: str, at: datetime) -> ProcedureState:
    """A procedure of a body in which the actor takes part. Procedure.DoesNotExist for a stranger, as for an unknown
    key."""
    row = Procedure.objects.select_related("text__body__member").get(key=key)
    if not tasks(actor, row.text.body):
        raise Procedure.DoesNotExist
    return state_of(row, capacity(actor, row.text.body), at)


def procedure_of_edition(actor: Actor, edition: Edition, at: datetime) -> ProcedureState:
    """The procedure by which an edition was adopted. An ObjectDoesNotExist for who takes no part in the body."""
    return procedure_for(actor, Adoption.objects.values_list("procedure_id", flat=True).get(edition=edition), at)


def state_of(row: Procedure, capacity: Capacity, at: datetime) -> ProcedureState:
    return states_of([row], {row.text.body_id: capacity}, at)[0]


def states_of(rows: Sequence[Procedure], capacities: Mapping[str, Capacity], at: datetime) -> list[ProcedureState]:
    """Procedures with every act in them. `capacities` are the actor's, by the key of the body. Twelve queries, whatever
    the number of procedures."""
    if not rows:
        return []
    fields = _fields([row.key for row in rows])
    spans = [_span(row, fields[row.key], at) for row in rows]
    return [
        ProcedureState(row, capacities[row.text.body_id], vacant=vacant, **fields[row.key])
        for row, vacant in zip(rows, vacancies_of(spans), strict=True)
    ]


def _span(row: Procedure, fields: Mapping[str, Any], at: datetime) -> tuple[Sequence[Party], datetime, datetime]:
    """In which time a member must have had a seat that could act: until the deadline in force, or until now."""
    return fields["members"], row.opened_at, deadline_in_force(row, fields["extensions"]) or at


def _fields(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The fields of each state by the procedure's key."""
    acts, ends = _acts(keys), _ends(keys)
    return {
        key: {name: found[key] for name, found in acts.items()} | {name: found.get(key) for name, found in ends.items()}
        for key in keys
    }


def _acts(keys: Sequence[str]) -> dict[str, dict[str, tuple[Any, ...]]]:
    """What there can be many of, by the field of the state and the procedure's key."""
    lifted = {lifting.objection_id: lifting for lifting in Lifting.objects.filter(objection__procedure__in=keys)}
    places = MemberOfRecord.objects.select_related("party").order_by("party__code")
    standing = Declaration.objects.filter(withdrawn_at=None)
    return {
        "members": _grouped(places, keys, lambda place: place.party),
        "proposals": _grouped(Proposal.objects.select_related("revision__text"), keys),
        "agreements": _grouped(Agreement.objects.select_related("party"), keys),
        "objections": _grouped(
            Objection.objects.select_related("party"), keys, lambda row: ObjectionLine(row, lifted.get(row.key))
        ),
        "extensions": _grouped(Extension.objects.all(), keys),
        "requests": _grouped(ExtensionRequest.objects.select_related("party"), keys),
        "declarations": _grouped(standing.select_related("party"), keys),
    }


def _grouped(
    found: QuerySet[Any], keys: Sequence[str], made: Callable[[Any], Any] = lambda row: row
) -> dict[str, tuple[Any, ...]]:
    rows: dict[str, list[Any]] = {key: [] for key in keys}
    for row in found.filter(procedure__in=keys):
        rows[row.procedure_id].append(made(row))
    return {key: tuple(group) for key, group in rows.items()}


def _ends(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What there is at most one of, by the field of the state and the procedure's key."""
    one: dict[str, QuerySet[Any]] = {
        "meeting": MeetingDecision.objects.all(),
        "adoption": Adoption.objects.select_related("edition").defer("edition__record"),
        "lapse": Lapse.objects.all(),
    }
    return {name: {row.procedure_id: row for row in found.filter(procedure__in=keys)} for name, found in one.items()}


def procedures_of(text: Text) -> list[Procedure]:
    return list(Procedure.objects.filter(text=text).select_related("text__body__member"))


def open_procedure_of(text: Text) -> Procedure | None:
    """The procedure on a text that was neither adopted nor lapsed."""
    return _open().filter(text=text).last()


def open_states_for(actor: Actor, at: datetime, bodies: Sequence[Body] | None = None) -> list[ProcedureState]:
    """Every open procedure of the bodies in which the actor takes part. `bodies`: these, where they are loaded."""
    bodies = bodies_of(actor) if bodies is None else bodies
    rows = list(_open().filter(text__body__in=bodies))
    return states_of(rows, capacities(actor, bodies), at)


def open_silences() -> list[Procedure]:
    """Every open silence procedure, for the clock."""
    return list(_silences())


def ended_silences(at: datetime) -> list[Procedure]:
    """Open silence procedures whose first deadline has passed. An extension may still keep them open."""
    return list(_silences().filter(deadline__lt=at))


def _silences() -> QuerySet[Procedure]:
    return _open().filter(kind=ProcedureKind.SILENCE)


def _open() -> QuerySet[Procedure]:
    adopted = Adoption.objects.filter(procedure=OuterRef("key"))
    lapsed = Lapse.objects.filter(procedure=OuterRef("key"))
    return Procedure.objects.filter(~Exists(adopted), ~Exists(lapsed)).select_related("text__body__member")


def edition_with(revision: Revision) -> Edition | None:
    return Edition.objects.filter(revision=revision).defer("record").first()


def objection_for(actor: Actor, key: str) -> Objection:
    """An objection in a procedure that the actor may see. Objection.DoesNotExist otherwise."""
    objection = Objection.objects.select_related("party", "procedure__text__body__member").get(key=key)
    if not tasks(actor, objection.procedure.text.body):
        raise Objection.DoesNotExist
    return objection


def declaration_for(actor: Actor, key: str) -> Declaration:
    """A standing declaration in a procedure that the actor may see. Declaration.DoesNotExist otherwise."""
    found = Declaration.objects.filter(withdrawn_at=None).select_related("party", "procedure__text__body__member")
    declaration = found.get(key=key)
    if not tasks(actor, declaration.procedure.text.body):
        raise Declaration.DoesNotExist
    return declaration


def open_meetings_of(body: Body) -> list[Procedure]:
    """The open procedures of a body's texts that a meeting decides."""
    return list(_open().filter(kind=ProcedureKind.MEETING, text__body=body))


def members_of_record(procedure: Procedure) -> list[Party]:
    """Whose agreement the procedure needs, fixed when it was opened."""
    rows = MemberOfRecord.objects.filter(procedure=procedure).select_related("party").order_by("party__code")
    return [row.party for row in rows]
