"""The course of a text: its rounds and its procedures of adoption."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.curriculum.queries import editions_of, revisions_of
from tejido.curriculum.views.loading import load
from tejido.ledger.requests import ActorRequest

from .. import sentences
from ..pages.course import course_of
from ..queries.procedures import procedures_of, states_of
from ..queries.rounds import deadlines_of, rounds_of


@require_GET
def course(request: ActorRequest, slug: str) -> HttpResponse:
    """Every round and procedure on a text, and what can be begun now."""
    loaded = load(request, slug)
    text, rounds = loaded.text, rounds_of(loaded.text)
    deadlines = deadlines_of(rounds)
    states = states_of(procedures_of(text), {text.body_id: loaded.capacity}, request.now)
    dated, editions = [(row, deadlines[row.key]) for row in rounds], editions_of(text)
    page = {
        "text": text,
        "drawn": course_of(revisions_of(text), dated, states, editions, request.now),
        "rounds": dated,
        "editions": editions,
        "procedures": [(state, sentences.of_procedure(state, request.now)) for state in states],
        "may_facilitate": loaded.capacity.facilitates,
    }
    return render(request, "deliberation/course.html", page)
