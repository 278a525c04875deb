"""The disk of a node fills up under the real server: what does not fit is refused with a page that says so, nothing is
half there, everything can be read, and it goes on when there is room. And a disk that cannot be written to.

The full disk is a small file system in memory, which only root can mount; elsewhere the test is skipped and says so.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from node import tejido

from at_console import Console
from small_network import PAGES, Small, make
from test_failover import served
from visitor import Visitor

MAY_MOUNT = os.name == "posix" and os.geteuid() == 0 and shutil.which("mount") is not None
pytestmark = [
    pytest.mark.slow,
    pytest.mark.sqlite,
    pytest.mark.skipif(not MAY_MOUNT, reason="SKIPPED: only root can mount a small disk; no full one is tested"),
]
SPARE = 24 * 1024 * 1024  # bytes beyond what the node needs to start
MOST = 400  # remarks until the journal has to grow


def mounted(place: Path, *options: str) -> bool:
    done = subprocess.run(["mount", *options, str(place)], capture_output=True, check=False)
    return done.returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=False, capture_output=True)


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def fill(place: Path) -> Path:
    """A file that takes what is left."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 4096):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    return filler


def remark(visitor: Visitor, small: Small, number: int) -> int:
    """Sends one that fills a page of the database. The status of the answer."""
    address, fields = small.remark(f"Observación {number} " + "palabra " * 400)
    return visitor.post(address, **fields)


@pytest.mark.thorough
def test_a_full_disk_refuses_what_does_not_fit_with_a_page_keeps_nothing_by_half_and_is_read(
    tmp_path: Path, disk: Path
) -> None:
    small = make(tmp_path / "made", 1)
    size = size_of(tmp_path / "made") + SPARE
    if not mounted(disk, "-t", "tmpfs", "-o", f"size={size}", "tmpfs"):
        pytest.skip("SKIPPED: this machine lets nobody mount a small disk")
    data = Path(shutil.copytree(tmp_path / "made", disk / "data"))
    with served(data) as origin:
        visitor, taken, status = Visitor(origin).enter(small.sessions[0]), 0, 302
        filler = fill(disk)
        while taken < MOST and (status := remark(visitor, small, taken)) == 302:
            taken += 1
        assert status == 507, (taken, visitor.page[:400])
        assert "no se guardó" in visitor.page
        for path in PAGES:
            assert visitor.get(path)
        assert "disk fails" in visitor.get("/readyz")
        with sqlite3.connect(data / "tejido.sqlite3") as connection:
            assert connection.execute("SELECT count(*) FROM deliberation_remark").fetchone() == (taken,)
        assert tejido("ledger", "verify", data=data).returncode == 0
        filler.unlink()
        assert remark(visitor, small, MOST) == 302, "it goes on where there is room"
    with sqlite3.connect(data / "tejido.sqlite3") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (remarks,) = connection.execute("SELECT count(*) FROM deliberation_remark").fetchone()
        (lines,) = connection.execute("SELECT count(*) FROM ledger_line WHERE act = 'remark-made'").fetchone()
    assert remarks == lines == taken + 1
    log = (data / "server.log").read_text("utf-8", errors="replace")
    assert "SQLITE_FULL" in log or "SQLITE_IOERR" in log
    assert "palabra" not in log


def test_a_disk_that_cannot_be_written_to_is_said_before_anything_is_served(prepared: Console, disk: Path) -> None:
    if not mounted(disk, "--bind", str(prepared.folder)):
        pytest.skip("SKIPPED: this machine lets nobody mount a folder")
    assert mounted(disk, "-o", "remount,ro,bind")
    said = Console(disk)("serve", "--bind", "127.0.0.1:1")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "cannot be written to" in said.err
    assert "folder_unwritable" in Console(disk)("doctor", "--json").out
