"""A registrar brings in a file with columns in an order of its own, mends a row, and types a signed list in. By
keyboard, with axe on every page."""

from collections.abc import Callable
from pathlib import Path

from hands import Hands
from node import Node

REGISTRAR = "PY/registrar/EDU"
COHORT = "SELECT key FROM records_cohort WHERE code = 'DOC-A-03'"
CHECKED = "SELECT key FROM records_batch WHERE state = 'checked'"
OPEN = "SELECT key FROM records_paperlist WHERE batch_id IS NULL"


def no_barriers(hands: Hands) -> None:
    assert hands.barriers() == []
    assert hands.errors == []


def test_a_file_is_mapped_and_a_signed_list_typed_in(sit: Callable[..., Hands], node: Node, tmp_path: Path) -> None:
    school = sit(REGISTRAR)
    school.open(f"/records/imports/?cohort={node.one(COHORT)}")
    file = tmp_path / "propio.csv"
    file.write_text("Nota;Nombre completo;C.I.\n8,5;Docente de demostración 51;9.000.051\n", encoding="utf-8")
    school.page.locator("input[type=file]").set_input_files(file)
    school.press("Read the file")
    school.sees("What the columns are")
    school.sees("by its heading")
    no_barriers(school)
    school.press("Check the rows")
    school.sees("You can close this page")
    no_barriers(school)

    school.open(f"/records/imports/{node.one(CHECKED)}/")
    school.sees("The number of the document is missing")
    no_barriers(school)

    school.open(f"/records/lists/{node.one(OPEN)}/")
    no_barriers(school)
    school.write("Who completed, by their numbers", "1-3, 5")
    school.press("Tick these")
    school.sees("Kept. Nothing is entered yet.")
    school.press("Enter into the records")
    school.sees("Not countersigned.")
    no_barriers(school)
