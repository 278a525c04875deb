"""Saving: a revision is added, never changed; what two people wrote at once is merged or shown to both."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from django.db import transaction

from tejido.engine.change import Conflict, merge, replace_section
from tejido.engine.document import (
    Document,
    Passage,
    digest_of_digests,
    passage_digest,
    passage_id,
    passage_to_data,
    section_span,
)
from tejido.formats.markdown import read, write
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.queries import capacity

from .. import rules
from ..models import PassageContent, Revision, Text
from ..names import Act, No
from ..queries import document_of, latest_revision


def mint() -> str:
    return passage_id(secrets.token_bytes(8))


@dataclass(frozen=True, slots=True)
class Saved:
    """The save went in. `was_merged` says that somebody else had saved in the meantime and both are kept."""

    revision: Revision
    was_merged: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """The save did not go in: the same words were changed by two people. Nothing is lost; both are shown."""

    base: Revision
    latest: Revision
    conflicts: tuple[Conflict, ...]


@transaction.atomic
def save_section(
    *,
    actor: Actor,
    text: Text,
    section: str | None,
    language: str,
    markdown: str,
    base: Revision,
    reason: str,
    at: datetime,
) -> Saved | Clash:
    """Saves one section as a person edited it in one language, on top of the revision they had open.

    The ids of passages are found again by alignment. Where the text has moved on, the two are merged; where that
    would lose somebody's words, a Clash is returned and nothing is changed. `section` is the id of the heading, or
    None for what stands before the first one.
    """
    doer = capacity(actor, text.body)
    ask(rules.may_write(doer, language, text.negotiated_language))
    mine = edited(document_of(base), section, language, markdown)
    ask(rules.may_leave(doer, document_of(base), mine, language))
    return _settled(actor, text, mine, base, reason, at)


@transaction.atomic
def save_words(
    *, actor: Actor, text: Text, language: str, words: Mapping[str, str], base: Revision, reason: str, at: datetime
) -> Saved | Clash:
    """Saves what passages say in one language, by passage id, on top of the revision that its writer had open.

    Nothing else of the passages changes. Merged and refused as in `save_section`; refused as well for a passage that
    `base` does not have, and for words that are not one passage of its kind.
    """
    ask(rules.may_write(capacity(actor, text.body), language, text.negotiated_language))
    document = document_of(base)
    if not words.keys() <= document.index.keys():
        raise Refused(Refusal(No.NO_SECTION))
    said = {id: fitting(document.passage(id), language, new) for id, new in words.items()}
    mine = Document.of(p.with_text(language, said[p.id]) if p.id in said else p for p in document)
    return _settled(actor, text, mine, base, reason, at)


def fitting(passage: Passage, language: str, words: str) -> str:
    """What was written as the canonical text of this passage. Refused where it is empty, or another kind of passage:
    words in the place of a table."""
    alone = Passage.of(passage.id, passage.kind, {language: words}, level=min(passage.level, 1))
    found = read(write(Document.of([alone]), language), language, mint)
    if len(found) != 1 or found.passages[0].kind is not passage.kind:
        raise Refused(Refusal(No.NOT_THIS_PASSAGE))
    return found.passages[0].text(language)


def _settled(actor: Actor, text: Text, mine: Document, base: Revision, reason: str, at: datetime) -> Saved | Clash:
    """What was written on `base`, saved on the latest revision: as it is, merged, or not at all."""
    latest = locked_latest(text)
    if latest.key == base.key:
        return Saved(_add_if_changed(actor, text, mine, latest, reason, at))
    joined = merge(document_of(base), mine, document_of(latest))
    if joined.conflicts:
        return Clash(base, latest, tuple(joined.conflicts))
    saved = _add_if_changed(actor, text, joined.document, latest, reason, at, made_on=base)
    return Saved(saved, was_merged=True)


def edited(document: Document, section: str | None, language: str, markdown: str) -> Document:
    """The document with one section replaced by what was written. Refused where the section is gone."""
    try:
        span = section_span(document, section)
    except KeyError as problem:
        raise Refused(Refusal(No.NO_SECTION)) from problem
    numbers = count()
    written = read(markdown, language, lambda: f"n{next(numbers)}")
    return replace_section(document, span.start, span.end, written, language, mint).document


@transaction.atomic
def save_revision(
    *, actor: Actor, text: Text, document: Document, base: Revision, reason: str, at: datetime
) -> Revision:
    """Saves a whole document on top of `base`. Refused as stale where the text has moved on."""
    ask(rules.may_rewrite(capacity(actor, text.body)))
    latest = locked_latest(text)
    ask(rules.may_change(base.key, latest.key))
    return _add_if_changed(actor, text, document, latest, reason, at)


def locked_latest(text: Text) -> Revision:
    """The latest revision, with the text's row locked so that two saves queue."""
    Text.objects.select_for_update().get(key=text.key)
    return latest_revision(text)


def _add_if_changed(
    actor: Actor,
    text: Text,
    document: Document,
    latest: Revision,
    reason: str,
    at: datetime,
    made_on: Revision | None = None,
) -> Revision:
    if document == document_of(latest):
        raise Refused(Refusal(No.UNCHANGED))
    return add_revision(actor=actor, text=text, document=document, parent=latest, made_on=made_on, reason=reason, at=at)


def keep_passages(document: Document, known: frozenset[str] = frozenset()) -> list[str]:
    """Keeps the passages that are not among the known ones; the digests of all, in order."""
    digests = [passage_digest(passage) for passage in document]
    new = {d: passage_to_data(p) for d, p in zip(digests, document, strict=True) if d not in known}
    PassageContent.objects.bulk_create(
        [PassageContent(digest=d, data=data) for d, data in new.items()], ignore_conflicts=True
    )
    return digests


def add_revision(
    *,
    actor: Actor,
    text: Text,
    document: Document,
    parent: Revision | None,
    reason: str,
    at: datetime,
    made_on: Revision | None = None,
    act: Act = Act.REVISION_SAVED,
) -> Revision:
    """Writes the new passages and the revision, and the line. Only from a command that asked its rule."""
    digests = keep_passages(document, frozenset(parent.manifest if parent else ()))
    revision = Revision.objects.create(
        text=text,
        number=parent.number + 1 if parent else 1,
        digest=digest_of_digests(digests),
        manifest=digests,
        languages=list(document.languages),
        parent=parent,
        made_on=made_on,
        at=at,
        office=actor.office,
        seat=actor.seat,
        reason=reason[:300],
    )
    write_revision(actor, act, revision, at, reason=reason)
    return revision


def write_revision(actor: Actor, act: Act, revision: Revision, at: datetime, *, reason: str = "", **facts: str) -> None:
    """The line of a new revision."""
    text, parent = revision.text, revision.parent
    record(
        actor=actor,
        act=act,
        tree=text.body.tree,
        kind="revision",
        object=revision.key,
        at=at,
        facts={
            "text": text.key,
            "number": revision.number,
            "digest": revision.digest,
            "parent": parent.digest if parent else "",
            **facts,
        },
        details={"reason": reason} if reason else None,
    )
