"""A letter is drafted, changed, sent, or discarded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask, is_saved
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import back, explain
from tejido.web.instants import clocks
from tejido.web.languages import spread

from .. import commands, queries, rules
from ..forms import LetterForm, SeenForm
from .loading import asking, load, page_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import FormalLetter


@require_http_methods(["GET", "POST"])
def drafts(request: ActorRequest) -> HttpResponse:
    """A new letter to a sister network."""
    seat_or_404(request)
    ask(rules.may_follow(request.actor))
    peers = queries.correspondents()
    initial = {"zone": request.user.zone}
    form = LetterForm(request.POST or None, languages=queries.network_languages(), peers=peers, initial=initial)
    if request.method == "POST" and form.is_valid():
        row = commands.draft_letter(
            actor=request.actor, peer=form.cleaned_data["to"], contents=form.contents, at=request.now
        )
        return back(request, page_of(row.key), _("Drafted. Nobody but those who prepare letters reads it."))
    lead = _("Until it is sent, only the secretariat, the chair and the translators of this network read it.")
    return asking(
        request, form, title=_("A letter to another network"), lead=lead, button=_("Keep the draft"),
        way_back=reverse("correspondence:home"), is_alone=not peers,
    )  # fmt: skip  # one page


@require_http_methods(["GET", "POST"])
def words(request: ActorRequest, key: str) -> HttpResponse:
    """Other words for a draft."""
    row = load(request, key).letter
    ask(rules.may_write(request.actor) or rules.is_draft(row))
    languages = queries.network_languages()
    form = LetterForm(
        request.POST or None, languages=languages, is_answer=row.answers is not None, initial=_initial(row)
    )
    if request.method == "POST" and form.is_valid() and is_saved(form, lambda: _write(request, row, form)):
        return back(request, page_of(key), _("Kept."))
    lead = _("Until it is sent, only the secretariat, the chair and the translators of this network read it.")
    return asking(
        request, form, title=_("The words of the letter"), lead=lead, button=_("Keep the draft"), way_back=page_of(key)
    )


def _write(request: ActorRequest, row: FormalLetter, form: LetterForm) -> None:
    seen = form.cleaned_data["seen"] or 0
    commands.write_letter(actor=request.actor, letter=row, contents=form.contents, seen=seen, at=request.now)


def _initial(row: FormalLetter) -> dict[str, Any]:
    until = row.deadline.astimezone(clocks(row.zone)).replace(tzinfo=None) if row.deadline else None
    said = spread("subject", row.subject) | spread("words", row.words)
    return {"purpose": row.purpose, "until": until, "zone": row.zone, "seen": row.edit, **said}


@require_POST
def sendings(request: ActorRequest, key: str) -> HttpResponse:
    """The letter goes out: a formal act on the words that the page showed."""
    row, form = load(request, key).letter, SeenForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.send_letter(actor=request.actor, letter=row, seen=form.cleaned_data["seen"], at=request.now)
    return back(request, page_of(key), _("Sent. The page of the letter says how far it came."))


@require_POST
def discardings(request: ActorRequest, key: str) -> HttpResponse:
    commands.discard_letter(actor=request.actor, letter=load(request, key).letter, at=request.now)
    return back(request, reverse("correspondence:home"), _("The draft is gone, with its words."))


@require_POST
def answers(request: ActorRequest, key: str) -> HttpResponse:
    """A draft that answers the letter."""
    row = commands.answer_letter(actor=request.actor, letter=load(request, key).letter, at=request.now)
    return back(request, reverse("correspondence:words", args=[row.key]))
