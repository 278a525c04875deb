"""A practice in its member's own space: what is told, what lacks, what peers said, and what can be done next."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import is_saved
from tejido.ledger.requests import ActorRequest
from tejido.mechanisms.names import OUTWARD
from tejido.programmes.queries import choices_for
from tejido.registry.words import seat_words
from tejido.web.answers import back
from tejido.web.editing import carry
from tejido.web.languages import in_my_language, name_of, say

from .. import commands, queries, rules
from ..forms import FactsForm, PassageForm, ProofForm, ReasonForm, ReplyForm, WordsForm
from ..lines import digest_of, facts_in, words_in
from ..names import Field
from ..pages import fields_of, initiatives_named, language_lines, proofs_of, way
from ..words import facts_of
from .loading import language_or_404, own_or_404, seat_choices

TAGS = [tag for tag, _name in settings.LANGUAGES]


@require_GET
def draft(request: ActorRequest, key: str) -> HttpResponse:
    """The whole of it, for the member's seats."""
    own = own_or_404(request, key)
    practice, actor = own.practice, request.actor
    initial = {"language": request.LANGUAGE_CODE}
    page = {
        "own": own,
        "practice": practice,
        "title": in_my_language(practice.draft["title"]) or _("A practice without a title yet"),
        "content": practice.draft,
        "fields": fields_of(practice.draft),
        "proofs": proofs_of(practice.draft),
        "facts": facts_of(practice.draft),
        "contact": seat_words(own.contact),
        "initiatives": initiatives_named(actor, [practice.draft]),
        "languages": language_lines(practice.draft, TAGS),
        "way": way(own),
        "lacking": rules.is_whole(practice.draft),
        "is_keeper": rules.may_tell(actor, practice.member.code) is None,
        "may_drop": rules.may_drop(actor, practice, went_out=bool(own.submissions)) is None,
        "proof_form": ProofForm(initial=initial),
        "passage_form": PassageForm(sections=_sections()),
        "reply_form": ReplyForm(initial=initial),
        "reason_form": ReasonForm(initial=initial),
        "audiences": OUTWARD,
    }
    return render(request, "practices/draft.html", page)


def _sections() -> list[tuple[str, str]]:
    return [
        (row.id, f"{in_my_language(row.edition.text.title)}: {in_my_language(row.title)}") for row in queries.sections()
    ]


@require_http_methods(["GET", "POST"])
def words(request: ActorRequest, key: str, language: str) -> HttpResponse:
    """All fields in one language, beside what is said in another."""
    own, language = own_or_404(request, key), language_or_404(language)
    now = words_in(own.practice.draft, language)
    form = WordsForm(request.POST or None, initial={**now, "seen": digest_of(now)})
    if request.method == "POST" and form.is_valid():
        commands.keep_words(
            actor=request.actor, practice=own.practice, language=language, words=form.words,
            seen=form.cleaned_data["seen"], at=request.now,
        )  # fmt: skip  # one act, read as one
        return back(request, reverse("practices:draft", args=[key]), _("Kept. Only the seats of your member read it."))
    title = in_my_language(own.practice.draft["title"])
    page = {
        "own": own,
        "practice": own.practice,
        "title": title or _("A practice without a title yet"),
        "heading": title or _("A new practice"),
        "form": form,
        "language": language,
        "others": [(tag, name_of(tag)) for tag in TAGS if tag != language],
        "beside": _beside(own.practice.draft, language),
    }
    return render(request, "practices/words.html", page, status=422 if form.errors else 200)


def _beside(content: dict[str, dict[str, str]], language: str) -> list[tuple[str, str, str]]:
    """What each field says in another language, for whoever translates."""
    found = []
    for field in Field:
        others = {tag: text for tag, text in content[field].items() if tag != language}
        if others:
            told = say(others, language)
            found.append((str(field.label), told.language, told.text))
    return found


@require_http_methods(["GET", "POST"])
def facts(request: ActorRequest, key: str) -> HttpResponse:
    own = own_or_404(request, key)
    content = own.practice.draft
    initial = facts_in(content)
    form = FactsForm(
        request.POST or None, initial=initial, seats=seat_choices(queries.contacts_of(request.actor)),
        initiatives=choices_for(request.actor),
    )  # fmt: skip  # one form
    carry(form, digest_of(facts_in(content)))
    keep = partial(commands.keep_facts, actor=request.actor, practice=own.practice, at=request.now)
    if form.is_valid() and is_saved(form, lambda: keep(**form.cleaned_data)):
        return back(request, reverse("practices:draft", args=[key]), _("Kept. Only the seats of your member read it."))
    page = {"own": own, "practice": own.practice, "title": in_my_language(content["title"]), "form": form}
    return render(request, "practices/facts.html", page, status=422 if form.errors else 200)


@require_POST
def drops(request: ActorRequest, key: str) -> HttpResponse:
    own = own_or_404(request, key)
    commands.drop_practice(actor=request.actor, practice=own.practice, at=request.now)
    return back(request, reverse("practices:own"), _("Dropped. Nobody else had ever seen it."))
