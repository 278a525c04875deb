"""The adoption record of a procedure: what was decided, bound to its line in the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.curriculum.models import Edition
from tejido.curriculum.queries import document_of
from tejido.engine import procedure as engine
from tejido.engine.document import passage_digest
from tejido.engine.proof import (
    RECORD_FACT,
    AdoptedText,
    AdoptingNetwork,
    AdoptionProcedure,
    Assent,
    Means,
    RecordBody,
    RecordedMember,
    RecordedPosition,
    RecordedReservation,
    body_digest,
    build,
    rfc3339,
)
from tejido.ledger.commands import sign_tree
from tejido.ledger.models import Line
from tejido.ledger.queries import inclusion_of, node_key
from tejido.registry.models import Body
from tejido.registry.queries import network

from .names import ProcedureKind
from .queries.state import ProcedureState

RULES = {ProcedureKind.SILENCE: "consensus-by-silence-1", ProcedureKind.MEETING: "consensus-in-meeting-1"}


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """What was decided, before its line is in the ledger."""

    body: RecordBody
    digest: str

    def sealed_by(self, line: Line) -> bytes:
        """The file of the record: the line that holds its digest, the proof that the line is in the ledger, the
        signed head."""
        head = sign_tree(tree=line.tree_id, handed_to="record", at=line.at)
        return build(self.body, bytes(line.canonical), line.place, inclusion_of(line, head.head.size), head)


def adoption_record(state: ProcedureState, edition: Edition, adopted: engine.Adopted) -> DraftRecord:
    """The record of an adoption: every member of record with its assent, and the reservations that travel with the
    text."""
    body = RecordBody(
        _network(state.text.body),
        _text(state, edition),
        _procedure(state, adopted.at),
        tuple(RecordedMember(party.code, _texts(party.name)) for party in state.members),
        tuple(_position(state, party.code, adopted) for party in state.members),
        tuple(
            RecordedReservation(d.party.code, d.passage, str(d.kind), _texts(d.texts))
            for d in state.declarations
            if d.party.code in state.codes
        ),
    )
    return DraftRecord(body, body_digest(body))


def record_facts(draft: DraftRecord) -> dict[str, Any]:
    """What the ledger line says of the record: its digest, and that of the text."""
    return {RECORD_FACT: draft.digest, "digest": draft.body.text.digest, "edition": draft.body.text.edition}


def _network(body: Body) -> AdoptingNetwork:
    """The body that adopts: the network, or a member's mechanism under the network's node."""
    served = network()
    return AdoptingNetwork(_texts(body.name or (served.name if served else {})), node_key())


def _text(state: ProcedureState, edition: Edition) -> AdoptedText:
    text, revision = state.text, state.revision
    passages = tuple((passage.id, passage_digest(passage)) for passage in document_of(revision))
    return AdoptedText(
        text.slug,
        _texts(text.title),
        edition.number,
        revision.digest,
        tuple(revision.languages),
        text.negotiated_language,
        passages,
    )


def _procedure(state: ProcedureState, at: datetime) -> AdoptionProcedure:
    row = state.procedure
    means = Means.SILENCE if state.is_silence else Means.MEETING
    deadline = rfc3339(state.deadline) if state.deadline else ""
    return AdoptionProcedure(
        means, rfc3339(row.opened_at), deadline, row.zone, rfc3339(at), RULES[ProcedureKind(row.kind)]
    )


def _position(state: ProcedureState, code: str, adopted: engine.Adopted) -> RecordedPosition:
    if code in adopted.agreed and (agreement := state.agreement_of(code)):
        return RecordedPosition(code, Assent.AGREED, rfc3339(agreement.at), agreement.office)
    if code in adopted.present and state.meeting is not None:
        return RecordedPosition(code, Assent.PRESENT, rfc3339(state.meeting.at))
    return RecordedPosition(code, Assent.SILENT)


def _texts(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((tag, text) for tag, text in texts.items() if text))
