"""Authorisations in words."""

from django.utils.translation import gettext as _

from tejido.seminars.words import seminar_title
from tejido.web.languages import in_my_language

from .models import Authorisation


def edition_words(row: Authorisation) -> str:
    return _("%(title)s, edition %(number)s") % {
        "title": in_my_language(row.edition.text.title),
        "number": row.edition.number,
    }


def ground_words(row: Authorisation) -> str:
    """What an authorisation rests on."""
    if row.certificate is not None:
        said = {"number": row.certificate.number, "seminar": seminar_title(row.certificate.seminar)}
        return _("certificate %(number)s of “%(seminar)s”") % said
    if row.cohort is not None:
        return _("course of the cohort %(code)s") % {"code": row.cohort.code}
    return row.document
