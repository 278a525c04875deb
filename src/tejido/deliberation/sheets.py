"""The comment table of a round: a member's own position, all released comments, or a blank one to be filled in."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.curriculum.queries import document_of
from tejido.engine.document import Address, addresses
from tejido.formats.comments import CommentTable, Row
from tejido.formats.markdown import plain
from tejido.registry.models import Party
from tejido.web.languages import base, say

from .models import Answer, Comment
from .names import CommentType, Outcome, Stance
from .queries.comments import CommentLine
from .queries.positions import PositionState
from .queries.rounds import RoundContext

WHOLE = "text"  # what stands for the id of a passage where the text as a whole is meant
_SHORT = 60
Places = Mapping[str, tuple[str, str]]
_CODES = {CommentType.GENERAL: "ge", CommentType.TECHNICAL: "te", CommentType.EDITORIAL: "ed"}


def own_table(context: RoundContext, party: Party, state: PositionState, language: str, at: datetime) -> CommentTable:
    """The position of the actor's own party, as it stands. It holds nothing of any other party."""
    with override(base(language)):
        places = _places(context, language)
        order = {id: at for at, id in enumerate(places)}
        answers = sorted(state.answers, key=lambda answer: order[answer.passage])
        rows = [_of_answer(answer, party.code, places) for answer in answers]
        note = "" if state.release else _("Position in preparation: for the member’s own use only")
        return _table(context, language, rows, at, note)


def released_table(context: RoundContext, lines: Sequence[CommentLine], language: str, at: datetime) -> CommentTable:
    """Every released comment that stands, with what it was answered."""
    with override(base(language)):
        places = _places(context, language)
        order = {id: at for at, id in enumerate(places)}
        told = sorted(lines, key=lambda line: order[line.comment.passage])
        rows = [_of_comment(line, places) for line in told]
        return _table(context, language, rows, at, _("Released comments"))


def blank_table(context: RoundContext, language: str, at: datetime) -> CommentTable:
    """A row for the text as a whole and one for each passage, to be filled in."""
    member = context.party.code if context.party else ""
    with override(base(language)):
        rows = [Row(id or WHOLE, member, "", *place) for id, place in _places(context, language).items()]
        return _table(context, language, rows, at, "")


def _table(context: RoundContext, language: str, rows: Sequence[Row], at: datetime, note: str) -> CommentTable:
    revision = context.round.revision
    title = say(context.text.title, language).text
    facts = [
        (_("Text"), title),
        (_("Round"), str(context.round.number)),
        (_("Base of the comments"), _("Revision %(number)s") % {"number": revision.number}),
        (_("Digest"), revision.digest),
    ]
    facts += [("", note)] if note else []
    return CommentTable(title, language, tuple(facts), tuple(rows), at)


def _of_answer(answer: Answer, member: str, places: Places) -> Row:
    proposal = _with_stance(answer.stance, answer.wording)
    code = _CODES[CommentType(answer.type)]
    return Row(answer.passage or WHOLE, member, "", *places[answer.passage], code, answer.reason, proposal)


def _of_comment(line: CommentLine, places: Places) -> Row:
    """The id of a released comment is its label: it is the same in every language and on every paper."""
    row: Comment = line.comment
    observation = ""
    if line.disposition:
        observation = f"[{Outcome(line.disposition.outcome).label}] {line.disposition.reason}"
    proposal = _with_stance(row.stance, row.wording)
    code = _CODES[CommentType(row.type)]
    return Row(line.label, line.label, "", *places[row.passage], code, row.reason, proposal, observation)


def _with_stance(stance: str, wording: str) -> str:
    """The wording; what is no mere other wording says in square brackets what it asks for."""
    if stance == Stance.AMEND:
        return wording
    return f"[{Stance(stance).label}] {wording}".strip()


def _places(context: RoundContext, language: str) -> Places:
    """Clause and paragraph of each passage, the paragraph with its first words, by which people find it; what is empty
    is the text as a whole."""
    document = document_of(context.round.revision)
    where = addresses(document)
    found = {"": ("", _("Text as a whole"))}
    for passage in document:
        words = plain(say(dict(passage.texts), language).text)
        found[passage.id] = (where[passage.id].section, _element(where[passage.id], words))
    return found


def _element(address: Address, words: str) -> str:
    short = words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"
    place = f"¶ {address.place} " if address.place else ""
    return f"{place}«{short}»"
