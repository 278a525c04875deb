"""From the text of today back to what it said before, and on to what it will say: changes go by phrase."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tejido.engine.document import Document, Kind, section_span

from .script import Change, PlannedRevision


def make(document: Document, changes: Sequence[Change]) -> Document:
    """The document with the changes made. LookupError where a phrase is not in exactly one passage."""
    for change in changes:
        for language, (before, after) in change.said.items():
            document = _put(document, language, before, after)
    return document


def undo(document: Document, revision: PlannedRevision) -> Document:
    """The document before the revision: without the sections that it added, with the phrases that it replaced."""
    for change in reversed(revision.changes):
        for language, (before, after) in change.said.items():
            document = _put(document, language, after, before)
    for heading in revision.adds:
        document = _without_section(document, heading)
    return document


def _put(document: Document, language: str, old: str, new: str) -> Document:
    found = [passage for passage in document if old in passage.text(language)]
    if len(found) != 1:
        raise LookupError(f"{len(found)} passages hold “{old}” in {language}")
    changed = found[0].with_text(language, found[0].text(language).replace(old, new, 1))
    return Document.of(changed if passage.id == changed.id else passage for passage in document)


def _without_section(document: Document, heading: str) -> Document:
    found = [p.id for p in document if p.kind is Kind.HEADING and p.text("es") == heading]
    if len(found) != 1:
        raise LookupError(f"{len(found)} headings say “{heading}”")
    span = section_span(document, found[0])
    return Document.of((*document.passages[: span.start], *document.passages[span.end :]))


def before(present: Document, revisions: Sequence[PlannedRevision]) -> Document:
    """The text as it was before the revisions, which are given in the order in which they were made."""
    for revision in reversed(revisions):
        present = undo(present, revision)
    return present


def renamed(document: Document, ids: Mapping[str, str]) -> Document:
    """The document under the ids that its passages were given elsewhere; those that are new keep their own."""
    return Document.of(replace(passage, id=ids.get(passage.id, passage.id)) for passage in document)


_NOTE = r"\^\[[^\]]*\]"
_SENTENCE = re.compile(rf"(?:{_NOTE}|[^.?!^])+[.?!]*(?:{_NOTE})?\s*")


def whole(base: str, wording: str) -> str:
    """The passage with the sentence that a proposal rewrites put in its place: a member proposes a passage, not a part.

    The sentences that are most like the wording are replaced; their notes and all other sentences stay.
    """
    sentences = _SENTENCE.findall(base)
    places = [(first, last) for first in range(len(sentences)) for last in range(first + 1, len(sentences) + 1)]
    if "".join(sentences) != base or not places:
        return wording
    first, last = max(places, key=lambda place: _likeness("".join(sentences[slice(*place)]), wording))
    replaced = "".join(sentences[first:last])
    notes = "".join(re.findall(_NOTE, replaced)) if "^[" not in wording else ""
    gap = replaced[len(replaced.rstrip()) :]
    return "".join(sentences[:first]) + wording + notes + gap + "".join(sentences[last:])


def _likeness(sentences: str, wording: str) -> float:
    return SequenceMatcher(None, re.sub(_NOTE, "", sentences).split(), wording.split(), autojunk=False).ratio()
