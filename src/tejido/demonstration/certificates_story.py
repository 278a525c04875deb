"""The certificates of an invented cohort of the invented teachers' school of Paraguay: issued, one revoked; and a
cohort after it that still waits. Every person is invented and is called so."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from tejido.certificates import commands
from tejido.certificates.models import Certificate
from tejido.certificates.queries import able, wording_of
from tejido.formats.roster.values import columns
from tejido.presence.names import Reason
from tejido.records import commands as records
from tejido.records.models import Cohort
from tejido.records.names import Kind, Method
from tejido.registry.names import Role

from .network.events import texts
from .schools_story import MEMBER, TEACHERS, TEACHERS_COURSE, course_called, space_of
from .stage import Stage, Step

DONE, WAITING = "DOC-A-01", "DOC-A-02"
COHORT = texts(
    "Grupo inventado de docentes (demostración)",
    "Turma inventada de docentes (demonstração)",
    "Invented group of teachers (demonstration)",
    "Groupe inventé d’enseignants (démonstration)",
)
TITLE = texts(
    "Certificado de aprobación (demostración)",
    "Certificado de aprovação (demonstração)",
    "Certificate of completion (demonstration)",
    "Certificat de réussite (démonstration)",
)
WORDS = texts(
    "Un curso inventado para mostrar el programa, sobre la prevención de las atrocidades masivas en la escuela.",
    "Um curso inventado para mostrar o programa, sobre a prevenção das atrocidades em massa na escola.",
    "A course invented to show the software, on the prevention of mass atrocities at school.",
    "Un cours inventé pour montrer le logiciel, sur la prévention des atrocités de masse à l’école.",
)
SIGNATORY = texts(
    "Dirección de la escuela (demostración)",
    "Direção da escola (demonstração)",
    "Direction of the school (demonstration)",
    "Direction de l’école (démonstration)",
)
REVOKED = "El registro era de otra persona. Demostración: el motivo es inventado."
PERSONS, MINUTES = 12, 420


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(30), partial(_enter, stage, DONE, 34, 1))
    yield Step(stage.ago(28), partial(_issue, stage))
    yield Step(stage.ago(20), partial(_revoke, stage))
    yield Step(stage.ago(4), partial(_enter, stage, WAITING, 6, PERSONS + 1))


def _enter(stage: Stage, code: str, ago: int, first: int, at: datetime) -> None:
    """A cohort that ended some days ago, and who passed."""
    actor, ends = stage.actor(MEMBER, Role.REGISTRAR, TEACHERS), stage.ago(ago).date()
    cohort = records.begin_cohort(
        actor=actor, space=space_of(stage, MEMBER, TEACHERS), course=course_called(TEACHERS_COURSE), code=code,
        title=COHORT, method=Method.IN_PERSON, province="PY-ASU", starts=ends - timedelta(days=21), ends=ends,
        minutes=MINUTES, at=at,
    )  # fmt: skip  # one act, read as one
    persons = range(first, first + PERSONS)
    names = [f"Docente de demostración {number:02}" for number in persons]
    told = columns(
        [f"national:{9_000_000 + number}" for number in persons], names, [ends.isoformat()] * PERSONS,
        results=["passed"] * PERSONS, sexes=["female", "male"] * (PERSONS // 2),
    )  # fmt: skip  # one list
    records.enter(actor=actor, cohort=cohort, columns=told, kind=Kind.HAND, at=at)


def _issue(stage: Stage, at: datetime) -> None:
    actor, cohort = stage.actor(MEMBER, Role.REPRESENTATIVE, TEACHERS), _cohort()
    commands.word_course(
        actor=stage.actor(MEMBER, Role.REGISTRAR, TEACHERS), space=cohort.space, course=cohort.course, title=TITLE,
        words=WORDS, signatory=SIGNATORY, at=at,
    )  # fmt: skip  # one act, read as one
    seen = able(cohort, wording_of(cohort.space, cohort.course_id)).seen
    commands.issue_certificates_of_cohort(actor=actor, cohort=cohort, seen=seen, at=at)


def _revoke(stage: Stage, at: datetime) -> None:
    last = Certificate.objects.select_related("space").filter(issue__cohort=_cohort()).latest("number")
    commands.revoke_course_certificate(
        actor=stage.actor(MEMBER, Role.REPRESENTATIVE, TEACHERS), certificate=last, reason=Reason.NOT_EARNED,
        words=REVOKED, at=at,
    )  # fmt: skip  # one act, read as one


def _cohort() -> Cohort:
    related = ("space__member", "space__institution", "course__derivation__text__body", "edition__text")
    return Cohort.objects.select_related(*related, "revision__text").get(code=DONE)
