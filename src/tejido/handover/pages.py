"""A note as it reads. It is made anew for every reader: nothing private is kept in memory."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, groupby, pairwise

from django.utils.safestring import SafeString, mark_safe

from tejido.engine.document import Document, Kind, Passage, item_numbers, passage_id
from tejido.formats.markdown import read, render


def note_html(markdown: str, language: str) -> SafeString:
    """Markdown as HTML: what people type is text, never HTML. Headings stand below those of the page."""
    numbers = count()
    document = read(markdown, language, lambda: passage_id(next(numbers).to_bytes(8)[::-1]))
    return mark_safe("".join(_blocks(document, language)))  # noqa: S308 - formats.markdown sanitises what it renders


def _blocks(document: Document, language: str) -> Iterator[str]:
    numbers = item_numbers(document)
    for is_item, group in groupby(document, key=lambda passage: passage.kind is Kind.ITEM):
        if is_item:
            yield from _lists(list(group), numbers, language)
        else:
            yield from (_block(passage, language) for passage in group)


def _lists(items: Sequence[Passage], numbers: Mapping[str, int], language: str) -> Iterator[str]:
    """The lists that these items make: what is deeper stands inside the item before it, and another list begins where
    the numbers begin anew."""
    tops = [place for place, item in enumerate(items) if item.level <= items[0].level]
    held = [items[first:last] for first, last in pairwise([*tops, len(items)])]
    for _, group in groupby(enumerate(held), key=lambda pair: _run(pair[0], numbers.get(pair[1][0].id))):
        own = [item for _, item in group]
        inner = "".join(f"<li>{render(top, language)}{_below(rest, numbers, language)}</li>" for top, *rest in own)
        start = numbers.get(own[0][0].id)
        yield f"<ul>{inner}</ul>" if start is None else f'<ol start="{start}">{inner}</ol>'


def _run(place: int, number: int | None) -> int | None:
    """The same for items whose numbers follow each other; None for those without."""
    return None if number is None else number - place


def _below(items: Sequence[Passage], numbers: Mapping[str, int], language: str) -> str:
    return "".join(_lists(items, numbers, language)) if items else ""


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
