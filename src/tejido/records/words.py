"""What is kept of a person in words that people read."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from tejido.formats.roster.documents import Paper

_KINDS = {
    Paper.PASSPORT: lambda: _("Passport"),
    Paper.STAFF: lambda: _("Staff number"),
    Paper.ACCOUNT: lambda: _("Account"),
}


def document_words(document: str) -> str:
    """ "1234567" for the national document, "Passport AB123" for another one."""
    kind, _colon, number = document.partition(":")
    words = _KINDS.get(Paper(kind)) if kind in {str(paper) for paper in Paper} else None
    return f"{words()} {number}" if words else number


def score_words(score: int | None, out_of: int | None = None) -> str:
    """A mark in hundredths as people write it in their language: 8,5, or 8,5 / 10 where the highest one is known."""
    if score is None:
        return ""
    places = 0 if score % 100 == 0 else 1 if score % 10 == 0 else 2
    said = number_format(score / 100, places)
    return f"{said} / {out_of}" if out_of else said


def time_words(minutes: int) -> str:
    """ "20 h", "20 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    said = {"hours": hours, "minutes": rest}
    return _("%(hours)s h %(minutes)s min") % said if rest else _("%(hours)s h") % said
