"""Names, ends, departures and corrections: the past stays, and who may change what is one rule."""

from datetime import date, datetime, timedelta

import pytest

from cast import FOUNDED, NOW, SOURCE
from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.commands import record
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.commands import (
    begin_mandate,
    close_institution,
    close_seat,
    convene_mechanism,
    correct,
    create_seat,
    end_mandate,
    enter_institution,
    enter_member,
    enter_sector,
    enter_sourced_member,
    enter_standing,
    join_mechanism,
    leave_mechanism,
    let_member_leave,
    place_hold,
    rename_institution,
)
from tejido.registry.models import Correction, InstitutionName, Mandate, Party, Standing
from tejido.registry.names import Act, Level, MemberKind, No, Role, Stand, Status
from tejido.registry.queries import (
    AsOf,
    as_of,
    capacity,
    institutions,
    members,
    members_of_record,
    names_on,
    parties_of_record,
    sectors,
)

pytestmark = pytest.mark.django_db
TODAY, DAY = NOW.date(), timedelta(days=1)
OFFICE = "XA/representative/JUS"


def refusal(call, **arguments):
    with pytest.raises(Refused) as refused:
        call(**arguments)
    return refused.value.refusal.code


def house(cast, code: str, **values):
    values = {"member": cast.members["XA"], "name": {"es": code}, "branch": "executive", "at": NOW, **values}
    return enter_institution(actor=CONSOLE, code=code, **values)


def line(act: Act) -> Line:
    return Line.objects.filter(act=act).latest("place")


## Places and sectors


@pytest.mark.parametrize(
    ("level", "place", "code"),
    [
        (Level.SUBNATIONAL, "", No.PLACE_OR_NOT),
        (Level.NATIONAL, "XA-1", No.PLACE_OR_NOT),
        (Level.SUBNATIONAL, "XB-1", No.WRONG_PLACE),
        (Level.SUBNATIONAL, "XA-1234", No.WRONG_PLACE),
        (Level.SUBNATIONAL, "XA-ñ", No.WRONG_PLACE),
    ],
)
def test_a_place_is_one_of_the_member_s_own_and_only_subnational_institutions_have_one(cast, level, place, code):
    assert refusal(house, cast=cast, code="PRO", level=level, place=place) == code


def test_a_provincial_institution_has_its_place_and_its_sector(cast):
    sector = enter_sector(actor=CONSOLE, code="SALUD", name={"es": "Salud"}, at=NOW)
    row = house(cast, "PRO", level=Level.SUBNATIONAL, place="XA-B", place_name="Ribera", sector=sector, since=FOUNDED)
    assert (row.place, row.place_name, row.sector.code, sectors()) == ("XA-B", "Ribera", "SALUD", [sector])


def test_the_vocabulary_is_the_network_s_and_a_word_enters_once(cast):
    enter = {"code": "SALUD", "name": {"es": "Salud"}, "at": NOW}
    assert refusal(enter_sector, actor=cast.actor("XA/focal_point"), **enter) == Shared.NOT_YOURS
    enter_sector(actor=cast.secretariat, **enter)
    assert refusal(enter_sector, actor=cast.secretariat, **enter) == No.CODE_TAKEN


## Names


def rename(cast, name: str, since: date, actor: Actor | None = None):
    return rename_institution(
        actor=actor or cast.actor("XA/focal_point"), institution=cast.institutions["XA/JUS"], name={"es": name},
        since=since, source=SOURCE, at=NOW,
    )  # fmt: skip  # one row of a table, read as one


def called_on(cast, day: date) -> str:
    row = cast.institutions["XA/JUS"]
    return names_on(day, [row.key]).get(row.key, row.name)["es"]


