"""Packages for learning systems: what there is to take, in which format and language, and what is new since."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tejido.adaptation.tabs import version_tabs
from tejido.adaptation.views.loading import language_in
from tejido.ledger.requests import ActorRequest
from tejido.registry.tabs import training_tabs
from tejido.training.tabs import course_tabs
from tejido.web.addresses import whole
from tejido.web.answers import or_404
from tejido.web.components import Tab
from tejido.web.downloads import saved

from . import queries
from .forms import SinceForm
from .names import Format
from .pages import language_sentence, news_sentence, offers, section_words
from .papers import file_name, package
from .queries import Source


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """Everything that the reader can take, each once."""
    page = {"found": queries.takeable(request.actor), "tabs": training_tabs(request.actor, request.path)}
    return render(request, "packages/home.html", page)


@require_GET
def edition(request: ActorRequest, slug: str, number: int) -> HttpResponse:
    with or_404():
        source = queries.edition_source(request.actor, slug, number)
    return _page(request, source, _edition_address(source), ())


@require_GET
def edition_file(request: ActorRequest, slug: str, number: int, language: str, format: str) -> HttpResponse:
    with or_404():
        source = queries.edition_source(request.actor, slug, number)
    return _file(source, _edition_address(source), language, format)


@require_GET
def version(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        source = queries.version_source(request.actor, key)
    tabs = version_tabs(source.version, request.path) if source.version else ()
    return _page(request, source, ("packages:version", [key]), tabs)


@require_GET
def version_file(request: ActorRequest, key: str, language: str, format: str) -> HttpResponse:
    with or_404():
        source = queries.version_source(request.actor, key)
    return _file(source, ("packages:version", [key]), language, format)


@require_GET
def course(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        source = queries.course_source(request.actor, key)
    tabs = course_tabs(source.course, request.path) if source.course else ()
    return _page(request, source, ("packages:course", [key]), tabs)


@require_GET
def course_file(request: ActorRequest, key: str, language: str, format: str) -> HttpResponse:
    with or_404():
        source = queries.course_source(request.actor, key)
    return _file(source, ("packages:course", [key]), language, format)


Address = tuple[str, list[object]]  # the name of the page of packages, and what it takes


def _edition_address(source: Source) -> Address:
    return "packages:edition", [source.text.slug, source.edition.number if source.edition else 0]


def _page(request: ActorRequest, source: Source, address: Address, tabs: Sequence[Tab]) -> HttpResponse:
    """The formats in one language, and what is new since the package whose digest was asked about."""
    name, keys = address
    language = language_in(request, source.revision.languages, source.text.negotiated_language)
    newer = queries.newer_source(request.actor, source)
    page = {
        "source": source,
        "text": source.text,
        "tabs": tabs,
        "language": language,
        "languages": source.revision.languages,
        "sentence": language_sentence(source, language),
        "offers": offers(source, lambda each: reverse(f"{name}_file", args=[*keys, language, each])),
        "newer": newer,
        **_news(request, newer or source, language),
    }
    return render(request, "packages/packages.html", page)


def _news(request: ActorRequest, source: Source, language: str) -> dict[str, object]:
    asked = request.GET if "since" in request.GET else None
    form = SinceForm(asked, has_plan=source.course is not None)
    if asked is None or not form.is_valid():
        return {"form": form}
    news = queries.news_since(request.actor, source, form.cleaned_data["since"])
    plan = form.cleaned_data.get("plan", "")
    sections = [(section_words(each, language), each.count) for each in news.sections] if news else []
    sentence = news_sentence(news, is_replanned=bool(plan) and plan != source.plan)
    return {"form": form, "news": sentence, "sections": sections}


def _file(source: Source, address: Address, language: str, format: str) -> HttpResponse:
    """404 for a language that the text has not, and for a format that is none."""
    name, keys = address
    is_there = language in source.revision.languages and format in Format.values
    if not is_there or (source.course and format == Format.EPUB):
        raise Http404
    made, media_type = package(source, Format(format), language, whole(reverse(name, args=keys)))
    return saved(made, media_type, file_name(source, Format(format), language))
