"""tejido backup and restore, as on a real machine: copies under way, wiped disks, killed processes."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pyrage
import pytest

from at_console import COMMAND, Console, Typed
from tejido.formats.age import new_identity, recipient_of
from tejido.keeping.opening import look_through

pytestmark = [pytest.mark.anywhere]
FOUNDING = ("init", "--name", "Red", "--languages", "es", "--zone", "UTC", "--email", "st@example.org")

# Two lines in one transaction, again and again: a copy of one instant has both or none.
WRITER = """
import sys, time
from tejido.cli.house import set_up
set_up()
from django.db import transaction
from tejido.ledger.actors import CONSOLE
from tejido.ledger.commands import record
from tejido.cli.house import now
print("begun", flush=True)
for number in range(100_000):
    with transaction.atomic():
        for part in (1, 2):
            facts = {"part": part}
            record(actor=CONSOLE, act="tried", tree="network", kind="try", object=str(number), at=now(), facts=facts)
"""
MEMBER = """
from tejido.cli.house import now, set_up
set_up()
from tejido.ledger.actors import CONSOLE
from tejido.registry.commands import enter_member
enter_member(actor=CONSOLE, code="PY", name={"es": "Paraguay"}, languages=["es"], since=now().date(), at=now())
"""


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keys") / "tejido.key"
    path.write_text(f"# a remark\n{new_identity()}\n")
    return path


@pytest.fixture
def node(prepared: Console) -> Console:
    """A small network on a disk of its own."""
    assert prepared(*FOUNDING).code == 0
    return prepared


def recipient(identity: Path) -> str:
    return recipient_of(secret(identity))


def secret(identity: Path) -> str:
    return identity.read_text().splitlines()[-1]


def keys_in(folder: Path) -> dict[str, bytes]:
    whole = folder / "keys"
    return {path.relative_to(whole).as_posix(): path.read_bytes() for path in whole.rglob("*") if path.is_file()}


def list_outside(node: Console) -> Path:
    """The list of erasures, as it is kept on another machine."""
    path = node.folder.parent / "erasures.json"
    assert node("erasures", "--to", path).code == 0
    return path


def lines_in(folder: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(folder / "tejido.sqlite3")) as database:
        return database.execute("SELECT object, count(*) FROM ledger_line WHERE act = 'tried' GROUP BY 1").fetchall()


@pytest.mark.slow
def test_the_drill_a_copy_under_way_a_wiped_disk_and_everything_is_back(
    node: Console, identity: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, file = node.folder, node.folder.parent / "copy.age"
    (folder / "keys" / "risk").mkdir()
    (folder / "keys" / "risk" / "an-analysis-1").write_bytes(b"r" * 32)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER], env=node.environment(), stdout=subprocess.PIPE, text=True
    ) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "begun\n"
            began = time.monotonic()
            made = node(
                "backup", "--to", file, "--recipient", recipient(identity), "--risk-keys-to", f"{file}.risk", "--json"
            )
            backed_up = time.monotonic() - began
            assert writer.poll() is None
        finally:  # also where the machine is too busy for the command
            writer.kill()
    assert made.code == 0, made.err
    assert made.data["risk_keys"] == 1
    erasures = list_outside(node)
    after = lines_in(folder)
    contents = look_through(file, [secret(identity)])
    keys = keys_in(folder)
    folder.rename(folder.with_name("wiped"))
    began = time.monotonic()
    back = node(
        "restore", file, "--key", identity, "--risk-keys", f"{file}.risk", "--erasures", erasures, "--json"
    )  # fmt: skip  # one command
    restored = time.monotonic() - began
    assert back.code == 0, back.err
    there = lines_in(folder)
    assert {count for _, count in there} <= {2}
    assert {*there} <= {*after}
    assert back.data["rows"] == made.data["rows"] == sum(rows for rows, _ in contents.tables.values())
    assert back.data["sha256"] == made.data["sha256"]
    assert node("ledger", "verify", "--json").data["ok"] is True
    found = keys_in(folder)
    assert {name: key for name, key in found.items() if name != "sessions"} == {
        name: key for name, key in keys.items() if name != "sessions"
    }
    assert found.get("sessions") != keys["sessions"]
    assert (folder / "tejido.sqlite3").stat().st_mode & 0o077 == 0
    with capsys.disabled():
        print(  # noqa: T201  # what a drill is for
            f"\ndrill: {made.data['rows']} rows, backup {backed_up:.1f} s, restore {restored:.1f} s"
        )


def killed_once(console: Console, arguments: list[object], appeared: Path) -> None:
    """Starts a command and kills it in the moment in which this path is there."""
    command = [*COMMAND, *map(str, arguments)]
    with subprocess.Popen(
        command, env=console.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while not appeared.exists():
            assert process.poll() is None, "it ended before it began to write"
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)


@pytest.mark.thorough
def test_a_process_that_is_killed_leaves_no_half_copy_and_no_half_node(node: Console, identity: Path) -> None:
    above = node.folder.parent
    file, part = above / "copy.age", above / ".copy.age.part"
    backup: list[object] = ["backup", "--to", file, "--recipient", recipient(identity)]
    killed_once(node, backup, part)
    assert not file.exists()
    assert node(*backup).code == 0
    assert not part.exists()
    other, erasures = Console(above / "other"), list_outside(node)
    draft = above / ".other.restoring"
    for moment in (draft, draft / "keys" / "ledger", draft / "tejido.sqlite3"):
        killed_once(other, ["restore", file, "--key", identity], moment)
        assert not other.folder.exists()
    assert other("restore", file, "--key", identity, "--erasures", erasures).code == 0
    assert not draft.exists()
    assert other("ledger", "verify", "--json").data["ok"] is True
    full = other("restore", file, "--key", identity, "--json")
    assert (full.code, full.data["error"]["code"]) == (1, "folder_not_empty")


@pytest.mark.thorough
def test_a_receipt_that_is_newer_than_the_copy_makes_the_node_read_only(node: Console, identity: Path) -> None:
    above = node.folder.parent
    file, receipt = above / "copy.age", above / "receipt.json"
    assert node("backup", "--to", file, "--recipient", recipient(identity)).code == 0
    assert node.run([sys.executable, "-c", MEMBER]).code == 0
    assert node("ledger", "receipt", "--member", "PY", "--to", receipt).code == 0
    other = Console(above / "other")
    said = other("restore", file, "--key", identity, "--receipt", receipt, "--json")
    assert said.code == 1
    assert said.data["reasons"] == ["no_erasures"]
    [missing] = said.data["missing"]
    assert (missing["member"], missing["ledger"], missing["verdict"]) == ("PY", "network", "truncated")
    assert missing["lines"] > missing["here"]
    refused = other("link", "st@example.org", "--json")
    assert (refused.code, refused.data["error"]["code"]) == (1, "read_only")
    assert other("read-only", "off", "--json").data["error"]["code"] == "needs_two"


def test_a_key_pair_is_made_for_the_owner_alone_and_opens_what_others_seal(typed: Typed, tmp_path: Path) -> None:
    said = typed("backup", "key", "--to", tmp_path / "k", "--json")
    assert said.code == 0
    assert (tmp_path / "k").stat().st_mode & 0o077 == 0
    theirs = pyrage.x25519.Identity.from_str((tmp_path / "k").read_text().splitlines()[-1])
    assert str(theirs.to_public()) == said.data["recipient"]
    again = typed("backup", "key", "--to", tmp_path / "k", "--json")
    assert (again.code, again.data["error"]["code"]) == (1, "file_exists")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "missing_option"),
        (("--to", "x"), "missing_option"),
        (("--to", "x", "--recipient", "age1x"), "not_a_recipient"),
    ],
)
def test_a_backup_says_what_it_needs_before_it_works(typed: Typed, arguments: tuple[str, ...], code: str) -> None:
    said = typed("backup", *arguments, "--json")
    assert (said.code, said.data["error"]["code"]) == (2, code)


@pytest.mark.django_db
def test_a_backup_is_never_written_over(typed: Typed, tmp_path: Path, settings) -> None:
    settings.DATA = tmp_path
    (tmp_path / "copy").write_text("older")
    said = typed("backup", "--to", tmp_path / "copy", "--recipient", recipient_of(new_identity()), "--json")
    assert (said.code, said.data["error"]["code"]) == (1, "file_exists")
    assert (tmp_path / "copy").read_text() == "older"


@pytest.mark.django_db
def test_what_is_no_backup_or_for_others_is_refused_with_one_sentence(typed: Typed, tmp_path: Path, settings) -> None:
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    mine, other = tmp_path / "mine", tmp_path / "other"
    typed("backup", "key", "--to", other)
    key = typed("backup", "key", "--to", mine, "--json").data["recipient"]
    copy = tmp_path / "copy.age"
    said = typed("backup", "--to", copy, "--recipient", key, "--json")
    assert said.code == 0, said.err
    whole = copy.read_bytes()
    assert json.loads((settings.DATA / "last-backup").read_text())["bytes"] == len(whole)

    def refused(content: bytes, identity: Path = mine) -> str:
        copy.write_bytes(content)
        answer = typed("restore", copy, "--key", identity, "--data", tmp_path / "new", "--json")
        assert answer.code == 1
        assert not (tmp_path / "new").exists()
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
        return str(answer.data["error"]["code"])

    found = [
        refused(b"SQLite format 3\0"), refused(whole, other), refused(whole[:-1] + b"x"),
        refused(whole[: len(whole) // 2]), refused(whole + b"x"),
        refused(pyrage.encrypt(b"no gzip", [pyrage.x25519.Recipient.from_str(key)])),
        refused(whole, tmp_path / "copy.age"),
    ]  # fmt: skip  # one list
    assert found == ["format", "key", "changed", "changed", "changed", "packed", "not_a_key"]
    assert typed("restore", tmp_path / "none", "--key", mine).code == 2


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
@pytest.mark.django_db
def test_a_backup_is_its_owners_alone(typed: Typed, tmp_path: Path, settings) -> None:
    settings.DATA = tmp_path
    assert typed("backup", "--to", tmp_path / "c", "--recipient", recipient_of(new_identity())).code == 0
    assert (tmp_path / "c").stat().st_mode & 0o077 == 0
