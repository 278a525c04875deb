"""Texts with their revisions and editions, passage by passage; and the words that the network agreed on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.curriculum import queries
from tejido.curriculum.queries import TextLine
from tejido.ledger.actors import Actor
from tejido.translation import queries as translation

from ..resource import Resource, Texts, Within, address, listed, page
from .parts import BETWEEN, Passage, must_be_seated, numbered, passages_of, texts

## Texts


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a body works on. `revision` is the number of its latest revision, told to who works on it; `edition`
    that of its latest edition, where there is one."""

    key: str
    address: str
    page: str
    title: Texts
    body: str
    member: str
    negotiated_language: str
    revision: int | None
    digest: str
    languages: list[str]
    edition: int | None
    is_demonstration: bool
    links: dict[str, str]


def _texts(actor: Actor, _at: datetime, within: Within) -> Sequence[TextLine]:
    lines = queries.public_texts() if actor.is_public else queries.texts_for(actor)
    body = within.get("body")
    return [line for line in lines if body in {"", line.text.body_id}]


def _text(actor: Actor, _at: datetime, key: str) -> TextLine:
    row = queries.public_text(key) if actor.is_public else queries.text_for(actor, key)
    editions = queries.editions_of(row)
    return TextLine(row, queries.latest_revision(row), editions[-1] if editions else None)


def _show_text(line: TextLine, actor: Actor, _at: datetime) -> Text:
    row, edition = line.text, line.edition.number if line.edition else None
    revision = None if actor.is_public else line.revision
    links = {"editions": listed("editions", text=row.slug)}
    if not actor.is_public:
        links |= {name: listed(name, text=row.slug) for name in ("revisions", "rounds", "procedures")}
    return Text(
        key=row.slug,
        address=address("texts", row.slug),
        page=page("curriculum:edition", row.slug, str(edition)) if actor.is_public else _page(row.slug),
        title=texts(row.title),
        body=row.body_id,
        member=row.body.member.code if row.body.member else "",
        negotiated_language=row.negotiated_language,
        revision=revision.number if revision else None,
        digest=revision.digest if revision else "",
        languages=list(revision.languages) if revision else [],
        edition=edition,
        is_demonstration=row.is_demonstration,
        links=links,
    )


def _slug(line: TextLine) -> str:
    return str(line.text.slug)


def _page(slug: str) -> str:
    return page("curriculum:text", slug)


TEXTS = Resource(
    "texts", "curriculum:text", Text, _texts, _text, _show_text, key=_slug, index="curriculum:texts",
    filters=("body",), is_public=True,
)  # fmt: skip  # one row, read as one


