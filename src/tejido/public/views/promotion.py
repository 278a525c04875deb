"""The network in the world, as everybody may read it."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest
from tejido.promotion.words import basis_of

from .. import queries
from ..pages import head
from .answering import in_its_language, page


@in_its_language
def promotion(request: ActorRequest, language: str) -> HttpResponse:
    """What was said in forums of the world, in whose name and on which basis, and where others named the network."""
    description = _(
        "What was said in forums of the world, in whose name and on which basis, and where others named the network."
    )
    title = _("The network in the world")
    content = {
        "head": head("promotion", language, {}, title=title, description=description),
        "entries": [
            (line, basis_of(line.version, is_decision_open=line.is_decision_open)) for line in queries.public_entries()
        ],
    }
    return page(request, "public/promotion.html", language, content)
