"""Systems of schools in the permission matrix: Justice of Aldea has one that is switched on, one that is not, and one
without addresses. One browser came from it, that of its own representative."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tejido.formats.lti import write_keys
from tejido.formats.lti.tests import sample
from tejido.lti import commands, proof, queries
from tejido.lti.guests import COOKIE
from tejido.lti.models import Launch, Platform, Score, UsedNonce
from tejido.lti.names import Sending
from tejido.lti.proof import State, digest, form_token, sealed, write_state
from tejido.lti.tests.doings import JUSTICE, choice, claims, describe, opening, school, target
from tejido.records.commands import begin_cohort
from tejido.training.models import Course

if TYPE_CHECKING:
    from django.test import Client

    from cast import Cast
    from matrix_world import World

ORIGIN, SECRET = "https://moodle.academia.example", "c" * 43
KEPT: dict[str, str] = {}
CAME = {"jus"}


def at_browser(world: World, who: str, client: Client) -> None:
    del world
    if who in CAME:
        client.cookies[COOKIE] = SECRET


def fill(world: World, canary: str, released: str) -> None:
    """The school's systems are its own; what is read in them is the adopted text of the network."""
    del released
    cast = world.network.cast
    slug = world.network.texts["adopted"].slug
    KEPT["path"] = f"texts/{slug}/"
    for name in ("on", "off", "bare"):
        row = _begun(cast, f"{canary} Moodle {name}")
        KEPT[name] = row.key
        if name != "bare":
            pasted = json.dumps(write_keys(sample.key_set()))
            describe(cast, row, ORIGIN, name=row.name, keys=pasted, keys_address="")
    platform = Platform.objects.get(key=KEPT["on"])
    commands.open_platform(actor=cast.actor(JUSTICE), platform=platform, at=_at())
    commands.begin_key(at=_at())
    KEPT["registration"] = commands.offer_registration(
        actor=cast.actor(JUSTICE), platform=Platform.objects.get(key=KEPT["bare"]), at=_at()
    )
    for kind, said in (("reading", _claims(platform, "n-read")), ("choosing", _choice(platform, "n-choose"))):
        KEPT[kind] = _came(platform, said).key
    UsedNonce.objects.all().delete()
    _link(world, canary)
    Score.objects.create(
        platform=platform, link="34", person="p", line=f"{ORIGIN}/line", sealed=sealed({"subject": "7"}, "x"), given=1,
        most=1, state=Sending.FAILED, at=_at(), due_at=_at(), problem="no_answer",
    )  # fmt: skip  # one row


def _link(world: World, canary: str) -> None:
    """A cohort, with one course of the system linked."""
    actor, row = world.network.cast.actor(JUSTICE), Platform.objects.get(key=KEPT["on"])
    cohort = begin_cohort(
        actor=actor, space=row.body, course=Course.objects.get(key=world.mechanism.told["course"]), code="LTI-1",
        title={"es": f"{canary} cohorte"}, method="distance", province="", starts=_at().date(), ends=_at().date(),
        minutes=60, at=_at(),
    )  # fmt: skip  # one act
    made = commands.link_course(
        actor=actor, platform=row, context="99", title=f"{canary} curso", cohort=cohort, at=_at()
    )
    KEPT["cohort"], KEPT["link"] = cohort.key, made.key


def _begun(cast: Cast, name: str) -> Platform:
    return commands.begin_platform(actor=cast.actor(JUSTICE), body=school(cast), name=name, at=_at())


def _at() -> Any:
    from matrix_world import AT

    return AT


def _claims(row: Platform, nonce: str) -> dict[str, Any]:
    where = target(row, KEPT["path"])
    return claims(row, {"nonce": nonce}, _at(), **{f"{sample.LTI}target_link_uri": where})


def _choice(row: Platform, nonce: str) -> dict[str, Any]:
    return choice(row, {"nonce": nonce}, _at())


def _state(row: Platform, nonce: str, where: str) -> State:
    return State(row.key, nonce, where, digest(SECRET), _at())


