"""Beginning a version, and bringing in editions from signed files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import explain, or_404
from tejido.web.languages import in_my_language

from .. import commands, queries
from ..forms import DeriveForm, SignedDeriveForm, SignedForm
from .loading import own_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..commands import SignedEdition, Space
    from ..models import Derivation


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """A version of a text that the seat reads, in a space that it serves."""
    spaces = _spaces_or_404(request)
    sources = [(text.slug, in_my_language(text.title)) for text in queries.sources(request.actor)]
    form = DeriveForm(request.POST or None, sources=sources, spaces=_named(spaces), initial=_initial(request))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        with or_404():
            source = queries.source_for(request.actor, values["source"])
        made = commands.derive(
            actor=request.actor, space=spaces[values["space"]], source=source,
            title={source.negotiated_language: values["title"]}, language=source.negotiated_language, at=request.now,
        )  # fmt: skip  # one act, read as one
        messages.success(request, _("The version begins word for word as the text it comes from."))
        return redirect("adaptation:version", made.key)
    return render(request, "adaptation/new.html", {"form": form}, status=422 if form.errors else 200)


def _initial(request: ActorRequest) -> dict[str, Any]:
    return {"source": request.GET.get("from", "")}


def _spaces_or_404(request: ActorRequest) -> dict[str, Space]:
    spaces = queries.spaces_of(request.actor)
    if not spaces:
        raise Http404
    return {
        key: commands.Space(body=found.body, member=found.member, institution=found.institution)
        for key, found in spaces.items()
    }


def _named(spaces: dict[str, Space]) -> list[tuple[str, str]]:
    return [(key, _space_words(space)) for key, space in spaces.items()]


def _space_words(space: Space) -> str:
    if space.body is not None:
        return in_my_language(space.body.name)
    owner = space.institution or space.member
    return _("A space of its own for %(name)s") % {"name": in_my_language(owner.name) if owner else ""}


@require_http_methods(["GET", "POST"])
def files(request: ActorRequest) -> HttpResponse:
    """A version of an edition of another network, from its two signed files."""
    spaces = _spaces_or_404(request)
    form = SignedDeriveForm(request.POST or None, request.FILES or None, spaces=_named(spaces))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        signed = commands.read_signed(values["record"].read(), values["text"].read())
        space = spaces[values["space"]]
        if begun := _begun(space, signed):
            return render(request, "adaptation/files.html", {"form": form, "begun": begun}, status=409)
        title = {signed.record.body.text.negotiated: values["title"]}
        made = commands.derive_from_file(actor=request.actor, space=space, signed=signed, title=title, at=request.now)
        messages.success(request, _("Verified. The version begins word for word as that edition."))
        return redirect("adaptation:version", made.key)
    return render(request, "adaptation/files.html", {"form": form}, status=422 if form.errors else 200)


def _begun(space: Space, signed: SignedEdition) -> Derivation | None:
    """What comes from this text in the space already: it is named and led to, before the act would be refused."""
    return queries.begun_with(space.body, signed.key, signed.record.body.text.slug) if space.body else None


@require_POST
def editions(request: ActorRequest, key: str) -> HttpResponse:
    """A later edition of the text that the version comes from, from its two signed files."""
    version = own_or_404(request, key)
    form = SignedForm(request.POST, request.FILES)
    if not form.is_valid():
        explain(request, form)
        return redirect("adaptation:version", key)
    signed = commands.read_signed(form.cleaned_data["record"].read(), form.cleaned_data["text"].read())
    commands.bring_edition(actor=request.actor, derivation=version.derivation, signed=signed, at=request.now)
    messages.success(request, _("Verified. The edition is on offer; nothing of it is taken yet."))
    return redirect("adaptation:uptakes", key)
