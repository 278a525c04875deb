"""What people write stands nowhere in clear: not in the database, its file, its journal or a copy of them, not in
sessions, logs, letters, ledgers or reports of faults. And what was changed outside of the house is not read."""

import logging
import re
import sqlite3
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.signals import got_request_exception
from django.db import connection
from django.views.debug import ExceptionReporter

from cast import NOW
from tejido.engine.sealing import NotAuthentic
from tejido.ledger.audit import audit
from tejido.ledger.models import Line
from tejido.ledger.queries import lines_of_seat
from tejido.people.models import Letter
from tejido.risk import commands, keys, proof
from tejido.risk.models import Analysis, Asking, Opening, Version
from tejido.risk.tests.made import ALT, BROWSER, FP, admission, begun, opened, saved, unlock

pytestmark = pytest.mark.django_db
CANARY, PHRASE = "CANARIO-9c1", "CANARIO-9c1 frase de paso"
FORM = {"language": "es", "years": "3", "passphrase": PHRASE, "again": PHRASE}


def write_everything(client) -> str:
    """Everything that can be written, by the pages. The key of the analysis."""
    client.post("/risk/beginnings/", FORM | {"title": f"{CANARY} title", "scope": f"{CANARY} scope"})
    key = Analysis.objects.get().key
    here = f"/risk/{key}/"
    client.post(f"{here}openings/", {"passphrase": f"{CANARY} wrong"})
    client.post(f"{here}frame/", {"title": f"{CANARY} other", "told": f"{CANARY} told", "base": "1"})
    part = here + "parts/" + re.findall(r"/parts/(\w+)/", client.get(here).content.decode())[2] + "/"
    fields = ("words", "groups", "mitigating", "change", "questions", "recommended")
    client.post(part, {name: f"{CANARY} {name}" for name in fields} | {"found": "worsening", "base": "2"})
    client.post(part, {"words": f"{CANARY} clash", "base": "1"})
    piece = {"what": f"{CANARY} what", "source": f"{CANARY} source", "place": f"{CANARY} place", "base": "3"}
    client.post(f"{part}evidence/", piece)
    client.post(f"{part}evidence/", piece | {"day": f"{CANARY} not a day"})
    client.post(f"{here}summary/", {"title": f"{CANARY} summary", "words_3": f"{CANARY} sentence", "base": "4"})
    seen = re.search(r'name="seen" value="(\w+)"', client.get(f"{here}summary/preview/").content.decode())[1]
    assert client.post(f"{here}summary/askings/", {"readers": "network", "seen": seen}).status_code == 302
    assert client.post(f"{here}exports/").status_code == 200
    return key