def _came(row: Platform, said: dict[str, Any]) -> Launch:
    from tejido.formats.lti import Expected, read_launch

    where = said[f"{sample.LTI}target_link_uri"]
    expected = Expected(row.issuer, row.client, row.deployments, queries.origins_of(row), said["nonce"], where)
    message = read_launch(sample.signed(said), queries.keys_of(row), expected, _at())
    came = commands.Came(message, _state(row, said["nonce"], where), "http://127.0.0.1:8000")
    made = commands.let_in(platform=row, came=came, at=_at())
    Launch.objects.filter(key=made.key).update(until=_at() + timedelta(hours=1))
    return made


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    del world
    on, off, bare = (Platform.objects.get(key=KEPT[name]) for name in ("on", "off", "bare"))
    where = target(on, KEPT["path"])
    step = opening(on, target_link_uri=where)
    message = {
        "state": write_state(_state(on, "n-new", where)), "id_token": sample.signed(_claims(on, "n-new")),
    }  # fmt: skip  # one form
    described = {
        "name": "Moodle", "issuer": ORIGIN, "client": "other", "deployments": "1", "seen": queries.described(off),
    }  # fmt: skip  # one form
    reading, choosing = {"key": KEPT["reading"]}, {"key": KEPT["choosing"]}
    passing = {"unit": KEPT["path"], "token": form_token(KEPT["reading"], SECRET)}
    chosen = {"target": KEPT["path"], "token": form_token(KEPT["choosing"], SECRET)}
    found = {
        "home": ask({}, {"name": "Otro"}),
        "keys": ask(),
        "platform": ask({"key": on.key}),
        "descriptions": ask({"key": off.key}, described),
        "openings": ask({"key": off.key}),
        "closings": ask({"key": on.key}),
        "retries": ask({"key": on.key}),
        "links": ask({"key": on.key}, {"context": "12", "cohort": KEPT["cohort"]}),
        "link_removals": ask({"key": on.key, "link": KEPT["link"]}),
        "registrations": ask({"key": bare.key}),
        "login": ask({"key": on.key}, step, query=step),
        "cookies": ask({"key": on.key}, query={"step": proof.write_step(step)}),
        "launches": ask({"key": on.key}, message),
        "registering": ask(
            {"key": bare.key, "secret": KEPT["registration"]},
            {"openid_configuration": ""},
            query={"openid_configuration": f"{ORIGIN}/configuration"},
        ),
        "tool": ask({"key": on.key}),
        "outside": ask({"key": on.key, "path": KEPT["path"]}),
        "visit": ask(reading),
        "visit#choosing": ask(choosing),
        "passings": ask(reading, passing),
        "choices": ask(choosing, chosen),
        "picture": ask({**reading, "digest": "0" * 64}),
    }
    return {f"lti:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  lti:home                             404 200 200 200 200 200 200 200 200 200 404
POST lti:home                             404 404 404 404 302 404 404 404 404 404 404
GET  lti:keys                             200 200 200 200 200 200 200 200 200 200 200
GET  lti:platform                         404 404 404 404 200 404 404 404 404 404 404
POST lti:descriptions                     404 404 404 404 302 404 404 404 404 404 404
POST lti:openings                         404 404 404 404 302 404 404 404 404 404 404
POST lti:closings                         404 404 404 404 302 404 404 404 404 404 404
POST lti:retries                          404 404 404 404 302 404 404 404 404 404 404
POST lti:links                            404 404 404 404 302 404 404 404 404 404 404
POST lti:link_removals                    404 404 404 404 302 404 404 404 404 404 404
POST lti:registrations                    404 404 404 404 200 404 404 404 404 404 404
GET  lti:login                            302 302 302 302 302 302 302 302 302 302 302
POST lti:login                            302 302 302 302 302 302 302 302 302 302 302
GET  lti:cookies                          200 200 200 200 302 200 200 200 200 200 200
POST lti:launches                         403 403 403 403 302 403 403 403 403 403 403
GET  lti:registering                      200 200 200 200 200 200 200 200 200 200 200
POST lti:registering                      403 403 403 403 403 403 403 403 403 403 403
GET  lti:tool                             403 403 403 403 403 403 403 403 403 403 403
GET  lti:outside                          403 403 403 403 403 403 403 403 403 403 403
GET  lti:visit                            403 403 403 403 200 403 403 403 403 403 403
GET  lti:visit#choosing                   403 403 403 403 200 403 403 403 403 403 403
POST lti:passings                         403 403 403 403 302 403 403 403 403 403 403
POST lti:choices                          403 403 403 403 200 403 403 403 403 403 403
GET  lti:picture                          403 403 403 403 403 403 403 403 403 403 403
"""
