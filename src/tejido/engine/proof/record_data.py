"""The adoption record as data: its file, its digest, and the strict reading of a file that came from outside."""

from collections.abc import Mapping, Sequence
from typing import Any

from .canonical import canonical_digest, read_canonical, write_canonical
from .heads import SignedHead, signed_head_from_data, signed_head_to_data
from .record import (
    RECORD_FORMAT,
    AdoptedText,
    AdoptingNetwork,
    AdoptionProcedure,
    AdoptionRecord,
    Assent,
    Inclusion,
    Means,
    RecordBody,
    RecordedMember,
    RecordedPosition,
    RecordedReservation,
)
from .shapes import (
    BadProof,
    choice,
    count,
    digest,
    encoded,
    fields,
    instant,
    instant_or_empty,
    items,
    text,
    texts,
    word,
)
from .signatures import KEY_LENGTH, fingerprint, to_text


def body_digest(body: RecordBody) -> str:
    """SHA-256, in hexadecimal, of the body's canonical form: the fact RECORD_FACT of the ledger line."""
    return canonical_digest(body_to_data(body))


def build(body: RecordBody, line: bytes, index: int, proof: Sequence[bytes], head: SignedHead) -> bytes:
    """The file of the record.

    `line` is the canonical ledger line, exactly as leaf `index` was hashed; `proof` as from `inclusion_proof` in the
    tree of the head. NotCanonical, a ValueError, where the line is not; whether the parts hold together is said by
    `verify_record`.
    """
    inclusion = Inclusion(index, head.head.size, tuple(proof))
    return write_canonical(record_to_data(AdoptionRecord(body, read_canonical(line), inclusion, head)))


def record_to_data(record: AdoptionRecord) -> dict[str, Any]:
    """The plain data of a record, ready for JSON."""
    return {
        **body_to_data(record.body),
        "line": dict(record.line),
        "inclusion": {
            "index": record.inclusion.index,
            "size": record.inclusion.size,
            "proof": [element.hex() for element in record.inclusion.proof],
        },
        "head": signed_head_to_data(record.head),
    }


def body_to_data(body: RecordBody) -> dict[str, Any]:
    """The plain data of a body.

    It depends on nothing but the body, so that its digest can be recomputed from the file.
    """
    return {
        "format": RECORD_FORMAT,
        "network": {
            "names": dict(body.network.names),
            "public_key": to_text(body.network.public_key),
            "fingerprint": fingerprint(body.network.public_key),
        },
        "text": _text_to_data(body.text),
        "procedure": {
            "kind": body.procedure.means.value,
            "opened_at": body.procedure.opened_at,
            "deadline": body.procedure.deadline,
            "zone": body.procedure.zone,
            "adopted_at": body.procedure.adopted_at,
            "rule": body.procedure.rule,
        },
        "members_of_record": [{"code": m.code, "names": dict(m.names)} for m in body.members],
        "positions": [
            {"member": p.member, "stance": p.stance.value, "at": p.at, "office": p.office} for p in body.positions
        ],
        "reservations": [
            {"member": r.member, "passage": r.passage, "kind": r.kind, "texts": dict(r.texts)}
            for r in body.reservations
        ],
    }


def _text_to_data(adopted: AdoptedText) -> dict[str, Any]:
    return {
        "slug": adopted.slug,
        "titles": dict(adopted.titles),
        "edition": adopted.edition,
        "digest": adopted.digest,
        "languages": list(adopted.languages),
        "negotiated": adopted.negotiated,
        "passages": [[id, passage] for id, passage in adopted.passages],
    }


_BODY = ("format", "network", "text", "procedure", "members_of_record", "positions", "reservations")
_FIELDS = (*_BODY, "line", "inclusion", "head")


def record_from_data(data: Any) -> AdoptionRecord:
    """The inverse of `record_to_data`, strict. BadProof names the field. Nothing is verified here but the form."""
    found = fields(data, _FIELDS, "record")
    if found["format"] != RECORD_FORMAT:
        raise BadProof("format")
    body = RecordBody(
        _network(found["network"]),
        _text(found["text"]),
        _procedure(found["procedure"]),
        items(found["members_of_record"], "members_of_record", _member),
        items(found["positions"], "positions", _position),
        items(found["reservations"], "reservations", _reservation),
    )
    return AdoptionRecord(
        body, _line(found["line"]), _inclusion(found["inclusion"]), signed_head_from_data(found["head"])
    )


def _network(data: Any) -> AdoptingNetwork:
    found = fields(data, ("names", "public_key", "fingerprint"), "network")
    key = encoded(found["public_key"], "network.public_key", KEY_LENGTH)
    if found["fingerprint"] != fingerprint(key):
        raise BadProof("network.fingerprint")
    return AdoptingNetwork(texts(found["names"], "network.names"), key)


def _text(data: Any) -> AdoptedText:
    names = ("slug", "titles", "edition", "digest", "languages", "negotiated", "passages")
    found = fields(data, names, "text")
    return AdoptedText(
        word(found["slug"], "text.slug"),
        texts(found["titles"], "text.titles"),
        count(found["edition"], "text.edition"),
        digest(found["digest"], "text.digest"),
        items(found["languages"], "text.languages", word),
        word(found["negotiated"], "text.negotiated"),
        items(found["passages"], "text.passages", _passage),
    )


def _passage(data: Any, path: str) -> tuple[str, str]:
    if not isinstance(data, list) or len(data) != 2:
        raise BadProof(path)
    return word(data[0], path), digest(data[1], path)


def _procedure(data: Any) -> AdoptionProcedure:
    found = fields(data, ("kind", "opened_at", "deadline", "zone", "adopted_at", "rule"), "procedure")
    return AdoptionProcedure(
        choice(found["kind"], "procedure.kind", Means),
        instant(found["opened_at"], "procedure.opened_at"),
        instant_or_empty(found["deadline"], "procedure.deadline"),
        text(found["zone"], "procedure.zone"),
        instant(found["adopted_at"], "procedure.adopted_at"),
        word(found["rule"], "procedure.rule"),
    )


def _member(data: Any, path: str) -> RecordedMember:
    found = fields(data, ("code", "names"), path)
    return RecordedMember(word(found["code"], path), texts(found["names"], path))


def _position(data: Any, path: str) -> RecordedPosition:
    found = fields(data, ("member", "stance", "at", "office"), path)
    return RecordedPosition(
        word(found["member"], path),
        choice(found["stance"], path, Assent),
        instant_or_empty(found["at"], path),
        text(found["office"], path),
    )


def _reservation(data: Any, path: str) -> RecordedReservation:
    found = fields(data, ("member", "passage", "kind", "texts"), path)
    return RecordedReservation(
        word(found["member"], path),
        text(found["passage"], path),
        word(found["kind"], path),
        texts(found["texts"], path),
    )


def _line(data: Any) -> Mapping[str, Any]:
    """The engine knows four fields of a line; the others are the ledger's. All of them have one canonical form."""
    if not isinstance(data, dict):
        raise BadProof("line")
    try:
        write_canonical(data)
    except (ValueError, RecursionError) as problem:
        raise BadProof("line") from problem
    return data


def _inclusion(data: Any) -> Inclusion:
    found = fields(data, ("index", "size", "proof"), "inclusion")
    proof = items(found["proof"], "inclusion.proof", digest)
    return Inclusion(
        count(found["index"], "inclusion.index"),
        count(found["size"], "inclusion.size"),
        tuple(map(bytes.fromhex, proof)),
    )
