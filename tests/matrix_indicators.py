"""Milestones and indicators in the permission matrix: what Aldea measures for itself, a value that it showed to the
network and corrected since, and what is asked of every member."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from cast import NOW, seen
from tejido.indicators import commands
from tejido.indicators.lines import definition_digest
from tejido.indicators.models import Indicator
from tejido.indicators.names import Audience
from tejido.indicators.queries.sheets import compare, plan_digest
from tejido.indicators.tests.doings import correct, define, initiative, milestone, question, release, report
from tejido.mechanisms.commands.writing import File

if TYPE_CHECKING:
    from matrix_world import World


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    cast, told = world.cast, world.mechanism.told
    paper = File(f"{canary}.pdf", "application/pdf", canary.encode())
    kept = {"source": f"{canary} source", "note": f"{canary} note", "file": paper}
    programme = initiative(cast, title=f"{canary} initiative")
    own = define(
        cast, name={"es": f"{canary} indicator"}, unit={"es": canary}, says={"es": canary}, initiative=programme,
        source=canary, target={"number": "90"},
    )  # fmt: skip  # one act, read as one
    value = report(cast, own, **kept)
    shown = define(cast, name={"es": f"{released} indicator"}, source=f"{canary} usual", initiative=programme)
    first = report(cast, shown, source=released, file=File(f"{released}.pdf", "application/pdf", b"%PDF"))
    release(cast, first, Audience.NETWORK)
    correct(cast, first, **kept)
    report(cast, shown, "2026-Q2", **kept)
    asked = question(cast)
    report(cast, asked, **kept)
    reached, open_one = (milestone(cast, programme, what={"es": f"{canary} milestone"}) for _ in range(2))
    commands.reach_milestone(
        actor=cast.actor("XA/focal_point"), milestone=reached, on=NOW.date(), evidence=canary, file=paper, at=NOW
    )
    row = {"row": 2, "indicator": own.key, "period": "2026-Q3", "value": 4, "source": f"{canary} sheet"}
    handed = commands.hand_in(actor=cast.actor("XA/focal_point"), name=f"{canary}.xlsx", rows=[row], at=NOW)
    told |= {
        "programme": programme.key, "indicator": own.key, "value": value.key, "shown_indicator": shown.key,
        "shown_value": first.key, "asked": asked.key, "milestone": open_one.key, "reached": reached.key,
        "handed": handed.key, "seen": definition_digest(own),
        "plan": plan_digest(compare(cast.actor("XA/focal_point"), handed.rows, NOW)),
    }  # fmt: skip  # one row of a table, read as one


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    told = world.mechanism.told
    own, asked, shown = ({"key": told[name]} for name in ("indicator", "asked", "shown_indicator"))
    value, shown_value, reached = ({"key": told[name]} for name in ("value", "shown_value", "reached"))
    programme, milestone_ = {"key": told["programme"]}, {"key": told["milestone"]}
    defined = {
        "name_es": "Uno", "language": "es", "kind": "number", "frequency": "year", "counting": "each",
        "since": "2026-01-01", "direction": "up",
    }  # fmt: skip  # one row of a table, read as one
    asked_words = {"name_es": "Personas formadas", "name_en": "Persons trained"}
    stands = lambda named: seen(Indicator.objects.get(**named))  # noqa: E731
    reported = {"whole": "12,5", "source": "Registro"}
    sheet = BytesIO(b"indicator,period,value\nx,2026,1\n")
    sheet.name = "v.csv"
    found = {
        "home": ask(),
        "new": ask(sent=defined),
        "new_question": ask(sent=defined),
        "sheets": ask(sent={"file": sheet}),
        "sheet_file": ask(),
        "handed": ask({"key": told["handed"]}, {"seen": told["plan"]}),
        "initiative": ask(programme),
        "new_milestone": ask(programme, {"name_es": "Algo", "by": "2027-12-31"}),
        "milestone": ask(milestone_, {"on": "2027-02-01", "evidence": "Acta"}),
        "droppings": ask(milestone_, {"because": "No"}),
        "evidence_file": ask(reached),
        "releases": ask(value, {"audience": "network", "seen": told["seen"]}),
        "withdrawals": ask(shown_value),
        "file": ask(value),
        "file#shown": ask(shown_value),
        "indicator": ask(own),
        "indicator#shown": ask(shown),
        "indicator#asked": ask(asked),
        "definition": ask(own, {**defined, "since": "2026-01-01", "seen": stands(own)}),
        "definition#asked": ask(asked, {**defined, **asked_words, "seen": stands(asked)}),
        "endings": ask(own),
        "together": ask(asked),
        "report": ask({**own, "period": "2026-Q2"}, reported),
        "report#asked": ask({**asked, "period": "2026-Q2"}, reported),
    }
    return {f"indicators:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  indicators:home                      200 200 200 200 200 200 200 200 200 200 200
GET  indicators:new                       404 200 200 200 403 200 404 404 404 404 404
POST indicators:new                       404 302 302 302 403 302 404 404 404 404 404
GET  indicators:new_question              404 403 403 403 403 403 200 403 403 403 404
POST indicators:new_question              404 403 403 403 403 403 302 403 403 403 404
GET  indicators:sheets                    404 200 200 200 200 200 404 404 404 404 404
POST indicators:sheets                    404 302 302 302 403 302 404 404 404 404 404
GET  indicators:sheet_file                404 200 200 200 200 200 404 404 404 404 404
GET  indicators:handed                    404 200 404 404 404 404 404 404 404 404 404
POST indicators:handed                    404 302 404 404 404 404 404 404 404 404 404
GET  indicators:initiative                404 200 200 200 200 404 404 404 404 404 404
GET  indicators:new_milestone             404 200 200 200 403 404 404 404 404 404 404
POST indicators:new_milestone             404 302 302 302 403 404 404 404 404 404 404
GET  indicators:milestone                 404 200 200 200 403 404 404 404 404 404 404
POST indicators:milestone                 404 302 302 302 403 404 404 404 404 404 404
POST indicators:droppings                 404 302 302 302 403 404 404 404 404 404 404
GET  indicators:evidence_file             404 200 200 200 200 404 404 404 404 404 404
POST indicators:releases                  404 302 302 302 403 404 404 404 404 404 404
POST indicators:withdrawals               404 302 302 302 403 404 404 404 404 404 404
GET  indicators:file                      404 200 200 200 200 404 404 404 404 404 404
GET  indicators:file#shown                404 200 200 200 200 200 200 200 200 200 404
GET  indicators:indicator                 404 200 200 200 200 404 404 404 404 404 404
GET  indicators:indicator#shown           404 200 200 200 200 200 200 200 200 200 404
GET  indicators:indicator#asked           404 200 200 200 200 200 200 200 200 200 404
GET  indicators:definition                404 200 200 200 403 404 404 404 404 404 404
POST indicators:definition                404 302 302 302 403 404 404 404 404 404 404
GET  indicators:definition#asked          404 403 403 403 403 403 200 403 403 403 404
POST indicators:definition#asked          404 403 403 403 403 403 302 403 403 403 404
POST indicators:endings                   404 302 302 302 403 404 404 404 404 404 404
GET  indicators:together                  404 200 200 200 200 200 200 200 200 200 404
GET  indicators:report                    404 200 200 200 403 404 404 404 404 404 404
POST indicators:report                    404 302 302 302 403 404 404 404 404 404 404
GET  indicators:report#asked              404 200 200 200 403 200 404 404 404 404 404
POST indicators:report#asked              404 302 302 302 403 302 404 404 404 404 404
"""
