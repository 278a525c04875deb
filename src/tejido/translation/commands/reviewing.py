"""Reading a translation against its source, and saying of a change of the source that it alters nothing."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.translation import State, words_digest
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.queries import capacity

from .. import rules
from ..models import Propagation, TranslationMark
from ..names import Act, No
from ..queries import languages_of, standings_of, writers_of
from .acting import locked, mark_for, said_by, seen_now, write_down


@transaction.atomic
def mark_reviewed(
    *, actor: Actor, text: Text, language: str, passages: Sequence[str], seen: str, at: datetime
) -> list[TranslationMark]:
    """A second seat has read these passages against their source.

    `seen` is the digest of the revision that it read. Refused as stale where one of the passages says something else
    since; for what is no current draft; for words of the seat's own.
    """
    text = locked(text)
    latest, standings = seen_now(text, language)
    ask(rules.may_translate(capacity(actor, text.body)))
    if latest.digest != seen:
        raise Refused(Refusal(Shared.STALE))
    if not passages or not set(passages) <= standings.keys():
        raise Refused(Refusal(No.NO_PASSAGE))
    document = document_of(latest)
    marks = []
    for id in passages:
        passage = document.passage(id)
        target, source = words_digest(passage.text(language)), words_digest(passage.text(text.negotiated_language))
        ask(rules.may_review(actor, standings[id], writers_of(text, id, language, target)))
        marks.append(mark_for(actor, text, id, language, State.REVIEWED, target, source, at))
    made = TranslationMark.objects.bulk_create(marks)
    facts = {"language": language, "digest": latest.digest, "passages": sorted(passages)[:50], "count": len(passages)}
    write_down(actor, Act.REVIEWED, text, at, facts)
    return made


@transaction.atomic
def propagate(*, actor: Actor, text: Text, passage: str, reason: str, seen: str, at: datetime) -> list[Propagation]:
    """Says, with a reason, that what changed in the source of a passage does not alter its meaning: what was made on
    the earlier words holds on, in every language.

    `seen` is the digest of the revision in which the change was read. Refused as stale where the text has moved on;
    where no translation of the passage waits.
    """
    text = locked(text)
    latest = latest_revision(text)
    if latest.digest != seen:
        raise Refused(Refusal(Shared.STALE))
    document = document_of(latest)
    if passage not in document:
        raise Refused(Refusal(No.NO_PASSAGE))
    found = standings_of(text, latest, sorted(languages_of(text, latest) - {text.negotiated_language}))
    standings = [by_id[passage] for by_id in found.values() if passage in by_id]
    before = sorted({item.since for item in standings if item.state is State.STALE and item.since})
    ask(rules.may_propagate(capacity(actor, text.body), before, reason))
    after = words_digest(document.passage(passage).text(text.negotiated_language))
    rows = [
        Propagation(
            text=text, passage=passage, source_language=text.negotiated_language, before=words, after=after,
            reason=reason.strip()[:300], **said_by(actor, at),
        )
        for words in before
    ]  # fmt: skip  # one row of a table, read as one
    made = Propagation.objects.bulk_create(rows)
    facts = {"passage": passage, "before": before, "after": after, "digest": latest.digest}
    write_down(actor, Act.PROPAGATED, text, at, facts, details={"reason": reason.strip()[:300]})
    return made
