"""What reports say where nothing is known, and how a period is said."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.web.dates import in_words
from tejido.web.languages import base


def not_reported(language: str) -> str:
    """What stands where nothing is known: never an empty cell that could mean anything."""
    with override(base(language)):
        return _("not reported")


def period_words(since: date | None, until: date | None) -> str:
    if since and until:
        return f"{in_words(since)} – {in_words(until)}"
    if since:
        return _("since %(day)s") % {"day": in_words(since)}
    return _("until %(day)s") % {"day": in_words(until)} if until else _("without limits")
