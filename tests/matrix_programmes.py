"""National initiatives in the permission matrix: one of Aldea that nobody else knows of, one of which others read some
fields, one that a source tells of; areas and the vocabulary."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.formats.sheet import Sheet, write_csv
from tejido.mechanisms.names import Audience, Grade
from tejido.programmes import commands
from tejido.programmes.commands import Plan
from tejido.programmes.lines import digest_of, shown_of
from tejido.programmes.models import Area, Initiative
from tejido.programmes.names import AreaKind, Field, State, Use

if TYPE_CHECKING:
    from cast import Cast
    from matrix_world import World

ALDEA, SECRETARIAT = "XA/focal_point", "network/secretariat"
KEPT: dict[str, str] = {}


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`. What is shown says something else
    by now, and that is Aldea's own again."""
    cast = world.network.cast
    use = {"use": Use.TYPE, "at": NOW}
    KEPT["term"] = commands.add_term(actor=cast.secretariat, names={"es": "Formación"}, **use).key
    asked = commands.propose_term(actor=cast.actor(ALDEA), names={"es": "Mesa de diálogo"}, **use)
    KEPT["proposed"] = asked.key
    own, shown = (_area(cast, words) for words in (canary, released))
    given_ = {"audience": Audience.PUBLIC, "seen": digest_of(Field.AREA, shown_of(shown)), "at": NOW}
    commands.release_area(actor=cast.actor(ALDEA), area=shown, **given_)
    KEPT["own_area_digest"] = digest_of(Field.AREA, shown_of(own))
    commands.change_area(
        actor=cast.actor(ALDEA), area=shown, kind=AreaKind.MEMORY, name={"es": canary}, institution=None, at=NOW
    )
    KEPT["own_area"], KEPT["shown_area"] = own.key, shown.key
    KEPT["own"] = _entered(cast, own, canary, canary, f"{canary}"[:24]).key
    KEPT["shown"] = _shown(cast, own, canary, released).key
    KEPT["reported"] = commands.enter_initiative(
        actor=cast.secretariat, member=cast.members["XA"], values={Field.TITLE: {"es": "Según la fuente"}},
        grade=Grade.B, source="Un informe", at=NOW,
    ).key  # fmt: skip  # one act, read as one
    sheet = Sheet("", ("code", "title_es"), (("A-9", f"{canary} del archivo"),))
    given = {"member": cast.members["XA"], "name": f"{canary}.csv", "sheets": [sheet], "at": NOW}
    KEPT["delivery"] = commands.hand_in(actor=cast.actor(ALDEA), **given).key
    entered = commands.Change(None, 0, "A-9", {Field.TITLE: {"es": f"{canary} del archivo"}})
    KEPT["plan"] = commands.digest_of_plan([entered])


def _area(cast: Cast, words: str) -> Area:
    return commands.enter_area(
        actor=cast.actor(ALDEA), member=cast.members["XA"], kind=AreaKind.MEMORY, name={"es": f"{words} área"},
        institution=cast.institutions["XA/JUS"], at=NOW,
    )  # fmt: skip  # one act, read as one


def _entered(cast: Cast, area: Area, title: str, words: str, code: str) -> Initiative:
    values = {
        Field.TITLE: {"es": f"{title} iniciativa"},
        Field.SUMMARY: {"es": f"{words} resumen"},
        Field.BUDGET: {"es": f"{words} presupuesto"},
        Field.AREA: area.key,
        Field.PARTNERS: [f"{words} contraparte"],
        Field.LEGAL: {"rank": "law", "title": f"{words} ley"},
        Field.RECOMMENDATIONS: [f"{words} recomendación"],
        Field.TYPE: KEPT["term"],
    }
    row = commands.enter_initiative(
        actor=cast.actor(ALDEA), member=cast.members["XA"], values=values, code=code, at=NOW
    )
    commands.change_status(
        actor=cast.actor(ALDEA), initiative=row, state=State.RUNNING, since="2026", reason={"es": f"{words} motivo"},
        source=f"{words} fuente", at=NOW,
    )  # fmt: skip  # one act, read as one
    return row


