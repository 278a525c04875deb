"""What became public, in the words of the reader's language."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.web.languages import Said, say

from .names import Sort
from .queries import News


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that became public: `path` is where it stands, `at` when the ledger wrote it down, `begun` when it
    first did."""

    key: str
    sort: Sort
    title: str
    says: Said
    at: datetime
    path: str
    source: str
    begun: datetime


def happening(row: News, language: str) -> Happening:
    anchor = f"#{row.anchor}" if row.anchor else ""
    path = reverse(f"public:{row.view}", kwargs={"language": language, **row.named}) + anchor
    says = say(row.says, language)
    return Happening(
        row.key,
        row.sort,
        _title(row, say(row.title, language).text),
        says,
        row.at,
        path,
        row.source,
        row.begun or row.at,
    )


def _title(row: News, title: str) -> str:
    match row.sort:
        case Sort.EDITION:
            return _("%(title)s: edition %(number)s adopted") % {"title": title, "number": row.number}
        case Sort.MEETING:
            return str(row.about)
        case Sort.POLICY:
            return _("%(title)s: edition %(number)s released") % {"title": title, "number": row.number}
        case Sort.MECHANISM:
            return _("%(member)s, National Mechanism: %(about)s") % {"member": title, "about": row.about}
        case Sort.STATUS:
            return _("%(member)s: what a source says of its status") % {"member": title}
        case _:
            return title
