"""tejido doctor: a sound node is said to be sound, and each thing that can be wrong is found, with its remedy."""

import json
import shutil
import sqlite3
from collections import namedtuple
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as live

from at_console import Console, Typed
from cast import Cast, make_text
from tejido.config import checkup
from tejido.config.checkup import Finding, backups, database, network, surroundings
from tejido.ledger.commands import sign_tree
from tejido.people.models import Letter
from tejido.people.names import GIVE_UP_AFTER
from tejido.registry.models import Mandate, Network
from tejido.running.commands import Beat, keep_beats
from tejido.running.queries import OFTEN

Usage = namedtuple("Usage", "total used free")


def codes(findings: Iterator[Finding]) -> list[str]:
    """The codes of what was found; each says something and what to do about it."""
    found = list(findings)
    assert all(finding.sentence and finding.remedy for finding in found)
    return [finding.code for finding in found]


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Translations, as a built package has them."""
    for tag in ("es", "pt", "fr"):
        (tmp_path / "locale" / tag / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / "locale" / tag / "LC_MESSAGES" / "django.mo").touch()
    monkeypatch.setattr(surroundings, "LOCALE", tmp_path / "locale")
    return tmp_path / "locale"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is as it should be."""
    monkeypatch.setenv("TEJIDO_DATA", str(tmp_path / "data"))
    (tmp_path / "data" / "keys").mkdir(parents=True)
    return tmp_path / "data"


# The command as a whole


@pytest.mark.sqlite
def test_a_folder_that_was_just_founded_is_sound_but_for_what_only_a_build_makes(console: Console) -> None:
    console("init", "--name", "R", "--languages", "es", "--zone", "UTC", "--email", "a@example.org")
    said = console("doctor", "--json")
    assert {finding["code"] for finding in said.data["findings"]} <= {"not_translated"}
    assert said.code == (1 if said.data["findings"] else 0)


def test_what_is_found_ends_with_1_and_is_said_with_its_remedy(typed: Typed, monkeypatch) -> None:
    finding = Finding("broken", "This is broken.", "Mend it.")
    monkeypatch.setattr("tejido.cli.doctor.findings", lambda: iter([finding]))
    monkeypatch.setattr("tejido.cli.doctor.work_done", list)
    said = typed("doctor")
    assert (said.code, said.out) == (1, "✗ This is broken.\n  Mend it.\n")
    assert typed("doctor", "--json").data == {
        "ok": False,
        "findings": [{"code": "broken", "sentence": "This is broken.", "remedy": "Mend it.", "is_blocking": False}],
        "work": [],
        "last_backup": None,
    }


def test_a_sound_node_ends_with_0(typed: Typed, monkeypatch) -> None:
    monkeypatch.setattr("tejido.cli.doctor.findings", lambda: iter([]))
    monkeypatch.setattr("tejido.cli.doctor.work_done", list)
    said = typed("doctor")
    assert said.code == 0
    assert said.out.startswith("Nothing is misconfigured in ")


# The folder


def test_a_folder_that_is_not_there_is_found_and_not_made(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("TEJIDO_DATA", str(tmp_path / "data"))
    assert codes(checkup.findings()) == ["folder_missing"]
    assert not (tmp_path / "data").exists()


def test_a_folder_that_cannot_be_written_to_is_found(monkeypatch) -> None:
    monkeypatch.setenv("TEJIDO_DATA", "/proc")
    assert codes(checkup.findings()) == ["folder_unwritable"]


@pytest.mark.sqlite
def test_a_setting_that_cannot_be_read_is_found(console: Console) -> None:
    console.folder.mkdir()
    said = console("doctor", "--json", TEJIDO_SMTP_PORT="many")
    assert [finding["code"] for finding in said.data["findings"]] == ["setting_wrong"]
    assert "TEJIDO_SMTP_PORT" in said.data["findings"][0]["sentence"]


# The settings and the machine


def test_settings_as_they_come_are_sound(folder: Path, compiled: Path) -> None:
    assert codes(surroundings.of_settings()) == []


def test_a_misspelt_setting_is_found(folder: Path, compiled: Path, monkeypatch) -> None:
    monkeypatch.setenv("TEJIDO_SMPT_HOST", "mail.example.org")
    assert codes(surroundings.of_settings()) == ["setting_unknown"]


def test_a_setting_that_is_read_from_a_file_is_not_taken_for_a_slip(folder: Path, compiled: Path, monkeypatch) -> None:
    monkeypatch.setenv("TEJIDO_SMTP_PASSWORD_FILE", "/run/secrets/smtp")
    assert codes(surroundings.of_settings()) == []


@pytest.mark.parametrize("name", ["keys/sessions", "keys/ledger", "keys/risk/an-analysis-1", "tejido.sqlite3"])
def test_a_secret_that_others_can_read_is_found(name: str, folder: Path, compiled: Path) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).touch(0o600)
    assert codes(surroundings.of_settings()) == []
    (folder / name).chmod(0o640)
    assert codes(surroundings.of_settings()) == ["secret_readable"]


