"""Report once in the permission matrix. All of it is Aldea's own: nobody else reads a word of it, nor learns that it is
there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW, SECTION_A, seen
from tejido.formats.sheet import Sheet, read, write_csv
from tejido.indicators.models import Indicator
from tejido.mechanisms.commands.writing import File
from tejido.programmes import commands as programmes
from tejido.reporting import commands
from tejido.reporting.commands.writing import FACTS
from tejido.reporting.models import InitiativeLink, Intake, Recommendation, Selection, Telling, Template
from tejido.reporting.queries.intakes import plan_of
from tejido.reporting.queries.standing import assessment_digest, charges_digest
from tejido.reporting.queries.tables import Wish, build, chosen_for
from tejido.reporting.terms import BUILT_IN

if TYPE_CHECKING:
    from matrix_world import World

REVIEW = BUILT_IN["review"]


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; it shows nothing."""
    del released
    cast = world.cast
    actor, member = cast.actor("XA/focal_point"), cast.members["XA"]
    own = {"actor": actor, "member": member, "at": NOW}
    work = programmes.enter_initiative(**own, values={"title": {"es": f"{canary} iniciativa"}})
    for number in ("1", "2"):
        row = commands.enter_recommendation(
            **own, mechanism="upr", symbol=f"{canary}/{number}", texts={"es": f"{canary} texto"},
            cluster=f"{canary} eje", themes=[f"{canary} tema"], states=[f"{canary} país"],
        )  # fmt: skip  # one act, read as one
    commands.assess_recommendation(
        actor=actor, recommendation=row, status="under_way", cluster="", assessment={"es": f"{canary} palabras"},
        seen=assessment_digest(row), at=NOW,
    )  # fmt: skip  # one act, read as one
    charge = {cast.institutions["XA/JUS"].key: "principal"}
    commands.set_charges(actor=actor, recommendation=row, charges=charge, seen=charges_digest(row), at=NOW)
    commands.link_initiatives(actor=actor, recommendations=[row], initiatives=[work.key], at=NOW, note=f"{canary} nota")
    commands.link_section(actor=actor, recommendation=row, text=world.network.texts["open"], passage=SECTION_A, at=NOW)
    for number in ("3", "4"):
        _handed_in(world, canary, number)
    table = {"rows": "recommendation", "columns": [{"field": "text", "headings": {"es": f"{canary} columna"}}]}
    template, _free = (commands.save_template(**own, name=f"{canary} {name}", **table) for name in ("tabla", "libre"))
    # One alone is told, so that nothing hangs on the others.
    given = {"destination": "upr", "languages": ["es"], "wanted": {"scope": "filtered", "status": "under_way"}}
    commands.save_selection(**own, name=f"{canary} otro", template=template.key, **given)
    selection = commands.save_selection(**own, name=f"{canary} informe", template="review", **given)
    file = File(f"{canary}.csv", "text/csv", canary.encode())
    commands.tell(
        actor=actor, selection=selection, table=REVIEW, language="es", format="csv", file=file,
        seen=_seen(world, selection), told_on=NOW.date(), today=NOW.date(), at=NOW, recipient=f"{canary} oficina",
    )  # fmt: skip  # one act, read as one


def _handed_in(world: World, canary: str, number: str) -> None:
    """A file that was taken, or, the last one, that waits."""
    raw = write_csv(Sheet("", ("Símbolo", "Recomendación"), ((f"{canary}/{number}", f"{canary} fila {number}"),)))
    actor = world.cast.actor("XA/focal_point")
    row = commands.hand_in(
        actor=actor, member=world.cast.members["XA"], name=f"{canary}.csv", raw=raw, sheets=read(raw), language="es",
        mechanism="upr", at=NOW,
    )  # fmt: skip  # one act, read as one
    if number == "3":
        commands.confirm(actor=actor, intake=row, seen=plan_of(row).digest, at=NOW)


