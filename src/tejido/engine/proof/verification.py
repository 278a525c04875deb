"""Verifying an adoption record against the text in hand, offline and without trusting who handed them over."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tejido.engine.document import (
    BadDocument,
    digest_of_digests,
    document_from_data,
    longest_increasing,
    passage_digest,
)

from .canonical import SIZE_LIMIT, NotCanonical, read_canonical, write_canonical
from .heads import verify_head
from .merkle import leaf_hash, verify_inclusion
from .record import ADOPTION_ACT, RECORD_FACT, AdoptionRecord, Assent, Means
from .record_data import body_digest, record_from_data
from .shapes import BadProof
from .signatures import fingerprint, is_named


class CheckCode(StrEnum):
    """What is checked, in this order."""

    # The bytes are canonical JSON. Detail: fault.
    RECORD_FILE = "record_file"
    TEXT_FILE = "text_file"
    # The record has the form of a record, the text that of a text. Detail: field; problem.
    FORMAT = "format"
    TEXT_FORMAT = "text_format"
    # The record's list of passages gives the digest that the record names. Detail: recorded, computed.
    RECORD_DIGEST = "record_digest"
    # The text in hand has the digest that was adopted. Detail: recorded, computed.
    TEXT_DIGEST = "text_digest"
    # Each passage is the adopted one. Detail: count, differing (how many).
    PASSAGES = "passages"
    # Each member of record has exactly one position, and nobody else. Detail: missing, superfluous, repeated, wrong.
    POSITIONS = "positions"
    # The ledger line is of an adoption and holds the digest of the body. Detail: recorded, computed.
    LINE = "line"
    # The line is in the tree of the head, at its place. Detail: tree, index, size.
    INCLUSION = "inclusion"
    # The network's key signed the head. Detail: at, size.
    SIGNATURE = "signature"
    # The key is the one that the reader trusts. Detail: fingerprint, trust.
    KEY = "key"


class Trust(StrEnum):
    """What is known about the key. NOT_GIVEN passes the check: the reader compares the fingerprint by another way."""

    TRUSTED = "trusted"
    NOT_GIVEN = "not_given"
    OTHER = "other"


class Change(StrEnum):
    """How a passage of the text in hand differs from the adopted one."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    passage: str
    change: Change


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `detail` holds plain data for the sentence that a template makes of it; see CheckCode."""

    code: CheckCode
    ok: bool
    detail: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Report:
    """All checks that could be made, and the passages that differ:

    changed, missing and moved in the order adopted, then added.
    """

    checks: tuple[Check, ...]
    differing: tuple[Difference, ...] = ()

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)

    @property
    def is_trusted(self) -> bool:
        """Whether all holds under a key that the reader gave.

        Without one, a forger may have signed with a key of his own.
        """
        trust = [check.detail.get("trust") for check in self.checks if check.code is CheckCode.KEY]
        return self.ok and trust == [Trust.TRUSTED]


def verify_files(record: bytes, text: bytes, trusted_key: str | None = None, limit: int = SIZE_LIMIT) -> Report:
    """Verifies the bytes of two files.

    Never raises for what they hold. Arguments as in `verify_record`; `limit` in bytes for each.
    """
    checks, found = [], []
    for code, raw in ((CheckCode.RECORD_FILE, record), (CheckCode.TEXT_FILE, text)):
        try:
            found.append(read_canonical(raw, limit))
            checks.append(Check(code, True))
        except NotCanonical as problem:
            checks.append(Check(code, False, {"fault": problem.code.value}))
    if len(found) < len(checks):
        return Report(tuple(checks))
    report = verify_record(found[0], found[1], trusted_key)
    return Report((*checks, *report.checks), report.differing)


def verify_record(record_data: Any, text_data: Any, trusted_key: str | None = None) -> Report:
    """Verifies parsed data: the record's, and the canonical file of the text (`document_to_data`).

    `trusted_key` is the text form or the fingerprint of the network's key as the reader has it from elsewhere. Never
    raises for what the data holds. For "one changed byte" use `verify_files`, which also holds the files to their only
    form.
    """
    try:
        record = record_from_data(record_data)
    except BadProof as problem:
        return Report((Check(CheckCode.FORMAT, False, {"field": problem.path}),))
    text_checks, differing = _of_text(record, text_data)
    checks = (
        Check(CheckCode.FORMAT, True),
        *text_checks,
        _positions(record),
        _line(record),
        _inclusion(record),
        _signature(record),
        _key(record, trusted_key),
    )
    return Report(checks, differing)


def _of_text(record: AdoptionRecord, text_data: Any) -> tuple[tuple[Check, ...], tuple[Difference, ...]]:
    adopted = record.body.text
    own = _same(CheckCode.RECORD_DIGEST, adopted.digest, digest_of_digests(digest for _, digest in adopted.passages))
    try:
        document = document_from_data(text_data)
    except BadDocument as problem:
        return (Check(CheckCode.TEXT_FORMAT, False, {"problem": str(problem)}), own), ()
    found = [(passage.id, passage_digest(passage)) for passage in document]
    differing = tuple(differences(adopted.passages, found))
    passages = Check(CheckCode.PASSAGES, not differing, {"count": len(found), "differing": len(differing)})
    whole = _same(CheckCode.TEXT_DIGEST, adopted.digest, digest_of_digests(digest for _, digest in found))
    return (Check(CheckCode.TEXT_FORMAT, True), own, whole, passages), differing


def differences(adopted: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]]) -> Iterator[Difference]:
    """How the passages (id, digest) in hand differ from the adopted ones."""
    held = dict(found)
    moved = _moved([id for id, _ in adopted if id in held], {id: place for place, (id, _) in enumerate(found)})
    for id, digest in adopted:
        if id not in held:
            yield Difference(id, Change.MISSING)
        elif held[id] != digest:
            yield Difference(id, Change.CHANGED)
        elif id in moved:
            yield Difference(id, Change.MOVED)
    known = {id for id, _ in adopted}
    yield from (Difference(id, Change.ADDED) for id, _ in found if id not in known)


def _moved(ids: Sequence[str], places: Mapping[str, int]) -> set[str]:
    """The fewest passages whose move explains the new order."""
    return set(ids) - {ids[at] for at in longest_increasing([places[id] for id in ids])}


_ASSENTS = {Means.SILENCE: {Assent.AGREED, Assent.SILENT}, Means.MEETING: {Assent.AGREED, Assent.PRESENT}}


def _positions(record: AdoptionRecord) -> Check:
    members = Counter(member.code for member in record.body.members)
    positions = Counter(position.member for position in record.body.positions)
    possible = _ASSENTS[record.body.procedure.means]
    detail = {
        "missing": sorted(members.keys() - positions.keys()),
        "superfluous": sorted(positions.keys() - members.keys()),
        "repeated": sorted(code for code, times in (*members.items(), *positions.items()) if times > 1),
        "wrong": sorted(p.member for p in record.body.positions if p.stance not in possible),
    }
    return Check(CheckCode.POSITIONS, bool(members) and not any(detail.values()), detail)


def _line(record: AdoptionRecord) -> Check:
    facts = record.line.get("facts")
    recorded = facts.get(RECORD_FACT) if isinstance(facts, dict) else None
    computed = body_digest(record.body)
    is_adoption = record.line.get("act") == ADOPTION_ACT
    return Check(CheckCode.LINE, is_adoption and recorded == computed, {"recorded": recorded, "computed": computed})


def _inclusion(record: AdoptionRecord) -> Check:
    head, inclusion = record.head.head, record.inclusion
    leaf = leaf_hash(write_canonical(dict(record.line)))
    is_there = verify_inclusion(leaf, inclusion.index, inclusion.size, inclusion.proof, bytes.fromhex(head.root))
    is_placed = record.line.get("tree") == head.tree and record.line.get("place") == inclusion.index
    is_placed = is_placed and inclusion.size == head.size
    detail = {"tree": head.tree, "index": inclusion.index, "size": inclusion.size}
    return Check(CheckCode.INCLUSION, is_there and is_placed, detail)


def _signature(record: AdoptionRecord) -> Check:
    head = record.head.head
    is_signed = verify_head(record.head, record.body.network.public_key)
    return Check(CheckCode.SIGNATURE, is_signed, {"at": head.at, "size": head.size})


def _key(record: AdoptionRecord, trusted_key: str | None) -> Check:
    key = record.body.network.public_key
    trust = Trust.NOT_GIVEN if trusted_key is None else Trust.TRUSTED if is_named(key, trusted_key) else Trust.OTHER
    return Check(CheckCode.KEY, trust is not Trust.OTHER, {"fingerprint": fingerprint(key), "trust": trust})


def _same(code: CheckCode, recorded: str, computed: str) -> Check:
    return Check(code, recorded == computed, {"recorded": recorded, "computed": computed})
