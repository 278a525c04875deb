"""Three meetings, invented for the demonstration: one of the network that was held, one that is convened, and one of
the National Mechanism of Paraguay."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from tejido.ledger.actors import Actor
from tejido.meetings import commands
from tejido.meetings.models import Commitment, Item, Meeting
from tejido.meetings.names import Audience, ItemKind, MeetingKind, Part, Presence, Reply, Report, Verdict, Way
from tejido.meetings.rules.meetings import Plan
from tejido.registry.models import Body
from tejido.registry.names import Role
from tejido.registry.queries import network_body, parties_of_record

from .national_mechanism import MEMBER, SLUG
from .network.institutions import Texts, marked
from .stage import ZONE, Stage, Step

HOURS = timedelta(hours=7)
LANGUAGES = ("es", "pt", "en", "fr")
HELD, NEXT, MECHANISM = 150, -45, 40  # days ago
PLACE = "Montevideo"
NAMES: dict[str, Texts] = {
    "held": {
        "es": "Reunión anual de puntos focales",
        "pt": "Reunião anual de pontos focais",
        "en": "Annual meeting of focal points",
        "fr": "Réunion annuelle des points focaux",
    },
    "next": {
        "es": "Próxima reunión anual de puntos focales",
        "pt": "Próxima reunião anual de pontos focais",
        "en": "Next annual meeting of focal points",
        "fr": "Prochaine réunion annuelle des points focaux",
    },
    "mechanism": {"es": "Reunión trimestral del Mecanismo", "en": "Quarterly meeting of the Mechanism"},
}
OPENING: Texts = {
    "es": "Apertura y orden del día",
    "pt": "Abertura e pauta",
    "en": "Opening and agenda",
    "fr": "Ouverture et ordre du jour",
}
CURRICULUM: Texts = {
    "es": "Plan de formación común: segunda ronda de consulta",
    "pt": "Plano comum de formação: segunda rodada de consulta",
    "en": "Common training plan: second consultation round",
    "fr": "Plan commun de formation : second cycle de consultation",
}
OTHER: Texts = {"es": "Otros asuntos", "pt": "Outros assuntos", "en": "Other matters", "fr": "Questions diverses"}
AGENDA = ((OPENING, ItemKind.OPENING, 20), (CURRICULUM, ItemKind.DISCUSSION, 120), (OTHER, ItemKind.INFORMATION, 30))
MINUTES: Texts = {
    "es": "La Secretaría Técnica presentó el calendario de la **segunda ronda**.\n\nVarias delegaciones pidieron más "
    "tiempo para consultar a sus instituciones.",
    "pt": "A Secretaria Técnica apresentou o calendário da **segunda rodada**.\n\nVárias delegações pediram mais tempo "
    "para consultar suas instituições.",
}
DECISION: Texts = {
    "es": "La segunda ronda de consulta sobre el plan de formación común durará al menos veinte días, con su prórroga.",
    "pt": "A segunda rodada de consulta sobre o plano comum de formação "
    "durará pelo menos vinte dias, com sua prorrogação.",
    "en": "The second consultation round on the common training plan "
    "will last at least twenty days, its extension included.",
    "fr": "Le second cycle de consultation sur le plan commun de formation "
    "durera au moins vingt jours, prolongation comprise.",
}
# Who promised what, and in how many days from now it is due (negative: it was).
PROMISES: tuple[tuple[str, Texts, int], ...] = (
    ("PY", {"es": "Consultar el módulo de formación con sus instituciones.", "en": "Consult its institutions."}, 20),
    (
        "BR",
        {
            "es": "Revisar la versión en portugués del plan de formación.",
            "pt": "Revisar a versão em português do plano de formação.",
        },
        -12,
    ),
    ("UY", {"es": "Enviar el informe sobre la sede de la reunión.", "en": "Send the report on the venue."}, -90),
)


@dataclass
class Told:
    """What later steps refer to."""

    meetings: dict[str, Meeting] = field(default_factory=dict)
    items: dict[tuple[str, int], Item] = field(default_factory=dict)
    promises: dict[str, Commitment] = field(default_factory=dict)


def steps(stage: Stage) -> Iterator[Step]:
    told = Told()
    yield from _held(stage, told)
    yield from _next(stage, told)
    yield from _of_mechanism(stage, told)


def _held(stage: Stage, told: Told) -> Iterator[Step]:
    """The network's past meeting, with approved minutes."""
    begins = _at_nine(stage, HELD)
    yield Step(stage.ago(HELD + 60), partial(_convene, stage, told, "held", begins))
    for ago, code, says in ((50, "PY", Reply.COMING), (48, "BR", Reply.COMING), (40, "GT", Reply.NOT_COMING)):
        yield Step(stage.ago(HELD + ago), partial(_reply, stage, told, "held", code, says))
    yield Step(begins, partial(_open, stage, told, "held", {"GT", "PA", "EC"}))
    yield Step(begins + HOURS, partial(_write_down, stage, told, "held"))
    yield Step(stage.ago(HELD - 4), partial(_circulate, stage, told, "held", HELD - 25))
    yield Step(stage.ago(HELD - 10), partial(_correct, stage, told))
    yield Step(stage.ago(HELD - 30), partial(_approve, stage, told, "held"))
    yield Step(stage.ago(80), partial(_report, stage, told, "UY", Report.DONE, "El informe fue enviado."))
    yield Step(stage.ago(9), partial(_report, stage, told, "PY", Report.NOTE, "Diez instituciones ya contestaron."))


