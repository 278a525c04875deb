"""The plan of a network: a TOML file, and the table of its members beside it."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tejido.config.words import gettext as _
from tejido.config.words import language

from .faults import misused
from .files import read

_NEEDED = ("name", "languages", "zone", "secretariat")
_KNOWN = {*_NEEDED, "members", "rules", "tiers", "communities", "demonstration"}


@dataclass(frozen=True, slots=True)
class PlanFile:
    """What a plan says, before the table of members is read. `folder` is where it stands."""

    path: Path
    data: Mapping[str, Any]

    def texts(self, where: str) -> dict[str, str]:
        """Words by language. One line alone is said in every language of the network."""
        found = self._at(where)
        if isinstance(found, str) and found.strip():
            return dict.fromkeys(self.languages, found)
        if isinstance(found, dict) and found and all(isinstance(words, str) for words in found.values()):
            return dict(found)
        raise self.wrong(where)

    @property
    def languages(self) -> list[str]:
        found = self.data["languages"]
        if not isinstance(found, list) or not all(isinstance(tag, str) for tag in found):
            raise self.wrong("languages")
        return found

    def table(self, where: str) -> dict[str, Any]:
        """What is optional: nothing where it is missing."""
        found = self.data.get(where, {})
        if not isinstance(found, dict):
            raise self.wrong(where)
        return found

    def line(self, where: str, default: str | None = None) -> str:
        found = self._at(where, default)
        if not isinstance(found, str):
            raise self.wrong(where)
        return found

    def number(self, where: str, default: int) -> int:
        found = self._at(where, default)
        if type(found) is not int:
            raise self.wrong(where)
        return found

    def _at(self, where: str, default: Any = None) -> Any:
        """What stands at "rules.silence_hours"; the default where nothing does."""
        found: Any = self.data
        for name in where.split("."):
            found = found.get(name) if isinstance(found, dict) else None
        if found is None and default is None:
            raise self.wrong(where)
        return default if found is None else found

    def wrong(self, where: str) -> Exception:
        said = {"file": self.path.name, "where": where}
        return misused(_("In %(file)s, “%(where)s” is missing or not as it should be.") % said, "bad_plan")


def read_plan(path: Path) -> PlanFile:
    """The plan, with nothing in it that this version does not know: a slip of the hand is no rule of a network."""
    try:
        data = tomllib.loads(read(path).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        sentence = _("%(file)s is no TOML file: %(why)s.") % {"file": path.name, "why": problem}
        raise misused(sentence, "bad_plan") from problem
    found = PlanFile(path, data)
    for name in _NEEDED:
        if name not in data:
            raise found.wrong(name)
    unknown = sorted(set(data) - _KNOWN)
    if unknown:
        raise found.wrong(unknown[0])
    return found


def plan_of(file: PlanFile, email: str, person: str) -> Any:
    """The plan as the register founds it. Django is set up when this is called."""
    from tejido.registry.commands import Plan

    communities = {code: file.texts(f"communities.{code}") for code in file.table("communities")}
    return Plan(
        name=file.texts("name"),
        languages=file.languages,
        zone=file.line("zone"),
        email=email or file.line("secretariat.email"),
        person=person or file.line("secretariat.person", email.split("@", maxsplit=1)[0]),
        language=language(),
        secretariat=file.texts("secretariat.name"),
        silence_hours=file.number("rules.silence_hours", 72),
        decided=file.line("rules.decided", file.path.name),
        tiers={kind: file.texts(f"tiers.{kind}") for kind in file.table("tiers")},
        communities=communities,
        members=_members(file),
        is_demonstration=file.data.get("demonstration") is True,
    )


## The table of members


def _members(file: PlanFile) -> tuple[Any, ...]:
    """The members, from a CSV file or a workbook that stands beside the plan. None where the plan names no table."""
    if "members" not in file.data:
        return ()
    from tejido.formats.child import parse_sheets

    path = file.path.parent / file.line("members")
    sheets = parse_sheets(read(path), name=path.name)
    if not sheets:
        raise misused(_("There is no table in %(file)s.") % {"file": path.name}, "no_table")
    return tuple(_member(path.name, sheets[0], number, row) for number, row in enumerate(sheets[0].rows))


def _member(name: str, sheet: Any, number: int, cells: Sequence[Any]) -> Any:
    from tejido.registry.commands import PlannedMember

    row = dict(zip(sheet.header, cells, strict=True))
    names = {
        column.removeprefix("name_"): str(cell).strip()
        for column, cell in row.items()
        if column.startswith("name_") and cell is not None and str(cell).strip()
    }
    place = {"file": name, "row": sheet.first + number}
    return PlannedMember(
        row=place["row"],
        code=_cell(row, "code", place),
        name=names,
        since=_day(row.get("since"), place),
        source=_cell(row, "source", place),
        communities=tuple(str(row.get("communities") or "").split()),
        status=str(row.get("status") or "member"),
    )


def _cell(row: Mapping[str, Any], column: str, place: Mapping[str, Any]) -> str:
    found = row.get(column)
    if found is None or not str(found).strip():
        sentence = _("%(file)s, row %(row)s: column %(column)s is empty.") % {**place, "column": column}
        raise misused(sentence, "bad_row")
    return str(found).strip()


def _day(cell: Any, place: Mapping[str, Any]) -> date:
    try:
        return cell if isinstance(cell, date) else date.fromisoformat(str(cell))
    except ValueError as problem:
        sentence = _("%(file)s, row %(row)s: “%(value)s” is no day like 2027-03-01.") % {**place, "value": cell}
        raise misused(sentence, "bad_row") from problem
