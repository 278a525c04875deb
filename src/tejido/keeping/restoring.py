"""Putting a backup back. It is looked through before anything is written, and what is written is read back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connection

from tejido.config.preparation import RESTORING, database_file
from tejido.config.words import gettext as _
from tejido.custody.commands import note_restoration, reapply
from tejido.engine.proof import Receipt
from tejido.ledger.audit import Audit, audit, compare_receipt
from tejido.ledger.names import NETWORK
from tejido.ledger.queries import size_of
from tejido.web import held

from . import loading, places
from .erasures import ErasureList
from .faults import NotDone
from .opening import in_words, parts_of
from .reading import Contents

Told = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Missing:
    """What a receipt shows and the restored ledger does not: of which member, in which ledger, how many lines the
    receipt knew, how many there are, and the verdict."""

    member: str
    ledger: str
    lines: int
    here: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, what the ledger says of itself, what receipts say is missing, why else two persons have to
    look ("no_erasures", "erasures_old"), and how much was erased again."""

    contents: Contents
    audit: Audit
    missing: tuple[Missing, ...]
    reasons: tuple[str, ...]
    erased_again: int

    @property
    def rows(self) -> int:
        return sum(rows for rows, _digest in self.contents.tables.values())


def put_back(
    file: Path,
    identities: Sequence[str],
    contents: Contents,
    *,
    draft: Path,
    folder: Path,
    receipts: Mapping[str, Receipt],
    erased: ErasureList | None,
    at: datetime,
    told: Told,
) -> Restored:
    """Fills the database of the settings, which is that of `draft` or an empty one on PostgreSQL, and gives the folder
    its name. All of it or nothing."""
    loading.must_be_empty()
    loading.must_be_known(contents.header)
    with loading.all_or_nothing():
        _fill(file, identities, contents, told)
        audit_found = _whole_ledger(file, contents)
        missing, reasons = tuple(_missing(receipts)), _reasons(contents, erased)
        is_ours = erased is not None and erased.is_signed_by(contents.end.key)
        again = reapply(erasures=erased.erasures, at=at) if erased and is_ours else 0
        if missing or reasons:
            made_at = datetime.fromisoformat(contents.header.made)
            note_restoration(made_at=made_at, missing=[asdict(each) for each in missing], reasons=reasons, at=at)
            held.hold(held.Why.RESTORED, draft)
        _name(draft, folder)
    (folder / RESTORING).unlink(missing_ok=True)
    return Restored(contents, audit_found, missing, reasons, again)


def _fill(file: Path, identities: Sequence[str], contents: Contents, told: Told) -> None:
    is_file = connection.vendor == "sqlite"
    if is_file:
        _hurry()
    with in_words(file), closing(parts_of(file, identities)) as parts:
        loading.load(contents.header, parts, told)
    loading.bring_up_to_date()


def _hurry() -> None:
    """Nobody reads the file before it has its name, and before that it is put on the disk as a whole. It is its owner's
    alone."""
    file = database_file()
    if file is not None:
        file.chmod(0o600)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=MEMORY")
        cursor.execute("PRAGMA synchronous=OFF")


def _whole_ledger(file: Path, contents: Contents) -> Audit:
    """The ledger is recomputed, and its heads are those that stood in the file's header."""
    found = audit()
    sizes = {tree: size for tree, size, _root in contents.header.heads}
    if not found.ok or any(size_of(tree) != size for tree, size in sizes.items()):
        sentence = _(
            "The ledger in “%(file)s” does not hold; “tejido ledger verify” says of a running node what is wrong."
        )
        raise NotDone("ledger", sentence % {"file": file})
    return found


def _missing(receipts: Mapping[str, Receipt]) -> Iterator[Missing]:
    for receipt in receipts.values():
        heads = {signed.head.tree: signed.head.size for signed in receipt.heads}
        for tree, verdict in compare_receipt(receipt).items():
            if not verdict.is_good:
                yield Missing(receipt.member, tree, heads[tree], size_of(tree), verdict.value)


def _reasons(contents: Contents, erased: ErasureList | None) -> tuple[str, ...]:
    """Whether the list of erasures says nothing of what came after the backup."""
    if erased is None:
        return ("no_erasures",)
    lines = next((size for tree, size, _root in contents.header.heads if tree == NETWORK), 0)
    is_ours = erased.is_signed_by(contents.end.key)
    return () if is_ours and erased.lines >= lines else ("erasures_old",)


def _name(draft: Path, folder: Path) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=WAL")
        connection.close()
    else:
        (draft / RESTORING).touch(mode=0o600)  # until the database has said yes
    places.finish(draft, folder)


def describe(restored: Restored) -> dict[str, Any]:
    """As plain data, ready for JSON."""
    header = restored.contents.header
    return {
        "made": header.made,
        "program": header.program,
        "tables": len(restored.contents.tables),
        "rows": restored.rows,
        "sha256": restored.contents.end.digest,
        "ledgers": restored.audit.trees,
        "lines": restored.audit.lines,
        "missing": [asdict(each) for each in restored.missing],
        "reasons": list(restored.reasons),
        "erased_again": restored.erased_again,
        "read_only": bool(restored.missing or restored.reasons),
    }
