"""The meetings and commitments of a body, the committees of the network, and what the public may read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry import commands as registry
from tejido.registry import rules as register
from tejido.registry.names import BodyKind
from tejido.registry.queries import day_of, parties_of_record

from .. import commands
from ..forms import CommitteeForm, PlanForm
from ..queries.commitments import commitments_of, own_open_commitments
from ..queries.meetings import BodyContext, bodies_for, meetings_of, next_of, upcoming_for
from ..queries.releases import ReleasedMeeting, public_meetings, released_to
from ..queries.silence import silences_of
from ..rules.seats import may_facilitate
from ..sentences import of_silence
from ..words import alphabetical
from .loading import ask_again, done, load_body, must


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The bodies of the seat with their next meetings; for the public, the meetings that were released to it."""
    if request.actor.is_public:
        return render(request, "meetings/public.html", {"meetings": public_meetings()})
    bodies = bodies_for(request.actor)
    page = {
        "upcoming": upcoming_for(request.actor, request.now, bodies),
        "bodies": bodies,
        "own": own_open_commitments(request.actor, bodies),
        "released": _elsewhere(released_to(request.actor), bodies),
        "today": day_of(request.now),
        "may_create": register.may_keep_network(request.actor) is None,
    }
    return render(request, "meetings/home.html", page)


def _elsewhere(found: list[ReleasedMeeting], bodies: list[BodyContext]) -> list[ReleasedMeeting]:
    """What was released to the seat of meetings that it does not read from inside."""
    inside = {context.body.key for context in bodies if context.is_inside}
    return [row for row in found if row.body.key not in inside]


@require_GET
def meetings(request: ActorRequest, key: str) -> HttpResponse:
    """The meetings of a body, past and to come, who takes part, and who has gone silent."""
    context = load_body(request, key)
    mine = context.capacity.party
    silences = [
        of_silence(found, is_own=mine is not None and found.party.key == mine.key)
        for found in silences_of(context, request.now)
    ]
    is_committee = context.body.kind == BodyKind.COMMITTEE
    may_join = register.may_join(context.body, request.actor.role, request.actor.member) is None
    page = {
        "context": context,
        "body": context.body,
        "meetings": meetings_of(context),
        "next": next_of(context.body, request.now),
        "parties": alphabetical(parties_of_record(context.body, day_of(request.now))),
        "silences": silences,
        "is_committee": is_committee,
        "may_join": may_join and mine is None,
        "may_leave": may_join and mine is not None,
        "may_prepare": may_facilitate(context.capacity) is None,
    }
    return render(request, "meetings/body.html", page)


@require_GET
def commitments(request: ActorRequest, key: str) -> HttpResponse:
    """Everything that was promised in a body: ours, or all; what is open, or also what has ended."""
    context = load_body(request, key)
    must(context.is_inside)
    whose, ended = request.GET.get("whose", "all"), request.GET.get("ended") == "1"
    lines, today = commitments_of(request.actor, context, only_open=not ended), day_of(request.now)
    page = {
        "context": context,
        "body": context.body,
        "lines": [(line, line.is_overdue(today)) for line in lines if whose != "ours" or line.is_ours],
        "whose": whose,
        "ended": ended,
    }
    return render(request, "meetings/commitments.html", page)


@require_http_methods(["GET", "POST"])
def preparation(request: ActorRequest, key: str) -> HttpResponse:
    """A new meeting of the body, seen by those who prepare it until it is convened."""
    context = load_body(request, key)
    must(may_facilitate(context.capacity) is None)
    initial = {"zone": request.user.zone, "languages": [request.LANGUAGE_CODE]}
    form = PlanForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        row = commands.prepare_meeting(actor=request.actor, body=context.body, plan=form.plan, at=request.now)
        return done(
            request, "meetings:agenda", _("The meeting is in preparation. Now its agenda can be built."), row.key
        )
    back = reverse("meetings:body", args=[key])
    return ask_again(
        request, form, context, title=_("Prepare a meeting"), button=_("Put into preparation"), way_back=back
    )


@require_http_methods(["GET", "POST"])
def committees(request: ActorRequest) -> HttpResponse:
    """A new committee of the network."""
    ask(register.may_keep_network(request.actor))
    form = CommitteeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        body = registry.create_committee(actor=request.actor, name=form.names, at=request.now)
        return done(request, "meetings:body", _("The committee exists. Members join it by their own act."), body.key)
    page = {"form": form}
    return render(request, "meetings/committee.html", page, status=422 if form.errors else 200)


@require_POST
def joinings(request: ActorRequest, key: str) -> HttpResponse:
    context = load_body(request, key)
    registry.join_committee(actor=request.actor, body=context.body, at=request.now)
    return done(request, "meetings:body", _("Your member takes part in the committee."), key)


@require_POST
def leavings(request: ActorRequest, key: str) -> HttpResponse:
    context = load_body(request, key)
    registry.leave_committee(actor=request.actor, body=context.body, at=request.now)
    return done(request, "meetings:body", _("Your member no longer takes part in the committee."), key)
