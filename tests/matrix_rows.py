"""The permission matrix read from its tables: persons and rows."""

from collections.abc import Mapping
from dataclasses import dataclass

SEATLESS = "seatless"
PERSONS = {
    "pub": "",
    "fp": "XA/focal_point",
    "alt": "XA/alternate",
    "va": "XA/validating_authority",
    "jus": "XA/representative/JUS",
    "XB": "XB/focal_point",
    "sec": "network/secretariat",
    "chr": "network/chair",
    "trn": "network/translator",
    "obs": "network/observer",
    "non": SEATLESS,
}
DONE = {"200", "302"}


@dataclass(frozen=True)
class Row:
    """One line of a table: what each person is answered by this method at this address."""

    method: str
    name: str
    expected: Mapping[str, str]

    @property
    def url(self) -> str:
        return self.name.partition("#")[0]

    @property
    def accepted(self) -> list[str]:
        """For whom something is done."""
        return [who for who, cell in self.expected.items() if cell in DONE]


def rows(table: str) -> list[Row]:
    """A table as rows, the column `all` spread over everybody whom the header does not name."""
    header, *lines = (line.split() for line in table.splitlines() if line.strip())
    rest = [who for who in PERSONS if who not in header]
    found = []
    for method, name, *cells in lines:
        expected = dict(zip(header, cells, strict=True))
        expected |= dict.fromkeys(rest, expected.pop("all")) if "all" in expected else {}
        found.append(Row(method, name, expected))
    return found
