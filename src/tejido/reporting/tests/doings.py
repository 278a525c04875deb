"""What people do in the tests of reporting, with values that nobody has to read."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from cast import NOW, Cast
from tejido.formats.sheet import Sheet, read, write_csv
from tejido.mechanisms.commands.writing import File
from tejido.programmes.models import Initiative
from tejido.reporting import commands
from tejido.reporting.models import Intake, Recommendation, Selection, Telling
from tejido.reporting.names import Destination, Mechanism
from tejido.reporting.queries.intakes import plan_of
from tejido.reporting.queries.standing import assessment_digest, charges_digest
from tejido.reporting.queries.tables import Wish, build, chosen_for
from tejido.reporting.terms import BUILT_IN

FOCAL_POINT, REPRESENTATIVE = "XA/focal_point", "XA/representative/JUS"
SECRETARIAT, OTHER = "network/secretariat", "XB/focal_point"
DAY, TODAY = timedelta(days=1), NOW.date()
HEADER = ("Símbolo", "Párrafo", "Recomendación", "Fecha")


def entered(cast: Cast, who: str = FOCAL_POINT, **values: Any) -> Recommendation:
    actor = cast.actor(who)
    given = {"mechanism": Mechanism.UPR, "symbol": "A/HRC/0/1", "paragraph": "12.1", "texts": {"es": "Formar."}}
    return commands.enter_recommendation(
        actor=actor, member=cast.members[actor.member or "XA"], at=NOW, **{**given, **values}
    )


def table(*rows: Sequence[Any], header: Sequence[str] = HEADER) -> bytes:
    """A CSV file with these rows."""
    return write_csv(Sheet("", tuple(header), tuple(map(tuple, rows))))


def handed_in(cast: Cast, raw: bytes, who: str = FOCAL_POINT, **values: Any) -> Intake:
    given = {"name": "f.csv", "language": "es", "mechanism": Mechanism.TREATY_BODY, "at": NOW, **values}
    return commands.hand_in(actor=cast.actor(who), member=cast.members["XA"], raw=raw, sheets=read(raw), **given)


def confirmed(cast: Cast, intake: Intake, who: str = FOCAL_POINT, seen: str = "") -> Intake:
    seen = seen or plan_of(intake).digest
    commands.confirm(actor=cast.actor(who), intake=intake, seen=seen, at=NOW)
    return Intake.objects.select_related("member").get(key=intake.key)


def imported(cast: Cast, *rows: Sequence[Any], header: Sequence[str] = HEADER, **values: Any) -> Intake:
    return confirmed(cast, handed_in(cast, table(*rows, header=header), **values))


def linked(cast: Cast, row: Recommendation, *initiatives: Initiative, who: str = FOCAL_POINT, note: str = "") -> int:
    return commands.link_initiatives(
        actor=cast.actor(who), recommendations=[row], initiatives=[one.key for one in initiatives], note=note, at=NOW
    )


def selected(cast: Cast, who: str = FOCAL_POINT, **values: Any) -> Selection:
    given = {
        "name": "Informe", "destination": Destination.UPR, "languages": ["es"], "template": "review",
        "wanted": {"scope": "all"}, "at": NOW,
    }  # fmt: skip  # one row of a table, read as one
    actor = cast.actor(who)
    return commands.save_selection(actor=actor, member=cast.members[actor.member or "XA"], **{**given, **values})


def seen(cast: Cast, row: Selection, code: str = "review", language: str = "es", who: str = FOCAL_POINT) -> str:
    """The digest of the table as it stands."""
    found, actor = BUILT_IN[code], cast.actor(who)
    wish = Wish(found.rows, found.columns, language, row.since, row.until)
    return build(actor, wish, chosen_for(actor, row).of(found.rows)).digest


def told(cast: Cast, row: Selection, who: str = FOCAL_POINT, code: str = "review", **values: Any) -> Telling:
    given = {
        "language": "es", "format": "csv", "file": File("informe.csv", "text/csv", b"informe"),
        "seen": values.get("seen") or seen(cast, row, code), "told_on": TODAY, "today": TODAY, "at": NOW,
        "recipient": "Oficina",
    }  # fmt: skip  # one row of a table, read as one
    return commands.tell(actor=cast.actor(who), selection=row, table=BUILT_IN[code], **{**given, **values})


def charged(cast: Cast, row: Recommendation, who: str = FOCAL_POINT, **by_duty: str) -> None:
    """Institutions of Aldea by their codes: principal="JUS"."""
    charges = {cast.institutions[f"XA/{code}"].key: duty for duty, code in by_duty.items()}
    given = {"charges": charges, "seen": charges_digest(row), "at": NOW}
    commands.set_charges(actor=cast.actor(who), recommendation=row, **given)


def assessed(cast: Cast, row: Recommendation, who: str = FOCAL_POINT, **values: Any) -> None:
    given = {"status": "under_way", "cluster": "", "assessment": {"es": "Avanza."}, "at": NOW}
    given = {**given, "seen": assessment_digest(again(row)), **values}
    commands.assess_recommendation(actor=cast.actor(who), recommendation=row, **given)


def again(row: Any) -> Any:
    return type(row).objects.select_related("member").get(key=row.key)
