"""What the reader's member made of a practice of another."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.mechanisms.names import OUTWARD
from tejido.programmes.queries import choices_for
from tejido.web.answers import back, explain
from tejido.web.languages import in_my_language, name_of

from .. import commands, rules
from ..forms import AdaptationForm, PublishForm
from ..lines import adaptation_words_in, digest_of
from ..names import Status, Told
from ..pages import initiatives_named
from .loading import LANGUAGES, adaptation_or_404, shown_or_404


@require_POST
def adaptations(request: ActorRequest, key: str) -> HttpResponse:
    """ "We adapted this"."""
    seat_or_404(request)
    shown = shown_or_404(request, key)
    row = commands.begin_adaptation(actor=request.actor, version=shown.version, at=request.now)
    address = reverse("practices:adaptation", args=[row.key])
    return back(request, address, _("Begun. Only the seats of your member read it until you release it."))


@require_http_methods(["GET", "POST"])
def adaptation(request: ActorRequest, key: str) -> HttpResponse:
    """What was changed and why, language by language."""
    own = adaptation_or_404(request, key)
    row = own.adaptation
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else request.LANGUAGE_CODE
    now = adaptation_words_in(row.draft, language)
    initial = {**now, "seen": digest_of(now)} | {name: row.draft[name] for name in ("status", "initiative")}
    form = AdaptationForm(request.POST or None, initial=initial, initiatives=choices_for(request.actor))
    if request.method == "POST" and form.is_valid():
        commands.keep_adaptation(
            actor=request.actor, adaptation=row, language=language, words=form.words,
            at=request.now, **{name: form.cleaned_data[name] for name in ("status", "initiative", "seen")},
        )  # fmt: skip  # one act, read as one
        return back(request, request.get_full_path(), _("Kept. Only the seats of your member read it."))
    page = {
        "own": own,
        "adaptation": row,
        "practice": row.practice,
        "title": in_my_language(row.version.content["title"]),
        "form": form,
        "language": language,
        "languages": [(tag, name_of(tag), tag == language) for tag, _n in settings.LANGUAGES],
        "told": [(field, row.draft[field]) for field in Told if row.draft[field]],
        "status": Status(row.draft["status"]),
        "initiatives": initiatives_named(request.actor, [row.draft]),
        "may_tell": rules.may_tell(request.actor, row.member.code) is None,
        "audiences": OUTWARD,
    }
    return render(request, "practices/adaptation.html", page, status=422 if form.errors else 200)


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    own = adaptation_or_404(request, key)
    form = PublishForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return _page(request, key)
    commands.release_adaptation(actor=request.actor, adaptation=own.adaptation, at=request.now, **form.cleaned_data)
    return _page(request, key, _("Released. These readers see it beside the practice, as it stands."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    own = adaptation_or_404(request, key)
    commands.withdraw_adaptation(actor=request.actor, adaptation=own.adaptation, at=request.now)
    return _page(request, key, _("Withdrawn. Nobody outside sees it any more."))


def _page(request: ActorRequest, key: str, done: str = "") -> HttpResponse:
    return back(request, reverse("practices:adaptation", args=[key]), done)
