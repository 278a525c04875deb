"""A file of translations, passage by passage, before anything of it is kept: what differs from what stands here, and
where somebody else wrote something meanwhile."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from django.core import signing

from tejido.curriculum.commands.revisions import fitting
from tejido.curriculum.models import Revision
from tejido.curriculum.queries import document_of
from tejido.engine.document import Document, Passage
from tejido.engine.translation import words_digest
from tejido.formats.bitext import Bitext, Unit
from tejido.formats.child import parse_bitext
from tejido.formats.markdown import plain
from tejido.ledger.refusals import Refused

from .queries import Desk, revision_by_digest

_SALT = "tejido-translations"


class NotThisLanguage(ValueError):  # noqa: N818  # reads as what it is
    """The file is well, and holds no words in the language that was asked for. `found` are those that it has."""

    def __init__(self, found: Sequence[str]) -> None:
        super().__init__(", ".join(found))
        self.found = tuple(found)


@dataclass(frozen=True, slots=True)
class Row:
    """What a file says of a passage. `source` is the digest of the source words that it was translated from; `is_clash`
    where other words came in here since the file was taken along."""

    passage: str
    words: str
    source: str
    is_clash: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What of a file differs. `same` units say what stands here already; `unknown` ones are of no passage; `unfit` ones
    are no passage of that kind, a table without lines."""

    rows: tuple[Row, ...]
    same: int = 0
    unknown: int = 0
    unfit: int = 0
    by_machine: bool = False


def read_translations(raw: bytes, name: str, desk: Desk, language: str) -> Found:
    """Reads a file in the limited process. BadFile where it cannot be read, NotThisLanguage where it is another one."""
    bitext = parse_bitext(raw, name=name)
    tags = _tags(bitext, language)
    if not tags:
        raise NotThisLanguage([bitext.source, *bitext.targets])
    base = revision_by_digest(desk.text, bitext.revision) or desk.revision
    return _found(bitext, tags, desk, language, base)


def _tags(bitext: Bitext, language: str) -> list[str]:
    """The tags of the file that name the language: the same, or a sister where that is the only one (pt for pt-BR)."""
    if language in bitext.targets:
        return [language]
    sisters = [tag for tag in bitext.targets if tag.partition("-")[0] == language.partition("-")[0]]
    return sisters if len(sisters) == 1 else []


def _found(bitext: Bitext, tags: list[str], desk: Desk, language: str, base: Revision) -> Found:
    before, places = document_of(base), _places(desk)
    rows: dict[str, Row] = {}
    same = unknown = unfit = 0
    for unit in bitext.units:
        words = unit.text(tags[0])
        id = unit.id if unit.id in desk.document else places.get(plain(unit.text(bitext.source)), "")
        if not words or id in rows:
            continue
        if not id:
            unknown += 1
        elif (row := _row(unit, desk, language, before, id, words, bitext.source)) is None:
            unfit += 1
        elif row.words == desk.document.passage(id).text(language):
            same += 1
        else:
            rows[id] = row
    machine = any(unit.state == "machine" for unit in bitext.units)
    return Found(tuple(rows.values()), same, unknown, unfit, machine)


def _places(desk: Desk) -> dict[str, str]:
    """Passage ids by what they say in the negotiated language, where only one says it."""
    found: dict[str, str] = {}
    for passage in desk.document:
        said = plain(passage.text(desk.text.negotiated_language))
        found[said] = "" if said in found else passage.id
    return {said: id for said, id in found.items() if said and id}


def _row(
    unit: Unit, desk: Desk, language: str, before: Document, id: str, words: str, source_language: str
) -> Row | None:
    passage = desk.document.passage(id)
    try:
        said = fitting(passage, language, words)
    except Refused:
        return None
    then = before.passage(id).text(language) if id in before else ""
    now = passage.text(language)
    return Row(id, said, _source(unit, desk, before, passage, source_language), now not in {then, said})


def _source(unit: Unit, desk: Desk, before: Document, passage: Passage, source_language: str) -> str:
    """The digest of the source words that the translator saw: as they stand here now or stood then, blanks aside."""
    negotiated, seen = desk.text.negotiated_language, unit.text(source_language)
    then = before.passage(passage.id).text(negotiated) if passage.id in before else ""
    for known in (passage.text(negotiated), then):
        if not seen or seen.split() == known.split():
            return words_digest(known)
    return words_digest(seen)


def sealed(desk: Desk, language: str, found: Found) -> str:
    """The rows as a field of the form that shows them: nothing is kept on the server before the person says so."""
    rows = [asdict(row) for row in found.rows]
    return signing.dumps([desk.text.key, language, desk.revision.number, rows], salt=_SALT, compress=True)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a file is to land: the number of the revision that it was compared with, words and the digests of their
    sources by passage."""

    base: int
    words: Mapping[str, str]
    sources: Mapping[str, str]


def opened(field: str, text: str, language: str, leave: Sequence[str], take: Sequence[str]) -> Chosen:
    """The rows that the person wants: all but those left out; those that clash only where they are taken. ValueError
    where the field is not ours, or of another text."""
    try:
        of, tag, base, said = signing.loads(field, salt=_SALT)
        rows = [Row(**row) for row in said]
    except (signing.BadSignature, TypeError, ValueError) as problem:
        raise ValueError("these rows are not ours") from problem
    if (of, tag) != (text, language):
        raise ValueError("these rows are of another text")
    wanted = list(_wanted(rows, set(leave), set(take)))
    return Chosen(base, {row.passage: row.words for row in wanted}, {row.passage: row.source for row in wanted})


def _wanted(rows: Sequence[Row], leave: set[str], take: set[str]) -> Iterator[Row]:
    return (row for row in rows if (row.passage in take if row.is_clash else row.passage not in leave))