def _seen(world: World, selection: Selection) -> str:
    actor = world.cast.actor("XA/focal_point")
    return build(actor, Wish(REVIEW.rows, REVIEW.columns, "es"), chosen_for(actor, selection).of(REVIEW.rows)).digest


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    first, second = (Recommendation.objects.get(symbol__endswith=f"/{number}") for number in ("1", "2"))
    bare, worked = {"key": first.key}, {"key": second.key}
    waits = Intake.objects.get(confirmed_at=None)
    done = {"key": Intake.objects.exclude(confirmed_at=None).get().key}
    selection = Selection.objects.get(template="review")
    assess = {"status": "done", "words": "Hecho.", "language": "es", "seen": assessment_digest(second)}
    charge = {"principal": [world.cast.institutions["XA/DEF"].key], "seen": charges_digest(second)}
    report, template = {"key": selection.key}, Template.objects.get(name__endswith="libre")
    link = InitiativeLink.objects.get(recommendation=second)
    work = link.initiative
    text = world.network.texts["open"]
    file = write_csv(Sheet("", ("Símbolo", "Recomendación"), (("A/9", "Otra."),)))
    how = {"mechanism": "upr", "language": "es", "days": "dmy"}
    saved = {"name": "Nuevo", "destination": "simore", "languages": ["es"], "template": "simore", "scope": "all"}
    changed = {"mechanism": "upr", "symbol": "A/7", "text_es": "Formar.", "position": "noted"}
    changed["seen"] = seen(second, *FACTS)
    found = {
        "home": ask(), "gaps": ask(), "model": ask(), "tellings": ask(), "templates": ask(), "selections": ask(),
        "entering": ask({}, {"mechanism": "upr", "symbol": "A/8", "text_es": "Formar.", "position": "unstated"}),
        "recommendation": ask(worked),
        "changing": ask(worked, changed),
        "assessments": ask(worked, assess),
        "charges": ask(worked, charge),
        "removals": ask(bare),
        "initiatives": ask(bare, {"initiatives": [work.key]}),
        "values": ask(bare, {"evidence": f"{_indicator(world)}/"}),
        "sections": ask(bare, {"section": f"{text.key}/{SECTION_A}"}),
        "link_removals": ask({"key": link.key, "kind": "initiative"}),
        "initiative": ask({"key": work.key}),
        "imports": ask({}, {**how, "file": _named("otra.csv", file)}),
        "intake": ask({"key": waits.key}, {**how, "h0": "body", "h1": "text"}),
        "intake#done": ask(done),
        "confirmations": ask({"key": waits.key}, {"seen": plan_of(waits).digest}),
        "undoings": ask(done),
        "faults": ask({"key": waits.key}),
        "selection_new": ask({}, saved),
        "selection": ask(report),
        "selection_changing": ask(report, saved),
        "picks": ask(report, {"keys": [first.key], "how": "out"}),
        **{f"report_file#{ending}": ask({**report, "ending": ending}) for ending in ("docx", "xlsx", "csv", "json")},
        "closings": ask(report),
        "telling_act": ask(report, {"seen": _seen(world, selection), "format": "csv", "told_on": "2026-01-01"}),
        "telling": ask({"key": Telling.objects.get().key}),
        "telling_file": ask({"key": Telling.objects.get().key}),
        "template_new": ask({"name": "initiative"}, {"name": "Tabla", "p_title": "1"}),
        "template": ask({"key": template.key}, {"name": "Tabla", "p_text": "1"}),
        "template_removals": ask({"key": template.key}),
    }  # fmt: skip  # one table, read as one
    return {f"reporting:{name}": sent for name, sent in found.items()}


def _indicator(world: World) -> str:
    """One on which Aldea reports."""
    own = Indicator.objects.filter(member=world.cast.members["XA"], ended_at=None)
    return str(own.values_list("key", flat=True)[0])


