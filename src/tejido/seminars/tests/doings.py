"""A cycle, a seminar and everything that can be done with them, with what does not matter left to a default."""

from typing import Any

import pytest

from cast import NOW, ZONE, Cast
from tejido.curriculum.commands import save_revision
from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.document import Document
from tejido.ledger.refusals import Refused
from tejido.seminars import commands
from tejido.seminars.models import Cycle, Seminar
from tejido.seminars.rules import Outline, Plan

SEC, ALDEA, BRISA = "network/secretariat", "XA/focal_point", "XB/focal_point"


def outline(**changes: Any) -> Outline:
    values: dict[str, Any] = {"number": 1, "title": {"es": "Ciclo de prueba"}, "text": None, "structure": None}
    return Outline(**{**values, **changes})


def plan(cast: Cast, **changes: Any) -> Plan:
    """In Aldea from 3 to 7 May 2027."""
    values: dict[str, Any] = {
        "part": 1,
        "title": {},
        "host": cast.members["XA"],
        "institution": None,
        "place": {"es": "Aldea"},
        "site": {"es": "Sitio de memoria"},
        "since": "2027-05-03",
        "until": "2027-05-07",
        "zone": ZONE,
        "languages": ("es", "pt"),
        "capacity": 20,
    }
    return Plan(**{**values, **changes})


def begin(cast: Cast, who: str = SEC, **changes: Any) -> Cycle:
    return commands.begin_cycle(actor=cast.actor(who), outline=outline(**changes), at=NOW)


def prepare(cast: Cast, cycle: Cycle | None = None, who: str = SEC, **changes: Any) -> Seminar:
    row = cycle or begin(cast)
    return commands.prepare_seminar(actor=cast.actor(who), cycle=row, plan=plan(cast, **changes), at=NOW)


def announce(cast: Cast, seminar: Seminar, who: str = SEC, *, fresh: bool = True) -> Seminar:
    actor = cast.actor(who, fresh=fresh)
    commands.announce_seminar(actor=actor, seminar=seminar, words="Se anuncia.", language="es", at=NOW)
    return again(seminar)


def announced(cast: Cast, cycle: Cycle | None = None, **changes: Any) -> Seminar:
    return announce(cast, prepare(cast, cycle, **changes))


def again(seminar: Seminar) -> Seminar:
    return Seminar.objects.select_related("cycle", "host", "revision__text", "structure__text").get(key=seminar.key)


def refused(act: Any, **given: Any) -> str:
    """The code of the refusal of an act."""
    with pytest.raises(Refused) as problem:
        act(**given)
    return str(problem.value.refusal.code)


def revise(cast: Cast, text: Text) -> Revision:
    """A further revision of a text: its last passage is left out."""
    base = latest_revision(text)
    fewer = Document.of(list(document_of(base))[:-1])
    return save_revision(actor=cast.secretariat, text=text, document=fewer, base=base, reason="", at=NOW)