## Revisions


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of a text, which never changes. `digest` is that of the whole text. `passages` are told where one
    revision is asked for."""

    key: str
    address: str
    page: str
    text: str
    number: int
    digest: str
    languages: list[str]
    at: datetime
    office: str
    reason: str
    passages: list[Passage] | None
    links: dict[str, str]


Read = tuple[str, Any, list[Passage] | None]  # the address of the text, the row, and its passages


def _revisions(actor: Actor, _at: datetime, within: Within) -> Sequence[Read]:
    row = queries.text_for(actor, within.get("text"))
    return [(row.slug, revision, None) for revision in queries.revisions_of(row)]


def _revision(actor: Actor, _at: datetime, key: str) -> Read:
    slug, number = numbered(key)
    revision = queries.revision_of(queries.text_for(actor, slug), number)
    return slug, revision, passages_of(queries.document_of(revision))


def _show_revision(item: Read, _actor: Actor, _at: datetime) -> Revision:
    slug, row, passages = item
    key = _joined(item)
    return Revision(
        key=key,
        address=address("revisions", key),
        page=f"{_page(slug)}?revision={row.number}",
        text=slug,
        number=row.number,
        digest=row.digest,
        languages=list(row.languages),
        at=row.at,
        office=row.office,
        reason=row.reason,
        passages=passages,
        links={"text": address("texts", slug)},
    )


def _joined(item: Read) -> str:
    return f"{item[0]}{BETWEEN}{item[1].number}"


def _place_of_text(key: str) -> tuple[str, ...]:
    return (numbered(key)[0],)


REVISIONS = Resource(
    "revisions", "curriculum:text", Revision, _revisions, _revision, _show_revision, key=_joined,
    place=_place_of_text, filters=("text",), needs=("text",),
)  # fmt: skip  # one row, read as one


## Editions


@dataclass(frozen=True, slots=True)
class Reservation:
    """A reservation or an interpretative declaration that travels with an edition. `passage` is empty where it speaks
    to the whole text."""

    party: str
    kind: str
    passage: str
    texts: Texts


@dataclass(frozen=True, slots=True)
class Edition:
    """A revision that all have adopted. `passages` are told where one edition is asked for, and `reservations` then, to
    who may read its record."""

    key: str
    address: str
    page: str
    text: str
    title: Texts
    number: int
    digest: str
    languages: list[str]
    sealed_at: datetime
    passages: list[Passage] | None
    reservations: list[Reservation] | None
    links: dict[str, str]


Sealed = tuple[Any, list[Passage] | None, list[Reservation] | None]


def _editions(actor: Actor, _at: datetime, within: Within) -> Sequence[Sealed]:
    slug = within.get("text")
    return [(row, None, None) for row in queries.readable_editions(actor) if slug in {"", row.text.slug}]


def _edition(actor: Actor, _at: datetime, key: str) -> Sealed:
    opened = queries.edition_for(actor, *numbered(key))
    passages = passages_of(queries.document_of(opened.edition.revision))
    return opened.edition, passages, _reservations(opened.edition) if opened.shows_record else None


def _reservations(edition: Any) -> list[Reservation]:
    told = queries.record_of(edition).get("reservations", [])
    return [Reservation(row["member"], row["kind"], row["passage"], texts(row["texts"])) for row in told]


def _show_edition(item: Sealed, _actor: Actor, _at: datetime) -> Edition:
    row, passages, reservations = item
    key, slug = _key_of_edition(item), row.text.slug
    return Edition(
        key=key,
        address=address("editions", key),
        page=page("curriculum:edition", slug, str(row.number)),
        text=slug,
        title=texts(row.text.title),
        number=row.number,
        digest=row.revision.digest,
        languages=list(row.revision.languages),
        sealed_at=row.sealed_at,
        passages=passages,
        reservations=reservations,
        links={"text.json": page("curriculum:edition_file", slug, str(row.number), "text")},
    )


def _key_of_edition(item: Sealed) -> str:
    return f"{item[0].text.slug}{BETWEEN}{item[0].number}"


def _place_of_edition(key: str) -> tuple[str, ...]:
    slug, number = numbered(key)
    return slug, str(number)


EDITIONS = Resource(
    "editions", "curriculum:edition", Edition, _editions, _edition, _show_edition, key=_key_of_edition,
    place=_place_of_edition, filters=("text",), is_public=True,
)  # fmt: skip  # one row, read as one


## The glossary


@dataclass(frozen=True, slots=True)
class Term:
    """A word for a concept in one language, and whether it is to be used."""

    language: str
    words: str
    use: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of the network's glossary, with what it is called in each language."""

    key: str
    address: str
    page: str
    terms: list[Term]
    definition: Texts
    source: str
    at: datetime


def _concepts(actor: Actor, _at: datetime, _within: Within) -> Sequence[Any]:
    must_be_seated(actor)
    return translation.glossary_entries()


def _concept(actor: Actor, _at: datetime, key: str) -> Any:
    must_be_seated(actor)
    return translation.entry_of(key)


def _show_concept(row: Any, _actor: Actor, _at: datetime) -> Concept:
    return Concept(
        key=row.concept,
        address=address("concepts", row.concept),
        page=page("translation:concept", row.concept),
        terms=[Term(*term) for term in row.terms],
        definition=texts(row.definition),
        source=row.source,
        at=row.at,
    )


def _key_of_concept(row: Any) -> str:
    return str(row.concept)


CONCEPTS = Resource(
    "concepts", "translation:concept", Concept, _concepts, _concept, _show_concept, key=_key_of_concept,
    index="translation:glossary",
)  # fmt: skip  # one row, read as one

RESOURCES = (TEXTS, REVISIONS, EDITIONS, CONCEPTS)
