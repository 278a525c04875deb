"""The files of keys: on the disk before a row names them, and none destroyed that a row names."""

import os

import pytest

from cast import NOW
from tejido.config.checkup import network as doctor
from tejido.risk import commands, jobs, keys
from tejido.risk.commands import access, ending, opening
from tejido.risk.models import Analysis
from tejido.risk.tests.made import FP, begun, unlock

OLD, NEW = "analysis-1", "analysis-2"


def names():
    return sorted(path.name for path in keys._folder().iterdir())


def no_disk(*_given):
    raise PermissionError("read-only")


def stuck(monkeypatch, *files):
    """These files cannot be removed."""
    shred = keys._shred
    monkeypatch.setattr(keys, "_shred", lambda path: no_disk() if path.name in files else shred(path))


@pytest.mark.anywhere
def test_the_name_of_a_new_key_is_on_the_disk_with_its_bytes(monkeypatch):
    synced, sync = [], os.fsync

    def watched(handle):
        synced.append(os.fstat(handle).st_ino)
        sync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    keys.make("analysis")
    folder = keys._folder()
    assert synced == [path.stat().st_ino for path in (folder / OLD, folder, folder.parent)]


@pytest.mark.anywhere
def test_a_file_that_somebody_else_removes_first_is_gone_too(monkeypatch):
    keys.make("analysis")
    gone = keys._file("analysis", 7)
    keys._shred(gone)
    monkeypatch.setattr(type(gone), "exists", lambda _path: True)
    keys.destroy("analysis", 7)
    assert names() == [OLD]


@pytest.mark.anywhere
@pytest.mark.parametrize(
    "destroy", [lambda: keys.destroy_all("analysis"), lambda: keys.destroy_below("analysis", 3)], ids=["all", "below"]
)
def test_one_file_that_cannot_be_removed_is_said_and_does_not_save_the_others(monkeypatch, destroy):
    for number in (0, 1):
        keys.make("analysis", number)
    stuck(monkeypatch, OLD)
    with pytest.raises(PermissionError):
        destroy()
    assert names() == [OLD]


## The row and the file


@pytest.mark.django_db(transaction=True)
def test_old_keys_that_cannot_be_destroyed_do_not_take_the_new_ones_along(cast, monkeypatch):
    row = begun(cast)
    found = unlock(cast, row)
    with monkeypatch.context() as patch:
        patch.setattr(keys, "destroy_below", no_disk)
        commands.renew_keys(actor=cast.actor(FP), opened=found, passphrase="", at=NOW)
    assert names() == [f"{row.key}-1", f"{row.key}-2"]
    assert unlock(cast, row).cells["title"] == "Primer análisis"
    commands.run_due(at=NOW)
    assert names() == [f"{row.key}-2"]
    monkeypatch.setattr(keys, "destroy_all", no_disk)
    commands.destroy(actor=cast.actor(FP), analysis=row, at=NOW)
    assert not Analysis.objects.get().is_shredded


@pytest.mark.django_db
def test_what_fails_after_the_row_names_the_new_key_leaves_it(cast, monkeypatch):
    row = begun(cast)
    found = unlock(cast, row)
    for room, name in ((access, "_renew"), (opening, "_begin")):
        done = getattr(room, name)
        monkeypatch.setattr(room, name, lambda *given, done=done: (done(*given), no_disk()))
    with pytest.raises(PermissionError):
        commands.renew_keys(actor=cast.actor(FP), opened=found, passphrase="", at=NOW)
    assert unlock(cast, row).cells["title"] == "Primer análisis"
    with pytest.raises(PermissionError):
        begun(cast)
    assert unlock(cast, Analysis.objects.exclude(key=row.key).get()).cells["title"] == "Primer análisis"


@pytest.mark.django_db
def test_where_the_row_cannot_be_asked_the_new_key_stays(cast, monkeypatch):
    from django.db import OperationalError

    row = begun(cast)
    found = unlock(cast, row)

    class Away:
        def filter(self, **_asked):
            raise OperationalError("the database went away")

    def fail(*_given):
        monkeypatch.setattr(Analysis, "objects", Away())
        no_disk()

    monkeypatch.setattr(access, "_renew", fail)
    with pytest.raises(PermissionError):
        commands.renew_keys(actor=cast.actor(FP), opened=found, passphrase="", at=NOW)
    assert names() == [f"{row.key}-1", f"{row.key}-2"]


## The clock


@pytest.mark.django_db
def test_one_key_that_cannot_be_destroyed_does_not_stop_what_is_behind_it(cast, monkeypatch, caplog):
    first, second, third = (begun(cast) for _ in range(3))
    for row in (first, second):
        commands.destroy(actor=cast.actor(FP), analysis=row, at=NOW)
    commands.renew_keys(actor=cast.actor(FP), opened=unlock(cast, third), passphrase="", at=NOW)
    stuck(monkeypatch, f"{first.key}-1", f"{second.key}-1")
    assert commands.run_due(at=NOW) == 0
    assert names() == sorted([f"{first.key}-1", f"{second.key}-1", f"{third.key}-2"])
    assert f"risk analysis {first.key}" in caplog.text
    assert sorted(jobs.unshredded(NOW)) == []
    assert sorted(jobs.unshredded(NOW + ending.EARLIER)) == sorted([first.key, second.key])
    (finding,) = doctor._keys(NOW + ending.EARLIER)
    assert finding.code == "keys_not_shredded"
    assert first.key in finding.sentence


@pytest.mark.django_db
def test_the_doctor_finds_nothing_where_the_clock_has_done_its_work(cast):
    row = begun(cast)
    commands.destroy(actor=cast.actor(FP), analysis=row, at=NOW)
    commands.run_due(at=NOW)
    assert list(doctor._keys(NOW + ending.EARLIER)) == []