def test_an_institution_that_changes_its_name_keeps_its_past(cast):
    rename(cast, "Segunda", date(2015, 6, 1))
    rename(cast, "Tercera", date(2020, 1, 1))
    rename(cast, "Intermedia", date(2018, 1, 1))  # found out later
    days = [date(2015, 5, 31), date(2015, 6, 1), date(2018, 1, 1), date(2019, 12, 31), date(2020, 1, 1)]
    assert [called_on(cast, day) for day in days] == ["JUS de XA", "Segunda", "Intermedia", "Intermedia", "Tercera"]
    row = cast.institutions["XA/JUS"]
    row.refresh_from_db()
    assert row.name == {"es": "Tercera"}
    assert line(Act.INSTITUTION_RENAMED).facts == {"code": "JUS", "since": "2018-01-01"}


def test_a_name_is_not_entered_ahead_nor_twice_for_a_day_nor_by_others(cast):
    rename(cast, "Segunda", TODAY)
    assert refusal(rename, cast=cast, name="Otra", since=TODAY) == No.NAMED_THAT_DAY
    assert refusal(rename, cast=cast, name="Futura", since=TODAY + DAY) == No.NOT_YET
    assert refusal(rename, cast=cast, name="X", since=FOUNDED, actor=cast.actor("XB/focal_point")) == Shared.NOT_YOURS


## Ends


def close(cast, until: date, **values):
    values = {"actor": cast.actor("XA/focal_point"), "successor": None, "source": SOURCE, "at": NOW, **values}
    close_institution(institution=cast.institutions["XA/DEF"], until=until, **values)


def empty(cast, office: str = "XA/representative/DEF", until: date = TODAY) -> None:
    """Nobody holds the seat from that day on, and then it ends."""
    end_mandate(actor=CONSOLE, mandate=cast.mandates[office], until=at_noon(until) - DAY, at=NOW)
    close_seat(actor=CONSOLE, seat=cast.seats[office], until=until, at=NOW)


def at_noon(day: date) -> datetime:
    return datetime.combine(day, NOW.timetz())


def test_an_institution_that_ends_is_there_until_the_day_before_and_its_successor_is_known(cast):
    empty(cast, until=date(2026, 1, 1))
    close(cast, date(2026, 1, 1), successor=cast.institutions["XA/JUS"])
    there = [
        {found.institution.code for found in institutions(AsOf(day, NOW, TODAY)) if found.institution.member}
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    ]
    assert there == [{"MRE", "JUS", "DEF"}, {"MRE", "JUS", "DEF"}]  # other members have one of that code too
    row = cast.institutions["XA/DEF"]
    row.refresh_from_db()
    assert row.successor == cast.institutions["XA/JUS"]
    assert refusal(close, cast=cast, until=TODAY) == No.ENDED_ALREADY


def test_an_institution_does_not_end_while_a_seat_of_it_or_its_part_in_a_mechanism_goes_on(cast):
    row, seat = cast.institutions["XA/DEF"], cast.seats["XA/representative/DEF"]
    assert refusal(close, cast=cast, until=TODAY) == No.HAS_PARTS
    assert fix(cast, row, until=TODAY) == No.HAS_PARTS
    empty(cast)
    assert refusal(close, cast=cast, until=TODAY - DAY) == No.HAS_PARTS
    keeper = cast.actor("XA/focal_point")
    body = convene_mechanism(actor=keeper, member=cast.members["XA"], name={"es": "Mecanismo"}, at=NOW)
    party = join_mechanism(actor=keeper, body=body, institution=row, since=FOUNDED, at=NOW)
    assert refusal(close, cast=cast, until=TODAY) == No.HAS_PARTS
    leave_mechanism(actor=keeper, party=party, until=TODAY, at=NOW)
    close(cast, TODAY)
    late = {"actor": CONSOLE, "institution": row, "at": NOW}
    assert refusal(create_seat, role=Role.REPRESENTATIVE, title={"es": "x"}, **late) == No.OUTLASTS
    join = {"actor": keeper, "body": body, "institution": row, "since": TODAY + DAY, "at": NOW}
    assert refusal(join_mechanism, **join) == No.OUTLASTS
    assert fix(cast, seat, until=None) == No.OUTLASTS
    assert fix(cast, seat, until=TODAY + DAY) == No.OUTLASTS


