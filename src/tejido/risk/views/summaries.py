"""What is shared: composing a summary, seeing it as its readers will, releasing it by two persons, withdrawing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of, members_of_record
from tejido.web.answers import back, or_404
from tejido.web.components import Download
from tejido.web.downloads import paper_file
from tejido.web.languages import in_my_language

from .. import commands, proof
from ..forms import AskForm, SummaryForm, summary_initial
from ..names import Outcome, Readers
from ..papers import summary_paper
from ..queries import access as queries
from ..queries import pages, summaries
from ..sentences import lines_shown
from ..terms import summary_of
from .factors import clashes_shown, save, status_of
from .guarding import frame, load, private

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..queries.access import Opened

ANSWERS = {"agreements": Outcome.AGREED, "refusals": Outcome.REFUSED, "takings_back": Outcome.WITHDRAWN}


@require_http_methods(["GET", "POST"])
@private
def composing(request: ActorRequest, key: str) -> HttpResponse:
    """Which factors, with which sentence. It stands in the sealed analysis until it is released."""
    opened = load(request, key)
    initial = summary_initial(opened.cells) | {"base": opened.analysis.version}
    form, joined = SummaryForm(request.POST or None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        joined = save(request, opened, form.cleaned_data["base"], form.changes)
        if not joined.clashes:
            return redirect("risk:preview", key)
        form = SummaryForm(initial={**form.cleaned_data, "base": opened.analysis.version})
    page = {
        "form": form, "clashes": clashes_shown(joined), "language": opened.analysis.language,
        "askings": pages.askings_of(opened), "released": summaries.own_summaries(request.actor, key),
        "now": request.now,
    }  # fmt: skip  # one page
    return render(request, "risk/composing.html", page | frame(request, opened), status=status_of(form, joined))


@require_GET
@private
def preview(request: ActorRequest, key: str) -> HttpResponse:
    """The summary as its readers will see it."""
    opened = load(request, key)
    said = summary_of(opened.cells)
    form = AskForm(members=_members(request), initial={"seen": proof.digest_of(said), "readers": Readers.NETWORK})
    return _preview(request, opened, said, form)


def _preview(request: ActorRequest, opened: Opened, said: dict[str, Any], form: AskForm) -> HttpResponse:
    page = {
        "said": said, "lines": lines_shown(said["lines"]), "form": form, "language": opened.analysis.language,
        "waiting": pages.waiting_asking(opened.analysis, request.now), "member": opened.analysis.member,
    }  # fmt: skip  # one page
    return render(request, "risk/preview.html", page | frame(request, opened), status=422 if form.errors else 200)


@require_POST
@private
def askings(request: ActorRequest, key: str) -> HttpResponse:
    opened = load(request, key)
    form = AskForm(request.POST, members=_members(request))
    if not form.is_valid():
        return _preview(request, opened, summary_of(opened.cells), form)
    made = commands.ask_release(actor=request.actor, opened=opened, at=request.now, **form.cleaned_data)
    done = _("Asked. Nothing is released until a second person of an admitted seat agrees.")
    return back(request, reverse("risk:asking", args=[key, made.key]), done)


@require_GET
@private
def asking(request: ActorRequest, key: str, asking: str) -> HttpResponse:
    """What is asked for, as it would be read; for the second person, and for who asked."""
    opened = load(request, key)
    with or_404():
        row, asked = queries.asking_for(opened, asking)
    names = dict(_members(request))
    page = {
        "row": row, "said": asked, "lines": lines_shown(asked["lines"]), "language": asked["language"],
        "readers": Readers(asked["readers"]).label, "members": [names.get(code, code) for code in asked["codes"]],
        "is_open": row.is_open_at(request.now), "is_mine": row.mandate.seat_id == request.actor.seat,
        "files": _files("risk:asking_file", key, asking) if _is_file(row, asked) else [],
        "member": opened.analysis.member,
    }  # fmt: skip  # one page
    return render(request, "risk/asking.html", page | frame(request, opened))


@require_POST
@private
def answers(request: ActorRequest, key: str, asking: str, answer: str) -> HttpResponse:
    """The second person agrees or refuses; who asked takes it back."""
    opened = load(request, key)
    with or_404():
        row, _asked = queries.asking_for(opened, asking)
    outcome = ANSWERS[answer]
    made = commands.settle(actor=request.actor, opened=opened, asking=row, outcome=outcome, at=request.now)
    if made is not None:
        return back(
            request, reverse("risk:summary", args=[made.key]), _("Released. Its readers find it under Risk analysis.")
        )
    return back(request, reverse("risk:asking", args=[key, asking]), str(outcome.label).capitalize())


@require_GET
@private
def asking_file(request: ActorRequest, key: str, asking: str, ending: str) -> HttpResponse:
    """A summary that two persons agreed to hand on as a file."""
    opened = load(request, key)
    with or_404():
        row, asked = queries.asking_for(opened, asking)
    if not _is_file(row, asked):
        raise Http404
    paper = summary_paper(asked, opened.analysis.member, request.LANGUAGE_CODE, row.settled_at)
    return paper_file(
        request, paper, f"summary-{asking}.{ending}", reverse("risk:asking", args=[key, asking]),
        notice=_notice(opened.analysis.is_demonstration),
    )  # fmt: skip  # one file


@require_GET
@private
def summary(request: ActorRequest, key: str) -> HttpResponse:
    """A released summary, for those it was released to."""
    with or_404():
        row = summaries.summary_for(request.actor, key, request.now)
    page = {
        "summary": row, "said": row, "lines": lines_shown(row.lines), "language": row.language, "member": row.member,
        "files": _files("risk:summary_file", key) if row.withdrawn_at is None else [],
        "is_own": summaries.is_of(request.actor, row, request.now),
    }  # fmt: skip  # one page
    return render(request, "risk/summary.html", page)


@require_GET
@private
def summary_file(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    with or_404():
        row = summaries.summary_for(request.actor, key, request.now)
    if row.withdrawn_at is not None:
        raise Http404
    said = {name: getattr(row, name) for name in ("title", "introduction", "lines", "language")}
    return paper_file(
        request, summary_paper(said, row.member, request.LANGUAGE_CODE, row.at), f"summary-{key}.{ending}",
        reverse("risk:summary", args=[key]), notice=_notice(row.is_demonstration),
    )  # fmt: skip  # one file


@require_POST
@private
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = summaries.to_withdraw(request.actor, key, request.now)
    commands.withdraw_summary(actor=request.actor, summary=row, at=request.now)
    return back(request, reverse("risk:summary", args=[key]), _("Withdrawn. Its words are erased here."))


def _members(request: ActorRequest) -> list[tuple[str, str]]:
    lines = members_of_record(day_of(request.now))
    return [(line.member.code, in_my_language(line.member.name)) for line in lines]


def _is_file(row: Any, asked: dict[str, Any]) -> bool:
    return bool(row.outcome == Outcome.AGREED and asked["readers"] == Readers.FILE)


def _files(address: str, *keys: str) -> list[Download]:
    return [Download(label, reverse(address, args=[*keys, end])) for label, end in (("PDF", "pdf"), ("Word", "docx"))]


def _notice(is_demonstration: bool) -> str:
    return _("Demonstration: all of it is invented") if is_demonstration else ""
