"""What packages say of themselves, in the language of the text and not of whoever takes them."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.course import Words
from tejido.registry.queries import network
from tejido.web.instants import clocks
from tejido.web.languages import base, say

from .queries import Source


def said_by_pages(language: str) -> Words:
    """What is said while a lesson is read."""
    with override(base(language)):
        return Words(
            about=_("About this package"),
            check=_("Check whether this text is the current one"),
            read=_("I have read this"),
            is_read=_("Your learning system has recorded this lesson as read."),
            again=_("Go on where you stopped reading"),
            back=_("Back to the course"),
            unconnected=_("No learning system is connected to this page: what you read is recorded nowhere."),
            watching=_("The lesson is open for looking at it: nothing is recorded."),
            unanswered=_("The learning system did not record this. Close the lesson, open it again and repeat it."),
            over=_("This session is over. Open the lesson again from your course to have it recorded."),
        )


def owner(source: Source, language: str) -> str:
    """Whose text it is."""
    served = network()
    return say(source.text.body.name or (served.name if served else {}), language).text


def rights(source: Source, language: str) -> str:
    """Nothing is made up: no licence of a text is kept here."""
    with override(base(language)):
        said = _("Owner of the text: %(owner)s. No licence is recorded. Scripts and style: EUPL-1.2.")
        return said % {"owner": owner(source, language)}


def which(source: Source, language: str) -> str:
    """Which state of the text it is, for everybody who holds a copy."""
    with override(base(language)):
        if source.edition:
            return _("Edition %(number)s") % {"number": source.edition.number}
        number = {"number": source.revision.number, "day": day(source)}
        if source.is_own:
            return _("Revision %(number)s of %(day)s") % number
        return _("As shown on %(day)s") % number


def day(source: Source) -> str:
    served = network()
    return date_format(source.at.astimezone(clocks(served.zone if served else "")), "DATE_FORMAT")


def origin(source: Source, language: str) -> str:
    """Which edition a version counts as brought up to; empty for a text that comes from none."""
    if source.version is None:
        return ""
    derivation, uptake = source.version.derivation, source.version.uptake
    titles = derivation.source.title if derivation.source else derivation.origin.get("titles", {})
    title = say(titles, language).text
    with override(base(language)):
        said = _("%(title)s, edition %(number)s") if uptake.is_edition else _("%(title)s, revision %(number)s")
        return said % {"title": title, "number": uptake.edition}