def test_nobody_is_named_to_a_seat_that_ends_nor_stays_in_it_by_a_correction(cast):
    seat, held = cast.seats[OFFICE], cast.mandates[OFFICE]
    assert fix(cast, seat, until=TODAY) == No.STILL_HELD
    end_mandate(actor=CONSOLE, mandate=held, until=NOW, at=NOW)
    close_seat(actor=CONSOLE, seat=seat, until=TODAY, at=NOW)
    for since in (NOW, NOW + DAY, NOW - 2 * DAY):  # whatever the caller's copy of the seat still says
        seat.until = None
        begun = {"actor": CONSOLE, "seat": seat, "account": held.account, "since": since, "at": NOW}
        assert refusal(begin_mandate, **begun) == No.OUTLASTS
    for until in (None, NOW + 2 * DAY):
        assert fix(cast, held, until=until) == No.OUTLASTS


@pytest.mark.parametrize("code", ["", "X", "salud", "SALUD Y", "S" * 13, "AÑO", "AB\n"])
def test_a_code_is_short_and_of_capital_letters_and_digits(cast, code):
    assert refusal(house, cast=cast, code=code) == No.NOT_A_CODE
    new = {"actor": CONSOLE, "code": "ABCDEFGHI", "name": {"es": "x"}, "languages": ["es"], "since": TODAY, "at": NOW}
    assert refusal(enter_member, **new) == No.NOT_A_CODE  # one sign more than a member has


def test_what_people_call_a_thing_is_not_taken_away(cast):
    for row in (cast.institutions["XA/JUS"], cast.members["XA"]):
        assert fix(cast, row, name={"es": " "}) == No.NAMELESS
    assert refusal(house, cast=cast, code="PRO", name={}) == No.NAMELESS


def test_an_institution_ends_after_it_begins_and_is_succeeded_by_another_of_the_same_member(cast):
    for other in ("XA/DEF", "XB/JUS"):
        assert refusal(close, cast=cast, until=TODAY, successor=cast.institutions[other]) == No.NO_SUCCESSOR
    assert refusal(close, cast=cast, until=TODAY, actor=cast.actor("XB/focal_point")) == Shared.NOT_YOURS
    empty(cast)
    correct(actor=CONSOLE, row=cast.institutions["XA/DEF"], changes={"since": TODAY}, reason="acta", at=NOW)
    cast.institutions["XA/DEF"].refresh_from_db()
    assert refusal(close, cast=cast, until=TODAY) == No.ENDS_TOO_EARLY


def test_a_seat_is_closed_when_nobody_holds_it_any_more(cast):
    seat = cast.seats[OFFICE]
    shut = {"actor": cast.actor("XA/focal_point"), "seat": seat, "at": NOW}
    assert refusal(close_seat, until=TODAY, **shut) == No.STILL_HELD
    end_mandate(actor=CONSOLE, mandate=cast.mandates[OFFICE], until=NOW, at=NOW)
    assert refusal(close_seat, until=TODAY - 2 * DAY, **shut) == No.STILL_HELD
    close_seat(until=TODAY, **shut)
    seat.refresh_from_db()
    assert seat.until == TODAY
    assert refusal(close_seat, until=TODAY, **shut) == No.ENDED_ALREADY
    new = create_seat(
        actor=CONSOLE, institution=seat.institution, role=Role.REPRESENTATIVE, title={}, at=NOW, since=TODAY
    )
    assert refusal(close_seat, actor=CONSOLE, seat=new, until=TODAY, at=NOW) == No.ENDS_TOO_EARLY
    assert refusal(close_seat, **{**shut, "actor": cast.actor("XB/focal_point")}, until=TODAY) == Shared.NOT_YOURS


## Members, observers, partners


def stand(code: str, day: date) -> Stand:
    return next(found for found in members() if found.member.code == code).stand_on(day)


