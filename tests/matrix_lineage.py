"""The lineage of trainers in the permission matrix: trainers of a school of Aldea whom nobody else knows, and counts of
them that the school released to its member."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cast import NOW
from matrix_adaptation import SLUG
from tejido.curriculum.models import Edition
from tejido.lineage import commands
from tejido.records.commands import begin_cohort
from tejido.registry.commands import open_office
from tejido.training.models import Course

if TYPE_CHECKING:
    from cast import Cast
    from matrix_world import World
    from tejido.registry.models import Body

SCHOOL = "XA/representative/JUS"
KEPT: dict[str, str] = {}


def fill(world: World, canary: str, released: str) -> None:
    """Names of persons have the canary in them, and what their authorisations rest on."""
    del released
    cast = world.network.cast
    actor, member = cast.actor(SCHOOL), cast.members["XA"]
    space = open_office(actor=actor, member=member, institution=cast.institutions["XA/JUS"], at=NOW)
    edition = Edition.objects.get(text__slug=SLUG, number=1)
    for year in (2025, 2026):
        for number in range(5):
            made = commands.enter_trainer(
                actor=actor, space=space, name=f"{canary} persona {year} {number}", number=f"9{year}{number}", at=NOW
            )
            granted = commands.authorise_trainer(
                actor=actor, trainer=made, edition=edition, ground="document", document=f"{canary} acta",
                since=date(year, 3, 1), at=NOW,
            )  # fmt: skip  # one act, read as one
    KEPT.update(trainer=made.key, authorisation=granted.key, edition=edition.key)
    KEPT["cohort"] = _cohort(cast, space, world.mechanism.told["course"], canary)
    KEPT["release"] = commands.release_trainer_counts(actor=actor, space=space, year=2025, at=NOW).key


def _cohort(cast: Cast, space: Body, course: str, canary: str) -> str:
    return begin_cohort(
        actor=cast.actor(SCHOOL), space=space, course=Course.objects.get(key=course), code="L-1",
        title={"es": f"{canary} grupo"}, method="in_person", province="XA-1", starts=date(2026, 6, 1),
        ends=date(2026, 6, 30), minutes=600, at=NOW,
    ).key  # fmt: skip  # one act, read as one


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    del world
    key = {name: {"key": found} for name, found in KEPT.items()}
    granted = {"edition": KEPT["edition"], "ground": "document", "document": "Acta 2", "since": "2027-01-01"}
    found = {
        "home": ask(),
        "export": ask({"ending": "csv"}),
        "new": ask({}, {"name": "Otra", "number": "4455667"}),
        "trainer": ask(key["trainer"]),
        "authorisations": ask(key["trainer"], granted),
        "authorisation_withdrawals": ask(key["authorisation"], {"reason": "Por error."}),
        "cohort": ask(key["cohort"], {"trainers": [KEPT["trainer"]]}),
        "releases": ask({}, {"year": "2026"}),
        "showings": ask(key["release"], {"audience": "network"}),
        "withdrawals": ask(key["release"]),
    }
    return {f"lineage:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  lineage:home                         404 200 200 200 200 200 200 200 200 200 404
GET  lineage:export                       404 404 404 404 200 404 404 404 404 404 404
GET  lineage:new                          404 404 404 404 200 404 404 404 404 404 404
POST lineage:new                          404 404 404 404 302 404 404 404 404 404 404
GET  lineage:trainer                      404 404 404 404 200 404 404 404 404 404 404
GET  lineage:authorisations               404 404 404 404 200 404 404 404 404 404 404
POST lineage:authorisations               404 404 404 404 302 404 404 404 404 404 404
POST lineage:authorisation_withdrawals    404 404 404 404 302 404 404 404 404 404 404
GET  lineage:cohort                       404 404 404 404 200 404 404 404 404 404 404
POST lineage:cohort                       404 404 404 404 302 404 404 404 404 404 404
POST lineage:releases                     404 404 404 404 302 404 404 404 404 404 404
POST lineage:showings                     404 302 302 302 403 404 404 404 404 404 404
POST lineage:withdrawals                  404 302 302 302 302 404 404 404 404 404 404
"""
