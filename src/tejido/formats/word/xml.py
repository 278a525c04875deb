"""XML parts: parsed without document types, entities or network, and read under short names.

`w:p` names the same element in transitional and in strict files, whose namespaces differ.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

from lxml import etree

from ..bad_file import BadFile, Code

Element = etree._Element  # noqa: SLF001 - the only name that lxml gives to the type

_TRANSITIONAL, _STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
_NAMESPACES = {
    "w": (f"{_TRANSITIONAL}wordprocessingml/2006/main", f"{_STRICT}wordprocessingml/main"),
    "r": (f"{_TRANSITIONAL}officeDocument/2006/relationships", f"{_STRICT}officeDocument/relationships"),
    "m": (f"{_TRANSITIONAL}officeDocument/2006/math", f"{_STRICT}officeDocument/math"),
    "a": (f"{_TRANSITIONAL}drawingml/2006/main", f"{_STRICT}drawingml/main"),
    "pic": (f"{_TRANSITIONAL}drawingml/2006/picture", f"{_STRICT}drawingml/picture"),
    "wp": (f"{_TRANSITIONAL}drawingml/2006/wordprocessingDrawing", f"{_STRICT}drawingml/wordprocessingDrawing"),
    "mc": (f"{_TRANSITIONAL}markup-compatibility/2006",),
    "rel": (f"{_TRANSITIONAL}package/2006/relationships",),
    "adec": ("http://schemas.microsoft.com/office/drawing/2017/decorative",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
    "w14": ("http://schemas.microsoft.com/office/word/2010/wordml",),
    "w15": ("http://schemas.microsoft.com/office/word/2012/wordml",),
    "dc": ("http://purl.org/dc/elements/1.1/",),
    "cust": (f"{_TRANSITIONAL}officeDocument/2006/custom-properties", f"{_STRICT}officeDocument/customProperties"),
    "xml": ("http://www.w3.org/XML/1998/namespace",),
}
_PREFIXES = {uri: prefix for prefix, uris in _NAMESPACES.items() for uri in uris}
_NUMBER = re.compile(r"-?\d{1,9}")
_OFF = frozenset({"0", "false", "off", "none"})
# What `resolve_entities` and its kin leave undone is done by `_checked`: a part with a document type is never parsed at
# all.
_OPTIONS: dict[str, Any] = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_comments": True,
    "remove_pis": True, "encoding": "utf-8",
}  # fmt: skip  # one table, read as one


@lru_cache(maxsize=4096)
def short(tag: str) -> str:
    """ "{namespace}p" as "w:p"; unknown namespaces stay as they are."""
    uri, _, local = tag[1:].rpartition("}")
    return f"{_PREFIXES[uri]}:{local}" if uri in _PREFIXES else tag


@lru_cache(maxsize=1024)
def full(name: str) -> tuple[str, ...]:
    """The inverse of `short`, once for each namespace that the prefix stands for."""
    prefix, _, local = name.rpartition(":")
    return tuple(f"{{{uri}}}{local}" for uri in _NAMESPACES[prefix]) if prefix else (local,)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child with that name, or the first grandchild and so on along the path."""
    for name in path:
        element = next((c for c in element if short(c.tag) == name), None) if element is not None else None
    return element


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute's value; `default` where it, or the element, is missing."""
    if element is not None:
        for tag in full(name):
            value = element.get(tag)
            if value is not None:
                return value
    return default


def number(element: Element | None, name: str, default: int) -> int:
    """An attribute as a whole number of at most nine digits; `default` where it is none."""
    written = attribute(element, name) if element is not None else ""
    return int(written) if _NUMBER.fullmatch(written) else default


def is_on(element: Element) -> bool:
    """What an on-off property says: `<w:b/>` is on, `<w:b w:val="0"/>` is off."""
    return attribute(element, "w:val", "on").lower() not in _OFF


def parse(data: bytes, where: str) -> Element:
    """The root of a part. BadFile where it is no XML or declares a document type; `where` is the part's name."""
    try:
        return etree.fromstring(_checked(data, where), etree.XMLParser(**_OPTIONS))
    except etree.XMLSyntaxError as problem:
        raise _bad(problem, where) from problem


def stream(data: bytes, where: str, root: str, parent: str, names: tuple[str, ...]) -> Iterator[Element]:
    """The children of `parent` with one of `names`, one after the other, each emptied after its use: memory stays flat.

    BadFile as in `parse`, and NOT_WORD where the outermost element is not `root`.
    """
    tags = [tag for name in (root, *names) for tag in full(name)]
    is_root = True
    try:
        for event, element in etree.iterparse(
            BytesIO(_checked(data, where)), events=("start", "end"), tag=tags, **_OPTIONS
        ):
            if is_root and (short(element.tag) != root or element.getparent() is not None):
                break
            is_root = False
            holder = element.getparent()
            if event == "end" and holder is not None and short(holder.tag) == parent:
                yield element
                _forget(element, holder)
    except etree.XMLSyntaxError as problem:
        raise _bad(problem, where) from problem
    if is_root:
        raise BadFile(Code.NOT_WORD, where)


def _forget(element: Element, holder: Element) -> None:
    element.clear()
    while holder[0] is not element:
        del holder[0]


def _checked(data: bytes, where: str) -> bytes:
    """The part as UTF-8, whatever it declares, so that the search for a document type cannot be led astray."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            data = data.decode("utf-16").encode()
        except UnicodeError as problem:
            raise BadFile(Code.BROKEN_XML, where) from problem
    if b"<!DOCTYPE" in data:
        raise BadFile(Code.HOSTILE_XML, where)
    return data


def _bad(problem: etree.XMLSyntaxError, where: str) -> BadFile:
    match problem.code:  # type: ignore[attr-defined]  # the stubs do not know it
        case etree.ErrorTypes.ERR_RESOURCE_LIMIT if "depth" in str(problem):
            return BadFile(Code.TOO_DEEP, where)
        case etree.ErrorTypes.ERR_RESOURCE_LIMIT | etree.ErrorTypes.ERR_NO_MEMORY:
            return BadFile(Code.TOO_BIG, where)
        case _:
            return BadFile(Code.BROKEN_XML, where)
