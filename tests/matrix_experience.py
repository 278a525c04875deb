"""The endpoint for learning records in the permission matrix: the resources carry a key of their own and know no seat;
the page is that of the school of Aldea's ministry JUS."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.experience import commands
from tejido.experience.tests.doings import System, key, statement
from tejido.records.commands import begin_cohort
from tejido.training.models import Course

if TYPE_CHECKING:
    from matrix_world import World

JUS = "XA/representative/JUS"
KEPT: dict[str, str] = {}


def fill(world: World, canary: str, released: str) -> None:
    """Nothing of it is ever shown to others: names of systems and cohorts, activities, and all that came."""
    del released
    cast = world.network.cast
    made = key(cast, name=f"{canary} aula"[:60])
    told = statement(
        actor={"name": canary, "account": {"homePage": f"https://{canary}.example.org", "name": canary}},
        verb={"id": f"https://example.org/{canary}"},
        object={"id": f"https://example.org/{canary}/curso"},
    )
    assert System(made).post(told).status_code == 200
    assert System(made).post({"wrong": canary}).status_code == 400
    store, course = made.credential.store, Course.objects.get(key=world.mechanism.told["course"])
    cohort = begin_cohort(
        actor=cast.actor(JUS), space=store.body, course=course, code=f"{canary}"[:40], title={"es": canary},
        method="distance", province="", starts=date(2027, 1, 1), ends=date(2027, 6, 1), minutes=600, at=NOW,
    )  # fmt: skip  # one act, read as one
    link = commands.link_activity(
        actor=cast.actor(JUS), store=store, cohort=cohort, activity=f"https://example.org/{canary}/curso",
        home=f"https://{canary}.example.org", paper="national", at=NOW,
    )  # fmt: skip  # one act, read as one
    KEPT.update(credential=made.credential.key, cohort=cohort.key, link=link.key)


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    del world
    named = {"name": "Otra", "scopes": ["state"], "limit": "60"}
    link = {
        "cohort": KEPT["cohort"], "activity": "https://example.org/otra", "home": "https://example.org",
        "paper": "national",
    }  # fmt: skip  # one form
    found = {
        "about": ask(),
        "statements": ask({}, {"x": "y"}),
        "activities": ask(query={"activityId": "https://example.org/a"}),
        "agents": ask(),
        "state": ask({}, {"x": "y"}),
        "activity_profile": ask({}, {"x": "y"}),
        "agent_profile": ask({}, {"x": "y"}),
        "home": ask(),
        "made_keys": ask({}, named),
        "revocations": ask({"key": KEPT["credential"]}),
        "settings": ask({}, {"months": "12", "origins": "https://aula.example.org"}),
        "links": ask({}, link),
        "endings": ask({"key": KEPT["link"]}),
    }
    return {f"experience:{name}": each for name, each in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  experience:about                     200 200 200 200 200 200 200 200 200 200 200
GET  experience:statements                401 401 401 401 401 401 401 401 401 401 401
POST experience:statements                401 401 401 401 401 401 401 401 401 401 401
GET  experience:activities                401 401 401 401 401 401 401 401 401 401 401
GET  experience:agents                    401 401 401 401 401 401 401 401 401 401 401
GET  experience:state                     401 401 401 401 401 401 401 401 401 401 401
POST experience:state                     401 401 401 401 401 401 401 401 401 401 401
GET  experience:activity_profile          401 401 401 401 401 401 401 401 401 401 401
POST experience:activity_profile          401 401 401 401 401 401 401 401 401 401 401
GET  experience:agent_profile             401 401 401 401 401 401 401 401 401 401 401
POST experience:agent_profile             401 401 401 401 401 401 401 401 401 401 401
GET  experience:home                      404 200 200 200 200 200 404 404 404 404 404
POST experience:made_keys                 404 404 404 404 200 404 404 404 404 404 404
POST experience:revocations               404 404 404 404 302 404 404 404 404 404 404
POST experience:settings                  404 404 404 404 302 404 404 404 404 404 404
POST experience:links                     404 404 404 404 302 404 404 404 404 404 404
POST experience:endings                   404 404 404 404 302 404 404 404 404 404 404
"""
