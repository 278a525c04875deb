"""A registrar brings in a file with columns in an order of its own, mends a row, and types a signed list in. By
keyboard, with axe on every page."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from hands import Hands
from node import Node

REGISTRAR = "PY/registrar/EDU"
COHORT = "SELECT key FROM records_cohort WHERE code = 'DOC-A-03'"
CHECKED = "SELECT key FROM records_batch WHERE state = 'checked' ORDER BY no LIMIT 1"
LATEST = "SELECT key FROM records_batch ORDER BY no DESC LIMIT 1"
STATE = "SELECT state FROM records_batch WHERE key = ?"
LOOKS = 80
OPEN = "SELECT key FROM records_paperlist WHERE batch_id IS NULL"


def no_barriers(hands: Hands) -> None:
    assert hands.barriers() == []
    assert hands.errors == []


def mended_and_brought_in_again(school: Hands, node: Node, tmp_path: Path) -> None:
    """The rows to mend, as the school's own program shows and saves them, come in as a file of their own."""
    address = school.page.get_by_role("link", name="CSV", exact=True).get_attribute("href")
    raw = school.page.request.get(f"{school.origin}{address}").text().removeprefix("\ufeff")
    separator = max(";,", key=raw.splitlines()[0].count)
    header, *rows = csv.reader(io.StringIO(raw), delimiter=separator)
    assert len(rows) == 1, "the row that was taken and the one that did not complete are not to be mended"
    rows[0][header.index("C.I.")] = "9.000.042"
    mended = tmp_path / "corregido.csv"
    with mended.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator).writerows([header, *rows])
    school.open(f"/records/imports/?cohort={node.one(COHORT)}")
    school.bring("File", mended)
    school.press("Read the file")
    school.press("Check the rows")
    batch = node.one(LATEST)
    for _look in range(LOOKS):
        if node.one(STATE, batch) == "checked":
            break
        school.page.wait_for_timeout(250)
    school.open(f"/records/imports/{batch}/")
    no_barriers(school)
    school.press("Enter 1 completion")
    for _look in range(LOOKS):
        if node.one(STATE, batch) == "entered":
            break
        school.page.wait_for_timeout(250)
    school.open(f"/records/cohorts/{node.one(COHORT)}/")
    school.sees("Docente de demostración 42", "9000042")


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
    mended_and_brought_in_again(school, node, tmp_path)

    school.open(f"/records/lists/{node.one(OPEN)}/")
    no_barriers(school)
    school.write("Who completed, by their numbers", "1-3, 5")
    school.press("Tick these")
    school.sees("Kept. Nothing is entered yet.")
    school.press("Enter into the records")
    school.sees("Not countersigned.")
    no_barriers(school)
