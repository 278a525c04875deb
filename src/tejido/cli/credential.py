"""A certificate as a credential of Open Badges 3.0, checked offline: no data folder, no database, no network."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from tejido.config.words import gettext as _
from tejido.engine.proof import is_named
from tejido.formats.badge import Check, Report, examine, key_of
from tejido.web.credentials import sentence_of


def examined(raw: bytes) -> Report:
    return examine(raw, datetime.now(UTC))


def is_trusted(report: Report, key: str) -> bool:
    """Whether the key is the one that was given, by its name (did:key), its text form or its fingerprint."""
    did = report.shown.key
    return bool(report.shown.fingerprint) and (key.strip() == did or is_named(key_of(did), key))


def holds(report: Report, key: str) -> bool:
    return report.ok and (not key or is_trusted(report, key))


def in_words(report: Report, key: str) -> str:
    """What was checked, line by line, what it says, then the conclusion."""
    lines = [f"{'✓' if check.ok else '✗'} {_sentence(check)}" for check in report.checks]
    if key and report.shown.fingerprint:
        trusted = is_trusted(report, key)
        said = _("The key is the one you gave.") if trusted else _("The key is another than the one you gave.")
        lines.append(f"{'✓' if trusted else '✗'} {said}")
    if report.ok:
        lines += ["", *_facts(report)]
    return "\n".join([*lines, "", _conclusion(report, key)])


def as_data(report: Report, key: str) -> dict[str, Any]:
    checks = [
        {"code": check.code.value, "ok": check.ok, "sentence": _sentence(check), "detail": check.detail}
        for check in report.checks
    ]
    return {
        "ok": holds(report, key),
        "trusted": bool(key) and is_trusted(report, key),
        "conclusion": _conclusion(report, key),
        "checks": checks,
        "credential": asdict(report.shown),
    }


def _facts(report: Report) -> list[str]:
    shown = report.shown
    name = shown.name or _("not in clear")
    pairs = (
        (_("For"), shown.title), (_("Issued by"), shown.issuer), (_("Name"), name), (_("Issued on"), shown.since),
        (_("To be checked at"), shown.id),
    )  # fmt: skip  # one table
    return [f"{label}: {value}" for label, value in pairs]


def _conclusion(report: Report, key: str) -> str:
    if not report.ok:
        return _("The credential does not hold.")
    if key and not is_trusted(report, key):
        return _("The credential is whole, but signed with another key than the one you trust.")
    if key:
        return _("The credential holds. Whether it was revoked since, only its issuer knows: see the address above.")
    return _(
        "The credential holds, if the fingerprint above is the network's. Compare it with the one you have from "
        "elsewhere, or give it with --key. Whether it was revoked since, only its issuer knows: see the address above."
    )


def _sentence(check: Check) -> str:
    """One check in words, for how it came out."""
    return _(sentence_of(check)) % {"detail": check.detail}
