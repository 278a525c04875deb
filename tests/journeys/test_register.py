"""A focal point keeps its institutions by a file and by hand, by keyboard only: what is refused is told, nothing
changes before it was seen, and the day before still has its own name."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hands import Hands

from tejido.formats.sheet import Cell, Sheet, read, write_xlsx

FOCAL_POINT = "PY/focal_point/MRE"
TODAY = datetime.now(ZoneInfo("America/Argentina/Buenos_Aires")).date()  # on the clocks of the network
OLD, NEW = "Defence (demonstration)", "Defensa nacional (demostración)"


def test_a_focal_point_corrects_its_institutions_by_a_file_and_the_day_before_keeps_the_old_name(
    sit, tmp_path: Path
) -> None:
    focal_point = sit(FOCAL_POINT, language="en")
    houses = take_away(focal_point, tmp_path)
    look_at_a_refused_row(focal_point, with_cells(houses, "EDU", branch="ministerio"), tmp_path)
    apply_the_mended_file(focal_point, with_cells(houses, "EDU", branch="society", source="Decreto 12"), tmp_path)
    rename(focal_point)
    look_at_the_day_before(focal_point)
    # the browser itself reports the answer 422 to the form that is wrong on purpose
    assert [error for error in focal_point.errors if "422" not in error] == []


def take_away(hands: Hands, folder: Path) -> Sheet:
    """The institutions as they leave in the workbook."""
    hands.press("Members")
    hands.press("Files")
    hands.to("The whole register (.xlsx)")
    with hands.page.expect_download() as download:
        hands.page.keyboard.press("Enter")
    download.value.save_as(folder / "register.xlsx")
    sheets = {sheet.name: sheet for sheet in read((folder / "register.xlsx").read_bytes())}
    assert [*sheets] == ["sectors", "members", "standings", "institutions", "seats", "mandates"]
    return sheets["institutions"]


def with_cells(sheet: Sheet, code: str, **cells: Cell) -> Sheet:
    """The rows of Paraguay, with other cells in the row of one institution."""
    own = [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]
    own = [row | (cells if row["code"] == code else {}) for row in own if row["member"] == "PY"]
    return Sheet(sheet.name, sheet.header, tuple(tuple(row[name] for name in sheet.header) for row in own))


def hand_in(hands: Hands, sheet: Sheet, file: Path) -> None:
    file.write_bytes(write_xlsx([sheet]))
    hands.to("mandates.csv")  # past the tab that is called “Files”
    hands.bring("File", file)
    hands.press("Look at what would change")


def look_at_a_refused_row(hands: Hands, sheet: Sheet, folder: Path) -> None:
    hand_in(hands, sheet, folder / "wrong.xlsx")
    hands.sees("1 row refused", "PY EDU", "Column branch: “ministerio” is not in the vocabulary. Allowed: executive")
    hands.sees("Nothing is applied as long as a row is refused.")
    hands.sees_not("Apply the file")
    hands.press("The register in files")


def apply_the_mended_file(hands: Hands, sheet: Sheet, folder: Path) -> None:
    hand_in(hands, sheet, folder / "mended.xlsx")
    hands.sees("1 row changed", "executive society", "Decreto 12")
    hands.sees_not("refused")
    hands.write("Why", "Mal asentado en la fundación")
    hands.press("Apply the file")
    hands.sees("Applied. Every change stands in the history with its reason.")


def rename(hands: Hands) -> None:
    """An empty source is told and nothing that was typed is lost."""
    hands.press("Members")
    hands.press("Paraguay", nth=2)  # the first is the region that holds the table
    hands.press(OLD)
    hands.unfold("It has a new name")
    hands.write("New name (español)", NEW)
    hands.page.locator("details[open] [name=since]").fill(TODAY.isoformat())  # the field opens its own dialogue
    hands.page.locator("details[open] [name=source]").evaluate("field => field.required = false")
    hands.press("Enter the new name")
    hands.sees("Please look at one entry again.")
    assert hands.page.locator("details[open] [name=name_es]").input_value() == NEW
    hands.write("Source", "Decreto 13", nth=2)  # the first is the link in the list of what to look at again
    hands.press("Enter the new name")
    hands.sees(NEW, "What it was called", "Decreto 13")


def look_at_the_day_before(hands: Hands) -> None:
    before = TODAY - timedelta(days=1)
    hands.page.locator("[name=on]").fill(before.isoformat())
    hands.press("Show that day")
    assert hands.page.locator("h1").inner_text().startswith(OLD)
    hands.press("Back to today")
    assert hands.page.locator("h1").inner_text().startswith(NEW)
