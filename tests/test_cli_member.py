"""tejido export --member: one whole file, or none."""

import json
import os
import stat
from errno import ENOSPC
from zipfile import ZipFile

import pytest

from tejido.ledger.models import Line
from tejido.takeout.papers import member

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]


def test_everything_of_a_member_is_written_as_its_focal_point_reads_it(typed, cast, tmp_path):
    path = tmp_path / "aldea.zip"
    said = typed("export", "--member", "XA", "--out", path, "--json")
    assert said.code == 0
    with ZipFile(path) as archive:
        assert said.data["files"] == len(archive.namelist())
        assert json.loads(archive.read("manifest.json"))["seat"] == "XA/focal_point/MRE"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    line = Line.objects.get(act="member-taken-out")
    assert (line.tree_id, line.office) == ("member:XA", "console")
    again = typed("export", "--member", "XA", "--out", path, "--json")
    assert (again.code, again.data["error"]["code"]) == (1, "file_exists")
    assert Line.objects.filter(act="member-taken-out").count() == 1


def test_what_ends_half_way_leaves_no_file(typed, cast, tmp_path, monkeypatch):
    def ends(_taking):
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(member, "_ledger", ends)
    assert typed("export", "--member", "XA", "--out", tmp_path / "aldea.zip").code == 1
    assert [name for name in os.listdir(tmp_path) if "aldea" in name] == []


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("--member", "ZZ", "--out", "x.zip"), 1, "unknown_member"),
        (("--member", "XA"), 2, "missing_option"),
        (("--member", "XA", "--out", "x.zip", "--tables"), 2, "odd_option"),
        (("--out", "x.zip"), 2, "odd_option"),
        ((), 2, "missing_option"),
    ],
)
def test_what_is_missing_or_unknown_is_said_and_nothing_is_written(typed, cast, arguments, code, error):
    said = typed("export", *arguments, "--json")
    assert (said.code, said.data["error"]["code"]) == (code, error)
    assert not Line.objects.filter(act="member-taken-out").exists()
