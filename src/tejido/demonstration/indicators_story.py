"""Milestones and indicators in the demonstration: what Paraguay measures, with a period that nobody reported; a scale
that Uruguay shows to everybody; and a question of the network that some have answered. All of it is invented; no State
said or did any of this."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from tejido.engine.measure import Frequency as Often
from tejido.engine.measure import Number, Period, Share, ended, periods
from tejido.engine.measure import Step as ScaleStep
from tejido.engine.measure import Value as Measured
from tejido.indicators import commands
from tejido.indicators.lines import definition_digest
from tejido.indicators.models import Indicator, Value
from tejido.indicators.names import Audience, Counting, Divide, Frequency, Kind
from tejido.programmes.models import Initiative
from tejido.registry.names import Role

from .network.events import texts
from .stage import Stage, Step

BEGUN = 38  # days ago
SOURCE = "Registro de la academia (demostración)"
OF_CHANNELS, OF_TRAINING = "Registro del Mecanismo (demostración)", "Registro de la formación (demostración)"
SEX: Mapping[str, Any] = {
    "code": Divide.SEX.value, "categories": [{"code": "women", "name": {}}, {"code": "men", "name": {}}],
    "exhaustive": True,
}  # fmt: skip  # one row of a table, read as one
PERSONS = texts("personas", "pessoas", "persons", "personnes")
DEFINED: Mapping[str, Mapping[str, Any]] = {
    "officers": {
        "member": "PY", "initiative": "PY-01", "kind": Kind.NUMBER, "frequency": Frequency.QUARTER,
        "counting": Counting.EACH, "unit": PERSONS, "dimensions": [SEX], "baseline": {"number": "40"},
        "target": {"number": "150"}, "source": SOURCE,
        "name": texts(
            "Agentes que terminaron el módulo (demostración)", "Agentes que concluíram o módulo (demonstração)",
            "Officers who finished the module (demonstration)", "Agents ayant achevé le module (démonstration)",
        ),
    },
    "channels": {
        "member": "PY", "initiative": "PY-02", "kind": Kind.SHARE, "frequency": Frequency.HALF,
        "counting": Counting.EACH, "target": {"part": "60", "whole": "100"},
        "source": OF_CHANNELS,
        "name": texts(
            "Municipios con canal de alerta (demostración)", "Municípios com canal de alerta (demonstração)",
            "Municipalities with an alert channel (demonstration)",
            "Communes dotées d’un canal d’alerte (démonstration)",
        ),
    },
    "equality": {
        "member": "UY", "initiative": "UY-01", "kind": Kind.SCALE, "frequency": Frequency.YEAR,
        "counting": Counting.EACH, "target": {"step": 4},
        "steps": [
            texts("Sin comenzar", "Não iniciado", "Not begun", "Pas commencé"),
            texts("Comenzado", "Iniciado", "Begun", "Commencé"),
            texts("En parte", "Em parte", "In part", "En partie"),
            texts("Cumplido", "Cumprido", "Fulfilled", "Accompli"),
        ],
        "name": texts(
            "Cumplimiento del plan de igualdad (demostración)", "Cumprimento do plano de igualdade (demonstração)",
            "Fulfilment of the equality plan (demonstration)", "Exécution du plan d’égalité (démonstration)",
        ),
    },
    "trained": {
        "member": "", "kind": Kind.NUMBER, "frequency": Frequency.YEAR, "counting": Counting.EACH, "unit": PERSONS,
        "dimensions": [SEX],
        "name": texts(
            "Personas funcionarias formadas en el año (demostración)",
            "Agentes públicos formados no ano (demonstração)", "Officials trained in the year (demonstration)",
            "Agents publics formés dans l’année (démonstration)",
        ),
        "says": texts(
            "Quienes terminaron un curso obligatorio de prevención.",
            "Quem concluiu um curso obrigatório de prevenção.",
            "Those who finished a mandatory course on prevention.", "Qui a achevé un cours obligatoire de prévention.",
        ),
    },
}  # fmt: skip  # a table of indicators
OFFICERS = (38, 52, None, 96, 121)  # the last ended quarters; nobody reported the third
CHANNELS = (None, (4, 22), (9, 22))
EQUALITY = (2, 3)
TRAINED: Mapping[str, int] = {"AR": 310, "BR": 540, "UY": 120, "PY": 217}
RELEASED = ("AR", "BR", "UY")
COUNTS = {"officers": len(OFFICERS), "channels": len(CHANNELS), "equality": len(EQUALITY), "trained": 1}


def steps(stage: Stage) -> Iterator[Step]:
    """Definitions first, then the values of the periods that are over, and what is shown of them."""
    made: dict[str, Indicator] = {}
    for place, name in enumerate(DEFINED):
        yield Step(stage.ago(BEGUN, place), partial(_define, stage, made, name))
    yield Step(stage.ago(BEGUN - 1), partial(_report_officers, stage, made))
    yield Step(stage.ago(BEGUN - 2), partial(_report_others, stage, made))
    for place, member in enumerate(TRAINED):
        yield Step(stage.ago(BEGUN - 3, place), partial(_answer, stage, made, member))
    yield Step(stage.ago(BEGUN - 4), partial(_set_milestones, stage))


def _define(stage: Stage, made: dict[str, Indicator], name: str, at: datetime) -> None:
    values = dict(DEFINED[name])
    member, code = values.pop("member"), values.pop("initiative", "")
    initiative = Initiative.objects.select_related("member").get(code=code) if code else None
    made[name] = commands.define_indicator(
        actor=stage.focal_point(member) if member else stage.secretariat, member=stage.members.get(member), at=at,
        since=_first_day(values["frequency"], COUNTS[name], at), initiative=initiative, is_demonstration=True, **values,
    )  # fmt: skip  # one act, read as one


def _first_day(frequency: str, count: int, at: datetime) -> date:
    """The first day of so many periods that were over then."""
    return ended(periods(Often(frequency), date(at.year - 4, 1, 1), at.date()), at.date())[-count].first


def _over(row: Indicator, at: datetime, count: int) -> Sequence[Period]:
    """The last periods that were over then, the oldest first."""
    return ended(periods(Often(row.frequency), row.since, at.date()), at.date())[-count:]


def _report(
    stage: Stage, row: Indicator, member: str, period: Period, value: Measured, at: datetime, **more: Any
) -> Value:
    given = {"source": SOURCE, **more}
    return commands.report_value(
        actor=stage.focal_point(member), indicator=row, period=period.code, value=value, at=at, **given
    )


def _release(stage: Stage, value: Value, audience: Audience, at: datetime) -> None:
    actor = stage.focal_point(value.member.code)
    seen = definition_digest(value.indicator)
    commands.release_value(actor=actor, value=value, audience=audience, seen=seen, at=at)


def _of(amount: int) -> Number:
    return Number(Decimal(amount))


def _by_sex(amount: int) -> Mapping[str, Measured]:
    women = amount * 2 // 5
    return {"sex:women": _of(women), "sex:men": _of(amount - women)}


def _report_officers(stage: Stage, made: dict[str, Indicator], at: datetime) -> None:
    """Quarter by quarter with a gap; the first is corrected, and the last one shown to the network."""
    row = made["officers"]
    told = [
        _report(stage, row, "PY", period, _of(amount), at, parts=_by_sex(amount))
        for period, amount in zip(_over(row, at, len(OFFICERS)), OFFICERS, strict=True)
        if amount is not None
    ]
    first, last = told[0], told[-1]
    commands.report_value(
        actor=stage.focal_point("PY"), indicator=row, period=first.period, value=_of(41), source=SOURCE,
        because="Se contaron dos listas más (demostración)", seen=first.key, at=at,
    )  # fmt: skip  # one act, read as one
    _release(stage, last, Audience.NETWORK, at)


def _report_others(stage: Stage, made: dict[str, Indicator], at: datetime) -> None:
    row = made["channels"]
    for period, counted in zip(_over(row, at, len(CHANNELS)), CHANNELS, strict=True):
        if counted is not None:
            _report(stage, row, "PY", period, Share(Decimal(counted[0]), Decimal(counted[1])), at, source=OF_CHANNELS)
    row = made["equality"]
    for period, place in zip(_over(row, at, len(EQUALITY)), EQUALITY, strict=True):
        value = _report(stage, row, "UY", period, ScaleStep(place), at, source="Informe anual (demostración)")
        _release(stage, value, Audience.PUBLIC, at)


def _answer(stage: Stage, made: dict[str, Indicator], member: str, at: datetime) -> None:
    """What the network asks: some show what they report, one keeps it to itself, the others have said nothing."""
    row, amount = made["trained"], TRAINED[member]
    (period,) = _over(row, at, 1)
    value = _report(stage, row, member, period, _of(amount), at, parts=_by_sex(amount), source=OF_TRAINING)
    if member in RELEASED:
        _release(stage, value, Audience.NETWORK, at)


def _set_milestones(stage: Stage, at: datetime) -> None:
    """One is reached, one comes within the fortnight."""
    actor = stage.actor("PY", Role.FOCAL_POINT)
    initiative = Initiative.objects.select_related("member").get(code="PY-01")
    reached, _coming = (
        commands.set_milestone(
            actor=actor, initiative=initiative, what={"es": words}, by=at.date() + timedelta(days=days), at=at,
            is_demonstration=True,
        )
        for words, days in (
            ("Programa del módulo aprobado (demostración)", -20),
            ("Primera evaluación del módulo (demostración)", BEGUN + 5),
        )
    )  # fmt: skip  # a table of acts
    on, evidence = at.date() - timedelta(days=25), "Resolución de la academia (demostración)"
    commands.reach_milestone(actor=actor, milestone=reached, on=on, evidence=evidence, at=at)
