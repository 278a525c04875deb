"""Reading a text: as it stands, as it was, as an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.actors import PUBLIC
from tejido.ledger.refusals import Refusal, Refused
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import bodies_facilitated_by
from tejido.registry.rules import may_keep_mechanism
from tejido.web.answers import or_404
from tejido.web.downloads import saved
from tejido.web.reading import reading
from tejido.web.stretches import stretch

from .. import commands, queries
from ..forms import EditionReleaseForm
from ..freshness import currency
from ..names import No, Readers
from ..pages import declarations, edit_links, margins
from .loading import chosen_language, load, number_in, revision_or_404
from .papers import edition_downloads, text_downloads

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Picture
    from ..queries import OpenEdition


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
    told = currency(loaded.text, revision, loaded.language)
    beside = margins(edit_links(loaded.text, read) if may_write else {}, told)
    shown = stretch(read, beside, request.GET, revision=revision.number)
    if shown.is_part:
        return HttpResponse(shown.html)
    context = {
        "text": loaded.text,
        "currency": told,
        "revision": revision,
        "is_latest": revision.key == loaded.latest.key,
        "language": loaded.language,
        "reading": read,
        "shown": shown,
        "editions": queries.editions_of(loaded.text),
        "files": text_downloads(loaded.text, revision, loaded.language),
        "may_write": may_write,
    }
    return render(request, "curriculum/text.html", context)


@require_GET
def picture(request: ActorRequest, slug: str, digest: str) -> HttpResponse:
    """An image of a text that the reader may see: as a member, or because an edition is public."""
    with or_404():
        found = _picture(request, slug, digest)
    response = HttpResponse(bytes(found.data), content_type=found.media_type)
    response["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def _picture(request: ActorRequest, slug: str, digest: str) -> Picture:
    try:
        text = queries.text_for(request.actor, slug) if request.actor != PUBLIC else queries.public_text(slug)
    except ObjectDoesNotExist:
        return queries.released_picture(request.actor, slug, digest)
    return queries.picture(text, digest)


@require_GET
def edition(request: ActorRequest, slug: str, number: int) -> HttpResponse:
    """An adopted edition with its reservations: public for the network's texts, and as far as it was released for those
    of a mechanism."""
    opened = _edition(request, slug, number)
    found = opened.edition
    language = chosen_language(request, found.revision.languages, found.text.negotiated_language)
    document = queries.document_of(found.revision)
    read = reading(document, language, f"/texts/{slug}/pictures/")
    told = currency(found.text, found.revision, language)
    shown = stretch(read, margins({}, told), request.GET)
    if shown.is_part:
        return HttpResponse(shown.html)
    context = {
        "edition": found,
        "currency": told,
        "text": found.text,
        "language": language,
        "reading": read,
        "shown": shown,
        "opened": opened,
        "files": edition_downloads(found.text, number, found.revision, language),
        "declarations": declarations(queries.record_of(found), read) if opened.shows_record else (),
        "may_release": opened.is_of_mechanism and may_keep_mechanism(request.actor, request.actor.member) is None,
        "release_form": EditionReleaseForm(initial={"readers": Readers.NETWORK}),
    }
    return render(request, "curriculum/edition.html", context)


@require_GET
def edition_file(request: ActorRequest, slug: str, number: int, name: str) -> HttpResponse:
    """The record or the canonical text of an edition: the two files that `tejido verify` needs."""
    if name not in {"record", "text"}:
        raise Http404
    opened = _edition(request, slug, number)
    found = opened.edition
    if name == "record" and not opened.shows_record:
        raise Http404
    body = bytes(found.record) if name == "record" else queries.canonical_file(found.revision)
    return saved(body, "application/json", f"{slug}-{number}.{name}.json")


@require_POST
def edition_releases(request: ActorRequest, slug: str, number: int) -> HttpResponse:
    """A mechanism opens one of its editions to others."""
    opened = _own_edition(request, slug, number)
    form = EditionReleaseForm(request.POST)
    if not form.is_valid():
        raise Refused(Refusal(No.NO_READERS))
    commands.release_edition(actor=request.actor, edition=opened.edition, at=request.now, **form.cleaned_data)
    messages.success(request, _("Released. These readers can open this edition from now on, and nothing else."))
    return redirect("curriculum:edition", slug, number)


@require_POST
def edition_withdrawals(request: ActorRequest, slug: str, number: int) -> HttpResponse:
    opened = _own_edition(request, slug, number)
    commands.withdraw_edition(actor=request.actor, edition=opened.edition, at=request.now)
    messages.success(request, _("The release is withdrawn. Nobody outside can open this edition here any more."))
    return redirect("curriculum:edition", slug, number)


def _own_edition(request: ActorRequest, slug: str, number: int) -> OpenEdition:
    """404 for whoever has no part in the body: others learn nothing by trying."""
    opened = _edition(request, slug, number)
    if not opened.is_own:
        raise Http404
    return opened


def _edition(request: ActorRequest, slug: str, number: int) -> OpenEdition:
    with or_404():
        return queries.edition_for(request.actor, slug, number)
