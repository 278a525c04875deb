"""Letters to the contact of a practice, passed on by the house."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.queries import seat_names
from tejido.registry.words import seat_words
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import commands, queries, rules
from ..forms import LetterForm
from .loading import shown_or_404


@require_http_methods(["GET", "POST"])
def letters(request: ActorRequest, key: str) -> HttpResponse:
    """What the seat has asked and was answered; for the member's own seats every letter."""
    seat_or_404(request)
    shown = shown_or_404(request, key)
    form = LetterForm(request.POST or None, initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST" and form.is_valid():
        commands.ask_contact(actor=request.actor, version=shown.version, at=request.now, **form.cleaned_data)
        return back(request, request.path, _("Passed on. The answer stands here, and comes to you as a letter."))
    contact = shown.content["contact"]
    page = {
        "shown": shown,
        "practice": shown.practice,
        "title": in_my_language(shown.content["title"]),
        "contact": seat_words(seat_names({contact}).get(contact)),
        "threads": [
            (seat, seat_words(seat), rows) for seat, rows in queries.letters_of(request.actor, shown.practice).items()
        ],
        "is_own": rules.is_own(request.actor, shown.practice.member.code),
        "form": form,
    }
    return render(request, "practices/letters.html", page, status=422 if form.errors else 200)


@require_POST
def answers(request: ActorRequest, key: str, seat: str) -> HttpResponse:
    """The member answers a seat that has asked."""
    with or_404():
        own = queries.own_practice(request.actor, key)
        asked = queries.asker_for(request.actor, own.practice, seat)
    page = reverse("practices:letters", args=[key])
    form = LetterForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page)
    commands.answer_enquiry(actor=request.actor, practice=own.practice, seat=asked, at=request.now, **form.cleaned_data)
    return back(request, page, _("Answered. Whoever holds the seat gets it as a letter."))
