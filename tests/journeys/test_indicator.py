"""A focal point defines what is measured, fills in the sheet with a program of its own, brings it back, and sees the
gap that it left."""

from pathlib import Path

from hands import Hands

from tejido.formats.sheet import Sheet, read, write_xlsx

FOCAL_POINT = "BR/focal_point/MRE"
NAME = "Pessoas formadas (teste)"
VALUES = {"2020": 10, "2022": 30}  # nothing for 2021


def test_values_come_back_in_a_sheet_and_what_is_missing_stays_a_gap(sit, tmp_path: Path) -> None:
    hands = sit(FOCAL_POINT)
    define(hands)
    bring_back(hands, filled(taken(hands), tmp_path))
    hands.to("Your member’s indicators")  # past the link to the period that is due
    hands.press(NAME)
    hands.sees("30, 2022.", "No value for 2021.", "A shaded place has no value.")
    assert hands.page.locator("svg.chart rect.gap").count() == 1
    assert hands.page.locator("svg.chart circle.dot").count() == 2
    assert hands.page.locator("svg.chart path.line").count() == 0
    assert (hands.errors, hands.barriers()) == ([], [])


def define(hands: Hands) -> None:
    hands.open("/indicators/")
    hands.press("Define an indicator")
    hands.write("Name (português)", NAME)
    hands.page.get_by_label("From", exact=True).fill("2020-01-01")
    hands.page.get_by_label("Until", exact=False).fill("2022-12-31")
    hands.press("Save")
    hands.sees(NAME, "Nothing is reported yet.")


def taken(hands: Hands) -> bytes:
    hands.open("/indicators/sheets/")
    hands.to("values.xlsx")
    with hands.page.expect_download() as found:
        hands.page.keyboard.press("Enter")
    return Path(found.value.path()).read_bytes()


def filled(body: bytes, folder: Path) -> Path:
    """The sheet with a value for two of three years."""
    sheet = next(one for one in read(body) if one.name == "values")
    name, period, value, source = (sheet.header.index(column) for column in ("name", "period", "value", "source"))
    rows = [list(row) for row in sheet.rows]
    for row in rows:
        if row[name] == NAME and row[period] in VALUES:
            row[value], row[source] = VALUES[row[period]], "Registro (teste)"
    path = folder / "values.xlsx"
    path.write_bytes(write_xlsx([Sheet("values", sheet.header, tuple(map(tuple, rows)))]))
    return path


def bring_back(hands: Hands, path: Path) -> None:
    hands.bring("File", path)
    hands.press("Look at it")
    hands.sees("2 new or changed")
    hands.press("Take it in")
    hands.sees("Taken in: 2 values.")
