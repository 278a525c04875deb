"""The programmes of both parts of the invented cycle: the first as it was held, the second copied from it, announced,
and changed in one thing that was not told yet. Sessions, rooms and persons are invented."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from tejido.curriculum.queries import document_of
from tejido.engine.document import Document, Kind
from tejido.seminars.models import Seminar
from tejido.timetable import commands
from tejido.timetable.lines import session_digest, told_digest
from tejido.timetable.models import Room, Session, Speaker
from tejido.timetable.names import Kind as Form
from tejido.timetable.names import Part
from tejido.timetable.queries import programme_of, sessions_of
from tejido.timetable.rules import Plan, days_of

from .network.events import texts
from .seminars_story import first_part, second_part
from .stage import Stage, Step

ROOMS = (("Sala 1 (inventada)", 30), ("Sala 2 (inventada)", 16), ("Casa de la Memoria (inventada)", 60))
TEACHES = texts(
    "Docente de la demostración", "Docente da demonstração", "Teacher of the demonstration",
    "Enseignant de la démonstration",
)  # fmt: skip  # one value
GUIDES = texts(
    "Guía del lugar (demostración)", "Guia do local (demonstração)", "Guide of the place (demonstration)",
    "Guide du lieu (démonstration)",
)  # fmt: skip  # one value
BIO = texts(
    "Persona inventada para la demostración.", "Pessoa inventada para a demonstração.",
    "A person invented for the demonstration.", "Personne inventée pour la démonstration.",
)  # fmt: skip  # one value
SPEAKERS = (
    ("Ponente de demostración 01", TEACHES, True),
    ("Ponente de demostración 02", TEACHES, True),
    ("Ponente de demostración 03", GUIDES, False),
)
HAND = "Guía de lectura (demostración)"
PAPER = b"Demostracion: hoja inventada. Lea el modulo antes de la sesion.\n"


@dataclass(frozen=True, slots=True)
class Planned:
    """A session: its day counted from 0, its hours, what it is called, and what the headings that it treats begin with.
    `room` and `speakers` count from 0."""

    day: int
    begins: float
    ends: float
    kind: Form
    title: Mapping[str, str]
    treats: Sequence[str] = ()
    group: str = ""
    room: int = 0
    speakers: Sequence[int] = ()


def _pause(day: int, begins: float, ends: float, kind: Form = Form.BREAK) -> Planned:
    return Planned(day, begins, ends, kind, {})


SESSIONS = (
    Planned(
        0, 9, 9.5, Form.OPENING, texts("Apertura", "Abertura", "Opening", "Ouverture"), ("Propósito", "Principios")
    ),
    Planned(
        0, 9.5, 11, Form.LECTURE,
        texts("Qué se previene", "O que se previne", "What is prevented", "Ce que l’on prévient"),
        ("Sesión 1.1",), speakers=(0,),
    ),
    _pause(0, 11, 11.5),
    *(
        Planned(
            0, 11.5, 13, Form.WORKSHOP,
            texts(
                "Pertenencia y discriminación", "Pertencimento e discriminação", "Belonging and discrimination",
                "Appartenance et discrimination",
            ),
            ("Sesión 1.2",), group, room, (speaker,),
        )
        for group, room, speaker in (("A", 0, 0), ("B", 1, 1))
    ),
    _pause(0, 13, 14.5, Form.MEAL),
    Planned(
        0, 14.5, 16.5, Form.CASE_STUDY,
        texts("Leer los factores de riesgo", "Ler os fatores de risco", "Reading the risk factors",
              "Lire les facteurs de risque"),
        ("Sesión 1.3",), speakers=(1,),
    ),
    _pause(1, 8.5, 9, Form.TRANSFER),
    Planned(
        1, 9, 13, Form.SITE_VISIT,
        texts("Visita al sitio de memoria", "Visita ao sítio de memória", "Visit to the site of memory",
              "Visite du lieu de mémoire"),
        ("Sesión 1.7",), room=2, speakers=(2,),
    ),
    _pause(1, 13, 14.5, Form.MEAL),
    Planned(
        1, 14.5, 16, Form.SEMINAR,
        texts("Conversación después de la visita", "Conversa depois da visita", "Conversation after the visit",
              "Échange après la visite"),
        room=2, speakers=(2, 0),
    ),
    Planned(
        2, 9, 10.5, Form.LECTURE,
        texts("El Estado que previene", "O Estado que previne", "The state that prevents", "L’État qui prévient"),
        ("Sesión 1.4",), speakers=(0,),
    ),
    _pause(2, 10.5, 11),
    Planned(
        2, 11, 13, Form.SEMINAR,
        texts("Discurso de odio y libertad de expresión", "Discurso de ódio e liberdade de expressão",
              "Hate speech and freedom of expression", "Discours de haine et liberté d’expression"),
        ("Sesión 1.6",), speakers=(1,),
    ),
    _pause(2, 13, 14.5, Form.MEAL),
    Planned(
        2, 14.5, 16.5, Form.WORKSHOP,
        texts("La conducta propia", "A própria conduta", "One’s own conduct", "Sa propre conduite"),
        ("Sesión 1.8",),
    ),
    Planned(
        3, 9, 11, Form.LECTURE,
        texts("La escalada y sus señales", "A escalada e seus sinais", "Escalation and its signs",
              "L’escalade et ses signes"),
        ("Sesión 2.1",), speakers=(1,),
    ),
    _pause(3, 11, 11.5),
    Planned(
        3, 11.5, 13, Form.SEMINAR,
        texts("Decidir a tiempo", "Decidir a tempo", "Deciding in time", "Décider à temps"), ("Sesión 2.2",),
    ),
    _pause(3, 13, 14.5, Form.MEAL),
    Planned(
        3, 14.5, 16.5, Form.WORKSHOP,
        texts("Proteger", "Proteger", "Protecting", "Protéger"), ("Sesión 2.5",), speakers=(0,),
    ),
    Planned(
        4, 9, 10.5, Form.LECTURE,
        texts("Justicia y verdad", "Justiça e verdade", "Justice and truth", "Justice et vérité"),
        ("Sesión 3.3", "Sesión 3.4"), speakers=(0,),
    ),
    _pause(4, 10.5, 11),
    Planned(
        4, 11, 13, Form.SIMULATION,
        texts("Simulación final", "Simulação final", "Final simulation", "Simulation finale"), speakers=(0, 1),
    ),
    _pause(4, 13, 14.5, Form.MEAL),
    Planned(4, 14.5, 15.5, Form.EVALUATION, texts("Evaluación", "Avaliação", "Evaluation", "Évaluation")),
    Planned(4, 15.5, 16, Form.CLOSING, texts("Cierre", "Encerramento", "Closing", "Clôture")),
)  # fmt: skip  # a timetable, read as one


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(90), partial(_plan, stage))
    yield Step(stage.ago(75), partial(_announce, stage, 1))
    yield Step(stage.ago(60), partial(_change_first, stage))
    yield Step(stage.ago(9), partial(_copy, stage))
    yield Step(stage.ago(6), partial(_announce, stage, 2))
    yield Step(stage.ago(2), partial(_change_second, stage))


def _of(stage: Stage, part: int) -> Seminar:
    return first_part(stage) if part == 1 else second_part(stage)


def _plan(stage: Stage, at: datetime) -> None:
    """Rooms, speakers and sessions of the first part."""
    seminar = _of(stage, 1)
    rooms, speakers = _lists(stage, seminar, at)
    taught = document_of(seminar.revision) if seminar.revision else Document.of([])
    for planned in SESSIONS:
        plan = _session(seminar, planned, rooms, speakers, taught)
        row = commands.plan_session(actor=stage.secretariat, seminar=seminar, plan=plan, at=at)
        if planned.kind == Form.CASE_STUDY:
            commands.add_file(
                actor=stage.secretariat, session=row, title=HAND, language="es", name="guia.txt", data=PAPER, at=at
            )


def _lists(stage: Stage, seminar: Seminar, at: datetime) -> tuple[list[Room], list[Speaker]]:
    actor = stage.secretariat
    rooms = [
        commands.keep_room(actor=actor, seminar=seminar, name=name, where="", seats=seats, at=at)
        for name, seats in ROOMS
    ]
    speakers = [
        commands.keep_speaker(
            actor=actor,
            seminar=seminar,
            name=name,
            function=function,
            institution="Institución inventada",
            bio=BIO,
            is_named=is_named,
            at=at,
        )
        for name, function, is_named in SPEAKERS
    ]
    return rooms, speakers


def _session(
    seminar: Seminar, planned: Planned, rooms: Sequence[Room], speakers: Sequence[Speaker], taught: Document
) -> Plan:
    is_pause = not planned.title
    return Plan(
        title=planned.title,
        kind=planned.kind,
        starts_at=_instant(seminar, planned.day, planned.begins),
        ends_at=_instant(seminar, planned.day, planned.ends),
        parallel=planned.group,
        room="" if is_pause else rooms[planned.room].key,
        speakers=[(speakers[n].key, Part.SPEAKS) for n in planned.speakers],
        floor=() if is_pause else ("es",),
        into=() if is_pause or planned.group else ("pt",),
        treats=[id for words in planned.treats for id in _headings(taught, words)],
    )


def _instant(seminar: Seminar, day: int, hour: float) -> datetime:
    whole, minutes = divmod(round(hour * 60), 60)
    local = datetime.combine(days_of(seminar)[0] + timedelta(days=day), time(whole, minutes), ZoneInfo(seminar.zone))
    return local.astimezone(UTC)


def _headings(document: Document, words: str) -> list[str]:
    """The first heading that begins with these Spanish words, where the text has it."""
    found = (p.id for p in document if p.kind is Kind.HEADING and p.text("es").startswith(words))
    return [id for id in [next(found, "")] if id]


def _announce(stage: Stage, part: int, at: datetime) -> None:
    seminar = _of(stage, part)
    seen = told_digest(programme_of(seminar).told)
    commands.announce_programme(actor=stage.secretariat, seminar=seminar, seen=seen, at=at)


def _change_first(stage: Stage, at: datetime) -> None:
    """The conversation after the visit began later, and people were told."""
    seminar = _of(stage, 1)
    commands.shift_day(actor=stage.secretariat, session=_called(seminar, "Conversación"), minutes=30, at=at)
    seen = told_digest(programme_of(seminar).told)
    commands.announce_changes(actor=stage.secretariat, seminar=seminar, seen=seen, at=at)


def _copy(stage: Stage, at: datetime) -> None:
    """The second part begins as the first was; rooms and speakers are its own."""
    seminar = _of(stage, 2)
    made = commands.copy_programme(actor=stage.secretariat, seminar=seminar, source=_of(stage, 1), at=at)
    rooms, speakers = _lists(stage, seminar, at)
    for row in made:
        planned = _session(seminar, SESSIONS[row.number - 1], rooms, speakers, Document.of([]))
        plan = replace(planned, starts_at=row.starts_at, ends_at=row.ends_at, treats=row.treats)
        commands.change_session(actor=stage.secretariat, session=row, plan=plan, seen=session_digest(row, []), at=at)


def _change_second(stage: Stage, at: datetime) -> None:
    """What was not told yet: the evaluation, and what follows it, begins later."""
    seminar = _of(stage, 2)
    commands.shift_day(actor=stage.secretariat, session=_called(seminar, "Evaluación"), minutes=30, at=at)


def _called(seminar: Seminar, words: str) -> Session:
    return next(row for row in sessions_of(seminar) if row.title.get("es", "").startswith(words))
