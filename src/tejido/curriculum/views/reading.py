"""Reading a text: as it stands, as it was, as an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.actors import PUBLIC
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import bodies_facilitated_by
from tejido.web.reading import blocks, reading

from .. import queries
from ..pages import declarations, edit_links
from .loading import chosen_language, load, number_in, revision_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Edition


@require_GET
def texts(request: ActorRequest) -> HttpResponse:
    """The texts that the seat works on; for the public, those that were adopted."""
    lines = queries.public_texts() if request.actor.is_public else queries.texts_for(request.actor)
    return render(
        request, "curriculum/texts.html", {"lines": lines, "may_create": bodies_facilitated_by(request.actor)}
    )


@require_GET
def text(request: ActorRequest, slug: str) -> HttpResponse:
    """The text in continuous reading, at its latest revision or at `?revision=`."""
    loaded = load(request, slug)
    number = number_in(request, "revision")
    revision = loaded.latest if number is None else revision_or_404(loaded.text, number)
    document = queries.document_of(revision)
    may_write = loaded.may_write and revision.key == loaded.latest.key
    read = reading(document, loaded.language, f"/texts/{slug}/pictures/")
    context = {
        "text": loaded.text,
        "revision": revision,
        "is_latest": revision.key == loaded.latest.key,
        "language": loaded.language,
        "reading": read,
        "blocks": blocks(read, edit_links(loaded.text, read) if may_write else {}),
        "editions": queries.editions_of(loaded.text),
        "may_write": may_write,
    }
    return render(request, "curriculum/text.html", context)


@require_GET
def picture(request: ActorRequest, slug: str, digest: str) -> HttpResponse:
    """An image of a text that the reader may see: as a member, or because an edition is public."""
    try:
        text = queries.text_for(request.actor, slug) if request.actor != PUBLIC else queries.public_text(slug)
        found = queries.picture(text, digest)
    except ObjectDoesNotExist as problem:
        raise Http404 from problem
    response = HttpResponse(bytes(found.data), content_type=found.media_type)
    response["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


@require_GET
def edition(request: ActorRequest, slug: str, number: int) -> HttpResponse:
    """An adopted edition with its reservations: public for the network's texts."""
    found = _edition(request, slug, number)
    language = chosen_language(request, found.revision.languages, found.text.negotiated_language)
    document = queries.document_of(found.revision)
    read = reading(document, language, f"/texts/{slug}/pictures/")
    context = {
        "edition": found,
        "text": found.text,
        "language": language,
        "reading": read,
        "blocks": blocks(read, {}),
        "declarations": declarations(queries.record_of(found), read),
    }
    return render(request, "curriculum/edition.html", context)


@require_GET
def edition_file(request: ActorRequest, slug: str, number: int, name: str) -> HttpResponse:
    """The record or the canonical text of an edition: the two files that `tejido verify` needs."""
    if name not in {"record", "text"}:
        raise Http404
    found = _edition(request, slug, number)
    body = bytes(found.record) if name == "record" else queries.canonical_file(found.revision)
    response = HttpResponse(body, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{number}.{name}.json"'
    return response


def _edition(request: ActorRequest, slug: str, number: int) -> Edition:
    try:
        try:
            return queries.public_edition(slug, number)
        except ObjectDoesNotExist:
            return queries.edition_of(queries.text_for(request.actor, slug), number)
    except ObjectDoesNotExist as problem:
        raise Http404 from problem
