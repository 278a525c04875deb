"""Records of training in the permission matrix: all of it is the school's of Aldea's ministry JUS. Other seats of a
member learn where records are kept, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.formats.roster.listing import Line
from tejido.formats.roster.suggesting import suggest
from tejido.records import commands, queries
from tejido.records.models import Batch, Cohort, PaperList, Scan
from tejido.registry.commands import open_office
from tejido.training.models import Course

if TYPE_CHECKING:
    from matrix_world import World

PDF = b"%PDF-1.7\n"
JUS = "XA/representative/JUS"
LAST = date(2027, 2, 28)


def fill(world: World, canary: str, released: str) -> None:
    """Names, documents, scans and codes of cohorts: nothing of it is ever shown to others."""
    del released
    cast = world.network.cast
    actor = cast.actor(JUS)
    space = open_office(actor=actor, member=cast.members["XA"], institution=cast.institutions["XA/JUS"], at=NOW)
    cohort = commands.begin_cohort(
        actor=actor, space=space, course=Course.objects.get(key=world.mechanism.told["course"]),
        code=f"{canary}-registros", title={"es": f"{canary} grupo"}, method="in_person", province="XA-1",
        starts=date(2027, 1, 1), ends=LAST, minutes=600, at=NOW,
    )  # fmt: skip  # one act, read as one
    for number in range(3):
        lines = [Line(1, f"{canary}{number}1234567", f"{canary} persona", canary, done=True)]
        sheet = commands.begin_list(
            actor=actor,
            cohort=cohort,
            name=f"{canary} lista {number}",
            day=LAST,
            level="",
            lines=lines,
            empty=1,
            at=NOW,
        )
        commands.add_scan(actor=actor, sheet=sheet, data=PDF + canary.encode(), at=NOW)
        if number:
            commands.enter_list(actor=actor, sheet=sheet, at=NOW)
    for number in range(2):
        _file_given(actor, cohort, canary, number)


def _file_given(actor: Any, cohort: Cohort, canary: str, number: int) -> None:
    """A file that waits for its columns, or, the second one, was checked and has a row that cannot be taken."""
    raw = f"CI;Nombre;Fecha\n{number}1234567;{canary};25/02/2027\n;{canary};25/02/2027\n".encode()
    batch = commands.give(
        actor=actor, space=cohort.space, cohort=cohort, pieces=[raw], name=f"{canary}.csv", kind="file", at=NOW
    )
    if number:
        header, rows = queries.head_of(actor, batch)
        commands.check(actor=actor, batch=batch, mapping=suggest(header, rows).mapping)
        commands.run_due(at=NOW)


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address. The first list is open, the others are entered."""
    cohort = Cohort.objects.get(code__endswith="-registros")
    opened = PaperList.objects.get(cohort=cohort, batch=None)
    entered = PaperList.objects.exclude(batch=None).order_by("key")[0]
    key, sheet = {"key": cohort.key}, {"key": opened.key}
    scan = {"key": Scan.objects.get(list=opened).key}
    batch = {"key": Batch.objects.get(key=entered.batch_id).key}
    given, checked = ({"key": Batch.objects.get(cohort=cohort, state=state).key} for state in ("given", "checked"))
    told = {
        "code": "2027-9", "title": "Grupo", "method": "in_person", "starts": "2027-01-01", "ends": "2027-02-28",
        "minutes": "20",
    }  # fmt: skip  # one form
    course = {"course": queries.courses_for(cohort.space)[0].key}
    lines = {"seen": opened.digest, "n1": "Persona", "d1": "1234567", "keep": "1"}
    listed = queries.lines_in(entered)[0].document
    found = {
        "home": ask(),
        "new_cohort": ask({}, {**told, **course}),
        "cohort": ask(key),
        "cohort_changing": ask(key, told),
        "new_list": ask(key, {"name": "Otra", "day": "2027-02-28", "empty": "5"}),
        "list": ask(sheet, lines),
        "list#entered": ask({"key": entered.key}),
        "list_paper#pdf": ask({**sheet, "ending": "pdf"}),
        "list_paper#docx": ask({**sheet, "ending": "docx"}),
        "list_removals": ask(sheet),
        "countersignatures": ask({"key": entered.key}, {"seen": entered.digest}),
        "scans": ask(sheet, {"file": _file("lista.pdf", PDF)}),
        "scan": ask(scan),
        "scan_removals": ask(scan),
        "imports": ask({}, {"file": _file("otra.csv", b"CI;Nombre\n7654321;Otra\n"), "cohort": cohort.key}),
        "model": ask(),
        "import#given": ask(given),
        "mappings": ask(given, {"c0": "document", "c1": "name", "c2": "day", "paper": "national"}),
        "progress": ask(checked),
        "entries": ask(checked),
        "leavings": ask(given),
        "troubles#csv": ask({**checked, "ending": "csv"}),
        "troubles#xlsx": ask({**checked, "ending": "xlsx"}),
        "import#checked": ask(checked),
        "import": ask(batch),
        "undoings": ask(batch),
        "person": ask({}, {"document": "1234567"}),
        "corrections": ask({}, {"document": listed, "becomes": "7654321", "name": "Otra"}),
        "erasing": ask({}, {"document": listed}),
        "erasures": ask({}, {"document": listed, "seen": "x"}),
        "expiring": ask(),
        "expiring_file": ask(),
    }
    return {f"records:{name}": each for name, each in found.items()}


