"""A note as it reads. It is made anew for every reader: nothing private is kept in memory."""

from collections.abc import Iterator
from itertools import count, groupby

from django.utils.safestring import SafeString, mark_safe

from tejido.engine.document import Document, Kind, Passage, passage_id
from tejido.formats.markdown import read, render


def note_html(markdown: str, language: str) -> SafeString:
    """Markdown as HTML: what people type is text, never HTML. Headings stand below those of the page."""
    numbers = count()
    document = read(markdown, language, lambda: passage_id(next(numbers).to_bytes(8)[::-1]))
    return mark_safe("".join(_blocks(document, language)))  # noqa: S308 - formats.markdown sanitises what it renders


def _blocks(document: Document, language: str) -> Iterator[str]:
    for kind, group in groupby(document, key=lambda passage: passage.kind):
        if kind is Kind.ITEM:
            yield f"<ul>{''.join(f'<li>{render(item, language)}</li>' for item in group)}</ul>"
        else:
            yield from (_block(passage, language) for passage in group)


def _block(passage: Passage, language: str) -> str:
    html = render(passage, language)
    match passage.kind:
        case Kind.HEADING:
            return f"<h3>{html}</h3>"
        case Kind.PARAGRAPH:
            return f"<p>{html}</p>"
        case Kind.QUOTATION:
            return f"<blockquote>{html}</blockquote>"
        case _:
            return html
