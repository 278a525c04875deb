"""What the pages of presence show, made of what queries loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tejido.formats.badge import DID_KEY, Report

from .models import IssuingKey
from .names import Standing, State
from .queries import Checked, Entered, Person
from .records import is_as_issued
from .rules import Reckoned
from .words import check_words, member_words, standing_words


@dataclass(frozen=True, slots=True)
class Row:
    """A participant on a list. `said` is what stands; `label` is what they are called where their name is not read."""

    person: Person
    label: str
    said: str
    how: str


def label_of(person: Person) -> str:
    """The name, or what stands for it: number and member."""
    if person.name:
        return person.name
    member = member_words(person.member)
    return _("Participant of %(member)s") % {"member": member}


def rows_of(several: Sequence[Person], marks: Mapping[str, str], ways: Mapping[str, str]) -> list[Row]:
    return [Row(person, label_of(person), marks.get(person.key, ""), ways.get(person.key, "")) for person in several]


STANDINGS = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a participant has come, in words."""

    person: Person
    label: str
    words: str
    is_met: bool


def progress_of(several: Sequence[Person], found: Mapping[str, Reckoned]) -> list[Progress]:
    return [
        Progress(person, label_of(person), standing_words(found[person.key]), found[person.key].is_met)
        for person in several
    ]


def history_words(several: Sequence[Entered]) -> list[tuple[Entered, str]]:
    """What was entered, each with who did it."""
    return [(each, each.office or str(_("the participant"))) for each in several]


def square(address: str) -> SafeString:
    """A square code that a telephone reads, as part of a page."""
    drawn = segno.make(address, error="m", micro=False)
    words = {"title": address, "svgclass": "square", "lineclass": None, "omitsize": True}
    return mark_safe(drawn.svg_inline(border=4, dark="#000", light="#fff", **words))  # noqa: S308 - drawn by segno of our own address


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
