"""What catalogues of libraries ask: the provider of OAI-PMH 2.0."""

import re
from collections.abc import Sequence
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web import held
from tejido.web.addresses import whole
from tejido.web.failures import Failures

from .. import feeds, queries
from ..forms import Unanswered, read_question
from ..names import Wrong

FAILURES = Failures("oai", most=60, seconds=300)  # questions that are none; an empty list is an answer
_MAIL = re.compile(r"[^\s@]+@([^\s@.]+\.)+[^\s@.]+")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: ActorRequest) -> HttpResponse:
    """One question. Nothing depends on who asks, so no cookie is looked at and nothing is changed."""
    served = network()
    begun = queries.begun_at(served.key) if served else None
    if served is None or begun is None:
        raise Http404
    if FAILURES.are_too_many(request, request.now):
        return HttpResponse(status=503, headers={"Retry-After": str(FAILURES.seconds)})
    sent = dict((request.POST if request.method == "POST" else request.GET).lists())
    address = whole(request.path)
    try:
        asked = read_question(sent, request.now)
        names = {tag: words for tag, words in served.name.items() if words}
        publisher = feeds.Publisher(names, _language(served.languages))
        repository = feeds.Repository(address, served.key, publisher, _mail(), begun)
        found = feeds.reply(repository, asked, queries.items(), request.now)
    except Unanswered as wrong:
        if wrong.wrong != Wrong.NOTHING and not held.why():
            FAILURES.count(request, request.now)
        found = feeds.failure(address, wrong, {name: values[0] for name, values in sent.items()}, request.now)
    return HttpResponse(found, content_type="text/xml; charset=utf-8")


def _language(tags: Sequence[str]) -> str:
    """The first language of the network that pages are there in."""
    known = dict(settings.LANGUAGES)
    return next((tag for tag in tags if tag in known), settings.LANGUAGE_CODE)


def _mail() -> str:
    """Whom a harvester may write to. The protocol wants an address, also of a node that has none."""
    given = [parseaddr(said)[1] for said in (settings.ACCESS_CONTACT, settings.DEFAULT_FROM_EMAIL)]
    host = urlsplit(whole("/")).hostname or "localhost"
    return next((mail for mail in given if _MAIL.fullmatch(mail)), f"tejido@{host}.invalid")
