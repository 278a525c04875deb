"""The archive of an e-book and the files that hold it together (EPUB 3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from importlib.resources import files

from ..archive import EPOCH, packed
from ..escaping import quoted as escape
from ..pdf.values import Book
from ..word.writing.tongues import is_from_the_right
from .cover import cover_svg
from .pages import Entry, Page, front, pages, picture_files

_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_FEATURES = ("structuralNavigation", "tableOfContents", "readingOrder", "alternativeText", "displayTransformability")


def bind(book: Book, *, summary: str) -> bytes:
    """The e-book. `summary` says in the language of the paper, for whoever cannot see it, what the file offers."""
    pictures = picture_files(book.paper)
    found = pages(book, pictures)
    names = [f"text-{number:04d}.xhtml" for number in range(1, len(found) + 1)]
    where = {entry.anchor: name for name, page in zip(names, found, strict=True) for entry in page.entries}
    parts: dict[str, bytes] = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": _package(book, names, pictures, summary).encode(),
        "EPUB/nav.xhtml": _nav(book, names, found).encode(),
        "EPUB/style.css": (files(__package__) / "style.css").read_bytes(),
        "EPUB/cover.svg": cover_svg(book.paper).encode(),
        "EPUB/cover.xhtml": _cover(book).encode(),
        "EPUB/title.xhtml": _page(book, book.paper.title, front(book)).encode(),
    }
    for name, page in zip(names, found, strict=True):
        body = "".join(page.body).replace('href="annex:', f'href="{where.get("annex", "")}#s-')
        parts[f"EPUB/{name}"] = _page(book, page.title or book.paper.title, body).encode()
    for digest, name in pictures.items():
        parts[f"EPUB/{name}"] = book.paper.images[digest].data
    return packed({"mimetype": b"application/epub+zip", **parts}, book.paper.at, plain="mimetype")


def _package(book: Book, names: Sequence[str], pictures: dict[str, str], summary: str) -> str:
    paper = book.paper
    digest = book.seal.digest if book.seal else ""
    identifier = f"urn:sha256:{digest}:{paper.language}" if digest else f"urn:tejido:{paper.title}:{paper.language}"
    at = (paper.at or EPOCH).astimezone(UTC)
    modes = ("textual", "visual") if pictures else ("textual",)
    metas = [
        *(("schema:accessMode", mode) for mode in modes),
        ("schema:accessModeSufficient", "textual"),
        *(("schema:accessibilityFeature", feature) for feature in _FEATURES),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", summary),
        ("dcterms:modified", at.strftime("%Y-%m-%dT%H:%M:%SZ")),
    ]
    items = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        '<item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>',
        '<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>',
        '<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>',
        *(f'<item id="t{at}" href="{name}" media-type="application/xhtml+xml"/>' for at, name in enumerate(names)),
        *(
            f'<item id="i-{digest}" href="{name}" media-type="{paper.images[digest].media_type}"/>'
            for digest, name in pictures.items()
        ),
    ]
    way = ' page-progression-direction="rtl"' if is_from_the_right(paper.language) else ""
    spine = ['<itemref idref="cover"/>', '<itemref idref="title"/>', '<itemref idref="nav"/>']
    spine += [f'<itemref idref="t{at}"/>' for at in range(len(names))]
    publisher = f"<dc:publisher>{escape(paper.network)}</dc:publisher>" if paper.network else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{escape(paper.language)}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{escape(identifier)}</dc:identifier><dc:title>{escape(paper.title)}</dc:title>'
        f"<dc:language>{escape(paper.language)}</dc:language>{publisher}<dc:date>{at:%Y-%m-%d}</dc:date>"
        + "".join(f'<meta property="{name}">{escape(value)}</meta>' for name, value in metas)
        + f"</metadata><manifest>{''.join(items)}</manifest><spine{way}>{''.join(spine)}</spine></package>"
    )


def _nav(book: Book, names: Sequence[str], found: Iterable[Page]) -> str:
    entries = [
        (entry, f"{name}#{entry.anchor}") for name, page in zip(names, found, strict=True) for entry in page.entries
    ]
    listed = _nested(entries) if entries else f'<ol><li><a href="title.xhtml">{escape(book.paper.title)}</a></li></ol>'
    title = escape(book.paper.words.contents)
    body = f'<nav epub:type="toc" id="toc" role="doc-toc"><h1>{title}</h1>{listed}</nav>'
    return _page(book, book.paper.words.contents, body)


def _nested(entries: list[tuple[Entry, str]]) -> str:
    """Lists within lists as deep as the headings stand, without a level that nothing stands on."""
    parts: list[str] = []
    open_: list[int] = []
    for entry, address in entries:
        while open_ and open_[-1] > entry.level and (len(open_) == 1 or open_[-2] >= entry.level):
            parts.append("</li></ol>")
            open_.pop()
        if open_ and open_[-1] >= entry.level:
            parts.append("</li>")
            open_[-1] = entry.level
        else:
            parts.append("<ol>")
            open_.append(entry.level)
        parts.append(f'<li><a href="{escape(address)}">{escape(entry.title or "–")}</a>')
    return "".join(parts) + "</li></ol>" * len(open_)


def _cover(book: Book) -> str:
    picture = f'<img src="cover.svg" alt="{escape(book.paper.title)}"/>'
    return _page(book, book.paper.title, f'<div class="cover">{picture}</div>')


def _page(book: Book, title: str, body: str) -> str:
    language = escape(book.paper.language)
    way = ' dir="rtl"' if is_from_the_right(book.paper.language) else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'xml:lang="{language}" lang="{language}"{way}><head><title>{escape(title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="style.css"/></head><body>{body}</body></html>'
    )
