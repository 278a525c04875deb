"""A record of an invented adoption by three invented members, and the ledger that proves it."""

from dataclasses import dataclass, replace
from typing import Any

from tejido.engine.document import Document, Kind, Passage, digest, document_to_data, passage_digest
from tejido.engine.proof import (
    AdoptedText,
    AdoptingNetwork,
    AdoptionProcedure,
    Assent,
    CheckCode,
    Means,
    RecordBody,
    RecordedMember,
    RecordedPosition,
    RecordedReservation,
    Report,
    SignedHead,
    body_digest,
    build,
    inclusion_proof,
    leaf_hash,
    public_key,
    root_of,
    sign_head,
    write_canonical,
)

PRIVATE = bytes(range(32))
PUBLIC = public_key(PRIVATE)
PLACE, SIZE = 5, 11

DOCUMENT = Document.of(
    [
        Passage.of("0000000000a1", Kind.HEADING, {"es": "Prevención", "pt": "Prevenção"}, level=1),
        Passage.of("0000000000a2", Kind.PARAGRAPH, {"es": "Los Estados «recuerdan».", "pt": "Os Estados recordam."}),
        Passage.of("0000000000a3", Kind.ITEM, {"es": "Memoria"}, level=1, attributes={"ordered": "yes"}),
        Passage.of("0000000000a4", Kind.ACTIVITY, {"es": "Ejercicio"}, attributes={"minutes": "45"}),
    ]
)
TEXT = write_canonical(document_to_data(DOCUMENT))


def body() -> RecordBody:
    """Auria agreed, Boria kept quiet and attached a reservation, Caria kept quiet."""
    return RecordBody(
        AdoptingNetwork((("en", "Network"), ("es", "Red")), PUBLIC),
        AdoptedText(
            "curriculum",
            (("es", "Currículo"), ("pt", "Currículo")),
            1,
            digest(DOCUMENT),
            ("es", "pt"),
            "es",
            tuple((passage.id, passage_digest(passage)) for passage in DOCUMENT),
        ),
        AdoptionProcedure(
            Means.SILENCE,
            "2026-11-20T12:00:00Z",
            "2026-12-04T20:00:00Z",
            "America/Asuncion",
            "2026-12-04T20:00:00Z",
            "silence_of_all_members_of_record",
        ),
        (
            RecordedMember("AU", (("es", "Auria"),)),
            RecordedMember("BO", (("es", "Boria"),)),
            RecordedMember("CA", (("es", "Caria"),)),
        ),
        (
            RecordedPosition("AU", Assent.AGREED, "2026-11-30T09:15:00-03:00", "Focal point of Auria"),
            RecordedPosition("BO", Assent.SILENT),
            RecordedPosition("CA", Assent.SILENT),
        ),
        (RecordedReservation("BO", "0000000000a3", "reservation", (("es", "Boria entiende otra cosa."),)),),
    )


def line_of(body: RecordBody, **changes: Any) -> dict[str, Any]:
    line = {
        "format": "tejido-line-1",
        "tree": "network",
        "place": PLACE,
        "act": "text-adopted",
        "at": "2026-12-04T20:00:00+00:00",
        "office": "clock",
        "facts": {"record": body_digest(body), "digest": body.text.digest},
        "seal": "",
    }
    return {**line, **changes}


@dataclass(frozen=True)
class Proved:
    record: bytes
    text: bytes
    head: SignedHead


def proved(
    body: RecordBody, line: dict[str, Any] | None = None, tree: str = "network", private: bytes = PRIVATE
) -> Proved:
    """The files of an adoption whose line stands at PLACE in a ledger of SIZE lines."""
    raw = write_canonical(line_of(body) if line is None else line)
    leaves = [leaf_hash(raw if number == PLACE else b"another line %d" % number) for number in range(SIZE)]
    nodes = {(0, number): leaf for number, leaf in enumerate(leaves)}
    for level in range(1, 4):
        for place in range(SIZE >> level):
            nodes[level, place] = root_of(leaves[place << level : place + 1 << level])
    proof = inclusion_proof(PLACE, SIZE, lambda level, place: nodes[level, place])
    head = sign_head(tree, SIZE, root_of(leaves), "2026-12-05T00:00:00Z", private)
    return Proved(build(body, raw, PLACE, proof, head), TEXT, head)


def with_positions(body: RecordBody, *positions: RecordedPosition) -> RecordBody:
    return replace(body, positions=positions)


def failing(report: Report) -> set[CheckCode]:
    return {check.code for check in report.checks if not check.ok}


def detail(report: Report, code: CheckCode) -> Any:
    return next(check.detail for check in report.checks if check.code is code)
