"""What a member shows of its initiatives: the released words alone, even for its own seats."""

from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from django.utils import translation
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from tejido.mechanisms.names import Audience
from tejido.programmes.models import Initiative, Release
from tejido.programmes.names import Field
from tejido.programmes.queries import Names, term_names
from tejido.programmes.words import Line, lines

from ...names import Kind
from .values import FOR_VISITORS, NETWORK, VISITORS, About, Piece, page


def pieces_of_initiative(row: Initiative) -> Iterator[Piece]:
    """What the seats of the network read of it, and what everybody does."""
    released = list(Release.objects.filter(initiative=row, withdrawn_at=None))
    if not released:
        return
    names = Names(term_names())
    yield from _pieces(row, released, names, [NETWORK])
    public = [release for release in released if release.audience == Audience.PUBLIC]
    yield from _pieces(row, public, names, [VISITORS], number=FOR_VISITORS)


def _pieces(
    row: Initiative, released: Sequence[Release], names: Names, readers: list[str], **number: int
) -> Iterator[Piece]:
    by_field = {release.field: release for release in released}
    if Field.TITLE not in by_field:
        return
    at, title = by_field[Field.TITLE].at, dict(by_field[Field.TITLE].value or {})
    about = About(Kind.INITIATIVE, row.member.name, at, at.date().isoformat(), row.member.code)
    texts = {tag: _told(by_field, names, tag) for tag in title}
    url = page("programmes:initiative", row.key)
    yield from about.said("initiative", texts, url, readers, heading=title, **number)


def _told(released: Mapping[str, Release], names: Names, language: str) -> str:
    """Everything that it says in a language, one field after the other. Where a section stands is no word of it."""
    fields = [field for field in Field if field in released and field != Field.PASSAGES]
    with translation.override(language):
        said = [_in(line, language) for field in fields for line in lines(field, released[field].value, names)]
    return "\n\n".join(filter(None, said))


def _in(line: Line, language: str) -> str:
    if isinstance(line.words, SafeString):  # dates, which pages mark up
        return unescape(strip_tags(line.words))
    return line.words if isinstance(line.words, str) else line.words.get(language, "")