def test_a_disk_that_is_nearly_full_is_found(folder: Path, compiled: Path, monkeypatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(9, 9, surroundings.ROOM - 1))
    assert codes(surroundings.of_settings()) == ["disk_full"]


def test_missing_translations_are_found(folder: Path, compiled: Path) -> None:
    (compiled / "pt" / "LC_MESSAGES" / "django.mo").unlink()
    assert codes(surroundings.of_settings()) == ["not_translated"]


PUBLIC = {"ORIGIN": "https://red.example.org", "SECURE_PROXY_SSL_HEADER": ("X", "https"), "EMAIL_HOST": "mail"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"ORIGIN": "https://red.example.org/red"}, ["origin_wrong"]),
        ({"ORIGIN": "red.example.org"}, ["origin_wrong"]),
        ({"ORIGIN": "http://red.example.org"}, ["not_https"]),
        ({"SECURE_PROXY_SSL_HEADER": None}, ["proxy_unknown"]),
        ({"ALLOWED_HOSTS": ["*"]}, ["any_host"]),
        ({"DEBUG": True}, ["debug_on"]),
        ({"EMAIL_HOST": ""}, ["no_mail"]),
        ({"EMAIL_HOST": "", "DEBUG": True, "ORIGIN": "http://localhost:8000"}, []),
    ],
)
def test_what_matters_once_others_can_reach_the_node_is_found(changes, expected, folder, compiled, settings) -> None:
    for name, value in {**PUBLIC, **changes}.items():
        setattr(settings, name, value)
    assert codes(surroundings.of_settings()) == expected


# The database


def found(console: Console) -> set[str]:
    return {finding["code"] for finding in console("doctor", "--json").data["findings"]} - {"not_translated"}


def empty_folder(console: Console) -> None:
    (console.folder / "tejido.sqlite3").unlink()


def other_file(console: Console) -> None:
    (console.folder / "tejido.sqlite3").write_bytes(b"this is no database" * 100)


def one_step_back(console: Console) -> None:
    change(console, "DELETE FROM django_migrations WHERE app = 'ledger'")


def one_step_ahead(console: Console) -> None:
    change(console, "INSERT INTO django_migrations (app, name, applied) VALUES ('ledger', '9999_later', '2030-01-01')")


def scratched(console: Console) -> None:
    """An index that no longer fits its table."""
    change(console, "PRAGMA writable_schema = 1; DELETE FROM sqlite_master WHERE name = 'line_by_time'")


def change(console: Console, sql: str) -> None:
    with sqlite3.connect(console.folder / "tejido.sqlite3") as connection:
        connection.executescript(sql)
    connection.close()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (empty_folder, "no_database"),
        (other_file, "database_unusable"),
        (one_step_back, "database_behind"),
        (one_step_ahead, "database_unusable"),
        (scratched, "database_damaged"),
    ],
)
def test_a_database_that_cannot_be_used_is_found(spoil, expected: str, prepared: Console) -> None:
    spoil(prepared)
    assert found(prepared) == {expected}


@pytest.mark.sqlite
def test_a_database_that_can_be_used_is_sound_and_waits_for_a_network(prepared: Console) -> None:
    assert found(prepared) == {"no_network"}


@pytest.mark.sqlite
@pytest.mark.django_db
def test_a_disk_that_lets_only_one_write_is_found(tmp_path: Path) -> None:
    assert codes(database._of_sqlite(tmp_path / "in memory, which keeps no such journal")) == ["no_wal"]