def test_a_member_that_leaves_was_one_until_the_day_before_and_its_past_stays(cast):
    let_member_leave(actor=cast.secretariat, member=cast.members["XB"], until=TODAY, source="nota verbal", at=NOW)
    assert [party.code for party in parties_of_record(cast.body, TODAY)] == ["XA", "XC"]
    assert [found.member.code for found in members_of_record(TODAY - DAY)] == ["XA", "XB", "XC"]
    assert [stand("XB", day) for day in (FOUNDED - DAY, FOUNDED, TODAY - DAY, TODAY)] == [
        Stand.UNKNOWN, Stand.OF_RECORD, Stand.OF_RECORD, Stand.FORMER
    ]  # fmt: skip  # one row of a table, read as one
    again = {"actor": CONSOLE, "member": cast.members["XB"], "until": TODAY, "source": SOURCE, "at": NOW}
    assert refusal(let_member_leave, **again) == No.ENDED_ALREADY
    early = {**again, "member": cast.members["XC"], "until": FOUNDED}
    assert refusal(let_member_leave, **early) == No.ENDS_TOO_EARLY
    assert refusal(let_member_leave, **{**early, "actor": cast.actor("XC/validating_authority")}) == Shared.NOT_YOURS


def test_a_member_that_comes_back_is_a_party_anew_and_both_spans_stay(cast):
    member = cast.members["XB"]
    let_member_leave(actor=CONSOLE, member=member, until=TODAY, source="nota verbal", at=NOW)
    says = {"actor": CONSOLE, "member": member, "status": Status.MEMBER, "says": {}, "source": SOURCE, "at": NOW}
    enter_standing(since=TODAY, **says)  # of the day on which it left: a source against the others, and no return
    assert (stand("XB", TODAY), Party.objects.filter(code="XB").count()) == (Stand.DISPUTED, 1)
    Standing.objects.filter(member=member, since=TODAY, status=Status.MEMBER).delete()
    back = TODAY + 30 * DAY
    enter_standing(since=back, **says)
    assert [stand("XB", day) for day in (TODAY - DAY, TODAY, back - DAY, back)] == [
        Stand.OF_RECORD, Stand.FORMER, Stand.FORMER, Stand.OF_RECORD
    ]  # fmt: skip  # one row of a table, read as one
    assert [(p.since, p.until) for p in Party.objects.filter(code="XB")] == [(FOUNDED, TODAY), (back, None)]
    for day, takes_part in ((TODAY - DAY, True), (TODAY, False), (back, True)):
        assert ("XB" in [party.code for party in parties_of_record(cast.body, day)]) == takes_part, day
    assert capacity(cast.actor("XB/focal_point"), cast.body).party.since == back
    again = {"actor": CONSOLE, "member": member, "source": SOURCE, "at": NOW}
    assert refusal(let_member_leave, until=back, **again) == No.ENDS_TOO_EARLY
    let_member_leave(until=back + DAY, **again)
    assert stand("XB", back + DAY) == Stand.FORMER


def test_what_a_source_says_of_a_past_that_ended_makes_no_party_of_today(cast):
    new = {"actor": CONSOLE, "name": {"es": "Delta"}, "source": SOURCE, "at": NOW}
    found = enter_sourced_member(code="XD", status=Status.OBSERVER, since=TODAY, **new)
    says = {"status": Status.MEMBER, "since": FOUNDED, "until": TODAY, "says": {}, "source": SOURCE}
    enter_standing(actor=CONSOLE, member=found, at=NOW, **says)
    assert not Party.objects.filter(code="XD").exists()


