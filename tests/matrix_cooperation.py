"""South-South desk in the permission matrix: what Aldea keeps to itself, what it shows, and a project with Cumbre of
which Brisa and the secretariat know nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.cooperation import commands
from tejido.cooperation.models import Posting, Project
from tejido.cooperation.names import Heard, Reach, Side, Worth
from tejido.cooperation.queries import project_for
from tejido.cooperation.rules.values import PostingData, TermsData, posting_digest

if TYPE_CHECKING:
    from cast import Cast
    from matrix_world import World

ALDEA, CUMBRE = "XA/focal_point", "XC/validating_authority"
KEPT: dict[str, str] = {}


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    cast = world.network.cast
    KEPT["draft"] = _posting(cast, canary, Side.REQUEST).key
    chosen = _posting(cast, canary, Side.OFFER)
    seen = posting_digest(chosen)
    commands.show_posting(
        actor=cast.actor(ALDEA), posting=chosen, reach=Reach.CHOSEN, members=["XC"], seen=seen, at=NOW
    )
    KEPT["chosen"] = chosen.key
    shown = _posting(cast, released, Side.OFFER)
    commands.show_posting(
        actor=cast.actor(ALDEA), posting=shown, reach=Reach.NETWORK, seen=posting_digest(shown), at=NOW
    )
    KEPT["shown"] = shown.key
    KEPT["proposed"] = _project(cast, canary).key
    KEPT["agreed"] = _agreed(cast, canary).key
    KEPT["written"] = _written(cast, canary).key
    done = _completed(cast, canary)
    commands.evaluate_project(
        actor=cast.actor(ALDEA), project=done, worth=Worth.PARTLY, says={"es": canary}, heard=Heard.OWN, at=NOW
    )
    KEPT["done"] = done.key
    KEPT["told"] = _told(cast, canary, released).key


def _posting(cast: Cast, said: str, side: str) -> Posting:
    data = PostingData(
        "expert", {"es": f"{said} título"}, {"es": f"{said} pedido"}, {"es": f"{said} tema"}, {"es": f"{said} pago"},
        tasks=("training",), languages=("es",),
    )  # fmt: skip  # one row of a table, read as one
    return commands.write_posting(actor=cast.actor(ALDEA), side=side, data=data, at=NOW)


def _project(cast: Cast, said: str, title: str = "") -> Project:
    terms = TermsData({"es": f"{title or said} proyecto"}, {"es": f"{said} términos"}, {"es": f"{said} pagos"})
    row = commands.propose_project(actor=cast.actor(ALDEA), partners=["XC"], data=terms, at=NOW)
    commands.talk(actor=cast.actor(ALDEA), project=row, language="es", words=f"{said} palabra", at=NOW)
    return row


def _agreed(cast: Cast, said: str, title: str = "") -> Project:
    row = _project(cast, said, title)
    for who in (ALDEA, CUMBRE):
        commands.accept_terms(actor=cast.actor(who), project=row, seen=_terms(cast, row.key), at=NOW)
    commands.plan_step(
        actor=cast.actor(ALDEA), project=row, what=f"{said} paso", language="es", whose="XA", by=None, at=NOW
    )
    return row


def _written(cast: Cast, said: str, title: str = "") -> Project:
    row = _agreed(cast, said, title)
    commands.write_result(actor=cast.actor(ALDEA), project=row, says={"es": f"{title or said} fin"}, seen="", at=NOW)
    return row


def _completed(cast: Cast, said: str, title: str = "") -> Project:
    row = _written(cast, said, title)
    for who in (ALDEA, CUMBRE):
        commands.confirm_result(actor=cast.actor(who), project=row, seen=_result(cast, row.key), at=NOW)
    return row


def _told(cast: Cast, said: str, title: str) -> Project:
    """A project of which the network reads what Aldea and Cumbre show, and nothing else."""
    row = _completed(cast, said, title)
    for who in (ALDEA, CUMBRE):
        commands.show_result(actor=cast.actor(who), project=row, seen=_result(cast, row.key), at=NOW)
    return row


def _terms(cast: Cast, key: str) -> str:
    return project_for(cast.actor(ALDEA), key).latest.digest


def _result(cast: Cast, key: str) -> str:
    found = project_for(cast.actor(ALDEA), key).result
    return found.digest if found else ""


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    cast = world.network.cast
    key = {name: {"key": found} for name, found in KEPT.items()}
    step = _step(cast)
    terms = {"title_es": "Otro título", "says_es": "Otras cosas"}
    draft = Posting.objects.get(key=KEPT["draft"])
    posting = {"kind": "visit", "title_es": "Visita"}
    found = {
        "home": ask(),
        "wishes": ask({}, {"is_wished": "on"}),
        "new": ask({"side": "offer"}, posting),
        "posting": ask(key["draft"]),
        "posting#chosen": ask(key["chosen"]),
        "posting#shown": ask(key["shown"]),
        "words": ask(key["draft"], {**posting, "seen": posting_digest(draft)}),
        "showings": ask(key["draft"], {"reach": "network", "seen": posting_digest(draft)}),
        "withdrawals": ask(key["chosen"]),
        "closings": ask(key["draft"], {"reason": "Ya no."}),
        "new_project": ask({}, {**terms, "partners": ["XC"]}),
        "project": ask(key["proposed"]),
        "project#agreed": ask(key["written"]),
        "project#told": ask(key["told"]),
        "terms": ask(key["proposed"], {**terms, "seen": _terms(cast, KEPT["proposed"])}),
        "acceptances": ask(key["proposed"], {"seen": _terms(cast, KEPT["proposed"])}),
        "talks": ask(key["proposed"], {"words": "¿Cuándo?", "language": "es"}),
        "steps": ask(key["agreed"], {"what": "Viaje", "whose": "XC", "language": "es"}),
        "step_closings": ask({**key["agreed"], "step": step}, {"how": "done"}),
        "meetings": ask(key["agreed"], {"meeting": world.network.meetings.meetings["convened"].key}),
        "endings": ask(key["agreed"], {"reason": "No alcanza."}),
        "results": ask(key["agreed"], {"says_es": "Se hizo."}),
        "confirmations": ask(key["written"], {"seen": _result(cast, KEPT["written"])}),
        "releases": ask(key["done"], {"seen": _result(cast, KEPT["done"])}),
        "release_withdrawals": ask(key["told"]),
        "practices": ask(key["done"]),
        "evaluations": ask(key["done"], {"worth": "fully", "heard": "own", "says_es": "Sí."}),
    }
    return {f"cooperation:{name}": sent for name, sent in found.items()}


def _step(cast: Cast) -> str:
    return project_for(cast.actor(ALDEA), KEPT["agreed"]).steps[0].key


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  cooperation:home                     404 200 200 200 200 200 200 200 200 200 404
POST cooperation:wishes                   404 302 302 302 302 302 404 404 404 404 404
GET  cooperation:new                      404 200 200 200 200 200 404 404 404 404 404
POST cooperation:new                      404 302 302 302 403 302 404 404 404 404 404
GET  cooperation:posting                  404 200 200 200 200 404 404 404 404 404 404
GET  cooperation:posting#chosen           404 200 200 200 200 404 404 404 404 404 404
GET  cooperation:posting#shown            404 200 200 200 200 200 200 200 200 200 404
GET  cooperation:words                    404 200 200 200 200 404 404 404 404 404 404
POST cooperation:words                    404 302 302 302 403 404 404 404 404 404 404
POST cooperation:showings                 404 302 302 302 403 404 404 404 404 404 404
POST cooperation:withdrawals              404 302 302 302 403 404 404 404 404 404 404
POST cooperation:closings                 404 302 302 302 403 404 404 404 404 404 404
GET  cooperation:new_project              404 200 200 200 200 200 404 404 404 404 404
POST cooperation:new_project              404 302 302 302 403 302 404 404 404 404 404
GET  cooperation:project                  404 200 200 200 200 404 404 404 404 404 404
GET  cooperation:project#agreed           404 200 200 200 200 404 404 404 404 404 404
GET  cooperation:project#told             404 200 200 200 200 200 200 200 200 200 404
GET  cooperation:terms                    404 200 200 200 200 404 404 404 404 404 404
POST cooperation:terms                    404 302 302 302 403 404 404 404 404 404 404
POST cooperation:acceptances              404 302 302 302 403 404 404 404 404 404 404
POST cooperation:talks                    404 302 302 302 403 404 404 404 404 404 404
POST cooperation:steps                    404 302 302 302 403 404 404 404 404 404 404
POST cooperation:step_closings            404 302 302 302 403 404 404 404 404 404 404
POST cooperation:meetings                 404 302 302 302 403 404 404 404 404 404 404
POST cooperation:endings                  404 302 302 302 403 404 404 404 404 404 404
POST cooperation:results                  404 302 302 302 403 404 404 404 404 404 404
POST cooperation:confirmations            404 302 302 302 403 404 404 404 404 404 404
POST cooperation:releases                 404 302 302 302 403 404 404 404 404 404 404
POST cooperation:release_withdrawals      404 302 302 302 403 404 404 404 404 404 404
POST cooperation:practices                404 302 302 302 403 404 404 404 404 404 404
POST cooperation:evaluations              404 302 302 302 403 404 404 404 404 404 404
"""
