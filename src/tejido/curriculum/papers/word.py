"""Texts as Word files: what such a file says of itself, in the language of the text."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.engine.document import Document, Kind
from tejido.formats.paper import Identity, Paper, Words
from tejido.formats.paper import Text as TextBlock
from tejido.registry.queries import network
from tejido.web.instants import clocks
from tejido.web.languages import base, name_of, say
from tejido.web.marks import activity_facts

from ..models import Edition, Revision
from ..queries import document_of, images_of

SHORT = 16  # signs of the digest that run below every page


def word_paper(revision: Revision, languages: Sequence[str], edition: Edition | None = None) -> Paper:
    """A text in one language, or in two side by side. It names its revision, so that what is written into it finds the
    way back. A file that is meant to be changed proves nothing: the record of an adoption is not in it.
    """
    document, language = document_of(revision), languages[0]
    with override(base(language)):
        title, which = say(revision.text.title, language).text, _which(revision, edition)
        served = network()
        maker = say(revision.text.body.name or (served.name if served else {}), language).text
        at = edition.sealed_at if edition else revision.at
        return Paper(
            title=title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=(_block(document, languages),),
            network=maker,
            subtitle=which,
            facts=_facts(revision, edition, languages, _day(at, served.zone if served else "")),
            head=f"{title} · {which}",
            foot=f"{which} · {revision.digest[:SHORT]}",
            has_contents=True,
            identity=Identity(revision.text_id, revision.key, revision.digest),
            images=images_of(revision.text, document),
            at=at,
        )


def _block(document: Document, languages: Sequence[str]) -> TextBlock:
    shown = [(p, tag) for p in document if p.kind is Kind.ACTIVITY for tag in p.languages]
    activities = {(passage.id, tag): activity_facts(passage, tag) for passage, tag in shown}
    heads = tuple(map(name_of, languages)) if len(languages) > 1 else ()
    elsewhere = {tag: _("Only in: %(language)s") % {"language": name_of(tag)} for tag in document.languages}
    return TextBlock(document, tuple(languages), {}, activities, heads, elsewhere)


def _which(revision: Revision, edition: Edition | None) -> str:
    if edition:
        return _("Edition %(number)s") % {"number": edition.number}
    return _("Revision %(number)s, not adopted") % {"number": revision.number}


def _facts(
    revision: Revision, edition: Edition | None, languages: Sequence[str], day: str
) -> tuple[tuple[str, str], ...]:
    facts = {
        _("Adopted on") if edition else _("Saved on"): day,
        _("Language"): " · ".join(name_of(tag) for tag in languages),
        _("Negotiated in"): name_of(revision.text.negotiated_language),
        _("Revision"): str(revision.number),
        _("Digest of the whole text"): revision.digest,
    }
    if revision.text.is_demonstration:
        facts[_("Note")] = _("Demonstration text, adopted by no State")
    return tuple(facts.items())


def _day(at: datetime, zone: str) -> str:
    return date_format(at.astimezone(clocks(zone)), "DATE_FORMAT")
