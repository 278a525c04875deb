"""Which text in which revision a file says it is."""

from __future__ import annotations

from collections.abc import Iterator

from ..archive import Archive
from ..relations import part
from ..writing.names import LANGUAGES, PROPERTY, identity_in
from ..xml import Element, attribute, parse, short


def identity(archive: Archive) -> tuple[str, str, str] | None:
    """From Word's custom properties, else from the core ones."""
    own = dict(_custom(archive))
    said = [
        own.get(PROPERTY, ""),
        *(e.text or "" for e in _root(archive, "core-properties") if short(e.tag) == "dc:identifier"),
    ]
    return next((found for found in map(identity_in, said) if found), None)


def languages(archive: Archive) -> tuple[str, ...]:
    """The languages of the columns, as far as the file says."""
    tags = dict(_custom(archive)).get(LANGUAGES, "").split()
    return tuple(tag for tag in tags if tag.replace("-", "").isalnum() and len(tag) <= 20)[:9]


def _custom(archive: Archive) -> Iterator[tuple[str, str]]:
    for element in _root(archive, "custom-properties"):
        if short(element.tag) == "cust:property":
            yield attribute(element, "name"), "".join(inner.text or "" for inner in element)


def _root(archive: Archive, kind: str) -> Element | list[Element]:
    name = part(archive, "").first(kind)
    data = archive.read(name) if name else None
    return parse(data, name) if data is not None else []
