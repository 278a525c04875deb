"""The desk of a seat, and the way in for those who have none or try the demonstration."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.people.freshness import lacks_second_factor
from tejido.public.views import front
from tejido.registry.names import Role
from tejido.registry.queries import demonstration_seats
from tejido.tour.pages import tour_for

from .. import queries
from ..happenings import happenings
from ..pages import shortcuts
from ..trials import trials


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The desk for whoever acts from a seat; the public's front page, in the reader's language, for everybody else."""
    if request.actor.is_public:
        return _seatless(request) if request.user.is_authenticated else front(request, translation.get_language())
    work = queries.work_of(request.actor, request.now)
    handover = queries.handover_in(work, request.actor)
    is_asked = (handover.is_new or request.actor.role == Role.SECRETARIAT) and lacks_second_factor(request.user)
    page = {
        "steps": queries.first_steps(request.actor, request.now, lacks_factor=is_asked),
        "waiting": queries.stretches(queries.waiting_in(work), request.now),
        "open_texts": queries.texts_in(work),
        "tour": tour_for(request.actor),
        "handover": handover,
        "shortcuts": shortcuts(request.actor),
        "recent": happenings(queries.recent(request.actor, request.now, work.bodies)),
    }
    return render(request, "desk/desk.html", page)


@require_GET
def trying(request: ActorRequest) -> HttpResponse:
    """In a demonstration: what to try as whom, also for those who sit somewhere already."""
    if not demonstration_seats(request.now):
        raise Http404
    return _seatless(request)


def _seatless(request: ActorRequest) -> HttpResponse:
    """Whom to ask for a seat; in a demonstration also what to try as whom."""
    page = {
        "trials": trials(demonstration_seats(request.now)),
        "has_no_seat": request.user.is_authenticated and request.actor.is_public,
    }
    return render(request, "desk/seatless.html", page)


@require_GET
def memory(request: ActorRequest) -> HttpResponse:
    """What the seat has said and promised, whoever held it: for a newly named holder."""
    if request.actor.is_public:
        return redirect("account_login")
    found = queries.memory_of(request.actor)
    page = {
        "memory": found,
        "waiting": queries.waiting_in(queries.work_of(request.actor, request.now)),
        "acts": happenings(found.acts),
    }
    return render(request, "desk/memory.html", page)
