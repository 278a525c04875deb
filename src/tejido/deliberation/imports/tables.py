"""A filled comment table, row by row, before anything of it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.engine.document import Document, addresses
from tejido.formats.child import parse_comments
from tejido.formats.comments import How, place, type_in

from ..names import CommentType, Outcome
from ..queries.comments import CommentLine
from ..queries.rounds import SaidWords
from ..rules.dispositions import stands
from ..rules.words import compared

_SALT = "tejido-comment-table"


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of the file: where it goes and what it says. `place` is a passage's id, or a comment's key."""

    number: int
    place: str
    how: str
    address: str
    body: str
    wording: str
    type: str
    outcome: str = ""

    @property
    def is_placed(self) -> bool:
        return self.how != How.NOT

    @property
    def how_words(self) -> str:
        words = {
            How.ID: _("its id"),
            How.ADDRESS: _("its address"),
            How.TEXT: _("the words it quotes"),
            How.ABOVE: _("the row above"),
            How.WHOLE: _("the text as a whole"),
            How.NOT: _("nothing: choose the passage"),
        }
        return words[How(self.how)]


def remarks_in(name: str, raw: bytes, document: Document) -> tuple[ReadRow, ...]:
    """Each row with a comment or a proposed change. BadFile where the file holds no table of comments."""
    where = addresses(document)
    return tuple(
        ReadRow(
            found.row.number,
            found.passage,
            found.how,
            str(where.get(found.passage, "")),
            found.row.comment,
            found.row.proposal,
            type_in(found.row.type) or CommentType.TECHNICAL,
        )
        for found in place(parse_comments(raw, name=name), document)
        if found.row.comment or found.row.proposal
    )


def observations_in(name: str, raw: bytes, lines: Sequence[CommentLine]) -> tuple[ReadRow, ...]:
    """Each row with an observation that is not the answer given already. A comment is known by its label."""
    known = {line.label: line for line in lines}
    found = []
    for row in parse_comments(raw, name=name):
        line = known.get(row.id) or known.get(row.member.replace(" ", "-"))
        outcome, reason = outcome_in(row.observation)
        if not reason or stands(line.disposition if line else None, outcome, reason):
            continue
        place_, how = (line.comment.key, How.ID) if line else ("", How.NOT)
        label = line.label if line else row.member
        found.append(ReadRow(row.number, place_, how, label, row.comment, reason, "", outcome))
    return tuple(found)


def said_already(rows: Sequence[ReadRow], said: set[SaidWords]) -> set[int]:
    """The places of the rows that an institution has said word for word, in whatever language it brought them."""
    before = {(place, *words) for place, _, *words in said}
    return {
        at
        for at, row in enumerate(rows)
        if row.is_placed and (row.place, compared(row.body), compared(row.wording)) in before
    }


def outcome_in(observation: str) -> tuple[str, str]:
    """The outcome that an observation names in square brackets, in any of our languages, and the rest; noted where it
    names none."""
    said = observation.strip()
    if said.startswith("["):
        label, _end, rest = said[1:].partition("]")
        outcome = _labels().get(label.strip().casefold())
        if outcome:
            return outcome, rest.strip()
    return Outcome.NOTED, said


def _labels() -> dict[str, str]:
    found: dict[str, str] = {}
    for tag, _name in settings.LANGUAGES:
        with override(tag):
            found |= {str(outcome.label).casefold(): outcome.value for outcome in Outcome}
    return found


def sealed(rows: Sequence[ReadRow]) -> str:
    """The rows as a field of the form that shows them: nothing is kept on the server before the person says so."""
    return signing.dumps([asdict(row) for row in rows], salt=_SALT, compress=True)


def opened(field: str, posted: Mapping[str, Any]) -> tuple[tuple[ReadRow, ...], int]:
    """The rows that the person wants kept, those placed by hand among them, and how many were left out. ValueError
    where the field is not ours."""
    try:
        rows = [ReadRow(**row) for row in signing.loads(field, salt=_SALT)]
    except (signing.BadSignature, TypeError) as problem:
        raise ValueError("these rows are not ours") from problem
    kept = []
    for at, row in enumerate(rows):
        chosen = posted.get(f"place-{at}", "")
        if f"leave-{at}" in posted or not (row.is_placed or chosen):
            continue
        changes = {"place": row.place if row.is_placed else "" if chosen == "text" else chosen}
        changes["outcome"] = posted.get(f"outcome-{at}", row.outcome)
        kept.append(ReadRow(**{**asdict(row), **changes}))
    return tuple(kept), len(rows) - len(kept)