def stored() -> bytes:
    """Every value of every table, as the database gives it."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  # a name of our own
            found += [bytes(v) if isinstance(v, (bytes, memoryview)) else str(v).encode() for r in cursor for v in r]
    return b"\n".join(found)


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def has_canary(raw: bytes) -> bool:
    return any(word in raw for word in (CANARY.encode(), CANARY.encode("utf-16-le"), b"worsening"))


def test_nothing_that_was_written_is_in_the_file_of_the_database_its_journal_or_a_copy(
    on_file, cast, at_now, tmp_path, settings, caplog
):
    caplog.set_level(logging.DEBUG)
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    client = cast.client(FP)
    key = write_everything(client)
    page = client.get(f"/risk/{key}/").content.decode()
    assert CANARY in page
    assert Version.objects.count() == 5
    assert not has_canary(stored())
    assert not has_canary(files(Path(settings.KEY_FOLDER)))
    assert not has_canary(caplog.text.encode())
    assert not Letter.objects.exists()
    if connection.vendor == "sqlite":
        assert (tmp_path / "tejido.sqlite3-wal").exists()
        copy_database(tmp_path / "tejido.sqlite3", tmp_path / "copy.sqlite3")
        assert not has_canary(files(tmp_path))
        deleted = bytes(Version.objects.order_by("number")[1].sealed)
        client.post(f"/risk/{key}/forgettings/")
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert deleted[100:140] not in (tmp_path / "tejido.sqlite3").read_bytes()  # nor what was deleted, sealed


def copy_database(file: Path, copy: Path) -> None:
    with sqlite3.connect(file) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()


def test_no_table_no_ledger_and_no_session_has_a_word_or_the_key(cast, at_now):
    key = write_everything(cast.client(FP))
    everything = stored()
    assert not has_canary(everything)
    lines = Line.objects.filter(object=key)
    assert {frozenset(line.facts) for line in lines} <= {frozenset(), frozenset({"version", "seal"})}
    assert not any(line.details for line in lines)
    kept = " ".join(str(session.get_decoded()) for session in Session.objects.all())
    assert key not in kept
    assert CANARY not in kept


def test_the_data_key_stands_in_no_table_while_it_is_open(cast):
    row = begun(cast)
    found = unlock(cast, row)
    assert found.data_key not in stored()
    assert found.data_key.hex().encode() not in stored()


def test_no_list_of_a_seat_has_its_lines_and_the_audit_still_holds(cast):
    row = begun(cast)
    unlock(cast, row)
    assert [line.object for line in lines_of_seat(cast.actor(FP).seat) if line.object == row.key] == []
    assert audit().ok


def test_all_fourteen_factors_and_none_take_the_same_room(cast):
    row = begun(cast)
    unlock(cast, row)
    saved(cast, row, **{f"_{factor}_found": "absent" for factor in range(1, 15)})
    assert len({len(bytes(version.sealed)) for version in Version.objects.all()}) == 1


## Reports of faults


@pytest.mark.parametrize("decorated", [True, False])
def test_a_report_of_a_fault_has_nothing_of_it(cast, at_now, monkeypatch, decorated):
    client = cast.client(FP)
    key = write_everything(client)
    part = f"/risk/{key}/parts/" + re.findall(r"/parts/(\w+)/", client.get(f"/risk/{key}/").content.decode())[3] + "/"

    def fail(*_args):
        raise RuntimeError

    reports: list[str] = []

    def hear(request, **_given):
        reporter = ExceptionReporter(request, *sys.exc_info())
        reports.extend([reporter.get_traceback_html(), reporter.get_traceback_text()])

    monkeypatch.setattr("tejido.risk.commands.writing.proof.seal_cells", fail)
    if not decorated:  # this test would notice if the views told what they hold
        monkeypatch.setattr("django.views.debug.SafeExceptionReporterFilter.is_active", lambda *_args: False)
    got_request_exception.connect(hear)
    client.raise_request_exception = False
    try:
        answer = client.post(part, {"words": f"{CANARY} fault", "base": "5"})
    finally:
        got_request_exception.disconnect(hear)
    assert answer.status_code == 500
    assert len(reports) == 2
    assert not any(client.cookies["tejido_risk_key"].value in report for report in reports if decorated)
    assert any(CANARY in report for report in reports) != decorated
    assert CANARY not in answer.content.decode()


## What was changed outside of the house


@pytest.fixture
def two(cast):
    """Two analyses that are open, each with two versions."""
    rows = [begun(cast), begun(cast)]
    for row in rows:
        unlock(cast, row)
        saved(cast, row, _3_words="Palabras")
    return rows


def test_a_row_of_another_analysis_is_not_read_in_its_place(cast, two):
    own, other = two
    sealed = Version.objects.get(analysis=other, number=2).sealed
    Version.objects.filter(analysis=own, number=2).update(sealed=sealed)
    with pytest.raises(NotAuthentic):
        opened(cast, own)


def test_an_older_version_put_back_is_noticed(cast, two):
    own, _other = two
    Version.objects.filter(analysis=own, number=2).delete()
    with pytest.raises(NotAuthentic):
        opened(cast, own)
    Analysis.objects.filter(key=own.key).update(version=1)
    with pytest.raises(NotAuthentic):
        opened(cast, own)


def test_a_version_is_not_read_as_another_one_even_where_the_ledger_agrees(cast, two):
    own, _other = two
    found = opened(cast, own)
    sealed = bytes(Version.objects.get(analysis=own, number=1).sealed)
    with pytest.raises(NotAuthentic):
        proof.unseal_cells(found.data_key, sealed, own.key, 2)


def test_an_opening_of_another_seat_or_analysis_opens_nothing(cast, two):
    own, other = two
    stolen = Opening.objects.get(admission__analysis=other)
    Opening.objects.filter(admission__analysis=own).update(sealed=stolen.sealed)
    with pytest.raises(NotAuthentic):
        opened(cast, own)


def test_a_changed_wrap_opens_nothing(cast, two):
    own, other = two
    Analysis.objects.filter(key=own.key).update(wrapped=Analysis.objects.get(key=other.key).wrapped)
    with pytest.raises(NotAuthentic):
        commands.open_analysis(
            actor=cast.actor(FP), admission=admission(cast, own), browser=BROWSER, passphrase="", at=NOW
        )


def test_a_request_to_release_is_bound_to_its_analysis(cast, two):
    own, other = (opened(cast, row) for row in two)
    sealed = proof.seal_asking(own.data_key, {"title": "x"}, own.analysis.key, "asking")
    with pytest.raises(NotAuthentic):
        proof.unseal_asking(own.data_key, sealed, other.analysis.key, "asking")
    assert not Asking.objects.exists()


@pytest.mark.parametrize(("lost", "words"), [(False, "changed outside"), (True, "file of its key")])
def test_the_page_says_plainly_what_is_wrong(cast, at_now, lost, words, caplog):
    client = cast.client(FP)
    row = begun(cast)
    if lost:
        keys.destroy(row.key, 1)
        answer = client.post(f"/risk/{row.key}/openings/")
    else:
        client.post(f"/risk/{row.key}/openings/")
        sealed = bytearray(bytes(Version.objects.get().sealed))
        sealed[200] ^= 1
        Version.objects.update(sealed=bytes(sealed))
        answer = client.get(f"/risk/{row.key}/")
        assert client.get("/risk/").status_code == 200
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert row.key in caplog.text


def test_every_table_of_this_app_is_looked_at_here():
    assert {model.__name__ for model in apps.get_app_config("risk").get_models()} == {
        "Admission", "Analysis", "Asking", "Opening", "Summary", "Version",
    }  # fmt: skip  # one set


def test_nobody_else_s_seat_has_it_open(cast):
    row = begun(cast)
    unlock(cast, row)
    assert Opening.objects.filter(admission__seat=cast.seats[cast.office(ALT)]).count() == 0
