"""Translating: what a passage says in another language, and a file of translations that comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.curriculum.commands import Clash, Saved, save_words
from tejido.curriculum.commands.revisions import fitting
from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import document_of
from tejido.engine.document import Document
from tejido.engine.translation import Flaw, State, check_terms, words_digest
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.queries import capacity

from .. import rules
from ..models import TranslationMark
from ..names import Act, No
from ..queries import glossary_entries, languages_of
from ..terms import concepts_of, stem
from .acting import locked, mark_for, write_down


@dataclass(frozen=True, slots=True)
class Landed:
    """What came of saving: the revision it is in, and how many passages it spoke of."""

    revision: Revision
    count: int
    was_merged: bool = False


@transaction.atomic
def save_translation(
    *,
    actor: Actor,
    text: Text,
    language: str,
    words: Mapping[str, str],
    base: Revision,
    at: datetime,
    by_machine: bool = False,
    keeps_forbidden: bool = False,
    sources: Mapping[str, str] | None = None,
    reason: str = "",
) -> Landed | Clash:
    """Saves what passages say in another language, by passage id, and marks the words as made on what the source says
    in `base`, the revision that the translator had open, or on the words of which `sources` has the digests.

    Words that stand there already are marked again, so that a translation can be found right after the source has
    changed. Where somebody else wrote other words meanwhile, the two are merged or a Clash is returned and nothing is
    changed. Refused for the negotiated language and languages that are nobody's; for words that the glossary says not
    to use, unless `keeps_forbidden`; where nothing is new.
    """
    text = locked(text)
    ask(rules.may_translate(capacity(actor, text.body)))
    ask(rules.is_translated(language, text.negotiated_language, languages_of(text, base)))
    seen = document_of(base)
    if not words or not words.keys() <= seen.index.keys():
        raise Refused(Refusal(No.NO_PASSAGE))
    said = {id: fitting(seen.passage(id), language, new) for id, new in words.items()}
    if not keeps_forbidden:
        _ask_glossary(seen, said, text.negotiated_language, language)
    state = State.MACHINE if by_machine else State.HUMAN
    marks = [
        mark_for(
            actor, text, id, language, state, words_digest(words), (sources or {}).get(id) or _source(text, seen, id),
            at,
        )
        for id, words in said.items()
    ]  # fmt: skip  # one row of a table, read as one
    return _settled(actor, text, said, base, marks, reason, at)


def _ask_glossary(seen: Document, said: Mapping[str, str], negotiated: str, language: str) -> None:
    concepts = concepts_of(glossary_entries())
    found = [
        finding.found
        for id, words in said.items()
        for finding in check_terms(seen.passage(id).text(negotiated), words, concepts, negotiated, language, stem)
        if finding.flaw is Flaw.FORBIDDEN
    ]
    if found:
        raise Refused(Refusal(No.FORBIDDEN_WORDS, {"words": ", ".join(dict.fromkeys(found))}))


def _settled(
    actor: Actor,
    text: Text,
    said: Mapping[str, str],
    base: Revision,
    marks: list[TranslationMark],
    reason: str,
    at: datetime,
) -> Landed | Clash:
    seen, language, state = document_of(base), marks[0].language, marks[0].state
    fresh = _not_yet_said(text, marks)
    new = {id: words for id, words in said.items() if seen.passage(id).text(language) != words}
    if not fresh and not new:
        raise Refused(Refusal(No.NOTHING_NEW))
    outcome = Saved(base) if not new else save_words(
        actor=actor, text=text, language=language, words=new, base=base, reason=reason, at=at
    )  # fmt: skip
    if isinstance(outcome, Clash):
        return outcome
    TranslationMark.objects.bulk_create(fresh)
    facts = {"language": language, "state": str(state), "base": base.digest, "digest": outcome.revision.digest}
    write_down(actor, Act.SAVED, text, at, {**facts, "passages": sorted(said)[:50], "count": len(said)})
    return Landed(outcome.revision, len(said), outcome.was_merged)


def _source(text: Text, seen: Document, passage: str) -> str:
    return words_digest(seen.passage(passage).text(text.negotiated_language))


def _not_yet_said(text: Text, marks: list[TranslationMark]) -> list[TranslationMark]:
    """The marks of which none like it stands there."""
    known = {
        _like(row)
        for row in TranslationMark.objects.filter(text=text, passage__in=[mark.passage for mark in marks])
        if row.state in {State.MACHINE, State.HUMAN}
    }
    return [mark for mark in marks if _like(mark) not in known]


def _like(mark: TranslationMark) -> tuple[str, ...]:
    return mark.passage, mark.language, str(mark.state), mark.target, mark.source
