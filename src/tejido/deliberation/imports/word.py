"""From a Word file that came back to what an institution may make remarks of.

The file is read in the limited child process, understood on the revision that it was made from, and brought to the one
of the round. What comes of it is plain data, so that it can wait in a row until somebody takes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.curriculum.models import Revision
from tejido.curriculum.papers import word_paper
from tejido.curriculum.queries import document_of
from tejido.engine.document import Document, addresses
from tejido.formats.child import parse_answer
from tejido.formats.markdown import escape, plain
from tejido.formats.word.answers.proposals import Loose, Proposal, Said, Understanding, Unplaced, What
from tejido.formats.word.answers.reading import read_answer
from tejido.formats.word.answers.rebasing import rebased
from tejido.formats.word.answers.understanding import understood
from tejido.formats.word.answers.values import Answer
from tejido.formats.word.writing import write
from tejido.web.languages import base

from ..commands import BroughtRemark
from ..queries.word import revision_named


@dataclass(frozen=True, slots=True)
class Thread:
    """One comment of a file, or a reply to it."""

    author: str
    initials: str
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """What would become one remark. `what` is "comment", "amend", "delete", "add" or "move"; `after` is where a passage
    moves to; `quoted` are the words that a comment is about."""

    key: str
    what: str
    passage: str
    language: str
    wording: str = ""
    before: str = ""
    after: str = ""
    quoted: str = ""
    thread: tuple[Thread, ...] = ()
    authors: tuple[str, ...] = ()
    is_tracked: bool = True
    is_clash: bool = False
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """What has no passage: to be placed by hand, or left out on purpose. `above` and `below` are the passages around
    it, `language` is that of the column of the file in which it stands."""

    key: str
    kind: str
    words: str
    language: str
    near: str = ""
    above: str = ""
    below: str = ""
    initials: str = ""
    place: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class FoundAll:
    """All that was understood of a file. `base` is the number of the revision that it was made from, None where the
    file does not say."""

    account: Mapping[str, int]
    base: int | None = None
    is_of_round: bool = True
    with_ids: bool = True
    missing: int = 0
    already: int = 0
    remarks: tuple[Found, ...] = ()
    loose: tuple[LooseEnd, ...] = field(default=())

    def data(self) -> dict[str, Any]:
        return asdict(self)


def found_from(data: Mapping[str, Any]) -> FoundAll:
    """The inverse of `FoundAll.data`, after its way through JSON."""
    remarks = tuple(_found_from(item) for item in data["remarks"])
    loose = tuple(LooseEnd(**item) for item in data["loose"])
    return FoundAll(**{**data, "remarks": remarks, "loose": loose})


def _found_from(item: Mapping[str, Any]) -> Found:
    thread = tuple(Thread(**said) for said in item["thread"])
    return Found(**{**item, "thread": thread, "authors": tuple(item["authors"])})


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as understood for a round. `named` is the text that it says it was made from."""

    digest: str
    named: str
    found: FoundAll


def read_word_answer(revision: Revision, raw: bytes, name: str, language: str) -> ReadFile:
    """What a file says on the revision of a round; BadFile where it is no sound Word file. `language` is taken for a
    file that does not say its own."""
    answer = parse_answer(raw, name=name)
    named, revision_key_digest = _identity(answer)
    told = revision_named(revision.text, revision_key_digest) if named in {"", revision.text_id} else None
    made_from = told or revision
    languages = tuple(tag for tag in answer.languages if tag in made_from.languages) or (language,)
    echo = read_answer(write(word_paper(made_from, languages)))
    understanding = understood(document_of(made_from), languages, echo, answer)
    if made_from.digest != revision.digest:
        understanding = rebased(document_of(made_from), document_of(revision), understanding)
    number = told.number if told else None
    found = _all(understanding, document_of(revision), number, is_of_round=made_from.digest == revision.digest)
    return ReadFile(hashlib.sha256(raw).hexdigest(), named, found)


def _identity(answer: Answer) -> tuple[str, str]:
    """The text and the digest of the revision that a file names."""
    if answer.identity:
        return answer.identity[0], answer.identity[2]
    return "", answer.digest


