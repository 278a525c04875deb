"""What is published of a practice: one piece a language, so that a problem is found whichever field speaks of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import translation

from tejido.mechanisms.names import Audience
from tejido.practices.lines import languages_of
from tejido.practices.models import Practice, Version
from tejido.practices.names import Field
from tejido.practices.words import facts_of

from ...names import Kind
from .values import FOR_VISITORS, NETWORK, VISITORS, About, Piece, page

# The problem first: of what was found its beginning is shown.
ORDER = (Field.PROBLEM, Field.DONE, Field.CONDITIONS, Field.CONTEXT, Field.EVIDENCE, Field.COST)
SAID = ("themes", "groups", "factors")


def pieces_of_practice(row: Practice) -> Iterator[Piece]:
    """The latest version for the seats of the network, and the latest that everybody may read."""
    standing = list(Version.objects.filter(practice=row, withdrawn_at=None))
    if standing:
        yield from _pieces(row, standing[-1], [NETWORK])
    if public := [version for version in standing if version.audience == Audience.PUBLIC]:
        yield from _pieces(row, public[-1], [VISITORS], number=FOR_VISITORS)


def _pieces(row: Practice, version: Version, readers: list[str], **number: int) -> Iterator[Piece]:
    content = version.content
    about = About(Kind.PRACTICE, content["title"], version.at, version.at.date().isoformat(), row.member.code)
    texts = {tag: _told(content, tag) for tag in languages_of(content)}
    url = page("practices:practice", row.key)
    yield from about.said("practice", texts, url, readers, heading=content["title"], **number)


def _told(content: Mapping[str, Any], language: str) -> str:
    """Everything that it says in a language, with its themes in that language where the interface knows it."""
    with translation.override(language):
        facts = facts_of(content)
    words = [content[field].get(language, "") for field in ORDER]
    words += [", ".join(facts[name]) for name in SAID]
    return "\n\n".join(filter(None, words))
