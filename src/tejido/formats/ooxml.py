"""The package that every Word file of ours is: an archive with its parts, how they hang together, and what it says of
itself. No part names a person, a program's user, a machine or a session of editing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .escaping import quoted, xml

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OOXML = "http://schemas.openxmlformats.org"
OFFICE = f"{OOXML}/officeDocument/2006"
RELATED = f"{OFFICE}/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{OOXML}/wordprocessingml/2006/main"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PIECE = 1 << 16  # characters that are compressed at once


def put(archive: ZipFile, name: str, pieces: Iterable[str]) -> None:
    """A part, written piece by piece: memory stays flat in its length."""
    waiting: list[str] = []
    length = 0
    with archive.open(entry(name), "w", force_zip64=True) as part:
        for piece in pieces:
            waiting.append(piece)
            length += len(piece)
            if length > _PIECE:
                part.write("".join(waiting).encode())
                waiting, length = [], 0
        part.write("".join(waiting).encode())


def entry(name: str, method: int = ZIP_DEFLATED) -> ZipInfo:
    """An entry whose date says nothing: 1980 is the first that the format knows."""
    made = ZipInfo(name)
    made.compress_type = method
    made.external_attr = 0o644 << 16
    return made


def content_types(parts: Mapping[str, str], endings: Mapping[str, str]) -> str:
    """The part that says what each part is: `parts` by their names ("/word/document.xml"), others by their endings."""
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **endings}
    defaults = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in kinds.items())
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return f'{DECLARATION}<Types xmlns="{OOXML}/package/2006/content-types">{defaults}{overrides}</Types>'


def relations(rows: Sequence[tuple[str, str, str]], outside: Sequence[tuple[str, str, str]] = ()) -> str:
    """The part that says what hangs on what: rows of id, kind and target; those `outside` lead out of the file."""
    told = [*((*row, "") for row in rows), *((*row, ' TargetMode="External"') for row in outside)]
    inner = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{quoted(target)}"{mode}/>' for id, kind, target, mode in told
    )
    return f'{DECLARATION}<Relationships xmlns="{OOXML}/package/2006/relationships">{inner}</Relationships>'


def package_relations(*more: tuple[str, str, str]) -> str:
    """What the package as a whole holds: a document, its core properties, and `more`."""
    core = f"{OOXML}/package/2006/relationships/metadata/core-properties"
    document = ("rId1", f"{RELATED}/officeDocument", "word/document.xml")
    return relations([document, ("rId2", core, "docProps/core.xml"), *more])


def core(title: str, language: str, identifier: str, at: datetime | None) -> str:
    """Title, language, identity and the date of the act shown, the only one that the file bears; never an author."""
    instant = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""
    dates = ("created", "modified") if at else ()
    dated = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{instant}</dcterms:{name}>' for name in dates)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{OOXML}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{xml(title)}</dc:title>'
        f"<dc:language>{xml(language)}</dc:language><dc:identifier>{xml(identifier)}</dc:identifier>{dated}"
        "</cp:coreProperties>"
    )
