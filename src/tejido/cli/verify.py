"""tejido verify: an adoption record against the text in hand, or a certificate, offline: no data folder, no database,
no network."""

import json as json_format
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _
from tejido.engine.proof import (
    BadProof,
    Check,
    CheckCode,
    NotCanonical,
    Report,
    Trust,
    read_strict,
    record_from_data,
    verify_files,
)

from . import credential
from .console import answer
from .files import read
from .options import Json, argument, option
from .passages import Named, damaged, named

Record = Annotated[Path, argument("FILE", _("The record, SLUG.record.json; or a certificate, certificate.json."))]
Text = Annotated[Path | None, argument("TEXT", _("The canonical text, SLUG.text.json. A certificate has none."))]
_KEY = _("The network's key or its fingerprint, as you have it from elsewhere.")
Key = Annotated[str, option("--key", "KEY", _KEY)]

# The checks that fail when the text in hand is not the adopted one; below them the passages are named.
ABOUT_PASSAGES = {CheckCode.TEXT_FILE, CheckCode.TEXT_FORMAT, CheckCode.PASSAGES}


def verify(record: Record, text: Text = None, key: Key = "", json: Json = False) -> None:
    if text is None:
        report = credential.examined(read(record))
        answer(credential.as_data(report, key), credential.in_words(report, key), as_json=json)
        is_good = credential.holds(report, key)
    else:
        is_good = _verify_text(record, text, key, as_json=json)
    if not is_good:
        raise typer.Exit(1)


def _verify_text(record: Path, text: Path, key: str, *, as_json: bool) -> bool:
    record_bytes, text_bytes = read(record), read(text)
    report = verify_files(record_bytes, text_bytes, key or None)
    passages = passages_of(report, record_bytes, text_bytes)
    answer(as_data(report, passages), in_words(report, passages), as_json=as_json)
    return report.ok


def passages_of(report: Report, record: bytes, text: bytes) -> Sequence[Named]:
    """The passages that differ, also where the text is so damaged that it cannot be read."""
    adopted = _adopted(record)
    if report.differing:
        return named(report.differing, adopted, text)
    if all(check.ok for check in report.checks if check.code in ABOUT_PASSAGES):
        return ()
    return damaged(adopted, text)


def _adopted(record: bytes) -> Sequence[tuple[str, str]]:
    """The (id, digest) pairs that the record lists; nothing where it cannot be read."""
    try:
        return record_from_data(read_strict(record)).body.text.passages
    except (NotCanonical, BadProof):
        return ()


def in_words(report: Report, passages: Sequence[Named]) -> str:
    """What was checked, line by line, then the passages that differ, then the conclusion."""
    lines = []
    for check in report.checks:
        lines.append(f"{'✓' if check.ok else '✗'} {sentence(check)}")
        if not check.ok and check.code in ABOUT_PASSAGES:
            lines += [f"  → {passage.sentence}" for passage in passages] or [_("  → no passage differs")]
    return "\n".join([*lines, "", conclusion(report)])


def as_data(report: Report, passages: Sequence[Named]) -> dict[str, Any]:
    checks = [
        {"code": check.code.value, "ok": check.ok, "sentence": sentence(check), "detail": dict(check.detail)}
        for check in report.checks
    ]
    return {
        "ok": report.ok,
        "trusted": report.is_trusted,
        "conclusion": conclusion(report),
        "checks": json_format.loads(json_format.dumps(checks, default=str)),
        "differing": [passage.as_data() for passage in passages],
    }


def conclusion(report: Report) -> str:
    if not report.ok:
        return _("This is not the text that was adopted, or the record does not prove it.")
    if report.is_trusted:
        return _("This is the text that was adopted, word for word, and the record is signed with the key you trust.")
    return _(
        "This is the text that was adopted, word for word, if the fingerprint above is the network's. Compare it with "
        "the one you have from elsewhere, or give it with --key."
    )


def sentence(check: Check) -> str:
    """One check in words, for how it came out."""
    said = _words()[check.code][0 if check.ok else 1]
    if check.code is CheckCode.KEY and check.detail.get("trust") == Trust.NOT_GIVEN:
        said = _("The record is signed with the key %(fingerprint)s; no --key was given to compare it with.")
    return said % _filled(check.detail)


def _filled(detail: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a check as words: lists as lists of codes."""
    return {name: _listed(value) if isinstance(value, list) else value for name, value in detail.items()}


def _listed(codes: Sequence[object]) -> str:
    return ", ".join(map(str, codes)) or "—"


def _words() -> Mapping[CheckCode, tuple[str, str]]:
    """For each check what is said where it holds, and where it does not. The values are those of `CheckCode`."""
    return {
        CheckCode.RECORD_FILE: (
            _("The record is a file in its only form."),
            _("The record's bytes were changed: it is not a file in its only form (%(fault)s)."),
        ),
        CheckCode.TEXT_FILE: (
            _("The text is a file in its only form."),
            _("The text's bytes were changed: it is not a file in its only form (%(fault)s)."),
        ),
        CheckCode.FORMAT: (
            _("The record has every part that a record has."),
            _("The record is not an adoption record: %(field)s is wrong."),
        ),
        CheckCode.TEXT_FORMAT: (
            _("The text has the form of a text."),
            _("The text has not the form of a text: %(problem)s."),
        ),
        CheckCode.RECORD_DIGEST: (
            _("The passages listed in the record give its digest, %(computed)s."),
            _("The passages listed in the record give %(computed)s, not the digest it names, %(recorded)s."),
        ),
        CheckCode.TEXT_DIGEST: (
            _("The text in hand has the digest that was adopted."),
            _("The text in hand has the digest %(computed)s; adopted was %(recorded)s."),
        ),
        CheckCode.PASSAGES: (
            _("Each of its %(count)s passages is the adopted one."),
            _("Passages that differ from the adopted text: %(differing)s of %(count)s."),
        ),
        CheckCode.POSITIONS: (
            _("Every member of record has one position, and nobody else has."),
            _(
                "The positions do not fit the members (missing: %(missing)s; not members: %(superfluous)s; "
                "twice: %(repeated)s; impossible: %(wrong)s)."
            ),
        ),
        CheckCode.LINE: (
            _("The line of the ledger is an adoption and holds the digest of this record."),
            _("The line of the ledger is not of this record: it holds %(recorded)s, the record has %(computed)s."),
        ),
        CheckCode.INCLUSION: (
            _("The line stands at place %(index)s of %(size)s in the ledger “%(tree)s”."),
            _("The line does not stand at place %(index)s of %(size)s in the ledger “%(tree)s”."),
        ),
        CheckCode.SIGNATURE: (
            _("The ledger of that moment (%(at)s) is signed with the network's key."),
            _("The signature under the ledger of that moment (%(at)s) does not hold."),
        ),
        CheckCode.KEY: (
            _("The key is the one you gave: %(fingerprint)s."),
            _("The key is another than the one you gave: %(fingerprint)s."),
        ),
    }
