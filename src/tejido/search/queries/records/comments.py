"""Released comments that stand, and the latest answer to each. What a party prepares is in no index."""

from collections.abc import Callable, Iterator

from django.utils import translation

from tejido.deliberation.models import Comment, Disposition, Round
from tejido.deliberation.queries.comments import CommentLine, comments_of
from tejido.web.instants import clocks

from ...names import Kind
from .values import About, Piece, body_filter, page


def pieces_of_round(row: Round) -> Iterator[Piece]:
    """Read by whoever takes part in the body."""
    for line in comments_of(row):
        yield from _comment(row, line)


def _comment(row: Round, line: CommentLine) -> Iterator[Piece]:
    """The comment, and the reason of the disposition, each under the comment's label."""
    comment, disposition = line.comment, line.disposition
    said = "\n\n".join(filter(None, (comment.reason, comment.wording)))
    yield from _said(row, line, comment, said, comment.get_stance_display)
    if disposition is not None:
        yield from _said(row, line, disposition, disposition.reason, disposition.get_outcome_display)


def _said(
    row: Round, line: CommentLine, act: Comment | Disposition, words: str, outcome: Callable[[], str]
) -> Iterator[Piece]:
    body, party = row.text.body, line.comment.party
    own = body.member.code if body.member else ""
    day = act.at.astimezone(clocks(row.zone)).date().isoformat()
    about = About(Kind.COMMENT, row.text.title, act.at, day, party.code if party.member_id else own)
    with translation.override(act.language):
        heading = {act.language: f"{line.label} · {outcome()}"}
    url = page("deliberation:comment", line.comment.key)
    return about.said(act.key, {act.language: words}, url, [body_filter(body.key)], heading=heading)
