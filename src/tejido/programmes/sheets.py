"""Initiatives as a table: what the reader may read, under the columns in which a file is handed in; and the empty
template with what its cells may say."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from tejido.formats.sheet import Cell, Sheet
from tejido.mechanisms.names import TASKS, Rank, Topic
from tejido.risk.names import Factor
from tejido.web.languages import say

from .imports import COLUMNS, LANGUAGES, SHEET
from .names import Field, Level, Use
from .queries import Names, Seen
from .queries.files import Known


def initiatives_sheet(read: Iterable[Seen], names: Names, language: str) -> Sheet:
    """A row for each initiative. The own code stands in own rows alone; others have none."""
    header = ("member", *COLUMNS, "status", "status_since")
    return Sheet(SHEET, header, tuple(_row(one, names, language, header) for one in read))


def _row(one: Seen, names: Names, language: str, header: Sequence[str]) -> tuple[Cell, ...]:
    cells = {
        "member": one.member.code,
        "code": one.initiative.code if one.is_own else "",
        **_cells(one, names, language),
    }
    return tuple(cells.get(name) for name in header)


def _cells(one: Seen, names: Names, language: str) -> dict[str, Cell]:
    values = one.values
    found: dict[str, Cell] = {}
    for field in (Field.TITLE, Field.SUMMARY, Field.BUDGET):
        found |= {f"{field}_{tag}": values.get(field, {}).get(tag) for tag in LANGUAGES}
    found |= values.get(Field.LEVEL, {})
    found |= values.get(Field.DATES, {})
    legal: Mapping[str, Any] = values.get(Field.LEGAL, {})
    found |= {name: legal.get(name) for name in ("rank", "number", "address")} | {"legal_title": legal.get("title")}
    found["type"] = _term(names, values.get(Field.TYPE, ""), language)
    found["groups"] = "; ".join(_term(names, key, language) for key in values.get(Field.GROUPS, ()))
    found["area"] = say(values.get(Field.AREA, {}).get("name", {}), language).text
    found["institution"] = values.get(Field.INSTITUTION, {}).get("code")
    for field in (Field.PARTNERS, Field.TASKS, Field.FACTORS, Field.GOALS, Field.RECOMMENDATIONS):
        found[str(field)] = "; ".join(values.get(field, ()))
    if history := values.get(Field.STATUS):
        found |= {"status": history[-1]["state"], "status_since": history[-1]["since"]}
    return found


def _term(names: Names, key: str, language: str) -> str:
    return say(names.terms.get(key, {}), language).text


def template_sheets(known: Known) -> list[Sheet]:
    """The empty table, and beside it what each column may say."""
    return [Sheet(SHEET, COLUMNS, ()), Sheet("help", (_("Column"), _("What it says")), tuple(_help(known)))]


def _help(known: Known) -> Iterable[tuple[Cell, ...]]:
    several = _("several, with semicolons between them")
    told: Mapping[str, str] = {
        "code": _("your own code; rows are found by it"),
        "type": ", ".join(known.terms[Use.TYPE]),
        "groups": f"{', '.join(known.terms[Use.GROUP])} ({several})",
        "area": ", ".join(known.areas),
        "institution": ", ".join(known.institutions),
        "level": ", ".join(Level.values),
        "since": _("a year, a month or a day: 2013, 2013-06, 2013-06-14"),
        "rank": ", ".join(Rank.values),
        "tasks": f"{', '.join(f'{task.value} ({Topic(task).label})' for task in TASKS)} ({several})",
        "factors": f"{', '.join(Factor.values)} ({several})",
        "goals": f"16.1; 4.7 ({several})",
        "partners": several,
        "recommendations": several,
    }
    for name in COLUMNS:
        if name in told:
            yield name, told[name]
