"""A procedure of adoption: its page and every act in it."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.curriculum.queries import document_of, latest_revision
from tejido.curriculum.redline import redline, shown_of
from tejido.curriculum.views.loading import chosen_language
from tejido.curriculum.views.loading import load as load_text
from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.registry.queries import silence_hours
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved
from tejido.web.languages import in_my_language, name_of

from .. import commands, pages, sentences
from ..calendars import procedure_calendar
from ..forms import (
    AgreementForm,
    DeclarationForm,
    ExtensionForm,
    MeetingForm,
    ObjectionForm,
    ProposalForm,
    ReasonForm,
    TableForm,
)
from ..queries.comments import unanswered_of
from ..queries.positions import own_passages
from ..queries.procedures import declaration_for, objection_for
from ..queries.state import ProcedureState
from ..rules.adoption import may_conclude_meeting
from .loading import load_procedure, passage_choices


@require_http_methods(["GET", "POST"])
def opening(request: ActorRequest, slug: str) -> HttpResponse:
    """Proposes the latest revision of a text for adoption."""
    loaded = load_text(request, slug)
    if not loaded.capacity.facilitates:
        raise Http404
    form = ProposalForm(request.POST or None, initial={"zone": request.user.zone}, hours=silence_hours())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        row = commands.propose(
            actor=request.actor,
            text=loaded.text,
            revision=loaded.latest,
            kind=values["kind"],
            local=values["deadline"],
            zone=values["zone"],
            explanation={loaded.language: values["explanation"]} if values["explanation"] else {},
            at=request.now,
        )
        return back(
            request, reverse("deliberation:procedure", args=[row.key]), _("Proposed. Every member has been told.")
        )
    page = {"form": form, "text": loaded.text, "revision": loaded.latest, "unanswered": unanswered_of(loaded.text)}
    return render(request, "deliberation/proposal.html", page, status=422 if form.errors else 200)


@require_GET
def procedure(request: ActorRequest, key: str) -> HttpResponse:
    """Where the procedure stands, who is missing, objections and declarations, and the acts that the seat may do."""
    state = load_procedure(request, key)
    language = chosen_language(request, state.revision.languages, state.text.negotiated_language)
    document = document_of(state.revision)
    passages = passage_choices(document, language)
    languages = [(tag, name_of(tag)) for tag in state.revision.languages]
    latest, is_over = latest_revision(state.text), state.is_over(request.now)
    page = {
        "state": state,
        "procedure": state.procedure,
        "text": state.text,
        "language": language,
        "sentence": sentences.of_procedure(state, request.now),
        "strip": pages.procedure_strip(state, request.now),
        "objections": pages.objection_rows(state, document),
        "declarations": pages.declaration_rows(state, document),
        "reopened": pages.reopened_rows(state, document),
        "proposals": state.proposals,
        "may_act": state.is_of_record and state.capacity.may(Task.RELEASE) and not is_over,
        "may_facilitate": state.capacity.facilitates and not is_over,
        "may_chair": may_conclude_meeting(state.capacity, state.procedure, is_over) is None,
        "awaits_meeting": state.procedure.meeting and not is_over,
        "runs": state.runs(request.now),
        "latest": latest if latest.digest != state.revision.digest else None,
        "agreed": _own_agreement(state),
        "agreement": AgreementForm(),
        "objection": ObjectionForm(
            passages=passages, languages=languages, initial={"language": state.text.negotiated_language}
        ),
        "declaration": DeclarationForm(passages=passages, languages=languages),
        "extension_request": ReasonForm(),
        "withdrawal": ReasonForm(auto_id="withdrawal_%s"),
        "extension": ExtensionForm(initial={"zone": state.procedure.zone}),
        "table": TableForm(initial={"zone": state.procedure.zone}, hours=silence_hours()),
        "meeting": MeetingForm(members=[(p.code, in_my_language(p.name)) for p in state.members]),
    }
    return render(request, "deliberation/procedure.html", page)


def _own_agreement(state: ProcedureState) -> object:
    return state.agreement_of(state.party.code) if state.party else None


@require_GET
def calendar(request: ActorRequest, key: str) -> HttpResponse:
    return saved(procedure_calendar(load_procedure(request, key)), "text/calendar; charset=utf-8", "silence.ics")


@require_GET
def changes(request: ActorRequest, key: str) -> HttpResponse:
    """What changed between the first and the present text on the table."""
    state = load_procedure(request, key)
    language = chosen_language(request, state.revision.languages, state.text.negotiated_language)
    first = state.proposals[0].revision
    found = redline(document_of(first), document_of(state.revision), language)
    shown = shown_of(found, request.GET, {"language": language})
    if "after" in request.GET:
        return render(request, "curriculum/_redline.html", shown)
    page = {
        "state": state,
        "text": state.text,
        "before": first,
        "after": state.revision,
        "redline": found,
        "revisions": [],
    }
    return render(request, "curriculum/changes.html", page | shown)


@require_POST
def agreements(request: ActorRequest, key: str) -> HttpResponse:
    state = load_procedure(request, key)
    form = AgreementForm(request.POST)
    if not form.is_valid():
        return _unclear(request, key, form)
    passages: list[str] = []
    if form.cleaned_data["scope"] == "own" and state.party:
        passages = own_passages(state.text, state.party, document_of(state.revision))
    commands.agree(actor=request.actor, procedure=state.procedure, passages=passages, at=request.now)
    return _done(request, key, _("Your agreement is recorded, bound to this exact text."))


@require_POST
def objections(request: ActorRequest, key: str) -> HttpResponse:
    state = load_procedure(request, key)
    language = state.text.negotiated_language
    choices = passage_choices(document_of(state.revision), language)
    form = ObjectionForm(request.POST, passages=choices, languages=[(tag, tag) for tag in state.revision.languages])
    if not form.is_valid():
        return _unclear(request, key, form)
    commands.raise_objection(actor=request.actor, procedure=state.procedure, at=request.now, **form.cleaned_data)
    return _done(request, key, _("Your objection is recorded. Only you can lift it."))


@require_POST
def liftings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        objection = objection_for(request.actor, key)
    commands.lift_objection(actor=request.actor, objection=objection, at=request.now)
    return _done(request, objection.procedure_id, _("The objection is lifted."))


@require_POST
def extension_requests(request: ActorRequest, key: str) -> HttpResponse:
    state = load_procedure(request, key)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _unclear(request, key, form)
    commands.request_extension(actor=request.actor, procedure=state.procedure, at=request.now, **form.cleaned_data)
    return _done(request, key, _("The secretariat has been asked for more time."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    """The text is taken off the table."""
    state = load_procedure(request, key)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _unclear(request, key, form)
    commands.withdraw_proposal(actor=request.actor, procedure=state.procedure, at=request.now, **form.cleaned_data)
    return _done(request, key, _("The text is off the table. It can be proposed again."))


@require_POST
def extensions(request: ActorRequest, key: str) -> HttpResponse:
    state = load_procedure(request, key)
    form = ExtensionForm(request.POST)
    if not form.is_valid():
        return _unclear(request, key, form)
    values = form.cleaned_data
    commands.extend_silence(
        actor=request.actor,
        procedure=state.procedure,
        local=values["deadline"],
        zone=values["zone"],
        reason=values["reason"],
        at=request.now,
    )
    return _done(request, key, _("The silence was extended. Every member has been told."))


@require_POST
def declarations(request: ActorRequest, key: str) -> HttpResponse:
    state = load_procedure(request, key)
    choices = passage_choices(document_of(state.revision), state.text.negotiated_language)
    form = DeclarationForm(
        request.POST, passages=choices, languages=[(tag, name_of(tag)) for tag in state.revision.languages]
    )
    if not form.is_valid():
        return _unclear(request, key, form)
    commands.declare(
        actor=request.actor,
        procedure=state.procedure,
        kind=form.cleaned_data["kind"],
        passage=form.cleaned_data["passage"],
        texts=form.texts,
        at=request.now,
    )
    return _done(request, key, _("Recorded. It travels with the edition in every language."))


@require_POST
def declaration_withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        declaration = declaration_for(request.actor, key)
    commands.withdraw_declaration(actor=request.actor, declaration=declaration, at=request.now)
    return _done(request, declaration.procedure_id, _("Withdrawn."))


@require_POST
def texts(request: ActorRequest, key: str) -> HttpResponse:
    """Puts the latest revision on the table of the open procedure."""
    state = load_procedure(request, key)
    form = TableForm(request.POST, hours=silence_hours())
    if not form.is_valid():
        return _unclear(request, key, form)
    values = form.cleaned_data
    commands.change_text(
        actor=request.actor,
        procedure=state.procedure,
        revision=latest_revision(state.text),
        local=values["deadline"],
        zone=values["zone"],
        reason=values["reason"],
        at=request.now,
    )
    return _done(
        request,
        key,
        _("The changed text is on the table. Only positions on passages that changed in substance are open again."),
    )


@require_POST
def meetings(request: ActorRequest, key: str) -> HttpResponse:
    """The chair declares the outcome."""
    state = load_procedure(request, key)
    form = MeetingForm(request.POST, members=[(p.code, p.code) for p in state.members])
    if not form.is_valid():
        return _unclear(request, key, form)
    commands.conclude_meeting(
        actor=request.actor, procedure=state.procedure, present=form.cleaned_data["present"], at=request.now
    )
    return _done(request, key, _("Adopted. The edition is sealed and its record can be verified by anybody."))


def _done(request: ActorRequest, key: str, said: str) -> HttpResponse:
    return back(request, reverse("deliberation:procedure", args=[key]), said)


def _unclear(request: ActorRequest, key: str, form: forms.BaseForm) -> HttpResponse:
    explain(request, form)
    return back(request, reverse("deliberation:procedure", args=[key]))
