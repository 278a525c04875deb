"""The course of a text: its rounds and its procedures of adoption."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.curriculum.queries import editions_of
from tejido.curriculum.views.loading import load

from .. import sentences
from ..queries.procedures import procedures_of, state_of
from ..queries.rounds import rounds_of


@require_GET
def course(request: HttpRequest, slug: str) -> HttpResponse:
    """Every round and procedure on a text, and what can be begun now."""
    loaded = load(request, slug)
    states = [state_of(row, loaded.capacity, request.now) for row in procedures_of(loaded.text)]
    page = {
        "text": loaded.text,
        "rounds": rounds_of(loaded.text),
        "editions": editions_of(loaded.text),
        "procedures": [(state, sentences.of_procedure(state, request.now)) for state in states],
        "may_facilitate": loaded.capacity.facilitates,
    }
    return render(request, "deliberation/course.html", page)
