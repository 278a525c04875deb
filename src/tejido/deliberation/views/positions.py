"""One national position: writing it, clearing it, releasing it; withdrawing and correcting it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.curriculum.queries import latest_revision
from tejido.ledger.refusals import Refusal
from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import commands, pages, sentences
from ..forms import AnswerForm, ReasonForm, SeenForm, TableFileForm
from ..queries.positions import PositionState, answer_for, position_of, standing_releases
from ..queries.rounds import RoundContext, institutions_of, remark_for, remarks_of
from ..rules import positions as rules
from .loading import in_reading, languages_of, load_own, round_reading, tabs_of
from .papers import own_downloads
from .tables import table_downloads


@require_GET
def position(request: ActorRequest, key: str) -> HttpResponse:
    """The position with every remark beside it, what is not yet taken up, and the formal acts that the seat may do."""
    context, party = load_own(request, key)
    remarks, state = remarks_of(context.round, party), position_of(context.round, party)
    states = institutions_of(context.round, party, remarks, request.now)
    latest, read, languages = latest_revision(context.text), round_reading(request, context), languages_of(context)
    may, is_in_preparation = context.may_prepare, state.release is None
    page = {
        "context": context,
        "round": context.round,
        "text": context.text,
        "tabs": tabs_of(request, context),
        "state": state,
        "rows": pages.position_rows(read, remarks, state, languages),
        "seen": SeenForm(initial={"seen": state.digest}),
        "sentence": pages.position_sentence(context, state, remarks),
        "institutions_sentence": sentences.of_institutions(
            states, [in_my_language(s.institution.name) for s in states]
        ),
        "whole": pages.answer_form(languages, read.language, ""),
        "reason": ReasonForm(),
        "latest": latest if latest.digest != context.round.revision.digest else None,
        "may_consolidate": may(Task.CONSOLIDATE) and is_in_preparation,
        "may_clear": may(Task.CLEAR) and is_in_preparation,
        "not_clearable": rules.may_clear(state.digest, state.digest, state.cleared, len(state.answers)),
        "may_release": may(Task.RELEASE) and is_in_preparation,
        "not_releasable": _not_releasable(context, state),
        "may_correct": may(Task.RELEASE) and not is_in_preparation,
        "may_take_back": may(Task.RELEASE) and party.key in standing_releases(context.round),
        "is_late": not context.is_open(request.now),
        "files": (*own_downloads(context, read.language), *table_downloads(context, "own", read.language)),
        "table_form": None if context.is_elsewhere else TableFileForm(),
    }
    return render(request, "deliberation/position.html", page)


def _not_releasable(context: RoundContext, state: PositionState) -> Refusal | None:
    """What is lacking before the position as it stands on the page can be released."""
    needs = context.body.requires_clearance
    return rules.may_release(state.digest, state.digest, state.cleared, len(state.answers), requires_clearance=needs)


@require_POST
def answers(request: ActorRequest, key: str) -> HttpResponse:
    """Writes an answer to a passage, to a section or to the whole text."""
    context, _party = load_own(request, key)
    form = AnswerForm(request.POST, languages=languages_of(context))
    here = in_reading(key, request.POST.get("passage", ""))
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    values: dict[str, Any] = dict(form.cleaned_data)
    with or_404():
        values["answer"] = answer_for(request.actor, values["answer"]) if values["answer"] else None
        values["remark"] = remark_for(request.actor, values["remark"]) if values["remark"] else None
        commands.give_answer(actor=request.actor, round_=context.round, at=request.now, **values)
    if request.POST.get("from") == "position":
        here = reverse("deliberation:position", args=[key])
    return back(request, here, _("Kept in our position."))


@require_POST
def answer_removals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        answer = answer_for(request.actor, key)
        round_ = answer.position.round
        commands.remove_answer(actor=request.actor, round_=round_, answer=answer, at=request.now)
    return back(request, reverse("deliberation:position", args=[round_.key]), _("The answer was taken out."))


@require_POST
def copies(request: ActorRequest, key: str) -> HttpResponse:
    """Copies a remark into the position: its wording as an amendment, else as a reservation with its words as the
    reason."""
    with or_404():
        remark = remark_for(request.actor, key)
    commands.give_answer(
        actor=request.actor,
        round_=remark.round,
        passage=remark.passage,
        covers_section=False,
        type=remark.type,
        stance="amend" if remark.wording else "reserve",
        language=remark.language,
        wording=remark.wording,
        reason=remark.body or remark.wording,
        at=request.now,
        remark=remark,
    )
    position = reverse("deliberation:position", args=[remark.round_id])
    return back(request, position, _("Copied into our position. Edit it there if need be."))


@require_POST
def clearances(request: ActorRequest, key: str) -> HttpResponse:
    def act(context: RoundContext, values: dict[str, Any]) -> None:
        commands.clear_position(actor=request.actor, round_=context.round, at=request.now, **values)

    return _formal(request, key, SeenForm, act, _("Cleared. The position can be released as it stands."))


@require_POST
def returns(request: ActorRequest, key: str) -> HttpResponse:
    def act(context: RoundContext, values: dict[str, Any]) -> None:
        commands.return_position(actor=request.actor, round_=context.round, at=request.now, **values)

    return _formal(request, key, ReasonForm, act, _("Sent back."))


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    def act(context: RoundContext, values: dict[str, Any]) -> None:
        commands.release_position(actor=request.actor, round_=context.round, at=request.now, **values)

    return _formal(request, key, SeenForm, act, _("Released. Every member sees the position now."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    def act(context: RoundContext, values: dict[str, Any]) -> None:
        commands.withdraw_position(actor=request.actor, round_=context.round, at=request.now, **values)

    return _formal(request, key, ReasonForm, act, _("Withdrawn. The position stays readable as withdrawn."))


@require_POST
def corrections(request: ActorRequest, key: str) -> HttpResponse:
    context, _party = load_own(request, key)
    commands.begin_correction(actor=request.actor, round_=context.round, at=request.now)
    return back(
        request,
        reverse("deliberation:position", args=[key]),
        _("A correction has begun. The released position stands until you release it."),
    )


def _formal(
    request: ActorRequest, key: str, form_class: type[SeenForm] | type[ReasonForm], act: Callable[..., None], done: str
) -> HttpResponse:
    context, _party = load_own(request, key)
    form = form_class(request.POST)
    here = reverse("deliberation:position", args=[key])
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    act(context, form.cleaned_data)
    return back(request, here, done)
