"""The register in files: what goes out comes back unchanged, and what comes in changes all that it says or nothing."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.test import Client

from cast import FOUNDED, NOW
from counting import queries_of
from tejido.formats.sheet import Sheet, read, write_csv, write_xlsx
from tejido.ledger.actors import CONSOLE, PUBLIC, Actor
from tejido.ledger.commands import record
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.commands import (
    apply_delivery,
    begin_mandate,
    close_seat,
    convene_mechanism,
    correct,
    end_mandate,
    enter_sector,
    hand_in,
    join_mechanism,
    place_hold,
)
from tejido.registry.models import Correction, Delivery, Institution, Seat, Standing
from tejido.registry.names import Act, No
from tejido.registry.queries import Wanted, as_of, compare, directory, is_held, named_after, plan_of, sheets_of

pytestmark = pytest.mark.django_db
OFFICE = "XA/representative/JUS"
DAY = timedelta(days=1)


def table(name: str, header: str, *rows: tuple) -> Sheet:
    return Sheet(name, tuple(header.split()), rows)


def houses(*rows: tuple, header: str = "member code name_es branch level place sector since until successor") -> Sheet:
    width = len(header.split())
    return table("institutions", header, *((*row, *[""] * (width - len(row))) for row in rows))


def plan(cast, *sheets: Sheet, who: str = "XA/focal_point"):
    return compare(cast.actor(who), sheets, NOW)


def told(found) -> list[tuple[str, tuple]]:
    return [(change.state, change.fields or change.problem) for change in found.changes]


def problem(cast, *sheets: Sheet, who: str = "XA/focal_point") -> str:
    (change,) = plan(cast, *sheets, who=who).changes
    assert change.state == "refused"
    return change.problem


def carry_out(cast, *sheets: Sheet, who: str = "XA/focal_point", seen: str = ""):
    delivery = hand_in(actor=cast.actor(who), name="r.xlsx", sheets=sheets, at=NOW)
    apply_delivery(actor=cast.actor(who), delivery=delivery, seen=seen or delivery.digest, reason="acta", at=NOW)
    return delivery


def refusal(call, **arguments):
    with pytest.raises(Refused) as refused:
        call(**arguments)
    return refused.value.refusal.code


@pytest.mark.parametrize("who", ["XA/focal_point", "XB/representative/JUS", "network/secretariat", "network/observer"])
def test_what_goes_out_as_a_workbook_or_as_tables_comes_back_unchanged(cast, who):
    enter_sector(actor=CONSOLE, code="SALUD", name={"es": "Salud; «y más»"}, at=NOW)
    actor = cast.actor(who)
    sheets = sheets_of(actor, NOW)
    for back in (read(write_xlsx(sheets)), [read(write_csv(sheet))[0] for sheet in sheets]):
        found = compare(actor, back, NOW)
        assert {change.state for change in found.changes} == {"unchanged"}
        assert len(found.changes) == sum(len(sheet.rows) for sheet in sheets)


def test_an_institution_older_than_the_days_of_excel_comes_back_with_its_day(cast):
    old = houses(("XA", "JUS", "JUS de XA", "executive", "national", "", "", date(1811, 6, 20)))
    carry_out(cast, old)
    (back,) = [sheet for sheet in read(write_xlsx(sheets_of(CONSOLE, NOW))) if sheet.name == "institutions"]
    assert "1811-06-20" in {cell for row in back.rows for cell in row}
    assert {change.state for change in compare(CONSOLE, [back], NOW).changes} == {"unchanged"}


def test_the_network_s_own_rows_come_first_in_every_database(cast):
    houses_, seats = sheets_of(CONSOLE, NOW)[3:5]
    assert [row[0] for row in houses_.rows][:4] == ["", "", "", "XA"]
    assert [row[1] for row in seats.rows][:5] == ["", "", "", "", "XA"]
    found = directory(Wanted(), as_of(None, NOW), 1)
    assert [line.institution.member_id is None for line in found.lines][:4] == [True, True, True, False]


def test_names_of_holders_and_what_is_set_for_later_go_out_to_their_own_member_only(cast):
    end_mandate(actor=CONSOLE, mandate=cast.mandates[OFFICE], until=NOW + 30 * DAY, at=NOW)
    for who, knows in (("XA/alternate", True), ("XB/focal_point", False), ("network/secretariat", False)):
        raw = b"".join(write_csv(sheet) for sheet in sheets_of(cast.actor(who), NOW)).decode()
        later = (NOW + 30 * DAY).astimezone(UTC).isoformat()
        assert ("Persona de XA/" in raw, later in raw) == (knows, knows), who
        assert "@example.org" not in raw
    assert "Persona de" not in write_csv(sheets_of(CONSOLE, NOW)[-1]).decode()


def test_another_s_mandate_whose_end_is_not_told_stays_in_the_file_as_it_was_told(cast):
    end_mandate(actor=CONSOLE, mandate=cast.mandates[OFFICE], until=NOW + 30 * DAY, at=NOW)
    who = cast.actor("XB/focal_point")
    assert {c.state for c in compare(who, sheets_of(who, NOW), NOW).changes} == {"unchanged"}


def test_a_file_says_what_is_new_what_changes_from_what_to_what_and_what_stays(cast):
    found = plan(
        cast,
        houses(("XA", "JUS", "Justicia", "judiciary", "national"), ("XA", "SAL", "Salud", "executive", "national")),
    )
    assert told(found)[0] == (
        "changed", (("name_es", "JUS de XA", "Justicia"), ("branch", "executive", "judiciary"))
    )  # fmt: skip  # one row of a table, read as one
    assert found.changes[1].state == "new"
    assert Institution.objects.get(code="JUS", member__code="XA").name == {"es": "JUS de XA"}


def test_applying_a_file_changes_all_that_it_says_and_keeps_the_old_values(cast):
    enter_sector(actor=CONSOLE, code="SALUD", name={"es": "Salud"}, at=NOW)
    new = ("XA", "SAL", "Salud", "executive", "subnational", "XA-1", "SALUD", FOUNDED, NOW.date(), "JUS")
    sheets = (
        houses(("XA", "JUS", "Justicia", "judiciary", "national"), new),
        table("seats", "key member institution role title_es", ("", "XA", "JUS", "representative", "Enlace")),
    )
    delivery = carry_out(cast, *sheets)
    row = Institution.objects.get(code="SAL")
    assert (row.place, row.sector.code, row.since, row.until, row.successor.code) == (
        "XA-1", "SALUD", FOUNDED, NOW.date(), "JUS",
    )  # fmt: skip  # one row of a table, read as one
    assert Seat.objects.filter(title={"es": "Enlace"}).count() == 1
    assert set(Correction.objects.values_list("field", "reason")) >= {("name", "acta"), ("branch", "acta")}
    line = Line.objects.get(act=Act.REGISTER_APPLIED)
    assert (line.facts, line.details) == ({"new": 2, "changed": 1}, {"name": "r.xlsx", "reason": "acta"})
    delivery.refresh_from_db()
    assert (delivery.sheets, delivery.applied_at) == ([], NOW)
    assert {c.state for c in plan(cast, *sheets).changes} == {"unchanged"}  # a second time it changes nothing


def test_the_network_s_rows_are_the_secretariat_s(cast):
    enter_sector(actor=CONSOLE, code="SALUD", name={"es": "Salud"}, at=NOW)
    key = Standing.objects.get(member=cast.members["XA"]).key
    sheets = (
        table("sectors", "code name_es name_pt", ("SALUD", "Sanidad", "Saúde")),
        table("members", "code name_en", ("XA", "Hamlet")),
        table("standings", "key member status since source", (key, "XA", "member", "2020-01-02", "acta"),
              ("", "XB", "unlisted", "2021-01-01", "informe")),
    )  # fmt: skip  # tables, read as such
    assert {c.state for c in plan(cast, *sheets).changes} == {"refused"}
    carry_out(cast, *sheets, who="network/secretariat")
    assert Standing.objects.get(key=key).source == "acta"
    assert Standing.objects.filter(member__code="XB", status="unlisted").count() == 1
    cast.members["XA"].refresh_from_db()
    assert cast.members["XA"].name == {"es": "Aldea", "en": "Hamlet"}


def test_the_dates_of_an_own_mandate_are_corrected_by_its_key(cast):
    key = cast.mandates[OFFICE].key
    carry_out(cast, table("mandates", "key since", (key, "2026-01-01T09:00:00-03:00")))
    cast.mandates[OFFICE].refresh_from_db()
    assert cast.mandates[OFFICE].since == datetime(2026, 1, 1, 12, tzinfo=UTC)


ROLES = "key member institution role title_es"
HOUSE = ("XA", "SAL", "Salud", "executive", "national")


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (houses(("XA", "SAL", "Salud", "ejecutivo", "national")), "Column branch: “ejecutivo” is not"),
        (houses((*HOUSE, "", "MAGIA")), "Column sector: “MAGIA” is not in the vocabulary"),
        (houses((*HOUSE, "XB-1")), "A subnational institution has a place"),
        (houses(("XA", "SAL", "Salud", "executive", "subnational", "XB-1")), "The place “XB-1” is none of XA"),
        (houses((*HOUSE, "", "", "ayer")), "Column since: “ayer” is no day"),
        (houses((*HOUSE, "", "", "2013-W01-1")), "Column since: “2013-W01-1” is no day"),
        (houses((*HOUSE, "", "", "2013-02")), "Column since: “2013-02” is no day"),
        (houses((*HOUSE, "", "", "0001-01-01")), "is before 1500 or after 2199"),
        (houses((*HOUSE, "", "", "9999-12-31")), "is before 1500 or after 2199"),
        (houses((*HOUSE, "", "", "2020-01-01", "2020-01-01")), "It cannot end on or before"),
        (houses((*HOUSE, "", "", "", "", "NADA")), "Column successor: nothing in the register has “NADA”"),
        (houses(("XA", "SAL", "", "executive", "national")), "Column name_es is empty"),
        (houses(("XA", "SAL", "x" * 121, "executive", "national")), "Column name_es: this is longer than 120 signs"),
        (houses(("ZZ", "SAL")), "Column member: nothing in the register has “ZZ”"),
        (houses(("XA", "")), "Column code is empty"),
        (houses(("XA", "salud", "Salud", "executive", "national")), "“salud” is no code. Give two to 12"),
        (houses(("XA", "S" * 13, "Salud", "executive", "national")), "is no code"),
        (houses(("XB", "JUS", "Otra", "executive", "national")), "Your seat does not keep this row"),
        (houses(("XB", "NEW", "Otra", "executive", "national")), "Your seat does not keep this row"),
        (table("seats", ROLES, ("", "XA", "JUS", "king", "x")), "Column role: “king”"),
        (table("seats", ROLES, ("", "XA", "JUS", "chair", "x")), "A member has no seat"),
        (table("seats", ROLES, ("", "XA", "NO", "representative", "x")), "“NO”"),
        (table("seats", "key title_es", ("nokey", "x")), "Column key: nothing in the register has “nokey”"),
        (table("mandates", "key seat since", ("", "", "2020-01-01T00:00:00Z")), "enters by its own page"),
        (table("sectors", "code name_es", ("MAGIA", "Magia")), "enters by its own page"),
        (table("members", "code name_es", ("XD", "Delta")), "enters by its own page"),
        (table("", "foo bar", ("1", "2")), "No table of the register has these columns"),
        (table("", "code name_es", ("JUS", "Justicia")), "those of several tables: sectors, members"),
        (table("institutions", "code name_es", ("SEC", "Justicia")), "Column member is missing"),
        (table("mandates", "since until", ("", "")), "Column seat is missing"),
    ],
)  # fmt: skip  # a table, read as one
def test_a_row_that_cannot_be_taken_says_the_column_what_is_wrong_and_what_to_do(cast, sheet, said):
    assert said in problem(cast, sheet)


def test_a_key_that_belongs_to_something_else_and_an_instant_without_a_zone_are_refused(cast):
    seat, mandate = cast.seats[OFFICE], cast.mandates[OFFICE]
    assert "Column role says what" in problem(cast, table("seats", "key role", (seat.key, "alternate")))
    for wrong in ("2020-01-01T00:00:00", "ayer"):
        assert "is no instant" in problem(cast, table("mandates", "key since", (mandate.key, wrong)))
    for wrong in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:00-12:00"):
        assert "before 1500 or after" in problem(cast, table("mandates", "key since", (mandate.key, wrong)))
    standing = Standing.objects.first()
    flag = table("standings", "key is_disputed", (standing.key, "quizás"))
    assert "Allowed: true, false" in problem(cast, flag, who="network/secretariat")


def test_the_same_row_twice_is_refused_and_rows_without_a_key_are_told_apart_by_all_they_say(cast):
    found = plan(cast, houses(HOUSE, HOUSE))
    assert [c.state for c in found.changes] == ["new", "refused"]
    assert "first in row 2" in found.changes[1].problem
    header = "key member institution role title_es"
    row = ("", "XA", "JUS", "representative")
    seats = plan(cast, table("seats", header, (*row, "A"), (*row, "B"), (*row, "A")))
    assert [c.state for c in seats.changes] == ["new", "new", "refused"]


@pytest.mark.parametrize("name", ["sectors", "members", "standings", "institutions", "seats", "mandates"])
def test_a_table_without_a_name_is_known_by_its_columns(cast, name):
    sheet = next(sheet for sheet in sheets_of(cast.actor("XA/focal_point"), NOW) if sheet.name == name)
    found = plan(cast, Sheet("", sheet.header, sheet.rows))
    assert {change.state for change in found.changes} <= {"unchanged"}


## All or nothing


def test_a_file_that_lacks_a_column_is_not_taken_for_another_table(cast):
    for header, row in (
        ("member code name_es", ("XA", "JUS", "Justicia")),
        ("key title_es", (cast.seats[OFFICE].key, "x")),
    ):
        (change,) = plan(cast, table("", header, row)).changes
        assert (change.state, change.table) == ("changed", "institutions" if "code" in header else "seats")
    assert [sheet.name for sheet in named_after("members.csv", [Sheet("", ("code",), ())])] == ["members"]
    assert [sheet.name for sheet in named_after("otra.csv", [Sheet("", ("code",), ())])] == [""]
    assert [sheet.name for sheet in named_after("members.xlsx", [Sheet("hoja", ("code",), ())])] == ["hoja"]


def test_what_the_act_would_refuse_is_refused_before_it(cast):
    enter_sector(actor=CONSOLE, code="SALUD", name={"es": "Salud"}, at=NOW)
    keeper, house, seat, mandate = "XA/focal_point", ("XA", "JUS"), cast.seats[OFFICE], cast.mandates[OFFICE]
    ends = "member code until"
    assert "goes on after that day" in problem(cast, table("institutions", ends, (*house, NOW.date())))
    assert "another institution of the same" in problem(
        cast, table("institutions", "member code successor", (*house, "JUS"))
    )
    assert "Somebody holds this seat" in problem(cast, table("seats", "key until", (seat.key, NOW.date())))
    office = Actor(account="x", seat=seat.key, mandate=mandate.key, office=seat.office)
    record(actor=office, act="text-created", tree="network", kind="text", object="x", at=NOW - DAY)
    later = table("mandates", "key since", (mandate.key, NOW.isoformat()))
    assert "Something was done" in problem(cast, later)
    end_mandate(actor=CONSOLE, mandate=mandate, until=NOW, at=NOW)
    second = begin_mandate(actor=CONSOLE, seat=seat, account=mandate.account, since=NOW + DAY, at=NOW)
    earlier = table("mandates", "key since", (second.key, (NOW - DAY / 2).isoformat()))
    assert "Another mandate of this seat" in problem(cast, earlier)
    new = table("standings", "key member status since source", ("", "XA", "member", NOW.date(), "acta"))
    cast.members["XA"].kind = "organisation"
    cast.members["XA"].save()
    assert "Only a state is a member" in problem(cast, new, who="network/secretariat")
    place_hold(body=cast.body, kind="procedure", object="p", at=NOW)
    for office, refused in (
        (keeper, True),
        ("network/chair/PRE", True),
        (OFFICE, False),
        ("network/secretariat/SEC", False),
    ):
        row = cast.mandates[cast.office(office)]
        moved = table("mandates", "key since", (row.key, "2020-02-02T00:00:00Z"))
        who = keeper if office.startswith("XA") else "network/secretariat"
        assert ("Two persons" in plan(cast, moved, who=who).changes[0].problem) == refused, office


def test_a_seat_that_speaks_in_a_mechanism_is_held_by_a_procedure_there(cast):
    keeper = cast.actor("XA/focal_point")
    body = convene_mechanism(actor=keeper, member=cast.members["XA"], name={"es": "M"}, at=NOW)
    join_mechanism(actor=keeper, body=body, institution=cast.institutions["XA/JUS"], since=FOUNDED, at=NOW)
    place_hold(body=body, kind="procedure", object="p", at=NOW)
    held = {office for office, seat in cast.seats.items() if is_held(seat)}
    assert held == {OFFICE, "XA/focal_point/MRE", "XA/alternate/MRE", "XA/validating_authority/MRE"}


def test_a_row_that_stays_as_it_is_is_never_refused(cast):
    Institution.objects.filter(code="JUS", member__code="XA").update(until=NOW.date())  # and its seats go on
    found = compare(CONSOLE, sheets_of(CONSOLE, NOW), NOW)
    assert {change.state for change in found.changes} == {"unchanged"}


def test_no_file_has_more_rows_than_a_register(cast, monkeypatch):
    monkeypatch.setattr("tejido.registry.rules.facts.MOST_ROWS", 1)
    actor = cast.actor("XA/focal_point")
    assert refusal(hand_in, actor=actor, name="r", sheets=[houses(HOUSE, HOUSE)], at=NOW) == No.TOO_MANY_ROWS
    raw = write_csv(houses(HOUSE, HOUSE))
    answer = cast.client("XA/focal_point").post("/register/", {"file": given(raw, "h.csv")})
    assert (answer.status_code, "more than 1 rows" in answer.content.decode()) == (422, True)


def test_a_file_with_one_refused_row_changes_nothing(cast):
    sheets = [houses(HOUSE, ("XA", "DEF", "Defensa", "nada", "national"))]
    with pytest.raises(Refused) as refused:
        carry_out(cast, *sheets)
    assert refused.value.refusal.code == No.ROWS_REFUSED
    assert not Institution.objects.filter(code="SAL").exists()


def test_a_file_is_not_applied_where_the_register_moved_in_its_rows_and_is_where_it_moved_elsewhere(cast):
    actor = cast.actor("XA/focal_point")
    delivery = hand_in(
        actor=actor, name="r", sheets=[houses(("XA", "JUS", "Justicia", "executive", "national"))], at=NOW
    )
    doing = {"actor": actor, "delivery": delivery, "reason": "x", "at": NOW}
    correct(actor=CONSOLE, row=cast.institutions["XA/DEF"], changes={"branch": "security"}, reason="x", at=NOW)
    assert plan_of(actor, delivery, NOW).digest == delivery.digest
    correct(actor=CONSOLE, row=cast.institutions["XA/JUS"], changes={"name": {"es": "Otra"}}, reason="x", at=NOW)
    assert refusal(apply_delivery, seen=delivery.digest, **doing) == No.REGISTER_MOVED
    apply_delivery(seen=plan_of(actor, delivery, NOW).digest, **doing)
    assert refusal(apply_delivery, seen=delivery.digest, **doing) == No.FILE_APPLIED


def test_applying_is_a_formal_act_of_the_seat_that_handed_in_and_the_last_file_replaces_the_one_before(cast):
    delivery = hand_in(actor=cast.actor("XA/focal_point"), name="r", sheets=[houses(HOUSE)], at=NOW)
    doing = {"delivery": delivery, "seen": delivery.digest, "reason": "x", "at": NOW}
    assert refusal(apply_delivery, actor=cast.actor("XA/focal_point", fresh=False), **doing) == Shared.NOT_FRESH
    with pytest.raises(Delivery.DoesNotExist):
        apply_delivery(actor=cast.actor("XA/alternate"), **doing)
    hand_in(actor=cast.actor("XA/focal_point"), name="r2", sheets=[houses(HOUSE)], at=NOW)
    assert [row.name for row in Delivery.objects.all()] == ["r2"]
    assert refusal(hand_in, actor=PUBLIC, name="r", sheets=[], at=NOW) == Shared.NO_SEAT


def test_a_rule_that_says_no_while_the_file_is_applied_undoes_all_of_it(cast):
    """Each row may stand beside the register as it is; both together may not."""
    house, seat = cast.institutions["XA/DEF"], cast.seats["XA/representative/DEF"]
    end_mandate(actor=CONSOLE, mandate=cast.mandates["XA/representative/DEF"], until=NOW, at=NOW)
    close_seat(actor=CONSOLE, seat=seat, until=NOW.date(), at=NOW)
    sheets = (
        houses(HOUSE),
        table("institutions", "member code until", ("XA", "DEF", NOW.date())),
        table("seats", "key until", (seat.key, "")),
    )
    with pytest.raises(Refused) as refused:
        carry_out(cast, *sheets)
    assert refused.value.refusal.code == No.OUTLASTS
    house.refresh_from_db()
    assert (house.until, Institution.objects.filter(code="SAL").exists()) == (None, False)


## In the browser


def given(raw: bytes, name: str = "register.xlsx") -> BytesIO:
    made = BytesIO(raw)
    made.name = name
    return made


def test_a_focal_point_takes_the_register_away_changes_it_and_applies_it(cast, at_now):
    client = cast.client("XA/focal_point")
    assert "Hand in" in client.get("/register/").content.decode()
    sheets = read(client.get("/register/files/register.xlsx").content)
    assert [sheet.name for sheet in sheets][-2:] == ["seats", "mandates"]
    assert client.get("/register/files/seats.csv").content.startswith(b"\xef\xbb\xbfkey,member")
    raw = write_xlsx([houses(("XA", "JUS", "Justicia", "judiciary", "national"), HOUSE)])
    page = client.post("/register/", {"file": given(raw)}, follow=True)
    shown = page.content.decode()
    assert ["<del>JUS de XA</del>" in shown, "1 new row" in shown, "Apply the file" in shown] == [True] * 3
    seen = page.context["plan"].digest
    address = page.redirect_chain[-1][0]
    assert client.post(address, {"seen": seen, "reason": ""}).status_code == 422
    assert "Applied." in client.post(address, {"seen": seen, "reason": "acta"}, follow=True).content.decode()
    assert "Applied on" in client.get(address).content.decode()
    assert Institution.objects.filter(code="SAL").exists()


@pytest.mark.parametrize("raw", [b"PK broken", b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"])
def test_a_file_that_is_no_table_is_said_to_be_none_and_nothing_is_kept(cast, raw):
    answer = cast.client("XA/focal_point").post("/register/", {"file": given(raw)})
    assert (answer.status_code, Delivery.objects.count()) == (422, 0)


def test_a_page_with_refused_rows_offers_no_act_and_one_without_changes_says_so(cast, at_now):
    client = cast.client("XA/focal_point")
    refused = client.post("/register/", {"file": given(write_csv(houses(("XA", "", ""))), "h.csv")}, follow=True)
    shown = refused.content.decode()
    assert ("Nothing is applied as long as" in shown, "Apply the file" in shown) == (True, False)
    same = client.post("/register/", {"file": given(client.get("/register/files/register.xlsx").content)}, follow=True)
    assert "Nothing would change" in same.content.decode()


def test_files_are_for_seats_and_a_file_for_the_seat_that_handed_it_in(cast):
    delivery = hand_in(actor=cast.actor("XA/focal_point"), name="r", sheets=[houses(HOUSE)], at=NOW)
    for address in ("/register/", "/register/files/register.xlsx", f"/register/deliveries/{delivery.key}/"):
        assert Client().get(address).status_code == 404
    assert cast.client("XA/alternate").get(f"/register/deliveries/{delivery.key}/").status_code == 404
    assert cast.client("XA/alternate").get("/register/files/people.csv").status_code == 404


def test_a_longer_file_costs_no_more_queries(cast):
    actor = cast.actor("XA/focal_point")
    one = queries_of(lambda: compare(actor, [houses(HOUSE)], NOW))
    many = [("XA", f"N{n}", "Otra", "executive", "national") for n in range(30)]
    assert queries_of(lambda: compare(actor, [houses(*many)], NOW)) == one
    assert queries_of(lambda: sheets_of(actor, NOW)) == 6
