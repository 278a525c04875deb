"""Lists that are signed on paper: who prepares, types in, enters and countersigns them, and who reads what stands
there."""

from dataclasses import replace
from datetime import date

import pytest

from cast import NOW
from tejido.formats.roster.listing import Line
from tejido.ledger.models import Line as LedgerLine
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.records import commands, queries, rules
from tejido.records.models import Batch, Cohort, PaperList, Scan
from tejido.records.names import No, State
from tejido.registry.queries import capacity

from . import doings
from .doings import REPRESENTATIVE
from .offices import REGISTRAR, with_registrar

pytestmark = pytest.mark.django_db
CANARY = "CANARIO"
ANA, LUIS = Line(1, "1.234.567", f"{CANARY} Ana"), Line(2, "7.654.321", f"{CANARY} Luis")
PDF = b"%PDF-1.7\n" + CANARY.encode()
LAST = date(2026, 6, 30)


def refused(code, act, *args, **kwargs) -> None:
    with pytest.raises(Refused) as problem:
        act(*args, **kwargs)
    assert problem.value.refusal.code == code


@pytest.fixture
def cohort(cast, text):
    return doings.cohort(with_registrar(cast), doings.course(cast, text))


def prepared(cast, cohort, *lines, empty=1, by=REGISTRAR, **given):
    values = {"name": "Sesión en Villa", "day": LAST, "level": "", "at": NOW, **given}
    return commands.begin_list(actor=cast.actor(by), cohort=cohort, lines=lines or (ANA, LUIS), empty=empty, **values)


def loaded(cast, sheet, by=REGISTRAR):
    return queries.list_for(cast.actor(by), sheet.key)


def filled(cast, sheet, *done, by=REGISTRAR, seen=""):
    row = loaded(cast, sheet, by)
    lines = [replace(line, done=line.number in done) for line in queries.lines_in(row)]
    commands.fill_list(actor=cast.actor(by), sheet=row, lines=lines, seen=seen or row.digest, at=NOW)
    return loaded(cast, sheet, by)


def entered(cast, sheet, *done, by=REGISTRAR):
    row = filled(cast, sheet, *done, by=by)
    made = commands.enter_list(actor=cast.actor(by), sheet=row, at=NOW)
    return made, loaded(cast, sheet, by)


def scanned(cast, sheet, data=PDF, by=REGISTRAR):
    return commands.add_scan(actor=cast.actor(by), sheet=sheet, data=data, at=NOW)


def test_a_list_is_prepared_typed_in_and_entered(cast, cohort):
    sheet = prepared(cast, cohort)
    assert [line.number for line in queries.lines_in(sheet)] == [1, 2, 3]
    made, row = entered(cast, sheet, 2)
    assert (made.new, made.known) == (1, 0)
    (line,) = queries.roll_of(cast.actor(REGISTRAR), cohort)
    assert (line.name, line.document, line.day) == (LUIS.name, "national:7654321", LAST)
    assert rules.is_entered(row)
    assert [each.key for each in queries.lists_of(cast.actor(REGISTRAR), cohort)] == [sheet.key]
    assert doings.is_exact()


def test_the_page_says_what_follows_where_a_scan_is_a_proof_and_offers_nothing_that_is_refused(cast, cohort):
    sheet = prepared(cast, cohort)
    removals = f"/records/scans/{scanned(cast, sheet).key}/removals/"
    page, follows = f"/records/lists/{sheet.key}/", "The scan is deleted and cannot be brought back."
    seen = cast.client(REGISTRAR)
    shown = seen.get(page).content.decode()
    assert (removals in shown, follows in shown) == (True, False)
    made, row = entered(cast, sheet, 1)
    shown = seen.get(page).content.decode()
    assert follows in shown.split('id="scans"')[1]
    doer = capacity(cast.actor(REGISTRAR), row.cohort.space)
    assert rules.removes_scans(doer, row) is None
    Batch.objects.filter(key=made.batch.key).update(state=State.UNDOING)
    row = loaded(cast, sheet)
    assert rules.removes_scans(doer, row).code == No.LIST_ENTERED
    assert removals not in seen.get(page).content.decode()


