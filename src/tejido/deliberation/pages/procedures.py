"""A procedure as a page shows it."""

from dataclasses import dataclass
from datetime import datetime

from tejido.engine.change import Span
from tejido.engine.document import Document, addresses
from tejido.web.components import Strip, StripCell
from tejido.web.languages import in_my_language
from tejido.web.marking import marked

from ..models import Declaration
from ..queries.state import ObjectionLine, ProcedureState


def procedure_strip(state: ProcedureState, at: datetime) -> Strip:
    """How each member of record stands: a standing objection outweighs all, a reservation is shown on an agreement."""
    objecting = {o.objection.party.code for o in state.objections if o.stands}
    reserved = {d.party.code for d in state.declarations}
    assenting = {a.party.code for a in state.binding_agreements} | set(state.meeting.present if state.meeting else ())
    is_over = state.is_closed or (state.deadline is not None and at > state.deadline)

    def stands(code: str) -> str:
        if code in objecting:
            return "objected"
        if code in state.vacant and code not in assenting:
            return "vacant"
        if code in reserved:
            return "reserved"
        if code in assenting:
            return "agreed"
        return "silent" if state.is_silence and is_over else "none"

    return Strip(tuple(StripCell(p.code, in_my_language(p.name), stands(p.code)) for p in state.members))


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    line: ObjectionLine
    address: str
    marked: tuple[Span, ...]


def objection_rows(state: ProcedureState, document: Document) -> list[ObjectionRow]:
    """The objections with the wording that would lift them, marked against the text on the table."""
    where = addresses(document)

    def row(line: ObjectionLine) -> ObjectionRow:
        o = line.objection
        base = document.passage(o.passage).text(o.language) if o.passage in document else ""
        return ObjectionRow(line, str(where.get(o.passage, "")), marked(base, o.wording) if base else ())

    return [row(line) for line in state.objections]


def declaration_rows(state: ProcedureState, document: Document) -> list[tuple[Declaration, str]]:
    where = addresses(document)
    return [(d, str(where.get(d.passage, ""))) for d in state.declarations]


def reopened_rows(state: ProcedureState, document: Document) -> list[tuple[str, str]]:
    """Members asked again, each with the addresses of the passages that changed in substance."""
    where = addresses(document)
    return [
        (code, ", ".join(str(where.get(p, "—")) for p in passages)) for code, passages in sorted(state.reopened.items())
    ]
