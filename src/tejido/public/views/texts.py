"""Adopted texts and their editions."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.languages import in_my_language

from .. import queries
from ..pages import head, text_data
from .answering import in_its_language, page


@in_its_language
def texts(request: ActorRequest, language: str) -> HttpResponse:
    """What all members have agreed on."""
    found = queries.adopted()
    description = _("The texts that all members of the network have agreed on, with every edition and its proof.")
    data = [text_data(text, language) for text in found]
    content = {
        "head": head("texts", language, {}, title=_("Adopted texts"), description=description, data=data),
        "texts": found,
    }
    return page(request, "public/texts.html", language, content)


@in_its_language
def text(request: ActorRequest, language: str, slug: str) -> HttpResponse:
    """An adopted text: its editions, their languages, and the files that prove each."""
    with or_404():
        found = queries.adopted_text(slug)
    title = in_my_language(found.text.title)
    description = _("%(title)s: every adopted edition, its languages and its proof.") % {"title": title}
    data = [text_data(found, language)]
    content = {
        "head": head("text", language, {"slug": slug}, title=title, description=description, data=data),
        "text": found,
        "versions": queries.versions_of_text(found.text),
    }
    return page(request, "public/text.html", language, content)