def test_an_organisation_observes_or_is_a_partner_and_is_never_a_party(cast):
    new = {"actor": cast.secretariat, "name": {"es": "Universidad"}, "since": FOUNDED, "source": SOURCE, "at": NOW}
    found = enter_sourced_member(code="UNI", kind=MemberKind.ORGANISATION, status=Status.PARTNER, **new)
    assert stand("UNI", TODAY) == Stand.PARTNER
    assert not Party.objects.filter(code="UNI").exists()
    assert refusal(enter_sourced_member, code="ONG", kind=MemberKind.ORGANISATION, **new) == No.ONLY_STATES
    leave = {"actor": CONSOLE, "member": found, "until": TODAY, "source": SOURCE, "at": NOW}
    assert refusal(let_member_leave, **leave) == No.ENDED_ALREADY  # it never was one


def test_an_observer_of_which_a_source_says_member_is_a_party_from_that_day_on(cast):
    new = {"actor": cast.secretariat, "name": {"es": "Delta"}, "source": SOURCE, "at": NOW}
    found = enter_sourced_member(code="XD", status=Status.OBSERVER, since=FOUNDED, **new)
    assert stand("XD", TODAY) == Stand.OBSERVER
    Standing.objects.filter(member=found).update(until=TODAY)
    enter_standing(actor=CONSOLE, member=found, status=Status.MEMBER, since=TODAY, says={}, source=SOURCE, at=NOW)
    assert [party.code for party in parties_of_record(cast.body, TODAY)] == ["XA", "XB", "XC", "XD"]
    assert line(Act.PARTY_JOINED).facts["code"] == "XD"


def test_where_two_sources_differ_or_one_is_disputed_that_is_what_is_said(cast):
    says = {"actor": CONSOLE, "since": TODAY, "says": {}, "source": SOURCE, "at": NOW}
    enter_standing(member=cast.members["XA"], status=Status.UNLISTED, **says)
    assert stand("XA", TODAY) == Stand.DISPUTED
    Standing.objects.filter(member=cast.members["XB"]).update(status=Status.UNLISTED)
    assert stand("XB", TODAY) == Stand.OTHER


def test_what_a_source_says_ends_after_it_begins(cast):
    says = {"actor": CONSOLE, "member": cast.members["XA"], "says": {}, "source": SOURCE, "at": NOW}
    until = {"status": Status.MEMBER, "since": TODAY, "until": TODAY}
    assert refusal(enter_standing, **says, **until) == No.ENDS_TOO_EARLY


def test_a_member_can_be_entered_without_being_a_party(cast):
    names = {"name": {"es": "Épsilon"}, "languages": ["es"], "since": FOUNDED, "at": NOW}
    enter_member(actor=CONSOLE, code="XE", is_party=False, **names)
    assert not Party.objects.filter(code="XE").exists()


## Corrections


def test_a_correction_keeps_the_old_value_with_its_reason_and_in_the_ledger(cast):
    standing = Standing.objects.get(member=cast.members["XA"])
    correct(
        actor=cast.secretariat, row=standing, changes={"source": "acta", "since": FOUNDED + DAY, "status": "member"},
        reason="Se leyó mal.", at=NOW,
    )  # fmt: skip  # one row of a table, read as one
    kept = {c.field: (c.old, c.new, c.reason, c.office) for c in Correction.objects.all()}
    assert kept == {
        "source": (SOURCE, "acta", "Se leyó mal.", "network/secretariat/SEC"),
        "since": ("2020-01-01", "2020-01-02", "Se leyó mal.", "network/secretariat/SEC"),
    }
    told = line(Act.FACT_CORRECTED)
    assert told.facts == {"kind": "standing", "fields": ["since", "source"]}
    assert told.details["old"] == {"source": SOURCE, "since": "2020-01-01"}
    assert b"Se ley" not in bytes(told.canonical)


