"""One indicator with its chart and its table; and a question of the network with what the members say together."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.mechanisms.rules import may_state
from tejido.programmes.queries import readable
from tejido.registry.tabs import home_tabs
from tejido.registry.words import seat_words

from .. import queries, rules
from ..lines import definition_digest
from ..names import OUTWARD
from ..pages.charts import chart_of
from ..pages.lines import rows_of, summary_of
from ..pages.together import together_of
from ..words import period_words
from .loading import load, today


@require_GET
def indicator(request: ActorRequest, key: str) -> HttpResponse:
    """All of it for the member's own seats; for others what was released."""
    seen, actor = load(request, key), request.actor
    row = seen.indicator
    page = {
        "seen": seen,
        "indicator": row,
        "summary": summary_of(seen),
        "chart": chart_of(seen),
        "rows": rows_of(seen),
        "owner": seat_words(row.owner) if seen.is_own else "",
        "initiative": _initiative(request, seen),
        "audiences": OUTWARD,
        "definition": definition_digest(row),
        "may_define": rules.may_define(actor, None if row.is_asked_of_all else actor.member or "-") is None,
        "may_report": seen.is_own and rules.may_report(actor, row) is None,
        "may_release": seen.is_own and may_state(actor, actor.member) is None,
        "tabs": home_tabs(actor, request.path),
    }
    return render(request, "indicators/indicator.html", page)


def _initiative(request: ActorRequest, seen: queries.Seen) -> tuple[str, object] | None:
    """The key and the title of the initiative, where the reader may read both."""
    row = seen.indicator.initiative
    if row is None or seen.shown["initiative"] != row.key:
        return None
    values = readable(request.actor, [row]).get(row.key)
    return (row.key, values["title"]) if values else None


@require_GET
def together(request: ActorRequest, key: str) -> HttpResponse:
    """A question of the network period by period: what was released, and who is missing."""
    seen = load(request, key)
    question = seen.indicator
    if not question.is_asked_of_all or request.actor.is_public:
        raise Http404
    rolled = queries.rolled_up(request.actor, question, today(request))
    page = {
        "seen": seen,
        "indicator": question,
        "periods": [together_of(question, each) for each in rolled],
        "opened": next((period_words(each.period) for each in rolled if each.figure.reported), ""),
        "tabs": home_tabs(request.actor, request.path),
    }
    return render(request, "indicators/together.html", page)