def _all(found: Understanding, present: Document, number: int | None, *, is_of_round: bool) -> FoundAll:
    account = {name: value for name, value in asdict(found.account).items() if isinstance(value, int)}
    remarks = [
        *_threads(found.said, present),
        *(_proposed(at, proposal) for at, proposal in enumerate(found.proposals)),
    ]
    remarks.sort(key=lambda item: (present.index.get(item.passage, -1), item.what != "comment"))
    return FoundAll(
        account=account,
        base=number,
        is_of_round=is_of_round,
        with_ids=found.with_ids,
        missing=len(found.missing),
        already=found.already,
        remarks=tuple(remarks),
        loose=tuple(_loose(at, item) for at, item in enumerate(found.unplaced)),
    )


def _threads(said: Sequence[Said], present: Document) -> Iterator[Found]:
    """Comments with their replies: what people settled among themselves is one remark, not several."""
    by_comment = {item.comment: item for item in said}
    threads: dict[int, list[Said]] = {}
    for item in said:
        threads.setdefault(_root(item, by_comment), []).append(item)
    for root, items in threads.items():
        items.sort(key=lambda item: (item.comment != root, item.at, item.comment))
        first = by_comment[root]
        thread = tuple(Thread(item.author, item.initials, item.words) for item in items)
        yield Found(
            f"c{root}", "comment", first.passage, first.language, quoted=_part_quoted(first, present), thread=thread,
            is_settled=first.is_resolved,
        )  # fmt: skip  # one value, read as one


def _part_quoted(said: Said, present: Document) -> str:
    """The words that a comment is about, unless they are the whole passage or more."""
    passage = present.passage(said.passage) if said.passage in present else None
    whole = plain(passage.text(said.language)) if passage else ""
    return "" if len(said.quoted) >= len(whole) > 0 else said.quoted


def _root(item: Said, by_comment: Mapping[int, Said]) -> int:
    seen: set[int] = set()
    while item.parent in by_comment and item.parent not in seen:
        seen.add(item.parent)
        item = by_comment[item.parent]
    return item.comment


def _proposed(at: int, proposal: Proposal) -> Found:
    return Found(
        key=f"p{at}",
        what=proposal.what.value,
        passage=proposal.passage,
        language=proposal.language,
        wording=proposal.wording,
        before=proposal.before,
        after=proposal.after,
        authors=proposal.authors,
        is_tracked=proposal.is_tracked,
        is_clash=proposal.is_clash,
    )


def _loose(at: int, item: Unplaced) -> LooseEnd:
    initials = item.initials or item.author
    return LooseEnd(
        f"u{at}",
        item.kind.value,
        item.words,
        item.language,
        item.near,
        item.above,
        item.below,
        initials,
        item.place,
        item.count,
    )


## What they become


def remarks_of(
    found: FoundAll, document: Document, chosen: Sequence[str], places: Mapping[str, str]
) -> list[BroughtRemark]:
    """The remarks that a person chose, and those that they placed by hand ("text" is the text as a whole). Authors stay
    behind: whom of its people a member heard is its own affair."""
    wanted = set(chosen)
    made = [_remark(item, document) for item in found.remarks if item.key in wanted]
    for item in found.loose:
        if place := places.get(item.key, ""):
            passage = "" if place == "text" else place
            is_comment = item.kind == Loose.COMMENT
            body, wording = (item.words, "") if is_comment else ("", escape(item.words))
            made.append(BroughtRemark(passage, item.language, body, wording))
    return made


def _remark(item: Found, document: Document) -> BroughtRemark:
    if item.what == "comment":
        said = "\n\n".join(thread.words if not at else f"– {thread.words}" for at, thread in enumerate(item.thread))
        return BroughtRemark(item.passage, item.language, f"«{item.quoted}»\n\n{said}" if item.quoted else said)
    with override(base(item.language)):
        return BroughtRemark(item.passage, item.language, _sentence(item, document), item.wording)


def _sentence(item: Found, document: Document) -> str:
    """What is proposed, where the wording alone would not say it."""
    match item.what:
        case What.DELETE:
            return _("Delete this passage.")
        case What.ADD if item.passage:
            return _("Add these words after this passage.")
        case What.ADD:
            return _("Add these words at the beginning of the text.")
        case What.MOVE if item.after:
            return _("Move this passage: it should follow %(place)s.") % {"place": place_words(document, item.after)}
        case What.MOVE:
            return _("Move this passage to the beginning of the text.")
        case _:
            return ""


def place_words(document: Document, id: str) -> str:
    """A passage by its address and its first words."""
    where = addresses(document).get(id)
    passage = document.passage(id) if id in document else None
    words = plain(next((text for _tag, text in passage.texts), "")) if passage else ""
    shown = f"{words[:60].rstrip()}…" if len(words) > 60 else words
    return f"{where} “{shown}”" if where else shown