@pytest.mark.parametrize(
    ("office", "kind", "allowed"),
    [
        ("network/secretariat", "standing", True),
        ("XA/focal_point", "standing", False),
        ("network/secretariat", "member", True),
        ("XA/focal_point", "member", False),
        ("XA/focal_point", "institution", True),
        ("XA/representative/JUS", "institution", False),
        ("XB/focal_point", "institution", False),
        ("network/secretariat", "institution", False),
        ("XA/validating_authority", "seat", True),
        ("XB/focal_point", "seat", False),
        ("XA/alternate", "mandate", True),
        ("network/secretariat", "mandate", False),
    ],
)
def test_who_enters_a_fact_corrects_it(cast, office, kind, allowed):
    rows = {
        "standing": (Standing.objects.get(member=cast.members["XA"]), {"source": "otra"}),
        "member": (cast.members["XA"], {"name": {"es": "Aldea Nueva"}}),
        "institution": (cast.institutions["XA/JUS"], {"place_name": "Capital"}),
        "seat": (cast.seats[OFFICE], {"title": {"es": "Enlace"}}),
        "mandate": (cast.mandates[OFFICE], {"since": NOW - 400 * DAY}),
    }
    row, changes = rows[kind]
    doing = {"actor": cast.actor(office), "row": row, "changes": changes, "reason": "x", "at": NOW}
    if allowed:
        assert len(correct(**doing)) == 1
    else:
        assert refusal(correct, **doing) == Shared.NOT_YOURS


def fix(cast, row, **changes):
    return refusal(correct, actor=CONSOLE, row=row, changes=changes, reason="x", at=NOW)


def test_what_is_not_wrong_or_not_to_be_corrected_is_refused(cast):
    row = cast.institutions["XA/JUS"]
    assert fix(cast, row, branch=row.branch) == No.NOTHING_CORRECTED
    assert fix(cast, row, code="X") == No.NOT_CORRECTED_SO
    assert fix(cast, row, place="XA-1") == No.PLACE_OR_NOT
    assert fix(cast, row, successor=row) == No.NO_SUCCESSOR
    assert fix(cast, row, since=TODAY, until=TODAY) == No.ENDS_TOO_EARLY
    standing = Standing.objects.get(member=cast.members["XA"])
    assert fix(cast, standing, until=FOUNDED) == No.ENDS_TOO_EARLY
    cast.members["XA"].kind = MemberKind.ORGANISATION
    cast.members["XA"].save()
    assert fix(cast, standing, source="x") == No.ONLY_STATES
    assert not Correction.objects.exists()


def test_rows_are_kept_by_their_code(cast):
    sector = enter_sector(actor=CONSOLE, code="SALUD", name={"es": "Salud"}, at=NOW)
    heir = cast.institutions["XA/MRE"]
    changes = {"sector": sector, "successor": heir}
    correct(actor=CONSOLE, row=cast.institutions["XA/JUS"], changes=changes, reason="x", at=NOW)
    assert {c.field: (c.old, c.new) for c in Correction.objects.all()} == {
        "sector": (None, "SALUD"), "successor": (None, "MRE"),
    }  # fmt: skip  # one row of a table, read as one
    correct(actor=cast.secretariat, row=sector, changes={"name": {"es": "Sanidad"}}, reason="x", at=NOW)
    sector.refresh_from_db()
    assert sector.name == {"es": "Sanidad"}


def test_a_corrected_name_is_the_last_of_the_names_too(cast):
    row = cast.institutions["XA/JUS"]
    correct(actor=CONSOLE, row=row, changes={"name": {"es": "Justicia"}}, reason="x", at=NOW)
    assert not InstitutionName.objects.exists()
    rename(cast, "Segunda", TODAY - DAY)
    correct(actor=CONSOLE, row=row, changes={"name": {"es": "Segunda, bien escrita"}}, reason="x", at=NOW)
    assert [called_on(cast, day) for day in (TODAY - 2 * DAY, TODAY)] == ["Justicia", "Segunda, bien escrita"]


