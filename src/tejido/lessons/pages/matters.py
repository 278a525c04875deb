"""A matter as its page shows it, and what can be chosen for it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tejido.curriculum.queries import document_of
from tejido.deliberation.queries.comments import CommentLine
from tejido.engine.document import addresses
from tejido.formats.markdown import plain
from tejido.web.languages import in_my_language

from ..models import Decision
from ..queries.carriers import Carriers
from ..queries.lines import TextLine
from ..queries.matters import Heard, carried_by
from ..queries.observed import Observed
from ..queries.traces import Traced
from ..words import language_of

_SHORT = 160  # signs of a passage in a list to choose from


@dataclass(frozen=True, slots=True)
class PassageShown:
    """A passage of the text as it was taught."""

    id: str
    address: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class CommentShown:
    line: CommentLine
    address: str


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """What was decided, under which item, and what carries it, in words."""

    decision: Decision
    carrier: str


@dataclass(frozen=True, slots=True)
class MatterShown:
    """Everything that belongs to a matter. `earlier` are decisions that do not count any more, the latest first."""

    passages: tuple[PassageShown, ...]
    comments: tuple[CommentShown, ...]
    observations: tuple[Observed, ...]
    decision: DecisionShown | None
    earlier: tuple[DecisionShown, ...]


def matter_shown(traced: Traced, language: str) -> MatterShown:
    line, where, found = traced.line, {}, []
    if traced.taught is not None and traced.text is not None:
        document = document_of(traced.taught)
        where = {id: str(address) for id, address in addresses(document).items()}
        for id in line.matter.passages:
            passage = document.passage(id) if id in document else traced.text.passage(id)
            tag = language_of(passage, language, traced.text.text.negotiated_language)
            words = plain(passage.text(tag)) if passage is not None else ""
            found.append(PassageShown(id, where.get(id, ""), words, tag))
    decided = [DecisionShown(row, carrier_words(row)) for row in reversed(line.decisions)]
    return MatterShown(
        tuple(found),
        tuple(CommentShown(each, where.get(each.comment.passage, "")) for each in line.comments),
        line.observations,
        decided[0] if decided else None,
        tuple(decided[1:]),
    )


def carrier_words(decision: Decision) -> str:
    """ "Disposition of PY-3, revision 4"; empty where nothing carries it."""
    revision = carried_by(decision)
    if revision is None:
        return ""
    said = _("revision %(number)s") % {"number": revision.number}
    if decision.disposition is not None:
        comment = decision.disposition.comment
        return _("disposition of %(comment)s") % {"comment": f"{comment.party.code}-{comment.number}"} + f", {said}"
    return _("proposal for adoption") + f", {said}" if decision.proposal is not None else said


def carrier_choices(carriers: Carriers) -> list[tuple[str, str]]:
    """What can be named, each with its revision."""
    found = []
    for label, row in carriers.dispositions:
        number = row.revision.number if row.revision else 0
        words = _("Disposition of %(comment)s (%(outcome)s, revision %(number)s)")
        said = {"comment": label, "outcome": row.get_outcome_display(), "number": number}
        found.append((f"disposition:{row.key}", words % said))
    for proposal in carriers.proposals:
        words = _("Proposal for adoption of %(day)s (revision %(number)s)")
        said = {"day": f"{proposal.at:%Y-%m-%d}", "number": proposal.revision.number}
        found.append((f"proposal:{proposal.key}", words % said))
    for revision in carriers.revisions:
        words = _("Revision %(number)s: %(reason)s") % {"number": revision.number, "reason": revision.reason}
        found.append((f"revision:{revision.key}", words.rstrip(": ")))
    return found


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What can belong to a matter, with what does."""

    passages: tuple[Choice, ...]
    comments: tuple[Choice, ...]
    observations: tuple[Choice, ...]


def choices_for(traced: Traced, said: Heard, language: str) -> Choices:
    line, part = traced.line, traced.line.matter.part
    mine = {each.comment.key for each in line.comments}
    seen = {row.key for row in line.observations}
    return Choices(
        tuple(_passages(traced, language)),
        tuple(
            Choice(key, f"{each.label} · {each.comment.get_stance_display()}", key in mine)
            for key, each in said.comments.items()
            if said.parts[key] == part
        ),
        tuple(
            Choice(row.key, in_my_language(row.words), row.key in seen)
            for row in said.observations.values()
            if part in row.parts
        ),
    )


def _passages(traced: Traced, language: str) -> list[Choice]:
    text: TextLine | None = traced.text
    if traced.taught is None or text is None:
        return []
    document = document_of(traced.taught)
    where = addresses(document)
    chosen = set(traced.line.matter.passages)
    found = []
    for passage in document:
        words = plain(passage.text(language_of(passage, language, text.text.negotiated_language)))
        short = words if len(words) <= _SHORT else f"{words[:_SHORT].rsplit(' ', 1)[0]} …"
        found.append(Choice(passage.id, f"{where[passage.id]} {short}", passage.id in chosen))
    return found


def initial_of(traced: Traced) -> dict[str, Any]:
    """The form as it begins."""
    matter = traced.line.matter
    titles = {f"name_{tag}": words for tag, words in matter.title.items()}
    said = {f"said_{tag}": words for tag, words in matter.said.items()}
    return {**titles, **said, "part": matter.part, "seen": traced.line.digest}