def _named(name: str, data: bytes) -> Any:
    from matrix_requests import file  # which asks here what is sent

    return file(name, data)


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non. Brisa has pages of its own here, and none of Aldea's.
DOORS = """
GET  reporting:home                       404 200 200 200 200 200 404 404 404 404 404
GET  reporting:gaps                       404 200 200 200 200 200 404 404 404 404 404
GET  reporting:entering                   404 200 200 200 403 200 404 404 404 404 404
POST reporting:entering                   404 302 302 302 403 302 404 404 404 404 404
GET  reporting:recommendation             404 200 200 200 200 404 404 404 404 404 404
GET  reporting:changing                   404 200 200 200 403 404 404 404 404 404 404
POST reporting:changing                   404 302 302 302 403 404 404 404 404 404 404
POST reporting:assessments                404 302 302 302 302 404 404 404 404 404 404
POST reporting:charges                    404 302 302 302 403 404 404 404 404 404 404
POST reporting:removals                   404 302 302 302 403 404 404 404 404 404 404
POST reporting:initiatives                404 302 302 302 403 404 404 404 404 404 404
POST reporting:values                     404 302 302 302 403 404 404 404 404 404 404
POST reporting:sections                   404 302 302 302 403 404 404 404 404 404 404
POST reporting:link_removals              404 302 302 302 403 404 404 404 404 404 404
GET  reporting:initiative                 404 200 200 200 200 404 404 404 404 404 404
GET  reporting:imports                    404 200 200 200 200 200 404 404 404 404 404
POST reporting:imports                    404 302 302 302 403 302 404 404 404 404 404
GET  reporting:model                      404 200 200 200 200 200 404 404 404 404 404
GET  reporting:intake                     404 200 200 200 200 404 404 404 404 404 404
GET  reporting:intake#done                404 200 200 200 200 404 404 404 404 404 404
POST reporting:intake                     404 302 302 302 403 404 404 404 404 404 404
POST reporting:confirmations              404 302 302 302 403 404 404 404 404 404 404
POST reporting:undoings                   404 302 302 302 403 404 404 404 404 404 404
GET  reporting:faults                     404 200 200 200 200 404 404 404 404 404 404
GET  reporting:selections                 404 200 200 200 200 200 404 404 404 404 404
GET  reporting:selection_new              404 200 200 200 403 200 404 404 404 404 404
POST reporting:selection_new              404 302 302 302 403 302 404 404 404 404 404
GET  reporting:selection                  404 200 200 200 200 404 404 404 404 404 404
GET  reporting:selection_changing         404 200 200 200 403 404 404 404 404 404 404
POST reporting:selection_changing         404 302 302 302 403 404 404 404 404 404 404
POST reporting:picks                      404 302 302 302 403 404 404 404 404 404 404
GET  reporting:report_file#docx           404 200 200 200 200 404 404 404 404 404 404
GET  reporting:report_file#xlsx           404 200 200 200 200 404 404 404 404 404 404
GET  reporting:report_file#csv            404 200 200 200 200 404 404 404 404 404 404
GET  reporting:report_file#json           404 200 200 200 200 404 404 404 404 404 404
POST reporting:closings                   404 302 302 302 403 404 404 404 404 404 404
POST reporting:telling_act                404 302 302 302 403 404 404 404 404 404 404
GET  reporting:tellings                   404 200 200 200 200 200 404 404 404 404 404
GET  reporting:telling                    404 200 200 200 200 404 404 404 404 404 404
GET  reporting:telling_file               404 200 200 200 200 404 404 404 404 404 404
GET  reporting:templates                  404 200 200 200 200 200 404 404 404 404 404
GET  reporting:template_new               404 200 200 200 403 200 404 404 404 404 404
POST reporting:template_new               404 302 302 302 403 302 404 404 404 404 404
GET  reporting:template                   404 200 200 200 403 404 404 404 404 404 404
POST reporting:template                   404 302 302 302 403 404 404 404 404 404 404
POST reporting:template_removals          404 302 302 302 403 404 404 404 404 404 404
"""
