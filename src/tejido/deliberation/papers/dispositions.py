"""What became of the released comments of a round, as a paper: each with the secretariat's answer and what its member
replied. A withdrawn comment stays on it as withdrawn."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.curriculum.queries import document_of
from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Manner, Paper, Prose
from tejido.web.instants import in_zone
from tejido.web.languages import base, say

from ..names import Outcome
from ..queries.comments import CommentLine
from ..queries.rounds import RoundContext
from .passages import Facts, in_order, kinds_of, passage_blocks, round_facts, said_blocks, title_in, words


def dispositions_paper(context: RoundContext, lines: Sequence[CommentLine], language: str, at: datetime) -> Paper:
    """`lines` are all released comments, withdrawn ones included."""
    with override(base(language)):
        title, name = title_in(context, language), _("Comments and answers")
        return Paper(
            title=title,
            language=language,
            words=words(),
            blocks=tuple(_blocks(context, lines, language, at)),
            network=say(context.body.name, language).text,
            subtitle=name,
            facts=(*round_facts(context), *_counts(lines), (_("As it stood on"), _moment(context, at))),
            head=f"{title} · {name}",
            at=at,
        )


def _moment(context: RoundContext, at: datetime) -> str:
    return escape(in_zone(at, context.round.zone))


def _counts(lines: Sequence[CommentLine]) -> Facts:
    """How many comments there are, how each kind of answer fared, and how many wait."""
    standing = [line for line in lines if line.comment.withdrawn_at is None]
    given = Counter(str(line.disposition.outcome) for line in standing if line.disposition)
    facts = [(_("Released comments"), str(len(standing)))]
    facts += [(str(outcome.label), str(given[outcome.value])) for outcome in Outcome if given[outcome.value]]
    waiting, withdrawn = sum(line.needs_answer for line in standing), len(lines) - len(standing)
    facts += [(_("Without an answer yet"), str(waiting))] if waiting else []
    facts += [(_("Withdrawn comments"), str(withdrawn))] if withdrawn else []
    return tuple(facts)


def _blocks(context: RoundContext, lines: Sequence[CommentLine], language: str, at: datetime) -> Iterator[Block]:
    document = document_of(context.round.revision)
    of = {line.comment.key: line for line in lines}
    for place, rows in in_order(context, [line.comment for line in lines]):
        yield from passage_blocks(document, place, language, [row.language for row in rows])
        for row in rows:
            yield from _line(context, of[row.key], language, at)
    if not lines:
        yield Prose(_("No comment was released yet."))


def _line(context: RoundContext, line: CommentLine, language: str, at: datetime) -> Iterator[Block]:
    row = line.comment
    who = f"{line.label} {say(row.party.name, language).text}"
    yield Prose(f"**{escape(who)}** · {escape(kinds_of(row))}")
    if row.withdrawn_at:
        yield Prose(
            _("This comment was withdrawn on %(at)s.") % {"at": _moment(context, row.withdrawn_at)}, Manner.SMALL
        )
    if row.group:
        yield Prose(escape(_("Answered together with others: %(label)s") % {"label": row.group.label}), Manner.SMALL)
    yield from said_blocks(row)
    yield from _answer(context, line, at)


def _answer(context: RoundContext, line: CommentLine, at: datetime) -> Iterator[Block]:
    """The secretariat's answer that counts, which revision carries the change, and the member's word on it."""
    given = line.disposition
    if given is None:
        if line.needs_answer:
            yield _answered(_("no answer yet"))
        return
    said = str(given.get_outcome_display())
    if given.revision:
        said += " · " + _("carried by revision %(number)s") % {"number": given.revision.number}
    yield _answered(said)
    yield Prose(escape(given.reason), Manner.PLAIN, given.language)
    if line.comment.withdrawn_at is None:
        yield Prose(escape(_reply(line, line.reply_state(context, at))), Manner.SMALL)
    if line.reply and line.reply.reason:
        yield Prose(escape(line.reply.reason))


def _answered(said: str) -> Prose:
    name = _("Answer of the secretariat")
    return Prose(f"**{escape(name)}**: {escape(said)}")


def _reply(line: CommentLine, state: str) -> str:
    said = {
        "satisfied": _("%(party)s is satisfied."),
        "maintains": _("%(party)s maintains its comment."),
        "silent": _("%(party)s did not answer by the date: recorded as silence, not as agreement."),
        "awaited": _("The answer of %(party)s is awaited."),
    }
    return said[state] % {"party": line.comment.party.code}
