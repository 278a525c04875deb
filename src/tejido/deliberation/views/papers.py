"""Papers of a round as Word and PDF, for exactly those who read their pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.web.components import Download
from tejido.web.downloads import paper_file

from ..papers import dispositions_paper, position_notice, position_paper
from ..queries.comments import comments_of
from ..queries.positions import position_of
from ..queries.rounds import RoundContext
from .loading import load_own, load_round, round_language


@require_GET
def own_paper(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The position of the seat's own party; 404 for everybody else."""
    context, party = load_own(request, key)
    language, state = round_language(request, context), position_of(context.round, party)
    made = position_paper(context, party, state, language, request.now)
    name = f"{_file_name(context)}-{party.code}.{language}.{ending}"
    back = reverse("deliberation:position", args=[key])
    return paper_file(request, made, name, back, notice=position_notice(party, state, language))


@require_GET
def comments_paper(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The released comments with the answers to them, for every seat that reads their page."""
    context = load_round(request, key)
    language, lines = round_language(request, context), comments_of(context.round, with_withdrawn=True)
    made = dispositions_paper(context, lines, language, request.now)
    name = f"{_file_name(context)}-dispositions.{language}.{ending}"
    return paper_file(request, made, name, reverse("deliberation:comments", args=[key]))


def _file_name(context: RoundContext) -> str:
    return f"{context.text.slug}-{context.round.number}"


## What the pages offer


def own_downloads(context: RoundContext, language: str) -> tuple[Download, ...]:
    return _offered("position_paper", context.round.key, language, _("our position, passage by passage"))


def comments_downloads(context: RoundContext, language: str) -> tuple[Download, ...]:
    return _offered("comments_paper", context.round.key, language, _("the comments with the answers to them"))


def _offered(page: str, key: str, language: str, hint: str) -> tuple[Download, ...]:
    def one(label: str, ending: str) -> Download:
        return Download(label, f"{reverse(f'deliberation:{page}', args=[key, ending])}?language={language}", hint)

    return one("PDF", "pdf"), one("Word", "docx")