def _next(stage: Stage, told: Told) -> Iterator[Step]:
    """The next meeting, convened, with the commitments that are still open on its agenda."""
    yield Step(stage.ago(14), partial(_convene, stage, told, "next", _at_nine(stage, NEXT)))
    for ago, code, says in ((8, "BR", Reply.COMING), (7, "UY", Reply.COMING), (5, "CL", Reply.NOT_COMING)):
        yield Step(stage.ago(ago), partial(_reply, stage, told, "next", code, says))


def _of_mechanism(stage: Stage, told: Told) -> Iterator[Step]:
    """In the private space of Paraguay: minutes that are written and not circulated."""
    begins = _at_nine(stage, MECHANISM)
    yield Step(stage.ago(MECHANISM + 4), partial(_convene, stage, told, "mechanism", begins))
    yield Step(begins, partial(_open, stage, told, "mechanism", {"CDM"}))
    yield Step(begins + HOURS, partial(_write_down, stage, told, "mechanism"))


def _at_nine(stage: Stage, days: int) -> datetime:
    """Nine in the morning, on the clocks of the network's zone, so many days ago."""
    local = stage.ago(days).astimezone(ZoneInfo(ZONE)).replace(hour=9, minute=0, second=0, microsecond=0)
    return local.astimezone(UTC)


def _body(stage: Stage, name: str) -> Body:
    return stage.bodies[SLUG] if name == "mechanism" else network_body()


def _serving(stage: Stage, name: str) -> Actor:
    return stage.focal_point(MEMBER) if name == "mechanism" else stage.secretariat


def _chair(stage: Stage, name: str) -> Actor:
    return stage.focal_point(MEMBER) if name == "mechanism" else stage.actor("", Role.CHAIR)


def _convene(stage: Stage, told: Told, name: str, begins: datetime, at: datetime) -> None:
    actor, languages = _serving(stage, name), ("es",) if name == "mechanism" else LANGUAGES
    plan = Plan(MeetingKind.ORDINARY, None, marked(NAMES[name]), begins, begins + HOURS, ZONE, PLACE, "", languages)
    row = commands.prepare_meeting(actor=actor, body=_body(stage, name), plan=plan, at=at)
    for place, (title, kind, minutes) in enumerate(AGENDA):
        told.items[name, place] = commands.add_item(
            actor=actor, meeting=row, title=title, kind=kind, minutes=minutes, at=at
        )
    if name == "next":
        commands.carry_commitments(actor=actor, meeting=row, at=at)
    words = {"es": "Se convoca a la reunión. Demostración: todo es inventado."}
    commands.convene_meeting(actor=actor, meeting=row, words=words, with_observers=name != "mechanism", at=at)
    told.meetings[name] = row


