"""The nominations and what participants need, as tables for the secretariat; a member gets its own rows."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from tejido.formats.sheet import Cell, Sheet
from tejido.web.languages import in_my_language

from .models import Needs, Nominee
from .queries.shown import Shown


def nominations_sheet(rows: Sequence[Nominee], needs: Mapping[str, Needs]) -> Sheet:
    """A row a person: what the member entered and what the person told."""
    header = (
        _("Member"), _("Rank"), _("Order"), _("Standing"), _("Name"), _("Post"), _("Institution"), _("E-mail address"),
        _("Language"), _("Sex"), _("Grade"), _("Security force"), _("At risk"), _("Interpretation into"),
        _("What you need to take part fully"), _("Food"), _("Visa needed"), _("Arrival"), _("By"),
        _("Departure"), _("By"),
    )  # fmt: skip  # one row of a table, read as one
    return Sheet("nominations", header, tuple(_row(row, needs.get(row.key)) for row in rows))


def _row(row: Nominee, needs: Needs | None) -> tuple[Cell, ...]:
    return (
        row.member.code, row.get_rank_display(), row.place, row.get_standing_display(), row.name, row.post,
        in_my_language(row.institution.name) if row.institution else "", row.email, row.language, row.get_sex_display(),
        row.get_grade_display(), _yes(row.is_security), _yes(row.is_at_risk), *_told(needs),
    )  # fmt: skip  # one row of a table, read as one


def _told(needs: Needs | None) -> tuple[Cell, ...]:
    if needs is None:
        return ("",) * 8
    return (
        needs.interpretation, needs.access, needs.diet, _yes(needs.needs_visa), needs.arrival, needs.arrival_by,
        needs.departure, needs.departure_by,
    )  # fmt: skip  # one row of a table, read as one


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")


def shown_sheet(name: str, rows: Sequence[Shown]) -> Sheet:
    """Badges, or the list as it is shown."""
    header = (_("Member"), _("Name"), _("Post"), _("Institution"))
    cells = [(row.member.code, person(row), row.post, institution(row)) for row in rows]
    return Sheet(name, header, tuple(cells))


def person(row: Shown) -> str:
    """The name, or where it is not shown whose participant it is."""
    return row.name or _("a participant of %(member)s") % {"member": in_my_language(row.member.name)}


def institution(row: Shown) -> str:
    return in_my_language(row.institution.name) if row.institution else ""
