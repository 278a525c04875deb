"""Which part of a Word file points at which other part or address, and why."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from ..bad_file import BadFile, Code
from .archive import Archive
from .xml import attribute, parse, short


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last word of its type ("image"); `target` is a part's name, or an address where `is_external`."""

    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file with its relations by id."""

    name: str
    relations: Mapping[str, Relation] = field(default_factory=dict)

    def first(self, kind: str) -> str:
        """The name of the first part that this one has as its `kind`, or an empty string."""
        return next((r.target for r in self.relations.values() if r.kind == kind and not r.is_external), "")


def part(archive: Archive, name: str) -> Part:
    """A part's name with its relations; none where the file states none."""
    folder, base = posixpath.split(name)
    where = posixpath.join(folder, "_rels", f"{base}.rels")
    data = archive.read(where)
    return Part(name, dict(_relations(data, where, folder)) if data is not None else {})


def main_part(archive: Archive) -> Part:
    """The part that holds the text. BadFile where the file names none."""
    name = part(archive, "").first("officeDocument")
    if not name:
        raise BadFile(Code.NOT_WORD)
    return part(archive, name)


def _relations(data: bytes, where: str, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in parse(data, where):
        if short(element.tag) == "rel:Relationship":
            target = attribute(element, "Target")
            is_external = attribute(element, "TargetMode") == "External"
            kind = attribute(element, "Type").rpartition("/")[2]
            yield (
                attribute(element, "Id"),
                Relation(kind, target if is_external else _resolved(target, folder), is_external),
            )


def _resolved(target: str, folder: str) -> str:
    """A target as the name of a part: relative ones start from the folder of the part that points."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
