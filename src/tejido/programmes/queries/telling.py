"""What values name by keys, in words: terms of the vocabulary, and sections of texts that the reader may open."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.text import Truncator

from tejido.curriculum.models import Revision
from tejido.curriculum.queries import TextLine, documents_of, public_texts, texts_for
from tejido.engine.document import Document, addresses
from tejido.formats.markdown import plain
from tejido.ledger.actors import Actor
from tejido.registry.names import BodyKind

from ..models import Term
from ..names import Field, Standing, Use
from .reading import Values

DEEPEST = 3  # headings that an initiative can be linked to
WORDS = 14  # of a passage


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a text as the reader may open it. `edition` is 0 where it is the text in work; `is_deep`: a
    heading so deep, or a passage that is no heading, is not offered, and stays where it was named."""

    link: str
    title: Mapping[str, str]
    address: str
    text: Mapping[str, str]
    slug: str
    edition: int
    passage: str
    is_deep: bool


@dataclass(frozen=True, slots=True)
class Names:
    """`terms` by their key, `sections` by "text/passage"; what the reader may not open is not among them."""

    terms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sections: Mapping[str, Section] = field(default_factory=dict)


def names_for(actor: Actor, read: Iterable[Values] = ()) -> Names:
    """The words for what these values by field name. A constant number of queries; the texts are only looked at where
    a section is named."""
    links = {f"{one['text']}/{one['passage']}" for values in read for one in values.get(Field.PASSAGES) or ()}
    return Names(term_names(), _named(actor, links) if links else {})


def term_names() -> Mapping[str, Mapping[str, str]]:
    """What the terms are called, by key; retired ones too. One query."""
    return dict(Term.objects.exclude(standing__in=(Standing.PROPOSED, Standing.DECLINED)).values_list("key", "names"))


def terms_to_choose(use: Use, *, kept: Iterable[str] = ()) -> list[tuple[str, Mapping[str, str]]]:
    """The terms in use, and those that were chosen already. One query."""
    rows = Term.objects.filter(use=use)
    return [(row.key, row.names) for row in rows if row.standing == Standing.IN_USE or row.key in set(kept)]


def sections_to_choose(actor: Actor, kept: Collection[str] = ()) -> list[Section]:
    """The headings of the network's texts, in their order, and the passages that were chosen already."""
    return [
        section
        for line, document in _documents(_of_network(texts_for(actor)))
        for section in _sections(line, document, 0)
        if not section.is_deep or section.link in kept
    ]


def _named(actor: Actor, links: set[str]) -> Mapping[str, Section]:
    """Whoever is not signed in reads editions alone; seats the texts in work."""
    lines = public_texts() if actor.is_public else _of_network(texts_for(actor))
    wanted = [line for line in lines if any(link.startswith(f"{line.text.key}/") for link in links)]
    found = {}
    for line, document in _documents(wanted, is_edition=actor.is_public):
        number = line.edition.number if actor.is_public and line.edition else 0
        for section in _sections(line, document, number):
            found[section.link] = section
    return {link: section for link, section in found.items() if link in links}


def _of_network(lines: Iterable[TextLine]) -> list[TextLine]:
    return [line for line in lines if line.text.body.kind == BodyKind.NETWORK]


def _documents(lines: Iterable[TextLine], *, is_edition: bool = False) -> list[tuple[TextLine, Document]]:
    """Each text with its latest revision, or with that of its latest edition."""
    keys = {line.text.key: _revision(line, is_edition=is_edition) for line in lines}
    revisions = {row.key: row for row in Revision.objects.filter(key__in=[key for key in keys.values() if key])}
    documents = documents_of(revisions.values())
    return [
        (line, documents[revisions[key].digest]) for line in lines if (key := keys[line.text.key]) and key in revisions
    ]


def _revision(line: TextLine, *, is_edition: bool) -> str:
    if is_edition:
        return line.edition.revision_id if line.edition else ""
    return line.revision.key if line.revision else ""


def _sections(line: TextLine, document: Document, edition: int) -> list[Section]:
    where = addresses(document)
    return [
        Section(
            link=f"{line.text.key}/{passage.id}",
            title={tag: Truncator(plain(words)).words(WORDS) for tag, words in passage.texts},
            address=str(where[passage.id]),
            text=line.text.title,
            slug=line.text.slug,
            edition=edition,
            passage=passage.id,
            is_deep=passage.kind != "heading" or (passage.level or 0) > DEEPEST,
        )
        for passage in document
    ]
