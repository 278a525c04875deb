"""The texts of a member: as they are now, and as they were adopted."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from tejido.curriculum import queries
from tejido.curriculum.models import Text
from tejido.curriculum.papers import FORMATS, Version, edition_version, file_name, revision_version
from tejido.ledger.actors import Actor

ENDINGS = ("md", "docx")


@dataclass(frozen=True, slots=True)
class Made:
    """A file, whole: a text is never so long that it would not fit into memory."""

    name: str
    what: str
    content: bytes


def texts(actor: Actor) -> Iterator[Made]:
    """The member's own with every edition and what is in work; of the other texts that it takes part in, the
    editions."""
    for line in queries.texts_for(actor):
        sealed = set()
        for row in queries.editions_of(line.text):
            sealed.add(row.revision_id)
            yield from _edition(actor, line.text, row.number)
        if _is_own(actor, line.text) and line.revision is not None and line.revision.key not in sealed:
            at = f"{_address('text', line.text.slug)}?revision={line.revision.number}"
            yield from _files(revision_version(line.text, line.revision, at))


def _is_own(actor: Actor, text: Text) -> bool:
    return text.body.member is not None and text.body.member.code == actor.member


def _address(page: str, *places: object) -> str:
    return f"{settings.ORIGIN}{reverse(f'curriculum:{page}', args=places)}"


def _edition(actor: Actor, text: Text, number: int) -> Iterator[Made]:
    opened = queries.edition_for(actor, text.slug, number)
    edition = opened.edition
    version = edition_version(edition, _address("edition", text.slug, number), shows_record=opened.shows_record)
    yield from _files(version)
    if opened.shows_record and edition.record:
        yield Made(f"{text.slug}-{version.name}.record.json", "record", bytes(edition.record))


def _files(version: Version) -> Iterator[Made]:
    for tag in version.revision.languages:
        for ending in ENDINGS:
            yield Made(file_name(version, [tag], ending), "text", FORMATS[ending].make(version, [tag]))
    yield Made(f"{version.text.slug}-{version.name}.text.json", "canonical", queries.canonical_file(version.revision))