def test_an_entered_list_stands_until_its_records_are_taken_back(cast, cohort):
    sheet = prepared(cast, cohort)
    made, row = entered(cast, sheet, 1, 2)
    mine = {"actor": cast.actor(REGISTRAR), "at": NOW}
    refused(No.LIST_ENTERED, filled, cast, sheet, 1)
    refused(No.LIST_ENTERED, commands.enter_list, sheet=row, **mine)
    refused(No.LIST_ENTERED, commands.remove_list, sheet=row, **mine)
    scan = scanned(cast, row)
    refused(Shared.NOT_FRESH, commands.remove_scan, scan=scan, actor=cast.actor(REGISTRAR, fresh=False), at=NOW)
    commands.remove_scan(scan=scan, **mine)
    doings.undo(cast, made.batch, REGISTRAR)
    assert not rules.is_entered(loaded(cast, sheet))
    again, _row = entered(cast, sheet, 1)
    assert again.new == 1
    doings.undo(cast, again.batch, REGISTRAR)
    commands.remove_list(sheet=loaded(cast, sheet), **mine)
    assert not PaperList.objects.exists()
    assert not Scan.objects.exists()


def test_what_everybody_has_already_enters_nothing(cast, cohort):
    entered(cast, prepared(cast, cohort), 1)
    made, row = entered(cast, prepared(cast, cohort), 1)
    assert (made.batch, made.new, made.known) == (None, 0, 1)
    assert not rules.is_entered(row)


def test_a_list_is_of_its_cohort_and_of_a_size_that_fits(cast, cohort):
    refused(No.LIST_OFF_COHORT, prepared, cast, cohort, day=date(2026, 7, 1))
    refused(No.LIST_OFF_COHORT, prepared, cast, cohort, day=date(2026, 2, 28))
    refused(No.LIST_TOO_LONG, prepared, cast, cohort, empty=299)
    assert prepared(cast, cohort, empty=298).size == 300


def test_only_what_is_right_and_ticked_is_entered(cast, cohort):
    sheet = prepared(cast, cohort)
    mine = {"actor": cast.actor(REGISTRAR), "at": NOW}
    refused(No.NOBODY_DONE, commands.enter_list, sheet=loaded(cast, sheet), **mine)
    row = filled(cast, sheet, 1, 3)
    refused(No.LINES_WRONG, commands.enter_list, sheet=row, **mine)


def test_nothing_is_written_over_what_somebody_else_typed(cast, cohort):
    sheet = prepared(cast, cohort)
    seen = sheet.digest
    filled(cast, sheet, 1)
    refused(Shared.STALE, filled, cast, sheet, 2, by=REPRESENTATIVE, seen=seen)


def test_another_seat_of_the_school_countersigns(cast, cohort):
    sheet = prepared(cast, cohort)
    by = cast.actor(REPRESENTATIVE)
    refused(No.NOT_YET_ENTERED, commands.countersign, actor=by, sheet=sheet, at=NOW)
    _made, row = entered(cast, sheet, 1)
    refused(Shared.NOT_YOURS, commands.countersign, actor=cast.actor(REGISTRAR), sheet=row, at=NOW)
    stale = cast.actor(REPRESENTATIVE, fresh=False)
    refused(Shared.NOT_FRESH, commands.countersign, actor=stale, sheet=row, at=NOW)
    commands.countersign(actor=by, sheet=row, at=NOW)
    assert loaded(cast, sheet).countersigned_by == by.office
    refused(No.COUNTERSIGNED_SO, commands.countersign, actor=by, sheet=row, at=NOW)


def test_who_typed_a_list_in_does_not_countersign_it(cast, cohort):
    sheet = prepared(cast, cohort)
    _made, row = entered(cast, sheet, 1, by=REPRESENTATIVE)
    refused(No.OWN_LIST, commands.countersign, actor=cast.actor(REPRESENTATIVE), sheet=row, at=NOW)


