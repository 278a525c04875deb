"""What is said of a file that somebody checks, and of the keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tejido.formats.badge import DID_KEY, Report
from tejido.presence.models import IssuingKey
from tejido.presence.names import State

from ..queries import Checked
from ..records import is_as_issued
from ..words import check_words


@dataclass(frozen=True, slots=True)
class Step:
    """A check of a credential, said."""

    ok: bool
    words: str


def steps_of(report: Report, found: Checked, keys: Sequence[IssuingKey]) -> list[Step]:
    """What holds of a file, and what this house knows of it: whether the key is its own, how the certificate stands,
    and whether the file says what was issued. A stolen key signs anything, but changes no register."""
    steps = [Step(check.ok, check_words(check)) for check in report.checks]
    if not report.shown.key:
        return steps
    is_ours = report.shown.key in {row.did for row in keys}
    known = _("The key is one of this network.") if is_ours else _("The key is none of this network.")
    steps += [Step(is_ours, known), Step(found.state == State.VALID, _register(found.state))]
    return steps if found.state == State.UNKNOWN else [*steps, _compared(report, found)]


def _compared(report: Report, found: Checked) -> Step:
    is_so = is_as_issued(report.shown, found)
    same, other = _("It says what this network issued."), _("It says something else than what this network issued.")
    return Step(is_so, same if is_so else other)


def _register(state: State) -> str:
    sentences = {
        State.VALID: _("This network issued it and has not revoked it."),
        State.EXPIRED: _("This network issued it, and it has expired."),
        State.REVOKED: _("This network has revoked it."),
        State.UNKNOWN: _("This network knows of no such certificate."),
    }
    return sentences[state]


def keys_document(origin: str, keys: Sequence[IssuingKey]) -> dict[str, object]:
    """Which keys sign, and which did, as a controller document of W3C (Controlled Identifiers 1.0)."""
    methods = [
        {
            "id": f"{row.did}#{row.did.removeprefix(DID_KEY)}",
            "type": "Multikey",
            "controller": row.did,
            "publicKeyMultibase": row.did.removeprefix(DID_KEY),
            "since": row.since.isoformat(),
            **({"until": row.until.isoformat()} if row.until else {}),
        }
        for row in keys
    ]
    return {
        "@context": "https://www.w3.org/ns/cid/v1",
        "id": origin,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }
