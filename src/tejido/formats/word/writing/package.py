"""The parts around the body: which parts there are, what runs on every page, and the properties of the file.

No part names a person, a program's user, a machine or a session of editing; the only date is that of the act shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from ...escaping import quoted, xml
from ...paper import Paper
from .elements import Form, paragraph
from .names import LANGUAGES, PROPERTY, identifier
from .runs import Look, plain_run
from .sheet import EXTENSIONS, Sheet

_OOXML = "http://schemas.openxmlformats.org"
_RELATED = f"{_OOXML}/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = (
    f'xmlns:w="{_OOXML}/wordprocessingml/2006/main" xmlns:r="{_RELATED}" '
    f'xmlns:wp="{_OOXML}/drawingml/2006/wordprocessingDrawing"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = ("styles", "numbering", "settings", "footnotes", "fontTable", "header1", "header2", "footer1")
_KINDS = {"header1": "header", "header2": "header", "footer1": "footer"}
_FONTS = {"Cambria": ("roman", "Caladea"), "Calibri": ("swiss", "Carlito"), "Consolas": ("modern", "DejaVu Sans Mono")}
MARGIN, PAGE_WIDTH, PAGE_HEIGHT = 1276, 11906, 16838


def opened(name: str) -> str:
    """The declaration and the opening tag of a part."""
    return f"{_DECLARATION}<w:{name} {_W}>"


def part(name: str, inner: str) -> str:
    return f"{opened(name)}{inner}</w:{name}>"


def content_types() -> str:
    images = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for kind, end in EXTENSIONS.items())
    parts = "".join(_override(f"/word/{name}.xml", f"{_WORD}.{_KINDS.get(name, name)}+xml") for name in _PARTS)
    office = "application/vnd.openxmlformats-officedocument"
    return (
        f'{_DECLARATION}<Types xmlns="{_OOXML}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{images}'
        f"{_override('/word/document.xml', f'{_WORD}.document.main+xml')}{parts}"
        f"{_override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}"
        f"{_override('/docProps/app.xml', f'{office}.extended-properties+xml')}"
        f"{_override('/docProps/custom.xml', f'{office}.custom-properties+xml')}</Types>"
    )


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="{name}" ContentType="{kind}"/>'


def package_relations() -> str:
    core = f"{_OOXML}/package/2006/relationships/metadata/core-properties"
    return _relations(
        [
            ("rId1", f"{_RELATED}/officeDocument", "word/document.xml", False),
            ("rId2", core, "docProps/core.xml", False),
            ("rId3", f"{_RELATED}/extended-properties", "docProps/app.xml", False),
            ("rId4", f"{_RELATED}/custom-properties", "docProps/custom.xml", False),
        ]
    )


def document_relations(sheet: Sheet) -> str:
    own = [(f"rId{name}", f"{_RELATED}/{_KINDS.get(name, name)}", f"{name}.xml", False) for name in _PARTS]
    media = [
        (id, f"{_RELATED}/image", f"media/{digest[:16]}.{EXTENSIONS[image.media_type]}", False)
        for digest, (id, image) in sheet.media.items()
    ]
    return _relations([*own, *media, *_links(sheet.links)])


def note_relations(sheet: Sheet) -> str:
    return _relations(_links(sheet.note_links))


def _links(links: Mapping[str, str]) -> list[tuple[str, str, str, bool]]:
    return [(id, f"{_RELATED}/hyperlink", address, True) for address, id in links.items()]


def _relations(rows: list[tuple[str, str, str, bool]]) -> str:
    outside = ' TargetMode="External"'
    inner = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{quoted(target)}"{outside if out else ""}/>'
        for id, kind, target, out in rows
    )
    return f'{_DECLARATION}<Relationships xmlns="{_OOXML}/package/2006/relationships">{inner}</Relationships>'


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


def section() -> str:
    """The page: A4, upright."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader1"/><w:headerReference w:type="first" '
        'r:id="rIdheader2"/><w:footerReference w:type="default" r:id="rIdfooter1"/><w:footerReference w:type="first" '
        f'r:id="rIdfooter1"/><w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/><w:pgMar w:top="1418" w:right="{MARGIN}" '
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
    """Title, language, identity and the date of the act; never an author."""
    identity = paper.identity
    named = identifier(identity.text, identity.revision, identity.digest) if identity else ""
    dated = f'<dcterms:created xsi:type="dcterms:W3CDTF">{_instant(paper.at)}</dcterms:created>' if paper.at else ""
    dated += f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_instant(paper.at)}</dcterms:modified>' if paper.at else ""
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_OOXML}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{xml(paper.title)}</dc:title>'
        f"<dc:language>{xml(paper.language)}</dc:language><dc:identifier>{xml(named)}</dc:identifier>{dated}"
        "</cp:coreProperties>"
    )


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def app() -> str:
    kind = f"{_OOXML}/officeDocument/2006/extended-properties"
    return f'{_DECLARATION}<Properties xmlns="{kind}"><Application>Tejido</Application></Properties>'


def custom(paper: Paper) -> str:
    """The identity once more, where Word keeps it for certain."""
    identity = paper.identity
    named = identifier(identity.text, identity.revision, identity.digest) if identity else ""
    rows = {PROPERTY: named, LANGUAGES: " ".join(languages_of(paper))}
    kind = f"{_OOXML}/officeDocument/2006"
    inner = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
        f"<vt:lpwstr>{xml(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(rows.items(), 2)
        if value
    )
    names = f'xmlns="{kind}/custom-properties" xmlns:vt="{kind}/docPropsVTypes"'
    return f"{_DECLARATION}<Properties {names}>{inner}</Properties>"
