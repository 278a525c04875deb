"""The private margin: a party's remarks and answers beside each passage. Made in code because a page has hundreds of
them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from tejido.registry.names import Task
from tejido.web.reading import Reading, blocks

from ..forms import RemarkForm
from ..models import Answer, Remark
from ..queries.positions import PositionState
from ..queries.rounds import RoundContext
from .positions import answer_form


def open_form(
    request: HttpRequest, context: RoundContext, place: str, languages: list[tuple[str, str]], language: str
) -> dict[str, Any]:
    """The forms of one passage: a remark for who may remark, an answer for who consolidates."""
    forms: dict[str, Any] = {"place": place}
    if context.is_open(request.now) and context.capacity.may(Task.REMARK):
        forms["remark"] = RemarkForm(
            languages=languages, initial={"passage": place, "language": language}, auto_id="remark_%s"
        )
    if context.capacity.may(Task.CONSOLIDATE):
        forms["answer"] = answer_form(languages, language, place)
    return forms


def private_blocks(
    read: Reading,
    context: RoundContext,
    remarks: Sequence[Remark],
    position: PositionState,
    request: HttpRequest,
    form: dict[str, Any] | None,
) -> SafeString:
    """The whole text with its margins. A passage without anything in its margin gets the plain link, made without a
    template."""
    by_remark: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        by_remark[remark.passage].append(remark)
    by_answer: dict[str, list[Answer]] = defaultdict(list)
    for answer in position.answers:
        by_answer[answer.passage].append(answer)
    base = reverse("deliberation:reading", args=[context.round.key])
    link = render_to_string("deliberation/_remark_link.html", {"base": base, "id": "\0"})
    margins = {}
    for passage in read.passages:
        has_form = form is not None and form["place"] == passage.id
        if by_remark[passage.id] or by_answer[passage.id] or has_form:
            margins[passage.id] = _margin(
                passage.id, by_remark[passage.id], by_answer[passage.id], request, context, form if has_form else None
            )
        else:
            margins[passage.id] = mark_safe(link.replace("\0", passage.id))  # noqa: S308 - our own template, ids are base 32
    return blocks(read, margins)


def private_margin(
    place: str,
    remarks: Sequence[Remark],
    position: PositionState,
    request: HttpRequest,
    context: RoundContext,
    form: dict[str, Any] | None,
) -> SafeString:
    """The margin of one passage, or of the text as a whole."""
    return _margin(place, [r for r in remarks if r.passage == place], position.answer_to(place), request, context, form)


def _margin(
    place: str,
    remarks: Sequence[Remark],
    answers: Sequence[Answer],
    request: HttpRequest,
    context: RoundContext,
    form: dict[str, Any] | None,
) -> SafeString:
    values = {
        "id": place or "text",
        "base": reverse("deliberation:reading", args=[context.round.key]),
        "round": context.round,
        "remarks": remarks,
        "answers": answers,
        "form": form,
        "actor": request.actor,
        "may_consolidate": context.capacity.may(Task.CONSOLIDATE),
    }
    return render_to_string("deliberation/_margin.html", values, request=request)