def test_a_scan_is_kept_sealed_and_comes_back_as_it_was(cast, cohort):
    sheet = prepared(cast, cohort)
    made = scanned(cast, sheet)
    assert [each.key for each in queries.scans_of(sheet)] == [made.key]
    found = queries.scan_for(cast.actor(REGISTRAR), made.key)
    assert queries.data_of(found) == PDF
    commands.remove_scan(actor=cast.actor(REGISTRAR), scan=found, at=NOW)
    assert queries.scans_of(sheet) == []


def test_a_photograph_loses_what_the_camera_wrote_into_it(cast, cohort):
    about = b"\xff\xe1\x00\x10" + b"Exif\0\0GPS here!"[:14]
    photograph = b"\xff\xd8" + about + b"\xff\xda\x00\x02picture\xff\xd9"
    made = scanned(cast, prepared(cast, cohort), photograph)
    data = queries.data_of(queries.scan_for(cast.actor(REGISTRAR), made.key))
    assert b"GPS" not in data
    assert b"picture" in data


def test_only_scans_of_a_bearable_size_are_kept(cast, cohort, monkeypatch):
    sheet = prepared(cast, cohort)
    refused(No.NOT_A_SCAN, scanned, cast, sheet, b"text")
    refused(No.NOT_A_SCAN, scanned, cast, sheet, b"")
    monkeypatch.setattr(rules, "MOST_SCAN", len(PDF))
    scanned(cast, sheet)
    refused(No.SCAN_TOO_BIG, scanned, cast, sheet, PDF + b"!")
    monkeypatch.setattr(rules, "MOST_SCANS", 1)
    refused(No.SCANS_FULL, scanned, cast, sheet)


@pytest.mark.parametrize("who", ["XA/focal_point", "XA/representative/DEF", "XB/focal_point", "network/secretariat"])
def test_nobody_else_finds_a_list_or_does_anything_to_it(cast, cohort, who):
    sheet = prepared(cast, cohort)
    _made, row = entered(cast, sheet, 1)
    scan = scanned(cast, row)
    actor = cast.actor(who)
    for missing, ask in (
        (PaperList.DoesNotExist, lambda: queries.list_for(actor, sheet.key)),
        (Scan.DoesNotExist, lambda: queries.scan_for(actor, scan.key)),
        (Cohort.DoesNotExist, lambda: queries.lists_of(actor, cohort)),
        (Cohort.DoesNotExist, lambda: queries.batches_of(actor, cohort)),
    ):
        with pytest.raises(missing):
            ask()
    mine = {"actor": actor, "at": NOW}
    refused(Shared.NOT_YOURS, prepared, cast, cohort, by=who)
    for act in (commands.enter_list, commands.remove_list, commands.countersign):
        refused(Shared.NOT_YOURS, act, sheet=row, **mine)
    refused(Shared.NOT_YOURS, commands.fill_list, sheet=row, lines=[], seen=row.digest, **mine)
    refused(Shared.NOT_YOURS, commands.add_scan, sheet=row, data=PDF, **mine)
    refused(Shared.NOT_YOURS, commands.remove_scan, scan=scan, **mine)


def test_who_is_erased_stands_on_no_list_any_more(cast, cohort):
    sheet = prepared(cast, cohort)
    entered(cast, sheet, 1, 2)
    by = cast.actor(REPRESENTATIVE)
    commands.erase_person(actor=by, space=cohort.space, document="national:1234567", at=NOW)
    assert [line.name for line in queries.lines_in(loaded(cast, sheet))] == ["", LUIS.name, ""]


def test_no_name_and_no_scan_lies_in_the_clear(cast, cohort):
    sheet = prepared(cast, cohort)
    entered(cast, sheet, 1)
    scanned(cast, sheet)
    kept = [bytes(row.sealed) for row in PaperList.objects.all()] + [bytes(row.sealed) for row in Scan.objects.all()]
    kept += [bytes(line.canonical) + repr(line.details).encode() for line in LedgerLine.objects.all()]
    kept += [bytes(batch.name) + repr(batch.mapping).encode() for batch in Batch.objects.all()]
    assert not [each for each in kept if CANARY.encode() in each or b"1234567" in each]
