"""A member's nominations: the list, one person, and the formal act by which they are submitted."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands
from ..forms import (
    LetterForm,
    MoveForm,
    NomineeForm,
    ReasonForm,
    ReplacementForm,
    SeenForm,
    nominee_given,
)
from ..lines import list_digest
from ..names import Standing, Way
from ..queries import calls, nominations
from ..rules import before_it_begins, is_ahead, is_in_time, may_nominate, serves
from .loading import frame, nominee_or_404, own_call_or_404


@require_GET
def own(request: ActorRequest, key: str) -> HttpResponse:
    """The member's persons in their order, what is missing, and submitting them."""
    row, member = own_call_or_404(request, key), request.actor.member
    found = nominations.own_nominations(row, member)
    late = is_in_time(row, calls.deadline_for(row, member), request.now)
    page = {
        **frame(request, row),
        "own": found,
        "rows": found.rows,
        "of_all": found.missing_of(""),
        "seen": list_digest(found.standing),
        "quota": row.quota_of(member),
        "late": late,
    }
    page["may_change"] = page["may_nominate"] and late is None
    return render(request, "nominations/own.html", page)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, key: str) -> HttpResponse:
    """A further person, as a draft."""
    row = own_call_or_404(request, key)
    ask(may_nominate(request.actor, request.actor.member))
    form = NomineeForm(request.POST or None, institutions=calls.institutions_of(request.actor.member))
    if request.method == "POST" and form.is_valid():
        made = commands.enter_nominee(actor=request.actor, call=row, given=form.given, at=request.now)
        return back(request, reverse("nominations:nominee", args=[made.key]), _("Saved as a draft."))
    page = {**frame(request, row), "form": form}
    return render(request, "nominations/new.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def nominee(request: ActorRequest, key: str) -> HttpResponse:
    """One person: read by who reads of them, changed by who nominates until the deadline."""
    row = nominee_or_404(request, key)
    code = row.member.code
    form = NomineeForm(request.POST or None, initial=nominee_given(row), institutions=calls.institutions_of(code))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        commands.change_nominee(actor=request.actor, nominee=row, given=form.given, seen=seen, at=request.now)
        return back(request, reverse("nominations:nominations", args=[row.call.seminar_id]), _("Saved."))
    is_ours = may_nominate(request.actor, code) is None
    is_in = is_in_time(row.call, calls.deadline_for(row.call, code), request.now) is None
    is_before = before_it_begins(row.call, request.now) is None
    page = {
        **frame(request, row.call),
        "nominee": row,
        "form": form,
        "letters": nominations.letters_of(row),
        "letter_form": LetterForm(),
        "reason_form": ReasonForm(),
        "needs": nominations.told_by(row),
        "is_draft": row.standing == Standing.DRAFT,
        "may_change": is_ours and is_in and (row.stands or row.standing == Standing.DRAFT),
        "may_withdraw": is_ours and row.stands and is_before,
        "may_replace": is_ours and row.holds_place and is_ahead(row.call, request.now) is None,
        "may_send": row.holds_place and (is_ours or serves(request.actor)),
        "may_erase": is_ours or serves(request.actor),
        "may_try": row.holds_place and row.call.seminar.is_demonstration,
    }
    return render(request, "nominations/nominee.html", page, status=422 if form.errors else 200)


@require_POST
def moves(request: ActorRequest, key: str) -> HttpResponse:
    row = nominee_or_404(request, key)
    form, home = MoveForm(request.POST), reverse("nominations:nominations", args=[row.call.seminar_id])
    if not form.is_valid():
        explain(request, form)
        return redirect(home)
    commands.move_nominee(actor=request.actor, nominee=row, way=Way(form.cleaned_data["way"]), at=request.now)
    return back(request, f"{home}#n-{row.key}")


@require_POST
def removals(request: ActorRequest, key: str) -> HttpResponse:
    """A draft goes."""
    row = nominee_or_404(request, key)
    commands.remove_nominee(actor=request.actor, nominee=row, at=request.now)
    return back(request, reverse("nominations:nominations", args=[row.call.seminar_id]), _("The draft is removed."))


@require_POST
def letters(request: ActorRequest, key: str) -> HttpResponse:
    """A supporting letter is added."""
    row = nominee_or_404(request, key)
    form = LetterForm(request.POST, request.FILES)
    if not form.is_valid():
        explain(request, form)
    else:
        file = form.cleaned_data["file"]
        commands.add_letter(actor=request.actor, nominee=row, file=file, at=request.now)
    return redirect("nominations:nominee", key)


@require_GET
def letter_file(request: ActorRequest, key: str, letter: str) -> HttpResponse:
    with or_404():
        found = nominations.letter_for(nominee_or_404(request, key), letter)
    return saved(bytes(found.data), found.media_type, found.name)


@require_POST
def letter_removals(request: ActorRequest, key: str, letter: str) -> HttpResponse:
    with or_404():
        found = nominations.letter_for(nominee_or_404(request, key), letter)
    commands.remove_letter(actor=request.actor, letter=found, at=request.now)
    return redirect("nominations:nominee", key)


@require_POST
def submissions(request: ActorRequest, key: str) -> HttpResponse:
    """The member nominates, exactly whom the page showed."""
    row = own_call_or_404(request, key)
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    commands.submit_nominations(actor=request.actor, call=row, seen=seen, at=request.now)
    return back(
        request, reverse("nominations:nominations", args=[key]), _("Submitted. You can change it until the deadline.")
    )


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = nominee_or_404(request, key)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("nominations:nominee", key)
    reason = form.cleaned_data["reason"]
    commands.withdraw_nominee(actor=request.actor, nominee=row, reason=reason, at=request.now)
    return back(
        request, reverse("nominations:nominations", args=[row.call.seminar_id]), _("The nomination is withdrawn.")
    )


@require_http_methods(["GET", "POST"])
def replacements(request: ActorRequest, key: str) -> HttpResponse:
    """Another person comes instead of one who was admitted."""
    row = nominee_or_404(request, key)
    ask(may_nominate(request.actor, row.member.code))
    institutions = calls.institutions_of(row.member.code)
    form = ReplacementForm(request.POST or None, institutions=institutions, initial={"language": row.language})
    if request.method == "POST" and form.is_valid():
        commands.replace_nominee(
            actor=request.actor, nominee=row, given=form.given, reason=form.cleaned_data["reason"], at=request.now
        )
        done = _("The other person is admitted and gets a link.")
        return back(request, reverse("nominations:nominations", args=[row.call.seminar_id]), done)
    page = {**frame(request, row.call), "nominee": row, "form": form}
    return render(request, "nominations/replacement.html", page, status=422 if form.errors else 200)


@require_POST
def erasures(request: ActorRequest, key: str) -> HttpResponse:
    """The data of a person who asked for it are deleted."""
    row = nominee_or_404(request, key)
    commands.erase_person(actor=request.actor, nominee=row, at=request.now)
    page = "places" if serves(request.actor) else "nominations"
    return back(request, reverse(f"nominations:{page}", args=[row.call.seminar_id]), _("The data are deleted."))