def _file(name: str, data: bytes) -> Any:
    from matrix_requests import file  # which asks here what is sent

    return file(name, data)


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  records:home                         404 200 200 200 200 200 404 404 404 404 404
GET  records:new_cohort                   404 404 404 404 200 404 404 404 404 404 404
POST records:new_cohort                   404 404 404 404 302 404 404 404 404 404 404
GET  records:cohort                       404 404 404 404 200 404 404 404 404 404 404
GET  records:cohort_changing              404 404 404 404 200 404 404 404 404 404 404
POST records:cohort_changing              404 404 404 404 302 404 404 404 404 404 404
GET  records:new_list                     404 404 404 404 200 404 404 404 404 404 404
POST records:new_list                     404 404 404 404 302 404 404 404 404 404 404
GET  records:list                         404 404 404 404 200 404 404 404 404 404 404
POST records:list                         404 404 404 404 302 404 404 404 404 404 404
GET  records:list#entered                 404 404 404 404 200 404 404 404 404 404 404
GET  records:list_paper#pdf               404 404 404 404 200 404 404 404 404 404 404
GET  records:list_paper#docx              404 404 404 404 200 404 404 404 404 404 404
POST records:list_removals                404 404 404 404 302 404 404 404 404 404 404
POST records:countersignatures            404 404 404 404 409 404 404 404 404 404 404
POST records:scans                        404 404 404 404 302 404 404 404 404 404 404
GET  records:scan                         404 404 404 404 200 404 404 404 404 404 404
POST records:scan_removals                404 404 404 404 302 404 404 404 404 404 404
GET  records:imports                      404 404 404 404 200 404 404 404 404 404 404
POST records:imports                      404 404 404 404 302 404 404 404 404 404 404
GET  records:model                        404 404 404 404 200 404 404 404 404 404 404
GET  records:import#given                 404 404 404 404 200 404 404 404 404 404 404
GET  records:import#checked               404 404 404 404 200 404 404 404 404 404 404
POST records:mappings                     404 404 404 404 302 404 404 404 404 404 404
GET  records:progress                     404 404 404 404 200 404 404 404 404 404 404
POST records:entries                      404 404 404 404 302 404 404 404 404 404 404
POST records:leavings                     404 404 404 404 302 404 404 404 404 404 404
GET  records:troubles#csv                 404 404 404 404 200 404 404 404 404 404 404
GET  records:troubles#xlsx                404 404 404 404 200 404 404 404 404 404 404
GET  records:import                       404 404 404 404 200 404 404 404 404 404 404
POST records:undoings                     404 404 404 404 302 404 404 404 404 404 404
GET  records:person                       404 404 404 404 200 404 404 404 404 404 404
POST records:person                       404 404 404 404 200 404 404 404 404 404 404
POST records:corrections                  404 404 404 404 409 404 404 404 404 404 404
GET  records:erasing                      404 404 404 404 302 404 404 404 404 404 404
POST records:erasing                      404 404 404 404 200 404 404 404 404 404 404
POST records:erasures                     404 404 404 404 409 404 404 404 404 404 404
GET  records:expiring                     404 404 404 404 200 404 404 404 404 404 404
GET  records:expiring_file                404 404 404 404 200 404 404 404 404 404 404
"""
