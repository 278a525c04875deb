"""A focal point brings in a file with its columns in another order and one bad row, links an initiative, and takes the
table of the review along, by keyboard only."""

from pathlib import Path

from hands import Hands

from tejido.formats.sheet import Sheet, read, write_csv

FOCAL_POINT = "PY/focal_point/MRE"
HEADER = ("Fecha", "Recomendación", "Posición", "N.º de párrafo", "Signatura")
ROWS = (
    ("01/02/2026", "Formar a docentes (prueba).", "Apoyada", "3.1", "PRUEBA/1"),
    ("ayer", "Traducir (prueba).", "Apoyada", "3.2", "PRUEBA/1"),
)
INITIATIVE = "Early warning in a pilot department"


def test_a_file_comes_in_is_linked_and_leaves_as_the_table_of_the_review(sit, tmp_path: Path) -> None:
    focal_point = sit(FOCAL_POINT)
    file = tmp_path / "recomendaciones.csv"
    file.write_bytes(write_csv(Sheet("", HEADER, ROWS)))
    bring_in(focal_point, file)
    link(focal_point)
    table = take_along(focal_point)
    (row,) = [row for row in table.rows if row[0] == "PRUEBA/1, 3.1"]
    assert row[1:3] == ("Formar a docentes (prueba).", "Supported")
    assert INITIATIVE in str(row[3])
    assert row[5] == "not reported"
    assert focal_point.errors == []


def bring_in(hands: Hands, file: Path) -> None:
    hands.open("/reporting/imports/")
    hands.to("File", nth=2)  # after the page of that name
    hands.page.locator("input[type=file]:focus").set_input_files([file])
    hands.press("Read the file")
    hands.sees("1 row cannot be taken", "“ayer” is no day", "1 new recommendation")
    hands.press("Import 1 row")
    hands.sees("Imported.")


def link(hands: Hands) -> None:
    hands.open("/reporting/?words=docentes")
    hands.press("Formar a docentes", nth=2)  # after the table that it stands in
    hands.unfold("Link initiatives")
    choose(hands, "Initiatives", INITIATIVE)
    hands.press("Link")
    hands.sees("Linked.", INITIATIVE)


def choose(hands: Hands, name: str, words: str) -> None:
    """The choice with these words, in a list that is reached by keyboard."""
    hands.to(name)
    wanted = hands.page.locator("select:focus option", has_text=words).first.get_attribute("value")
    hands.page.locator("select:focus").select_option(wanted)


def take_along(hands: Hands) -> Sheet:
    hands.open("/reporting/selections/")
    hands.press("A new report")
    hands.write("Name of the report", "Prueba")
    choose(hands, "For", "Universal Periodic Review")
    choose(hands, "Table", "Follow-up for a review")
    hands.press("Save")
    hands.sees("cells are not reported", INITIATIVE)
    with hands.page.expect_download() as found:
        hands.to("CSV")
        hands.page.keyboard.press("Enter")
    return read(Path(found.value.path()).read_bytes())[0]
