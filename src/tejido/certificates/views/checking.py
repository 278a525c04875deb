"""Where everybody checks a certificate: by its code, by a name that they were shown, or by its file.

A code that was never issued is answered like any other: the same page, the same words around it, one look into the
database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.formats.bad_file import BadFile
from tejido.formats.child import parse_credential
from tejido.ledger.requests import ActorRequest
from tejido.presence.names import State
from tejido.presence.proof import is_name, tidy
from tejido.web.addresses import whole
from tejido.web.bad_files import sentence
from tejido.web.downloads import unkept

from .. import queries
from ..forms import CheckForm, FileForm, NameForm
from ..pages import keys_document, steps_of
from ..records import code_in, signed_list
from ..words import facts_words

if TYPE_CHECKING:  # views name the types of values
    from tejido.formats.badge import Report


def _hidden(response: HttpResponse) -> HttpResponse:
    """No search engine keeps it, nor anybody on the way."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    return unkept(response)


@require_http_methods(["GET", "POST"])
def checks(request: ActorRequest) -> HttpResponse:
    """Where a code is typed, or a file is given."""
    form = CheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (code := tidy(form.cleaned_data["code"])):
        return redirect("certificates:check", code)
    page = {"form": form, "file_form": FileForm()}
    return _hidden(render(request, "certificates/checks.html", page, status=422 if form.is_bound else 200))


@require_GET
def check(request: ActorRequest, code: str) -> HttpResponse:
    """How the certificate of a code stands."""
    return _told(request, code, NameForm(), "")


@require_POST
def names(request: ActorRequest, code: str) -> HttpResponse:
    """Whether it is that of somebody with a name that the holder showed. The name is compared and not kept."""
    form = NameForm(request.POST)
    return _told(request, code, form, form.cleaned_data["name"] if form.is_valid() else "")


def _told(request: ActorRequest, code: str, form: NameForm, name: str) -> HttpResponse:
    found = queries.checked(code, request.now)
    is_known = found.state != State.UNKNOWN
    page = {
        "code": tidy(code) or "—",
        "found": found,
        "is_known": is_known,
        "facts": facts_words(found.data) if is_known else {},
        "form": form,
        "asked": name,
        "is_theirs": is_name(name, code, found.name_digest) and bool(name),
    }
    return _hidden(render(request, "certificates/check.html", page, status=422 if form.errors else 200))


@require_POST
def files(request: ActorRequest) -> HttpResponse:
    """Checks the file of a credential step by step, in a process of its own, and says which part does not hold."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        page = {"form": CheckForm(), "file_form": form}
        return _hidden(render(request, "certificates/checks.html", page, status=422))
    sent = form.cleaned_data["file"]
    try:
        report = parse_credential(sent.read(), request.now, name=sent.name)
    except BadFile as problem:
        messages.error(request, sentence(problem))
        return redirect("certificates:checks")
    return _hidden(render(request, "certificates/file.html", _examined(request, report)))


def _examined(request: ActorRequest, report: Report) -> dict[str, object]:
    found = queries.checked(code_in(report.shown.id), request.now)
    steps = steps_of(report, found, queries.issuing_keys())
    return {"steps": steps, "shown": report.shown, "holds": all(step.ok for step in steps), "found": found}


@require_GET
def revoked(request: ActorRequest, number: int = 0) -> HttpResponse:
    """A whole list of what was revoked, signed, the same for everybody: nobody learns which one is asked for."""
    if number not in queries.lists():
        raise Http404
    made = signed_list(number, queries.revoked_places(number), request.now)
    answer = JsonResponse(made, content_type="application/vc+json")
    answer["Cache-Control"] = "public, max-age=300"
    return answer


@require_GET
def keys(request: ActorRequest) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """Which keys sign certificates, and which did."""
    return JsonResponse(keys_document(whole("/"), queries.issuing_keys()))
