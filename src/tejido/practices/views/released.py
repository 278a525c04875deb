"""A published practice as everybody reads it to whom it is shown: page, difference, files, paper, catalogue."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.registry.tabs import together_tabs
from tejido.registry.words import seat_words
from tejido.web.addresses import whole
from tejido.web.answers import or_404
from tejido.web.components import Download
from tejido.web.downloads import paper_file, saved
from tejido.web.languages import in_my_language

from .. import queries, rules
from ..feeds import catalogue_of
from ..pages import fields_of, initiatives_named, proofs_of
from ..papers import practice_notice, practice_paper, practice_seal
from ..redline import difference as difference_of
from ..words import facts_of
from .loading import shown_or_404


@require_GET
def practice(request: ActorRequest, key: str) -> HttpResponse:
    """The latest version that the reader may read; one that was withdrawn by its title, its dates and the reason."""
    shown, actor = shown_or_404(request, key), request.actor
    row, content = shown.practice, shown.content
    versions = queries.versions_of(actor, row)
    adapted = queries.adaptations_told(actor, row)
    is_own = rules.is_own(actor, row.member.code)
    page = {
        "shown": shown,
        "practice": row,
        "version": shown.version,
        "title": in_my_language(content["title"]),
        "content": content,
        "fields": fields_of(content),
        "proofs": proofs_of(content),
        "facts": facts_of(content),
        "strength": queries.strengths(actor, [shown])[row.key],
        "contact": seat_words(queries.contacts(actor, [shown]).get(content["contact"])),
        "verdicts": queries.verdicts(shown.version),
        "is_as_read": shown.version.digest == shown.version.submission.digest,
        "adaptations": adapted,
        "initiatives": initiatives_named(actor, [content, *(each.content for each in adapted)]),
        "versions": versions,
        "readable": [version for version in versions if version.withdrawn_at is None],
        "is_own": is_own,
        "own_adaptation": queries.adaptation_by(actor, row),
        "may_adapt": rules.may_adapt(actor, shown.version, has_one=False) is None,
        "may_write": not actor.is_public and not is_own and not shown.is_withdrawn,
        "files": [] if shown.is_withdrawn else _downloads(key, shown.version.number),
        "tabs": together_tabs(actor, reverse("practices:home")),
    }
    return render(request, "practices/practice.html", page)


def _downloads(key: str, number: int) -> list[Download]:
    several = (("pdf", "PDF", _("to print and to file")), ("docx", "Word", ""))
    return [Download(label, reverse("practices:paper", args=[key, number, end]), hint) for end, label, hint in several]


@require_GET
def difference(request: ActorRequest, key: str) -> HttpResponse:
    """Two versions word by word: the last two, or those that the address names."""
    shown = shown_or_404(request, key)
    versions = [row for row in queries.versions_of(request.actor, shown.practice) if row.withdrawn_at is None]
    by_number = {str(row.number): row for row in versions}
    if len(versions) < 2:
        raise Http404
    old = by_number.get(request.GET.get("from", ""), versions[1])
    new = by_number.get(request.GET.get("to", ""), versions[0])
    page = {
        "practice": shown.practice,
        "title": in_my_language(shown.content["title"]),
        "versions": versions,
        "old": old,
        "new": new,
        "difference": difference_of(old.content, new.content),
        "sides": [("from", old.number), ("to", new.number)],
    }
    return render(request, "practices/difference.html", page)


@require_GET
def file(request: ActorRequest, key: str, paper: str) -> HttpResponse:
    """A file named as evidence; only ever to be kept, never opened in the page."""
    with or_404():
        found = queries.paper_for(request.actor, key, paper)
    return saved(bytes(found.data), found.media_type, found.name)


@require_GET
def paper(request: ActorRequest, key: str, number: int, ending: str) -> HttpResponse:
    """One version as PDF or Word, in the language of the reader."""
    with or_404():
        version = queries.readable_version(request.actor, key, number)
    served = network()
    name, zone = (in_my_language(served.name), served.zone) if served else ("", "")
    key_of_contact = version.content["contact"]
    contact = seat_words(
        queries.contacts(request.actor, [queries.Shown(version.practice, version)]).get(key_of_contact)
    )
    page, language = reverse("practices:practice", args=[key]), request.LANGUAGE_CODE
    made = practice_paper(version, queries.verdicts(version), contact, name, zone, language)
    file_name = f"{slugify(in_my_language(version.content['title']))[:60] or 'practice'}-{number}.{ending}"
    return paper_file(
        request, made, file_name, page, notice=practice_notice(version, language),
        seal=practice_seal(version, whole(page), language),
    )  # fmt: skip  # one answer, read as one


@require_GET
def catalogue(request: ActorRequest) -> HttpResponse:
    """Every practice that the reader may read, for another program: with the names of schema.org where it has them."""
    shown = queries.shown_practices(request.actor)
    contacts = queries.contacts(request.actor, shown)
    made = catalogue_of(shown, queries.strengths(request.actor, shown), contacts, network())
    return saved(made, "application/ld+json", "practices.json")