def test_a_name_stands_with_the_parties_too(cast):
    keeper, row = cast.actor("XA/focal_point"), cast.institutions["XA/JUS"]
    body = convene_mechanism(actor=keeper, member=cast.members["XA"], name={"es": "Mecanismo"}, at=NOW)
    join_mechanism(actor=keeper, body=body, institution=row, since=FOUNDED, at=NOW)
    join_mechanism(actor=keeper, body=body, institution=cast.institutions["XA/DEF"], since=FOUNDED, at=NOW)
    called = {"es": "Justicia"}, {"es": "Justicia y Paz"}, {"es": "Aldea Nueva"}
    correct(actor=CONSOLE, row=row, changes={"name": called[0]}, reason="x", at=NOW)
    assert Party.objects.get(institution=row).name == called[0]
    rename(cast, called[1]["es"], TODAY)
    correct(actor=CONSOLE, row=row, changes={"place_name": "Capital"}, reason="x", at=NOW)
    correct(actor=CONSOLE, row=cast.members["XA"], changes={"name": called[2]}, reason="x", at=NOW)
    assert {party.code: party.name["es"] for party in Party.objects.all()} == {
        "XA": "Aldea Nueva", "XB": "Brisa", "XC": "Cumbre", "JUS": "Justicia y Paz", "DEF": "DEF de XA",
    }  # fmt: skip  # one row of a table, read as one
    Party.objects.filter(code="DEF").update(name={"es": "Defensa"})  # called otherwise in the days of that party
    correct(actor=CONSOLE, row=cast.institutions["XA/DEF"], changes={"name": called[0]}, reason="x", at=NOW)
    assert Party.objects.get(code="DEF").name == {"es": "Defensa"}


def test_a_mandate_is_moved_only_where_nobody_else_holds_the_seat_and_around_what_was_done(cast):
    seat, first = cast.seats[OFFICE], cast.mandates[OFFICE]
    end_mandate(actor=CONSOLE, mandate=first, until=NOW, at=NOW)
    second = begin_mandate(actor=CONSOLE, seat=seat, account=first.account, since=NOW + DAY, at=NOW)
    assert fix(cast, first, until=NOW + 2 * DAY) == No.TWO_HOLDERS
    assert fix(cast, first, until=None) == No.TWO_HOLDERS
    assert fix(cast, second, since=NOW - DAY) == No.TWO_HOLDERS
    assert fix(cast, second, until=NOW + DAY) == No.ENDS_TOO_EARLY
    correct(actor=CONSOLE, row=first, changes={"until": NOW + DAY}, reason="x", at=NOW)
    office = Actor(account="x", seat=seat.key, mandate=first.key, office=seat.office)
    for at in (NOW - 2 * DAY, NOW - DAY):
        record(actor=office, act="text-created", tree="network", kind="text", object="x", at=at)
    assert fix(cast, first, since=NOW - DAY) == No.ACTED_THEN
    assert fix(cast, first, until=NOW - DAY) == No.ACTED_THEN
    correct(actor=CONSOLE, row=first, changes={"since": NOW - 2 * DAY, "until": NOW}, reason="x", at=NOW)
    assert line(Act.FACT_CORRECTED).tree_id == "member:XA"  # an end that is still to come is the member's own
    assert Mandate.objects.get(key=first.key).until == NOW


def test_the_dates_of_a_mandate_ask_for_a_fresh_factor_and_for_two_while_a_procedure_is_open(cast):
    row = cast.mandates["XA/focal_point/MRE"]
    change = {"row": row, "changes": {"since": NOW - 400 * DAY}, "reason": "x", "at": NOW}
    stale = cast.actor("XA/alternate", fresh=False)
    assert refusal(correct, actor=stale, **change) == Shared.NOT_FRESH
    place_hold(body=cast.body, kind="procedure", object="p", at=NOW)
    assert refusal(correct, actor=cast.actor("XA/alternate"), **change) == No.TWO_PERSONS


def test_today_is_now_and_another_day_is_its_end(cast):
    assert as_of(None, NOW).instant == as_of(TODAY, NOW).instant == NOW
    assert as_of(TODAY, NOW).query == ""
    past = as_of(date(2015, 6, 1), NOW)
    assert (past.query, past.is_future, as_of(TODAY + DAY, NOW).is_future) == ("?on=2015-06-01", False, True)
