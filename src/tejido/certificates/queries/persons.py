"""Everything that a school has of one person: by their document for the school, by a link for themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tejido.ledger.actors import Actor
from tejido.records import keys
from tejido.records.lines import Line
from tejido.records.models import Cohort, Completion, Register
from tejido.records.queries import lines_of
from tejido.registry.models import Body

from ..models import Certificate, Handout
from ..names import Standing
from ..rules import is_alive, prepares, standing_of
from .holders import Held, held


@dataclass(frozen=True, slots=True)
class Entry:
    """A completion in a transcript: the cohort in which it was, and the certificate that stands or did last."""

    line: Line
    cohort: Cohort
    certificate: Held | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Transcript:
    """All that a space has of a person, the latest first. `name` and `document` as the latest record has them."""

    space: Body
    person: bytes
    name: str
    document: str
    entries: Sequence[Entry]


def person_of(actor: Actor, space: Body, document: str) -> bytes | None:
    """The pseudonym of a document ("national:1234567") of which the space has records; None for who does not keep them,
    exactly as for a document that it has none of."""
    register = Register.objects.select_related("pseudonyms__member").filter(body=space).first()
    if register is None or not prepares(actor, space):
        return None
    found = register.pseudonyms
    key = keys.read(keys.of_member(found.member.code), found.number)
    (person,) = keys.persons(key, [document])
    return person if Completion.objects.filter(space_no=register.pk, person=person).exists() else None


def transcript_for(actor: Actor, space: Body, person: bytes, today: date) -> Transcript:
    """Completion.DoesNotExist for who does not keep the space's records, exactly as for somebody unknown."""
    if not prepares(actor, space):
        raise Completion.DoesNotExist
    return transcript(space, person, today)


def transcript(space: Body, person: bytes, today: date) -> Transcript:
    """Completion.DoesNotExist where the space has nothing of the person. The number of queries does not grow."""
    rows = _completions(space, person)
    if not rows:
        raise Completion.DoesNotExist
    lines, cohorts, certificates = lines_of(space, rows), _cohorts(rows), _certificates(space, rows)
    several = [
        Entry(line, cohorts[row.cohort_no], found := certificates.get(row.id), _standing(found, today))
        for row, line in zip(rows, lines, strict=True)
    ]
    latest = next((line for line in lines if line.name), lines[0])
    return Transcript(space, person, latest.name, latest.document, several)


def _completions(space: Body, person: bytes) -> list[Completion]:
    register = Register.objects.filter(body=space).first()
    if register is None:
        return []
    return list(Completion.objects.filter(space_no=register.pk, person=person).order_by("-day", "-id"))


def _cohorts(rows: Sequence[Completion]) -> dict[int, Cohort]:
    found = Cohort.objects.select_related("course", "edition__text", "revision__text").defer("revision__manifest")
    return {row.no: row for row in found.filter(no__in={row.cohort_no for row in rows})}


def _certificates(space: Body, rows: Sequence[Completion]) -> dict[int, Held]:
    found = Certificate.objects.select_related("issue", "issuer").filter(completion__in=[row.id for row in rows])
    return {each.certificate.completion: each for each in held(space, list(found.order_by("number")))}


def _standing(found: Held | None, today: date) -> Standing:
    return standing_of(found.certificate if found else None, today)


def counted_of(space: Body, person: bytes, completions: Sequence[int]) -> tuple[int, int]:
    """How many certificates of these completions know whose they are, and how many links lead to the person."""
    rows = Certificate.objects.filter(space=space, completion__in=completions).exclude(sealed=None)
    return rows.count(), Handout.objects.filter(space=space, person=person).count()


## Links


def handouts_of(actor: Actor, space: Body, person: bytes) -> list[Handout]:
    """The links that were given out for a person, the latest first."""
    return list(Handout.objects.filter(space=space, person=person)) if prepares(actor, space) else []


def handout_for(actor: Actor, key: str) -> Handout:
    """Handout.DoesNotExist for who does not keep the space's records, exactly as for an unknown key."""
    found = Handout.objects.select_related("space__member", "space__institution").get(key=key)
    if not prepares(actor, found.space):
        raise Handout.DoesNotExist
    return found


def handout_let_in(key: str, at: datetime) -> Handout:
    """The link by which a browser came in, while it may still read. Handout.DoesNotExist afterwards."""
    found = Handout.objects.select_related("space__member", "space__institution").get(key=key)
    if found.used_at is None or not is_alive(found, at):
        raise Handout.DoesNotExist
    return found
