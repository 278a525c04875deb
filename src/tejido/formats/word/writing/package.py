"""The parts around the body: which parts there are, what runs on every page, and the properties of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ... import ooxml
from ...escaping import xml
from ...ooxml import CORE, DECLARATION, MAIN, OFFICE, OOXML, RELATED, WORD
from ...paper import Paper
from .elements import Form, paragraph
from .names import LANGUAGES, PROPERTY, identifier
from .runs import Look, plain_run
from .sheet import EXTENSIONS, Sheet

_W = f'xmlns:w="{MAIN}" xmlns:r="{RELATED}" xmlns:wp="{OOXML}/drawingml/2006/wordprocessingDrawing"'
_PARTS = ("styles", "numbering", "settings", "footnotes", "fontTable", "header1", "header2", "footer1")
_KINDS = {"header1": "header", "header2": "header", "footer1": "footer"}
_FONTS = {"Cambria": ("roman", "Caladea"), "Calibri": ("swiss", "Carlito"), "Consolas": ("modern", "DejaVu Sans Mono")}
MARGIN, PAGE_WIDTH, PAGE_HEIGHT = 1276, 11906, 16838


def opened(name: str) -> str:
    """The declaration and the opening tag of a part."""
    return f"{DECLARATION}<w:{name} {_W}>"


def part(name: str, inner: str) -> str:
    return f"{opened(name)}{inner}</w:{name}>"


def content_types() -> str:
    parts = {
        "/word/document.xml": f"{WORD}.document.main+xml",
        **{f"/word/{name}.xml": f"{WORD}.{_KINDS.get(name, name)}+xml" for name in _PARTS},
        "/docProps/core.xml": CORE,
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
    return ooxml.content_types(parts, {end: kind for kind, end in EXTENSIONS.items()})


def package_relations() -> str:
    app = ("rId3", f"{RELATED}/extended-properties", "docProps/app.xml")
    return ooxml.package_relations(app, ("rId4", f"{RELATED}/custom-properties", "docProps/custom.xml"))


def document_relations(sheet: Sheet) -> str:
    own = [(f"rId{name}", f"{RELATED}/{_KINDS.get(name, name)}", f"{name}.xml") for name in _PARTS]
    media = [
        (id, f"{RELATED}/image", f"media/{digest[:16]}.{EXTENSIONS[image.media_type]}")
        for digest, (id, image) in sheet.media.items()
    ]
    return ooxml.relations([*own, *media], _links(sheet.links))


def note_relations(sheet: Sheet) -> str:
    return ooxml.relations((), _links(sheet.note_links))


def _links(links: Mapping[str, str]) -> list[tuple[str, str, str]]:
    return [(id, f"{RELATED}/hyperlink", address) for address, id in links.items()]


def footnotes(sheet: Sheet) -> Iterator[str]:
    """The part of the notes, with the two separators that Word wants first."""
    yield opened("footnotes")
    for id, kind, sign in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator")):
        yield (
            f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
            f'w:lineRule="auto"/></w:pPr><w:r><w:{sign}/></w:r></w:p></w:footnote>'
        )
    yield from sheet.notes
    yield "</w:footnotes>"


def header(paper: Paper) -> str:
    """What the paper says of itself on the left, its language on the right."""
    look = Look(paper.language)
    tags = " · ".join(tag.upper() for tag in languages_of(paper))
    return part(
        "hdr", paragraph(Form("Header", paper.language), plain_run(paper.head or paper.title, look) + _tab(tags, look))
    )


def first_header() -> str:
    """The first page has its title; nothing runs above it."""
    return part("hdr", paragraph(Form("Spacer"), ""))


def footer(paper: Paper) -> str:
    """Edition and digest on the left, the page on the right."""
    look = Look(paper.language)
    words = paper.words.page.replace("{page}", "\0PAGE\0").replace("{pages}", "\0NUMPAGES\0").split("\0")
    page = "".join(_field(word) if word in {"PAGE", "NUMPAGES"} else plain_run(word, look) for word in words)
    return part(
        "ftr", paragraph(Form("Footer", paper.language), plain_run(paper.foot, look) + "<w:r><w:tab/></w:r>" + page)
    )


def _tab(text: str, look: Look) -> str:
    return f"<w:r><w:tab/></w:r>{plain_run(text, look)}"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def languages_of(paper: Paper) -> tuple[str, ...]:
    """The languages of the paper's texts, in their order; its own where it has none."""
    found = dict.fromkeys(tag for block in paper.blocks for tag in getattr(block, "languages", ()) if tag)
    return tuple(found) or (paper.language,)


def section(*, is_wide: bool) -> str:
    """The page: A4, upright or on its side."""
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if is_wide else (PAGE_WIDTH, PAGE_HEIGHT)
    turned = ' w:orient="landscape"' if is_wide else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader1"/><w:headerReference w:type="first" '
        'r:id="rIdheader2"/><w:footerReference w:type="default" r:id="rIdfooter1"/><w:footerReference w:type="first" '
        f'r:id="rIdfooter1"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="1418" w:right="{MARGIN}" '
        f'w:bottom="1304" w:left="{MARGIN}" w:header="680" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def settings(paper: Paper) -> str:
    """A paper that may be answered opens with its changes tracked, so that nothing that is changed goes unseen."""
    tracked = "<w:trackRevisions/>" if paper.identity else ""
    return part(
        "settings",
        f'<w:zoom w:percent="100"/>{tracked}<w:defaultTabStop w:val="709"/><w:autoHyphenation/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    )


def fonts() -> str:
    inner = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/><w:pitch '
        f'w:val="{"fixed" if family == "modern" else "variable"}"/></w:font>'
        for name, (family, other) in _FONTS.items()
    )
    return part("fonts", inner)


def core(paper: Paper) -> str:
    return ooxml.core(paper.title, paper.language, _named(paper), paper.at)


def _named(paper: Paper) -> str:
    identity = paper.identity
    return identifier(identity.text, identity.revision, identity.digest) if identity else ""


def app() -> str:
    return (
        f'{DECLARATION}<Properties xmlns="{OFFICE}/extended-properties"><Application>Tejido</Application></Properties>'
    )


def custom(paper: Paper) -> str:
    """The identity once more, where Word keeps it for certain."""
    rows = {PROPERTY: _named(paper), LANGUAGES: " ".join(languages_of(paper))}
    inner = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
        f"<vt:lpwstr>{xml(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(rows.items(), 2)
        if value
    )
    names = f'xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"'
    return f"{DECLARATION}<Properties {names}>{inner}</Properties>"
