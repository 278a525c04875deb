"""Who is told to have been at the sessions of the invented seminar that was held, and the certificates that were issued
afterwards, one of which was revoked. Every person is invented and is called so."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tejido.nominations.queries import participants
from tejido.presence import commands
from tejido.presence.models import Certificate
from tejido.presence.names import Reason, Standing
from tejido.presence.proof import marks_digest
from tejido.presence.queries import as_read, completion_of, earned, marks_of, numbers_lacking, sessions_of

from .network.events import texts
from .seminars_story import FIRST, first_part
from .stage import Stage, Step

SHARE = 80  # percent
TITLE = texts(
    "Certificado de participación (demostración)",
    "Certificado de participação (demonstração)",
    "Certificate of participation (demonstration)",
    "Certificat de participation (démonstration)",
)
WORDS = texts(
    "Un seminario inventado para mostrar el programa, sobre la prevención del genocidio y de las atrocidades masivas.",
    "Um seminário inventado para mostrar o programa, sobre a prevenção do genocídio e das atrocidades em massa.",
    "A seminar invented to show the software, on the prevention of genocide and mass atrocities.",
    "Un séminaire inventé pour montrer le logiciel, sur la prévention du génocide et des atrocités de masse.",
)
SIGNATORY = texts(
    "Secretaría Técnica (demostración)",
    "Secretaria Técnica (demonstração)",
    "Technical Secretariat (demonstration)",
    "Secrétariat technique (démonstration)",
)
REVOKED = "El título tenía un error. Demostración: el motivo es inventado."


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(FIRST + 2), partial(_prepare, stage))
    yield Step(stage.ago(FIRST - 6), partial(_enter, stage))
    yield Step(stage.ago(FIRST - 7), partial(_correct, stage))
    yield Step(stage.ago(30), partial(_issue, stage))
    yield Step(stage.ago(24), partial(_revoke, stage))


def _prepare(stage: Stage, at: datetime) -> None:
    """Numbers, the rule with the last session obligatory, and what the certificate says."""
    seminar, actor = first_part(stage), stage.secretariat
    if numbers_lacking(seminar):
        commands.number_participants(actor=actor, seminar=seminar, at=at)
    obligatory = [session.key for session in sessions_of(seminar) if session.is_counted][-1:]
    commands.set_completion(actor=actor, seminar=seminar, share=SHARE, obligatory=obligatory, at=at)
    commands.word_certificates(
        actor=actor, seminar=seminar, title=TITLE, words=WORDS, signatory=SIGNATORY, years=None, at=at
    )


def _enter(stage: Stage, at: datetime) -> None:
    """The seats of the host enter the first day, the secretariat the rest."""
    seminar = first_part(stage)
    keys = list(participants(seminar).values_list("key", flat=True))
    for place, session in enumerate(session for session in sessions_of(seminar) if session.is_counted):
        actor = stage.focal_point("BR") if place == 0 else stage.secretariat
        group = session.parallel and "AB".find(session.parallel)
        here = [(number, key) for number, key in enumerate(keys) if group == "" or number % 2 == group]
        given = {key: _said(number, place) for number, key in here}
        if given:
            commands.enter_all(actor=actor, session=session, given=given, seen=marks_digest({}), at=at)


def _said(person: int, place: int) -> str:
    """Of twelve persons one leaves early, and one is excused from a session."""
    if person % 12 == 7 and place >= 2:
        return Standing.ABSENT
    return Standing.EXCUSED if person % 12 == 4 and place == 1 else Standing.PRESENT


def _correct(stage: Stage, at: datetime) -> None:
    """Somebody had been entered as absent by mistake."""
    seminar = first_part(stage)
    for session in sessions_of(seminar):
        marks = marks_of(session)
        if wrong := [key for key, said in sorted(marks.items()) if said == Standing.ABSENT][:1]:
            given = {wrong[0]: str(Standing.EXCUSED)}
            commands.enter_all(actor=stage.secretariat, session=session, given=given, seen=marks_digest(marks), at=at)
            return


def _issue(stage: Stage, at: datetime) -> None:
    seminar = first_part(stage)
    if able := earned(seminar, completion_of(seminar)):
        commands.issue_certificates(
            actor=stage.secretariat, seminar=seminar, nominees=able, seen=as_read(seminar), at=at
        )


def _revoke(stage: Stage, at: datetime) -> None:
    rows = Certificate.objects.select_related("seminar").filter(seminar=first_part(stage)).order_by("number")
    if row := rows.last():
        commands.revoke_certificate(
            actor=stage.secretariat, certificate=row, reason=Reason.MISTAKE, words=REVOKED, at=at
        )
