"""The network in the world in the demonstration. The forums of the vocabulary are true ones, of which nothing is told:
what is told is said to have happened in a forum that does not exist. No State and no forum said any of this."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from tejido.deliberation.models import Adoption
from tejido.mechanisms.names import Audience
from tejido.promotion import commands
from tejido.promotion.commands import Contents
from tejido.promotion.models import Forum
from tejido.promotion.names import Basis, Kind, Voice

from .lessons_script import STRUCTURE
from .network.events import texts
from .stage import Stage, Step

FORUMS = (
    ("ONU", texts("Naciones Unidas", "Nações Unidas", "United Nations", "Nations unies"), "https://www.un.org/"),
    ("OEA", texts("Organización de los Estados Americanos", "Organização dos Estados Americanos",
                  "Organization of American States", "Organisation des États américains"), "https://www.oas.org/"),
    ("UA", texts("Unión Africana", "União Africana", "African Union", "Union africaine"), "https://au.int/"),
    ("GAAMAC", texts("Acción Global contra las Atrocidades Masivas (GAAMAC)",
                     "Ação Global contra as Atrocidades Massivas (GAAMAC)",
                     "Global Action Against Mass Atrocity Crimes (GAAMAC)",
                     "Action mondiale contre les atrocités de masse (GAAMAC)"), "https://www.gaamac.org/"),
    ("R2P", texts("Red Global de Puntos Focales de R2P", "Rede Global de Pontos Focais de R2P",
                  "Global Network of R2P Focal Points", "Réseau mondial des points focaux R2P"), ""),
)  # fmt: skip  # a table of forums
INVENTED, CODE = "Demostración: nada de esto ocurrió.", "INVENTADO"
NOWHERE = texts("Foro inventado de prevención (demostración)", "Foro inventado de prevenção (demonstração)",
                "Invented forum on prevention (demonstration)",
                "Forum inventé de prévention (démonstration)")  # fmt: skip
STATEMENT = texts("La red presenta su seminario adoptado (demostración)",
                  "A rede apresenta seu seminário adotado (demonstração)",
                  "The network presents its adopted seminar (demonstration)",
                  "Le réseau présente son séminaire adopté (démonstration)")  # fmt: skip
MENTION = texts("Un informe inventado cita a la red (demostración)",
                "Um relatório inventado cita a rede (demonstração)",
                "An invented report cites the network (demonstration)",
                "Un rapport inventé cite le réseau (démonstration)")  # fmt: skip
OWN = texts("Un miembro cuenta su participación en la red (demostración)",
            "Um membro conta sua participação na rede (demonstração)",
            "A member tells of its part in the network (demonstration)",
            "Un membre raconte sa participation au réseau (démonstration)")  # fmt: skip


def steps(stage: Stage) -> Iterator[Step]:
    """The vocabulary, then one entry of each voice: by others, in the network's name, in a member's own name."""
    yield Step(stage.ago(60), partial(_forums, stage))
    yield Step(stage.ago(25), partial(_mention, stage))
    yield Step(stage.ago(9), partial(_statement, stage))
    yield Step(stage.ago(6), partial(_own, stage))


def _forums(stage: Stage, at: datetime) -> None:
    for code, name, address in FORUMS:
        commands.enter_forum(actor=stage.secretariat, code=code, name=dict(name), address=address, at=at)
    commands.enter_forum(actor=stage.secretariat, code=CODE, name=dict(NOWHERE), at=at, is_demonstration=True)


def _contents(at: datetime, **values: Any) -> Contents:
    given: dict[str, Any] = {
        "forum": Forum.objects.get(code=CODE), "since": at.date().isoformat(), "source": INVENTED,
        "languages": ["es", "pt"], "says": dict(texts(INVENTED, "Demonstração: nada disto aconteceu.",
                                                 "Demonstration: none of this happened.",
                                                 "Démonstration : rien de cela n’a eu lieu.")),
    }  # fmt: skip  # one row of a table, read as one
    return Contents(**{**given, **values})


def _mention(stage: Stage, at: datetime) -> None:
    said = _contents(at, kind=Kind.MENTION, voice=Voice.OTHERS, title=dict(MENTION), session="2")
    entry = commands.make_entry(actor=stage.secretariat, contents=said, at=at, is_demonstration=True)
    commands.add_quote(
        actor=stage.secretariat, entry=entry, at=at, language="es", source=INVENTED,
        words="«La red inventada acuerda sus textos sin votar.» (cita inventada)",
    )  # fmt: skip  # one act, read as one


def _statement(stage: Stage, at: datetime) -> None:
    adoption = Adoption.objects.select_related("edition__text").get(edition__text=stage.texts[STRUCTURE])
    said = _contents(
        at, kind=Kind.STATEMENT, voice=Voice.NETWORK, title=dict(STATEMENT), basis=Basis.SILENCE, adoption=adoption,
        session="3", spoke="Secretaría Técnica",
    )  # fmt: skip  # one row of a table, read as one
    entry = commands.make_entry(actor=stage.secretariat, contents=said, at=at, is_demonstration=True)
    commands.show_entry(actor=stage.secretariat, entry=entry, audience=Audience.PUBLIC, at=at)


def _own(stage: Stage, at: datetime) -> None:
    member, actor = stage.members["PY"], stage.focal_point("PY")
    said = _contents(at, kind=Kind.STATEMENT, voice=Voice.MEMBER, title=dict(OWN), speaker=member, spoke="Punto focal")
    entry = commands.make_entry(actor=actor, contents=said, member=member, at=at, is_demonstration=True)
    commands.show_entry(actor=actor, entry=entry, audience=Audience.NETWORK, at=at)
