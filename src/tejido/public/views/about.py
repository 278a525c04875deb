"""What the words of procedure mean, and how far these pages can be used by everybody."""

from datetime import date

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest

from ..pages import head
from ..terms import CHAPTERS
from .answering import in_its_language, page

# The day of the assessment that the statement tells of. Whoever assesses anew writes the new day down here.
_ASSESSED = date(2026, 11, 26)


@in_its_language
def procedure(request: ActorRequest, language: str) -> HttpResponse:
    """Each word by its chapter, with what it is called in the other languages."""
    title = _("Words of procedure")
    description = _(
        "What each word of the procedure means here, in one sentence, and what it is called in the other languages."
    )
    content = {
        "head": head("procedure", language, {}, title=title, description=description),
        "chapters": [(each, [(word, word.elsewhere(language)) for word in each.words]) for each in CHAPTERS],
    }
    return page(request, "public/procedure.html", language, content)


@in_its_language
def accessibility(request: ActorRequest, language: str) -> HttpResponse:
    """The statement in the form of the model of the European Union (Decision 2018/1523)."""
    description = _("How far these pages can be used by everybody, what is not known yet, and how to report a barrier.")
    content = {
        "head": head("accessibility", language, {}, title=_("Accessibility"), description=description),
        "written": _ASSESSED,
        "contact": settings.ACCESS_CONTACT,
    }
    return page(request, "public/accessibility.html", language, content)