# What is in it


@pytest.fixture
def at(cast: Cast) -> datetime:
    """The cast sits in its seats from long ago; only the doctor looks at the real clock."""
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    Mandate.objects.update(since=long_ago)
    return datetime.now(UTC)


def test_a_network_that_is_served_is_sound(at: datetime) -> None:
    assert codes(network.of_network()) == []


@pytest.mark.django_db
def test_a_folder_without_a_network_is_found() -> None:
    assert codes(network.of_network()) == ["no_network"]


def test_a_secretariat_that_nobody_holds_is_found(at: datetime) -> None:
    Mandate.objects.filter(seat__role="secretariat").update(until=at - timedelta(days=1))
    assert codes(network.of_network()) == ["no_secretariat"]


def test_a_demonstration_that_others_can_reach_is_found(at: datetime, settings) -> None:
    Network.objects.update(is_demonstration=True)
    assert codes(network.of_network()) == []
    settings.ORIGIN = "https://red.example.org"
    assert codes(network.of_network()) == ["demonstration_open"]


def letter(cast: Cast, at: datetime, **more: int) -> None:
    Letter.objects.create(to=cast.account("XA/focal_point"), occasion="o", subject="s", body="b", queued_at=at, **more)


def test_letters_that_were_given_up_are_found(cast: Cast, at: datetime) -> None:
    letter(cast, at, failures=GIVE_UP_AFTER)
    assert codes(network.of_network()) == ["letters_given_up"]


def test_letters_that_nobody_sends_are_found(cast: Cast, at: datetime) -> None:
    letter(cast, at)
    assert codes(network.of_network()) == []
    Letter.objects.update(queued_at=at - timedelta(hours=2))
    assert codes(network.of_network()) == ["letters_waiting"]


def test_a_clock_that_stands_still_is_found_and_one_that_goes_is_not(at: datetime) -> None:
    keep_beats(beats=[Beat("clock", at, 0.1)])
    assert codes(network.of_network()) == []
    keep_beats(beats=[Beat("clock", at - timedelta(minutes=10), 0.1)])
    assert codes(network.of_network()) == ["clock_still"]


def test_work_that_fails_again_and_again_is_found_by_its_kind(at: datetime, typed: Typed, monkeypatch) -> None:
    keep_beats(beats=[Beat("clock", at, 0.1)])
    for _look in range(OFTEN):
        keep_beats(beats=[Beat("lti", at, 0.2, "OSError (28)")])
    assert codes(network.of_network()) == ["work_fails"]
    monkeypatch.setattr("tejido.cli.doctor.findings", lambda: iter([]))
    said = typed("doctor").out
    assert f"· clock: done at {at.isoformat(timespec='seconds')}, in 0.10 s." in said
    assert "· lti: failed at" in said
    assert [line["failures"] for line in typed("doctor", "--json").data["work"]] == [0, OFTEN]


def test_a_signing_key_that_was_exchanged_is_found(cast: Cast, at: datetime, settings) -> None:
    make_text(cast)
    sign_tree(tree="network", handed_to="XA", at=at)
    assert codes(network.of_network()) == []
    settings.LEDGER_KEY = bytes(32)
    assert bytes(32) == live.LEDGER_KEY
    assert codes(network.of_network()) == ["key_changed"]


# Backups


def test_a_network_older_than_a_week_is_told_when_it_has_no_backup_or_an_old_one(tmp_path):
    at = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
    week, month = at - timedelta(days=7), at - timedelta(days=30)
    assert codes(backups.of_backups(tmp_path, None, at)) == []
    assert codes(backups.of_backups(tmp_path, at - timedelta(days=6), at)) == []
    assert codes(backups.of_backups(tmp_path, month, at)) == ["no_backup"]
    (tmp_path / backups.LAST).write_text(json.dumps({"at": week.isoformat()}))
    assert codes(backups.of_backups(tmp_path, month, at)) == ["backup_old"]
    (tmp_path / backups.LAST).write_text(json.dumps({"at": at.isoformat()}))
    assert codes(backups.of_backups(tmp_path, month, at)) == []
    (tmp_path / backups.LAST).write_text("broken")
    assert codes(backups.of_backups(tmp_path, month, at)) == ["no_backup"]
