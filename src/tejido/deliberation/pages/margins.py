"""The private margin: a party's remarks and answers beside each passage. Made in code because a page has hundreds of
them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.web.reading import Reading

from ..forms import RemarkForm
from ..models import Remark
from ..queries.positions import Written
from ..queries.rounds import RoundContext
from .positions import answer_form


@dataclass(frozen=True, slots=True)
class Margins:
    """What the party's own seats see beside the text of a round. `form` is open at one place, or nowhere."""

    request: ActorRequest
    context: RoundContext
    remarks: Sequence[Remark]
    written: Written
    form: dict[str, Any] | None = None

    @property
    def may_consolidate(self) -> bool:
        return self.context.may_prepare(Task.CONSOLIDATE) and not self.written.is_released

    def opened(self, place: str, languages: list[tuple[str, str]], language: str) -> "Margins":
        """The same with the forms of one passage: a remark for who may remark, an answer for who consolidates."""
        forms: dict[str, Any] = {"place": place}
        if self.context.is_open(self.request.now) and self.context.may_prepare(Task.REMARK):
            initial = {"passage": place, "language": language}
            forms["remark"] = RemarkForm(languages=languages, initial=initial, auto_id="remark_%s")
        if self.may_consolidate:
            forms["answer"] = answer_form(languages, language, place)
        return Margins(self.request, self.context, self.remarks, self.written, forms)

    def beside(self, read: Reading) -> dict[str, SafeString]:
        """What stands beside each passage. One without anything in its margin gets the plain link, made without a
        template."""
        spoken = {remark.passage for remark in self.remarks} | {answer.passage for answer in self.written.answers}
        if self.form is not None:
            spoken.add(self.form["place"])
        link = render_to_string("deliberation/_remark_link.html", {"id": "\0"})
        return {
            passage.id: self.at(passage.id) if passage.id in spoken else _link(link, passage.id)
            for passage in read.passages
        }

    def at(self, place: str) -> SafeString:
        """The margin of one passage, or ("") of the text as a whole."""
        values = {
            "id": place or "text",
            "round": self.context.round,
            "remarks": [remark for remark in self.remarks if remark.passage == place],
            "answers": self.written.answer_to(place),
            "form": self.form if self.form is not None and self.form["place"] == place else None,
            "taken": self.written.taken,
            "actor": self.request.actor,
            "may_consolidate": self.may_consolidate,
        }
        return render_to_string("deliberation/_margin.html", values, request=self.request)


def _link(template: str, place: str) -> SafeString:
    return mark_safe(template.replace("\0", place))  # noqa: S308 - our own template, ids are base 32
