"""Good practices in the demonstration: one that was read by peers, published and adapted, one with its peers, and one
draft. All of it is invented; no State said or did any of this."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from tejido.mechanisms.names import Audience
from tejido.practices import commands
from tejido.practices.lines import adaptation_words_in, digest_of, facts_in, words_in
from tejido.practices.models import Practice, Remark, Review, Submission, Version
from tejido.practices.names import Field, Grounds, Group, Magnitude, Outcome, Recommendation, Status, Theme
from tejido.registry.models import Seat
from tejido.risk.names import Factor

from .network.events import texts
from .stage import Stage, Step

Told = Mapping[str, Mapping[str, str]]
TABLES: Told = {
    Field.TITLE: texts(
        "Mesas de diálogo entre comisaría y barrio (demostración)",
        "Mesas de diálogo entre delegacia e bairro (demonstração)",
        "Dialogue tables between police station and neighbourhood (demonstration)",
        "Tables de dialogue entre commissariat et quartier (démonstration)"),
    Field.PROBLEM: texts(
        "La policía y las comunidades indígenas de la ciudad no se hablaban; cada incidente empezaba de cero.",
        "A polícia e as comunidades indígenas da cidade não se falavam; cada incidente começava do zero.",
        "Police and the indigenous communities of the city did not talk; every incident began from nothing.",
        "La police et les communautés autochtones de la ville ne se parlaient pas ; tout repartait de zéro."),
    Field.DONE: texts(
        "Una mesa mensual en cada barrio, con las mismas personas durante un año y un acta breve de lo acordado.",
        "Uma mesa mensal em cada bairro, com as mesmas pessoas durante um ano e uma ata breve do acordado.",
        "A monthly table in each neighbourhood, with the same people for a year and short minutes of what was agreed.",
        "Une table mensuelle par quartier, avec les mêmes personnes pendant un an et un bref compte rendu."),
    Field.CONTEXT: texts(
        "Seis barrios de una ciudad mediana.", "Seis bairros de uma cidade média.",
        "Six neighbourhoods of a medium-sized city.", "Six quartiers d’une ville moyenne."),
    Field.EVIDENCE: texts(
        "Las denuncias por trato discriminatorio bajaron en cuatro de los seis barrios; en dos no cambió nada.",
        "As denúncias por tratamento discriminatório caíram em quatro dos seis bairros; em dois nada mudou.",
        "Complaints of discriminatory treatment fell in four of the six neighbourhoods; in two nothing changed.",
        "Les plaintes pour traitement discriminatoire ont baissé dans quatre des six quartiers ; dans deux, rien."),
    Field.COST: texts(
        "Dos horas al mes de seis agentes, y la traducción.", "Duas horas por mês de seis agentes, e a tradução.",
        "Two hours a month of six officers, and interpretation.",
        "Deux heures par mois de six agents, et l’interprétation."),
    Field.CONDITIONS: texts(
        "Una jefatura que mantenga a las mismas personas, y alguien que hable las lenguas de la comunidad.",
        "Uma chefia que mantenha as mesmas pessoas, e alguém que fale as línguas da comunidade.",
        "A command that keeps the same people in place, and somebody who speaks the languages of the community.",
        "Un commandement qui garde les mêmes personnes, et quelqu’un qui parle les langues de la communauté."),
}  # fmt: skip  # a table of phrases
FILES: Told = {
    Field.TITLE: texts(
        "Un archivo que las escuelas pueden visitar (demostración)",
        "Um arquivo que as escolas podem visitar (demonstração)",
        "An archive that schools can visit (demonstration)",
        "Des archives que les écoles peuvent visiter (démonstration)"),
    Field.PROBLEM: {"es": "Quienes enseñan no encontraban documentos que su alumnado pudiera leer."},
    Field.DONE: {"es": "Cien documentos con una guía de dos páginas cada uno, y visitas los jueves."},
    Field.CONDITIONS: {"es": "Un archivo abierto y una persona que reciba a las escuelas."},
}  # fmt: skip  # a table of phrases
BEGUN: Told = {
    Field.TITLE: {"es": "Formación de jueces de paz (demostración, borrador)"},
    Field.PROBLEM: {"es": "Los primeros indicios llegan a juzgados que no saben a quién avisar."},
}
FACTS: Mapping[str, Mapping[str, Any]] = {
    "PY": {
        "magnitude": Magnitude.SMALL, "grounds": Grounds.FIGURES, "groups": [Group.POLICE, Group.INDIGENOUS],
        "themes": [Theme.SECURITY, Theme.DISCRIMINATION], "factors": [Factor.F9, Factor.F3],
    },
    "CL": {
        "magnitude": Magnitude.MEDIUM, "grounds": Grounds.EXPERIENCE, "groups": [Group.TEACHERS, Group.YOUTH],
        "themes": [Theme.MEMORY, Theme.EDUCATION], "factors": [Factor.F2],
    },
}  # fmt: skip  # a table of codes
REMARK = "No queda claro quién convoca la mesa ni qué pasa cuando la comisaría cambia de jefatura."
ANSWER = "Se agregó en las condiciones que la jefatura mantiene a las mismas personas durante un año."


def steps(stage: Stage) -> Iterator[Step]:
    """The acts of this part of the story, by their date."""
    kept: dict[str, Practice] = {}
    yield Step(stage.ago(34), partial(_submit, stage, kept, "PY", TABLES))
    yield Step(stage.ago(33.5), partial(_ask, stage, kept, "PY", ("UY", "BR")))
    yield Step(stage.ago(31), partial(_review, stage, kept))
    yield Step(stage.ago(29), partial(_publish, stage, kept))
    yield Step(stage.ago(12), partial(_adapt, stage, kept))
    yield Step(stage.ago(9), partial(_submit, stage, kept, "CL", FILES))
    yield Step(stage.ago(8), partial(_ask, stage, kept, "CL", ("CR",)))
    yield Step(stage.ago(3), partial(_begin, stage, kept, "AR", BEGUN))


def _begin(stage: Stage, kept: dict[str, Practice], member: str, told: Told, at: datetime) -> None:
    actor = stage.focal_point(member)
    row = commands.begin_practice(actor=actor, member=stage.members[member], at=at, is_demonstration=True)
    for language in dict.fromkeys(tag for words in told.values() for tag in words):
        now = digest_of(words_in(_again(row).draft, language))
        words = {field: said[language] for field, said in told.items() if language in said}
        commands.keep_words(actor=actor, practice=row, language=language, words=words, seen=now, at=at)
    kept[member] = row


def _again(row: Practice) -> Practice:
    return Practice.objects.select_related("member").get(key=row.key)


def _submit(stage: Stage, kept: dict[str, Practice], member: str, told: Told, at: datetime) -> None:
    _begin(stage, kept, member, told, at)
    actor, row = stage.focal_point(member), kept[member]
    seen = digest_of(facts_in(_again(row).draft))
    commands.keep_facts(actor=actor, practice=row, contact=actor.seat, seen=seen, at=at, **FACTS[member])
    commands.submit(actor=actor, practice=row, seen=digest_of(_again(row).draft), at=at)


def _ask(stage: Stage, kept: dict[str, Practice], member: str, peers: tuple[str, ...], at: datetime) -> None:
    submission = Submission.objects.get(practice=kept[member])
    for peer in peers:
        seat = Seat.objects.select_related("institution__member").get(key=stage.focal_point(peer).seat)
        commands.ask_peer(actor=stage.secretariat, submission=submission, seat=seat, at=at)


def _review(stage: Stage, kept: dict[str, Practice], at: datetime) -> None:
    """One peer remarks, the other finds it ready; the member answers."""
    reviews = {row.member.code: row for row in Review.objects.filter(submission__practice=kept["PY"])}
    _give(stage, reviews["UY"], Recommendation.REVISE, "es", "Útil y honesta con lo que no funcionó.", at, REMARK)
    _give(stage, reviews["BR"], Recommendation.PUBLISH, "pt", "Clara; serviria em nossas cidades de fronteira.", at)
    commands.answer_remark(
        actor=stage.focal_point("PY"), remark=Remark.objects.get(review=reviews["UY"]), outcome=Outcome.TAKEN,
        language="es", reason=ANSWER, at=at,
    )  # fmt: skip  # one act, read as one


def _give(stage: Stage, row: Review, advice: str, language: str, summary: str, at: datetime, remark: str = "") -> None:
    commands.give_review(
        actor=stage.focal_point(row.member.code), review=row, recommendation=advice, language=language,
        summary=summary, remarks={Field.DONE: remark}, at=at,
    )  # fmt: skip  # one act, read as one


def _publish(stage: Stage, kept: dict[str, Practice], at: datetime) -> None:
    row = _again(kept["PY"])
    commands.publish_practice(
        actor=stage.focal_point("PY"), practice=row, audience=Audience.PUBLIC, seen=digest_of(row.draft), at=at
    )


def _adapt(stage: Stage, kept: dict[str, Practice], at: datetime) -> None:
    """Argentina adapted it and tells the network."""
    actor, version = stage.focal_point("AR"), Version.objects.get(practice=kept["PY"])
    row = commands.begin_adaptation(actor=actor, version=version, at=at, is_demonstration=True)
    words = {
        "changed": "La mesa se reúne en la escuela y no en la comisaría.",
        "why": "La comunidad no quería entrar en la comisaría.",
        "result": "Tres meses después van más personas; aún es pronto para decir más.",
    }
    commands.keep_adaptation(
        actor=actor, adaptation=row, language="es", words=words, status=Status.UNDER_WAY,
        seen=digest_of(adaptation_words_in(row.draft, "es")), at=at,
    )  # fmt: skip  # one act, read as one
    row.refresh_from_db()
    commands.release_adaptation(
        actor=actor, adaptation=row, audience=Audience.NETWORK, seen=digest_of(row.draft), at=at
    )
