"""Texts as files to take along: PDF, EPUB, Akoma Ntoso, and Markdown with the ids of its passages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.formats import pdf
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.components import Download
from tejido.web.downloads import paper_file, saved
from tejido.web.languages import name_of
from tejido.web.memory import Memory

from .. import queries
from ..papers import FORMATS, Version, edition_version, file_name, record_paper, redline_book, revision_version
from ..redline import redline
from .loading import chosen_language, load, number_in, revision_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Revision, Text

_log = logging.getLogger(__name__)
_editions: Memory[tuple[str, ...], bytes] = Memory(12)


@require_GET
def paper(request: ActorRequest, slug: str, language: str, ending: str) -> HttpResponse:
    """The text at its latest revision or at `?revision=`; `?beside=` sets a second language at its side."""
    loaded = load(request, slug)
    number = number_in(request, "revision")
    revision = loaded.latest if number is None else revision_or_404(loaded.text, number)
    languages = _languages(request, revision, language)
    address = request.build_absolute_uri(f"{reverse('curriculum:text', args=[slug])}?revision={revision.number}")
    version = revision_version(loaded.text, revision, address)
    return _answer(request, version, languages, ending, lambda make: make(version, languages))


@require_GET
def edition_paper(request: ActorRequest, slug: str, number: int, language: str, ending: str) -> HttpResponse:
    """An edition. It never changes, and the last ones asked for are kept in memory: they are the same for all who may
    read it."""
    with or_404():
        opened = queries.edition_for(request.actor, slug, number)
    languages = _languages(request, opened.edition.revision, language)
    address = request.build_absolute_uri(reverse("curriculum:edition", args=[slug, number]))
    version = edition_version(opened.edition, address, shows_record=opened.shows_record)
    key = (opened.edition.key, ending, address, str(opened.shows_record), *languages)
    body = lambda make: _editions.made(key, lambda: make(version, languages))  # noqa: E731  # it is said where it is used
    return _answer(request, version, languages, ending, body)


@require_GET
def adoption_paper(request: ActorRequest, slug: str, number: int, ending: str) -> HttpResponse:
    """The adoption record to be read, for whoever may have its file."""
    with or_404():
        opened = queries.edition_for(request.actor, slug, number)
    if not opened.shows_record or not opened.edition.record:
        raise Http404
    edition = opened.edition
    language = chosen_language(request, edition.revision.languages, edition.text.negotiated_language)
    address = request.build_absolute_uri(reverse("curriculum:edition", args=[slug, number]))
    made = record_paper(request.actor, edition, language, address, request.now)
    back = reverse("curriculum:edition", args=[slug, number])
    return paper_file(request, made, f"{slug}-{number}.record.{language}.{ending}", back)


def _languages(request: ActorRequest, revision: Revision, language: str) -> list[str]:
    """The language of the address and the one beside it. 404 for a language that the text has not."""
    asked = list(dict.fromkeys(filter(None, (language, request.GET.get("beside", "")))))
    if not set(asked) <= set(revision.languages):
        raise Http404
    return asked


def _answer(
    request: ActorRequest,
    version: Version,
    languages: Sequence[str],
    ending: str,
    body: Callable[[Callable[[Version, Sequence[str]], bytes]], bytes],
) -> HttpResponse:
    if ending not in FORMATS:
        raise Http404
    kind = FORMATS[ending]
    try:
        made = body(kind.make)
    except pdf.NotSet:
        return _not_set(request, version)
    return saved(made, kind.media_type, file_name(version, languages, ending))


def _not_set(request: ActorRequest, version: Version) -> HttpResponse:
    _log.exception("a PDF of the text %s was not set", version.text.slug)
    messages.error(request, _("The PDF could not be set now. Take the text as EPUB, Word or Markdown, or try later."))
    if version.edition:
        return redirect("curriculum:edition", version.text.slug, version.edition.number)
    return redirect("curriculum:text", version.text.slug)


@require_GET
def changes_paper(request: ActorRequest, slug: str, old: int, new: int, language: str) -> HttpResponse:
    """The redline between two revisions as PDF."""
    loaded = load(request, slug)
    before, after = revision_or_404(loaded.text, old), revision_or_404(loaded.text, new)
    if language not in after.languages:
        raise Http404
    documents = queries.documents_of([before, after])
    line = redline(documents[before.digest], documents[after.digest], language)
    version = revision_version(loaded.text, after, request.build_absolute_uri(request.path))
    try:
        made = pdf.typeset(redline_book(version, before, line, language))
    except pdf.NotSet:
        return _not_set(request, version)
    return saved(made, "application/pdf", f"{slug}-r{old}-r{new}.{language}.pdf")


## What the pages offer


def text_downloads(text: Text, revision: Revision, language: str) -> tuple[Download, ...]:
    def address(ending: str) -> str:
        return f"{reverse('curriculum:paper', args=[text.slug, language, ending])}?revision={revision.number}"

    return _offered(address, revision, language, "&")


def edition_downloads(text: Text, number: int, revision: Revision, language: str) -> tuple[Download, ...]:
    def address(ending: str) -> str:
        return reverse("curriculum:edition_paper", args=[text.slug, number, language, ending])

    packages = f"{reverse('packages:edition', args=[text.slug, number])}?{urlencode({'language': language})}"
    hint = _("Common Cartridge, SCORM, cmi5: for a school’s own system")
    return (*_offered(address, revision, language, "?"), Download(_("Packages"), packages, hint))


def _offered(address: Callable[[str], str], revision: Revision, language: str, join: str) -> tuple[Download, ...]:
    return (
        Download("PDF", address("pdf"), _("to print and to file")),
        *_beside(_("PDF in two languages"), address("pdf"), revision, language, join),
        Download("Word", address("docx"), _("to comment on and to change")),
        *_beside(_("Word in two languages"), address("docx"), revision, language, join),
        Download("EPUB", address("epub"), _("to read on a phone without a connection")),
        Download("Markdown", address("md"), _("with the ids of the passages")),
        Download("Akoma Ntoso", address("xml"), _("for legal libraries and parliaments")),
    )


def _beside(label: str, address: str, revision: Revision, language: str, join: str) -> list[Download]:
    """The same file with each other language at the side of this one."""
    return [
        Download(
            label,
            f"{address}{join}beside={other}",
            _("%(one)s and %(other)s, side by side") % {"one": name_of(language), "other": name_of(other)},
        )
        for other in revision.languages
        if other != language
    ]


def changes_downloads(text: Text, old: int, new: int, language: str) -> tuple[Download, ...]:
    address = reverse("curriculum:changes_pdf", args=[text.slug, old, new, language])
    return (Download("PDF", address, _("with every change underlined or struck")),)