def _shown(cast: Cast, area: Area, canary: str, released: str) -> Initiative:
    row = _entered(cast, area, released, canary, f"{canary}-2"[:24])
    plan = Plan({Field.TITLE: Audience.PUBLIC, Field.TYPE: Audience.PUBLIC})
    actor = cast.actor(ALDEA)
    commands.release_fields(actor=actor, initiative=row, plan=plan, seen=2, at=NOW)
    values = {Field.TITLE: {"es": f"{canary} otro título"}}
    return commands.change_initiative(actor=actor, initiative=row, values=values, seen=2, at=NOW)


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    del world
    key = {name: {"key": found} for name, found in KEPT.items()}
    aldea, titled = {"code": "XA"}, {"title_es": "Otra", "seen": "2"}
    area = {"kind": "memory", "name_es": "Otra"}
    table = BytesIO(write_csv(Sheet("", ("code", "title_es"), (("A-1", "Una"),))))
    table.name = "iniciativas.csv"
    source = {"source": "Otro informe", "grade": "B"}
    plan = {
        "seen": "2", "title": "network", "summary": "network", "budget": "own", "area": "own", "partners": "own",
        "legal": "own", "recommendations": "own", "type": "own", "status": "own",
    }  # fmt: skip  # one form
    found = {
        "home": ask(),
        "member": ask(aldea),
        "new": ask(aldea, titled),
        "new#report": ask(aldea, {**titled, **source}),
        "new_area": ask(aldea, area),
        "area": ask(key["own_area"], area),
        "closings": ask(key["own_area"]),
        "area_releases": ask(key["own_area"], {"audience": "network", "seen": KEPT["own_area_digest"]}),
        "area_withdrawals": ask(key["shown_area"]),
        "files": ask({}, {"file": table}),
        "delivery": ask(key["delivery"], {"seen": KEPT["plan"]}),
        "export": ask({"ending": "csv"}),
        "export#xlsx": ask({"ending": "xlsx"}),
        "template": ask({"ending": "xlsx"}),
        "vocabulary": ask({}, {"use": "type", "name_es": "Museo"}),
        "names": ask(key["term"], {"name_es": "Otro nombre"}),
        "retirements": ask(key["term"]),
        "decisions": ask(key["proposed"], {"decision": "in_use"}),
        "initiative": ask(key["own"]),
        "initiative#shown": ask(key["shown"]),
        "initiative#reported": ask(key["reported"]),
        "step": ask({**key["own"], "step": "what"}, titled),
        "step#reported": ask({**key["reported"], "step": "what"}, {**titled, "seen": "1"}),
        "statuses": ask(key["own"], {"state": "ended", "since": "2027"}),
        "strikings": ask(key["own"], {"reason": "Doble."}),
        "revisions": ask(key["own"]),
        "releases": ask(key["own"], plan),
        "preview": ask(key["own"], query=plan),
    }
    return {f"programmes:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  programmes:home                      200 200 200 200 200 200 200 200 200 200 200
GET  programmes:member                    200 200 200 200 200 200 200 200 200 200 200
GET  programmes:new                       403 200 200 200 200 403 200 403 403 403 403
POST programmes:new                       403 302 302 302 302 403 422 403 403 403 403
POST programmes:new#report                403 302 302 302 302 403 302 403 403 403 403
GET  programmes:new_area                  404 200 200 200 403 404 404 404 404 404 404
POST programmes:new_area                  404 302 302 302 403 404 404 404 404 404 404
GET  programmes:area                      404 200 200 200 403 404 404 404 404 404 404
POST programmes:area                      404 302 302 302 403 404 404 404 404 404 404
POST programmes:closings                  404 302 302 302 403 404 404 404 404 404 404
POST programmes:area_releases             404 302 302 302 403 404 404 404 404 404 404
POST programmes:area_withdrawals          404 302 302 302 403 404 404 404 404 404 404
GET  programmes:files                     404 200 200 200 200 200 404 404 404 404 404
POST programmes:files                     404 302 302 302 302 302 404 404 404 404 404
GET  programmes:delivery                  404 200 404 404 404 404 404 404 404 404 404
POST programmes:delivery                  404 302 404 404 404 404 404 404 404 404 404
GET  programmes:export                    200 200 200 200 200 200 200 200 200 200 200
GET  programmes:export#xlsx               200 200 200 200 200 200 200 200 200 200 200
GET  programmes:template                  404 200 200 200 200 200 404 404 404 404 404
GET  programmes:vocabulary                200 200 200 200 200 200 200 200 200 200 200
POST programmes:vocabulary                403 302 302 302 302 302 302 403 403 403 403
GET  programmes:names                     403 403 403 403 403 403 200 403 403 403 403
POST programmes:names                     403 403 403 403 403 403 302 403 403 403 403
POST programmes:retirements               403 403 403 403 403 403 302 403 403 403 403
POST programmes:decisions                 404 403 403 403 403 404 302 404 404 404 404
GET  programmes:initiative                404 200 200 200 200 404 404 404 404 404 404
GET  programmes:initiative#shown          200 200 200 200 200 200 200 200 200 200 200
GET  programmes:initiative#reported       200 200 200 200 200 200 200 200 200 200 200
GET  programmes:step                      404 200 200 200 409 404 404 404 404 404 404
POST programmes:step                      404 302 302 302 409 404 404 404 404 404 404
GET  programmes:step#reported             404 404 404 404 404 404 200 403 403 403 404
POST programmes:step#reported             404 404 404 404 404 404 302 403 403 403 404
GET  programmes:statuses                  404 200 200 200 409 404 404 404 404 404 404
POST programmes:statuses                  404 302 302 302 409 404 404 404 404 404 404
POST programmes:strikings                 404 302 302 302 409 404 404 404 404 404 404
GET  programmes:revisions                 404 200 200 200 200 404 404 404 404 404 404
GET  programmes:releases                  404 200 200 200 403 404 404 404 404 404 404
POST programmes:releases                  404 302 302 302 403 404 404 404 404 404 404
GET  programmes:preview                   404 200 200 200 403 404 404 404 404 404 404
"""
