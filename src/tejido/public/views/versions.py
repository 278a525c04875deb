"""A version of a text, as it was shown to everybody."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from tejido.adaptation.pages import depicted, sections_of, sentence_of
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.languages import base, in_my_language

from .. import queries
from ..pages import head
from .answering import in_its_language, page


@in_its_language
def version(request: ActorRequest, language: str, key: str) -> HttpResponse:
    """Section by section how it departs from the text that it comes from."""
    with or_404():
        found = queries.version_of(key)
    shown, text, tags = depicted(found), found.text, found.revision.languages
    said = next((tag for tag in tags if base(tag) == language), text.negotiated_language)
    title = in_my_language(text.title)
    description = _("%(title)s: where this version departs from the text that it comes from, and why.") % {
        "title": title
    }
    content = {
        "head": head("version", language, {"key": key}, title=title, description=description),
        "version": found,
        "derivation": found.derivation,
        "text": text,
        "said": said,
        "sections": sections_of(shown, said),
        "sentence": sentence_of(shown, None),
    }
    return page(request, "public/version.html", language, content)
