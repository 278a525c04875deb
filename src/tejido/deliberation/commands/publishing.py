"""How the answers of a released position become comments that everybody sees."""

from collections import defaultdict

from django.db.models import Max

from tejido.curriculum.queries import document_of
from tejido.engine.document import passage_digest
from tejido.registry.models import Party

from ..models import Answer, Comment, Release, Round


def publish(release: Release, round_: Round, party: Party, answers: tuple[Answer, ...]) -> None:
    """Makes comments of the answers. One that a correction repeats word for word stays, with the answer it got."""
    before = Comment.objects.filter(round=round_, party=party)
    standing: dict[tuple[object, ...], list[Comment]] = defaultdict(list)
    for comment in before.filter(withdrawn_at=None):
        standing[_words(comment)].append(comment)
    digests = {p.id: passage_digest(p) for p in document_of(round_.revision)}
    number = before.aggregate(last=Max("number"))["last"] or 0
    new = []
    for answer in answers:
        if repeated := standing[_words(answer)]:
            repeated.pop(0)
        else:
            number += 1
            comment = _comment(answer, number, digests.get(answer.passage, ""))
            comment.round, comment.party, comment.release, comment.at = round_, party, release, release.at
            new.append(comment)
    Comment.objects.bulk_create(new)
    gone = [comment.key for left in standing.values() for comment in left]
    Comment.objects.filter(key__in=gone).update(withdrawn_at=release.at)


def _words(said: Answer | Comment) -> tuple[object, ...]:
    return (said.passage, said.covers_section, said.stance, said.type, said.language, said.wording, said.reason)


def _comment(answer: Answer, number: int, digest: str) -> Comment:
    """The words of the answer as a comment. Where and when it was released is for the caller to fill in."""
    return Comment(
        number=number,
        passage=answer.passage,
        covers_section=answer.covers_section,
        passage_digest=digest,
        stance=answer.stance,
        type=answer.type,
        language=answer.language,
        wording=answer.wording,
        reason=answer.reason,
    )
