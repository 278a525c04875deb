"""The register of promotion: what every seat or everybody reads. What a member keeps to itself is in no index, and
neither is what was struck out."""

from collections.abc import Iterator

from tejido.mechanisms.names import Audience
from tejido.promotion.models import ForumEntry, ForumQuote, ForumVersion

from ...names import Kind
from .values import FOR_VISITORS, NETWORK, VISITORS, About, Piece, open_page, page, sentences


def pieces_of_entry(entry: ForumEntry) -> Iterator[Piece]:
    if entry.struck_at is not None or entry.audience == Audience.OWN:
        return
    version = ForumVersion.objects.select_related("forum", "speaker").get(entry=entry, replaced_at=None)
    member = version.speaker.code if version.speaker else ""
    about = About(Kind.PROMOTION, version.title, version.at, version.since, member)
    tags = version.title | version.says
    texts = {
        tag: sentences(
            version.title.get(tag), version.forum.name.get(tag), version.session, version.place, version.says.get(tag)
        )
        for tag in tags
    }
    said = {"entry": texts}
    for quote in ForumQuote.objects.filter(entry=entry, removed_at=None):
        said[quote.key] = {quote.language: quote.words}
    inside = page("promotion:entry", entry.key)
    outside = open_page("public:promotion", anchor=f"#e-{entry.key}")
    for id, words in said.items():
        yield from about.said(id, words, inside, [NETWORK])
        if entry.audience == Audience.PUBLIC:
            yield from about.said(id, words, outside, [VISITORS], number=FOR_VISITORS)
