"""Procedures of adoption: who must agree, to which text, what was said in them, and how they ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.curriculum.queries import documents_of, text_for
from tejido.deliberation.queries import procedures
from tejido.deliberation.queries.state import ObjectionLine, ProcedureState
from tejido.engine import procedure as engine
from tejido.ledger.actors import Actor
from tejido.registry.queries import capacity

from ..resource import Resource, Texts, Within, address, page
from .parts import BETWEEN, texts


@dataclass(frozen=True, slots=True)
class Signatory:
    """A party of record. `agreed_at` is that of the agreement that binds to the text on the table; `is_asked_again`:
    a change in substance has re-opened its agreement; `is_vacant`: nobody could act for it."""

    code: str
    name: Texts
    agreed_at: datetime | None
    is_asked_again: bool
    is_vacant: bool


@dataclass(frozen=True, slots=True)
class Objection:
    """A reasoned objection with the wording that would lift it. It stands until the party that raised it lifts it."""

    key: str
    party: str
    passage: str
    language: str
    reason: str
    wording: str
    at: datetime
    lifted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Declaration:
    """A reservation or an interpretative declaration of a party."""

    key: str
    party: str
    kind: str
    passage: str
    texts: Texts
    at: datetime


@dataclass(frozen=True, slots=True)
class MoreTime:
    """A party asked for more time."""

    party: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Procedure:
    """A text on its way to adoption. `outcome` is what the rules make of the acts at this moment: `open`, `blocked`,
    `adopted` or `lapsed`; `missing` are the codes of those that an open one still lacks. `deadline` is the one in force
    of a silence, announced in the time of `zone`. `edition` is the number of the edition that came of it."""

    key: str
    address: str
    page: str
    text: str
    title: Texts
    kind: str
    revision: int
    digest: str
    opened_at: datetime
    deadline: datetime | None
    zone: str
    explanation: Texts
    meeting: str
    outcome: str
    missing: list[str]
    parties: list[Signatory]
    our_party: str
    objections: list[Objection]
    declarations: list[Declaration]
    requests: list[MoreTime]
    adopted_at: datetime | None
    edition: int | None
    lapsed_at: datetime | None
    links: dict[str, str]


def _many(actor: Actor, at: datetime, within: Within) -> Sequence[ProcedureState]:
    """The procedures on one text; without one, those that are open."""
    slug = within.get("text")
    states = _of_text(actor, slug, at) if slug else procedures.open_states_for(actor, at)
    documents_of(proposal.revision for state in states if state.agreements for proposal in state.proposals)
    return states


def _of_text(actor: Actor, slug: str, at: datetime) -> list[ProcedureState]:
    text = text_for(actor, slug)
    doer = capacity(actor, text.body)
    return procedures.states_of(procedures.procedures_of(text), {text.body_id: doer}, at)


def _one(actor: Actor, at: datetime, key: str) -> ProcedureState:
    return procedures.procedure_for(actor, key, at)


def _show(state: ProcedureState, _actor: Actor, at: datetime) -> Procedure:
    row, zone = state.procedure, state.procedure.zone
    outcome = state.outcome(at)
    adoption = state.adoption
    return Procedure(
        key=row.key,
        address=address("procedures", row.key),
        page=page("deliberation:procedure", row.key),
        text=row.text.slug,
        title=texts(row.text.title),
        kind=str(row.kind),
        revision=state.revision.number,
        digest=state.revision.digest,
        opened_at=row.opened_at,
        deadline=state.deadline,
        zone=zone,
        explanation=texts(row.explanation),
        meeting=row.meeting,
        outcome=type(outcome).__name__.lower() if not state.lapse else "lapsed",
        missing=list(outcome.missing) if isinstance(outcome, engine.Open) and not state.is_closed else [],
        parties=_signatories(state),
        our_party=state.party.code if state.party else "",
        objections=[_objection(line) for line in state.objections],
        declarations=[_declaration(declared) for declared in state.declarations],
        requests=[MoreTime(asked.party.code, asked.reason, asked.at) for asked in state.requests],
        adopted_at=adoption.at if adoption else None,
        edition=adoption.edition.number if adoption else None,
        lapsed_at=state.lapse.at if state.lapse else None,
        links=_links(state),
    )


def _links(state: ProcedureState) -> dict[str, str]:
    slug = state.text.slug
    found = {
        "text": address("texts", slug),
        "revision": address("revisions", f"{slug}{BETWEEN}{state.revision.number}"),
    }
    if state.adoption:
        found["edition"] = address("editions", f"{slug}{BETWEEN}{state.adoption.edition.number}")
    return found


def _signatories(state: ProcedureState) -> list[Signatory]:
    agreed = {row.party.code: row.at for row in state.binding_agreements}
    return [
        Signatory(
            party.code, texts(party.name), agreed.get(party.code), party.code in state.reopened,
            party.code in state.vacant,
        )
        for party in state.members
    ]  # fmt: skip  # one row, read as one


def _objection(line: ObjectionLine) -> Objection:
    row = line.objection
    lifted = line.lifting.at if line.lifting else None
    return Objection(row.key, row.party.code, row.passage, row.language, row.reason, row.wording, row.at, lifted)


def _declaration(row: Any) -> Declaration:
    return Declaration(row.key, row.party.code, str(row.kind), row.passage, texts(row.texts), row.at)


def _key(state: ProcedureState) -> str:
    return str(state.procedure.key)


PROCEDURES = Resource(
    "procedures", "deliberation:procedure", Procedure, _many, _one, _show, key=_key, filters=("text",),
)  # fmt: skip  # one row, read as one

RESOURCES = (PROCEDURES,)
