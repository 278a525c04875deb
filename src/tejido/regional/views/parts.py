"""A member's own part: the page, one field, and who reads it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask, is_saved
from tejido.ledger.requests import ActorRequest
from tejido.programmes.queries import choices_for
from tejido.registry.tabs import together_tabs
from tejido.web.answers import back, explain

from .. import commands, queries, rules
from ..forms import ReleaseForm, field_form
from ..names import OUTWARD, Field
from .loading import asking, for_seat


def load_own(request: ActorRequest, key: str) -> queries.Context:
    """An initiative in which the reader's member has a part: it takes part, or wrote one before it left. 404
    otherwise."""
    context = for_seat(request, key)
    if not context.is_ours and not queries.has_part(context):
        raise Http404
    return context


def _page(key: str) -> str:
    return reverse("regional:part", args=[key])


@require_GET
def part(request: ActorRequest, key: str) -> HttpResponse:
    context = load_own(request, key)
    page = {
        "context": context,
        "initiative": context.initiative,
        "body": context.body,
        "fields": queries.own_fields(context),
        "tabs": together_tabs(request.actor, request.path),
        "may_write": rules.may_write(request.actor, request.actor.member, context.company) is None,
        "may_release": rules.may_keep_part(request.actor, request.actor.member) is None,
        "audiences": OUTWARD,
    }
    return render(request, "regional/part.html", page)


@require_http_methods(["GET", "POST"])
def field(request: ActorRequest, key: str, field: str) -> HttpResponse:
    """What stands in a field, written anew."""
    context, which = load_own(request, key), _field(field)
    ask(rules.may_write(request.actor, request.actor.member, context.company))
    form = field_form(
        which, request.POST or None, queries.value_of(context, which),
        institutions=queries.institutions_of(request.actor),
        initiatives=choices_for(request.actor),
    )  # fmt: skip  # one form
    own = next(each for each in queries.own_fields(context) if each.field == which)
    standing = own.part.key if own.part else ""
    seen = request.POST.get("seen", standing)
    if request.method == "POST" and form.is_valid():
        given = {"initiative": context.initiative, "field": which, "value": form.value, "seen": seen}
        if is_saved(form, lambda: commands.write_part(actor=request.actor, at=request.now, **given)):
            return back(request, _page(key), _("Saved. Only the seats of your member read it until you release it."))
        seen = standing
    return asking(
        request, form, title=which.label, lead=_("Only the seats of your member read it until you release it."),
        button=_("Save"), way_back=_page(key), context=context, seen=seen, stands=own.line if form.errors else None,
    )  # fmt: skip  # one page


@require_POST
def releases(request: ActorRequest, key: str, field: str) -> HttpResponse:
    context, which, form = load_own(request, key), _field(field), ReleaseForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, _page(key))
    commands.release_field(
        actor=request.actor, initiative=context.initiative, field=which, audience=form.cleaned_data["audience"],
        seen=request.POST.get("seen", ""), at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, _page(key), _("Released. These readers see it from now on, as it stands."))


@require_POST
def part_withdrawals(request: ActorRequest, key: str, field: str) -> HttpResponse:
    context, which = load_own(request, key), _field(field)
    commands.withdraw_field(actor=request.actor, initiative=context.initiative, field=which, at=request.now)
    return back(request, _page(key), _("Withdrawn. Nobody outside sees it any more; that it was shown is kept."))


def _field(name: str) -> Field:
    if name not in Field.values:
        raise Http404
    return Field(name)
