"""A school of Aldea whose cohort passed a course, and what it does with its certificates."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cast import NOW, Cast
from tejido.certificates import commands, queries
from tejido.certificates.models import Certificate, Issue
from tejido.ledger.actors import Actor
from tejido.records.models import Cohort
from tejido.records.tests import doings as records
from tejido.registry.models import Body

SIGNS = "XA/representative/JUS"
WORDS = {
    "title": {"es": "Certificado de curso", "en": "Certificate of a course"},
    "words": {"es": "Sobre la prevención.", "en": "On prevention."},
    "signatory": {"es": "Dirección de la Escuela", "en": "Direction of the School"},
}


@dataclass
class School:
    cast: Cast
    space: Body
    cohort: Cohort

    @property
    def actor(self) -> Actor:
        return self.cast.actor(SIGNS, fresh=True)

    def certificates(self) -> list[Certificate]:
        return list(Certificate.objects.select_related("issue", "issuer", "space").order_by("number"))

    def held(self) -> list[queries.Held]:
        return queries.held(self.space, self.certificates())


def school(cast: Cast, text: Any, *persons: str, **given: Any) -> School:
    """Persons who passed, in a cohort that is over."""
    cohort = records.cohort(cast, records.course(cast, text), **given)
    if persons:
        records.enter(cast, cohort, *persons)
        cohort.refresh_from_db()
    return School(cast, cohort.space, cohort)


def word(of: School, by: str = SIGNS, **given: Any) -> None:
    values = {**WORDS, **given}
    commands.word_course(actor=of.cast.actor(by), space=of.space, course=of.cohort.course, at=NOW, **values)


def seen(of: School) -> str:
    return queries.able(of.cohort, queries.wording_of(of.space, of.cohort.course_id)).seen


def issue(of: School, by: str = SIGNS, *, fresh: bool = True, read: str = "", at: datetime = NOW) -> Issue:
    actor = of.cast.actor(by, fresh=fresh)
    return commands.issue_certificates_of_cohort(actor=actor, cohort=of.cohort, seen=read or seen(of), at=at)


def issued(cast: Cast, text: Any, *persons: str, **given: Any) -> School:
    """Everything up to the certificates."""
    of = school(cast, text, *persons, **given)
    word(of)
    issue(of)
    return of


def revoke(of: School, row: Certificate, reason: str = "mistake", words: str = "El título está mal.") -> None:
    commands.revoke_course_certificate(actor=of.actor, certificate=row, reason=reason, words=words, at=NOW)


def until(of: School, day: date) -> None:
    """The records of the school count until that day."""
    from tejido.records.models import Completion

    Completion.objects.update(valid_until=day)