def _reply(stage: Stage, told: Told, name: str, code: str, says: str, at: datetime) -> None:
    commands.answer_invitation(
        actor=stage.focal_point(code), meeting=told.meetings[name], says=says, represented_by="", note="", at=at
    )


def _open(stage: Stage, told: Told, name: str, absent: set[str], at: datetime) -> None:
    """The meeting is opened and adopts its agenda. Who is not absent is present, with two persons each."""
    row, chair = told.meetings[name], _chair(stage, name)
    commands.open_meeting(actor=chair, meeting=row, at=at)
    commands.adopt_agenda(actor=chair, meeting=row, at=at)
    parties = parties_of_record(_body(stage, name), at.date())
    entries = [
        commands.Entry(party.code, Presence.EXCUSED)
        if party.code in absent
        else commands.Entry(party.code, Presence.PRESENT, persons=2)
        for party in parties
    ]
    commands.enter_attendance(actor=_serving(stage, name), meeting=row, entries=entries, at=at)


def _write_down(stage: Stage, told: Told, name: str, at: datetime) -> None:
    row, actor, item = told.meetings[name], _serving(stage, name), told.items[name, 1]
    commands.close_meeting(actor=_chair(stage, name), meeting=row, at=at)
    for language, markdown in MINUTES.items():
        if language in row.languages:
            commands.save_minutes(
                actor=actor, meeting=row, item=item, language=language, markdown=markdown, base=0, at=at
            )
    texts = {tag: words for tag, words in DECISION.items() if tag in row.languages}
    decision = commands.enter_decision(actor=actor, item=item, texts=texts, at=at)
    if name == "held":
        for code, promise, due in PROMISES:
            day = (stage.now + timedelta(days=due)).date()
            told.promises[code] = commands.make_commitment(
                actor=actor, meeting=row, texts=promise, party=code, decision=decision, due=day, at=at
            )


def _circulate(stage: Stage, told: Told, name: str, until: float, at: datetime) -> None:
    commands.circulate_minutes(
        actor=_serving(stage, name), meeting=told.meetings[name], local=stage.deadline(-until), zone=ZONE, at=at
    )


def _correct(stage: Stage, told: Told, at: datetime) -> None:
    """Uruguay proposes a correction, and it is taken."""
    row = told.meetings["held"]
    correction = commands.propose_correction(
        actor=stage.focal_point("UY"), meeting=row, item=told.items["held", 1], language="es",
        wording="Varias delegaciones pidieron al menos veinte días.", reason="Así se dijo.", at=at,
    )  # fmt: skip
    commands.answer_correction(
        actor=stage.secretariat, correction=correction, verdict=Verdict.PARTLY, answer="Consta en la decisión.", at=at
    )


def _approve(stage: Stage, told: Told, name: str, at: datetime) -> None:
    row = told.meetings[name]
    commands.approve_minutes(actor=_chair(stage, name), meeting=row, way=Way.BY_SILENCE, at=at)
    for part, audience in ((Part.AGENDA, Audience.PUBLIC), (Part.DECISIONS, Audience.PUBLIC)):
        commands.release_part(actor=_serving(stage, name), meeting=row, part=part, audience=audience, at=at)


def _report(stage: Stage, told: Told, code: str, kind: str, words: str, at: datetime) -> None:
    commands.report_commitment(
        actor=stage.focal_point(code), commitment=told.promises[code], kind=kind, words=words, language="es", at=at
    )
