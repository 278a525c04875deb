"""tejido register: what leaves at the console comes back as a list of changes, and is applied whole or not at all."""

from datetime import timedelta
from pathlib import Path

import pytest

from at_console import Typed
from cast import Cast
from tejido.cli.house import now
from tejido.formats.sheet import Sheet, write_csv, write_xlsx
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.registry.commands import end_mandate
from tejido.registry.models import Correction, Institution, Mandate
from tejido.registry.names import Act

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]

HEADER = ("member", "code", "name_es", "branch", "level")
KNOWN = ("XA", "JUS", "Ministerio Público", "judiciary", "national")
NEW = ("XA", "SAL", "Salud", "executive", "national")
WRONG = ("XB", "NEW", "Otra", "ejecutivo", "national")


def houses(folder: Path, *rows: tuple[str, ...], name: str = "casas.csv") -> Path:
    sheet = Sheet("institutions", HEADER, rows)
    (folder / name).write_bytes(write_xlsx([sheet]) if name.endswith(".xlsx") else write_csv(sheet))
    return folder / name


def name_of(code: str) -> str:
    return Institution.objects.get(member__code="XA", code=code).name["es"]


@pytest.mark.parametrize("name", ["todo.xlsx", "institutions.csv", "seats.csv", "mandates.csv"])
def test_what_was_exported_changes_nothing_when_it_comes_back(typed: Typed, cast: Cast, tmp_path: Path, name) -> None:
    office = "XA/representative/JUS"
    end_mandate(actor=CONSOLE, mandate=cast.mandates[office], until=now() + timedelta(days=30), at=now())
    out = tmp_path / "deep" / name
    said = typed("register", "export", out, "--json")
    assert (said.code, said.data["file"]) == (0, str(out))
    back = typed("register", "import", out, "--apply", "--json")
    assert (back.code, back.data["changes"], back.data["applied"]) == (0, [], False)
    assert back.data["unchanged"] == sum(said.data["rows"].values())
    assert "Nothing would change" in typed("register", "import", out).out
    assert Mandate.objects.get(key=cast.mandates[office].key).until is not None, "what was not told is not taken back"


def test_no_name_of_a_holder_leaves_at_the_console(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    typed("register", "export", tmp_path / "m.csv", "--table", "mandates")
    told = (tmp_path / "m.csv").read_text(encoding="utf-8-sig")
    assert told.startswith("key,seat")
    assert "Persona de XA/" not in told
    assert "Persona de XB/" not in told


def test_a_table_that_the_register_does_not_have_is_used_wrongly(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    said = typed("register", "export", tmp_path / "casas.csv", "--json")
    assert (said.code, said.data["error"]["code"]) == (2, "unknown_table")
    assert "institutions" in said.err
    assert list(tmp_path.glob("*.csv")) == []


def test_a_file_is_shown_cell_by_cell_and_changes_nothing_until_it_is_applied(typed: Typed, cast: Cast, tmp_path):
    file = houses(tmp_path, KNOWN, NEW, name="casas.xlsx")
    shown = typed("register", "import", file)
    assert shown.code == 0
    assert "JUS de XA → Ministerio Público" in shown.out
    assert "executive → judiciary" in shown.out
    assert "--apply applies the file" in shown.err
    assert name_of("JUS") == "JUS de XA"
    done = typed("register", "import", file, "--apply", "--reason", "Decreto 12")
    assert (done.code, name_of("JUS"), name_of("SAL")) == (0, "Ministerio Público", "Salud")
    assert "Applied: 2 rows." in done.err
    assert set(Correction.objects.values_list("reason", flat=True)) == {"Decreto 12"}
    line = Line.objects.get(act=Act.REGISTER_APPLIED)
    assert (line.facts, line.details["name"]) == ({"new": 1, "changed": 1}, "casas.xlsx")


def test_without_a_reason_the_history_names_the_file(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    typed("register", "import", houses(tmp_path, KNOWN), "--apply")
    assert set(Correction.objects.values_list("reason", flat=True)) == {"From the file casas.csv"}


def test_a_refused_row_is_told_with_row_column_and_what_is_allowed_and_nothing_is_applied(
    typed: Typed, cast: Cast, tmp_path: Path
) -> None:
    file = houses(tmp_path, KNOWN, WRONG)
    said = typed("register", "import", file, "--apply")
    assert (said.code, name_of("JUS")) == (1, "JUS de XA")
    (line,) = [line for line in said.out.splitlines() if line.startswith("Refused")]
    assert line.split()[:6] == ["Refused", "institutions", "3", "XB", "NEW", "branch"]
    assert "Allowed: executive, judiciary, " in line
    assert "1 row is refused" in said.err
    told = typed("register", "import", file, "--json")
    assert (told.code, told.data["applied"]) == (1, False)
    assert [(c["row"], c["column"]) for c in told.data["changes"] if c["state"] == "refused"] == [(3, "branch")]


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"", "no_table"), (b"PK\x03\x04 broken", "broken_zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", None)],
)
def test_a_file_that_is_no_table_is_one_sentence(typed: Typed, cast: Cast, tmp_path: Path, raw, code) -> None:
    (tmp_path / "x.xlsx").write_bytes(raw)
    said = typed("register", "import", tmp_path / "x.xlsx", "--json")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert code in {None, said.data["error"]["code"]}


def test_without_a_network_there_is_nothing_to_compare_with(typed: Typed, tmp_path: Path) -> None:
    said = typed("register", "import", houses(tmp_path, NEW), "--json")
    assert (said.code, said.data["error"]["code"]) == (1, "no_network")
