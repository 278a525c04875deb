"""XML of translators' programs: parsed without document types, entities or network."""

from __future__ import annotations

import codecs
import re

from ..bad_file import BadFile, Code
from ..word.xml import Element, parse

XML = "{http://www.w3.org/XML/1998/namespace}"
# What no XML file can hold.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Every TMX file of the older programs names the definition of its format. It says nothing, and nothing is fetched.
_NAMES_ITS_FORMAT = re.compile(
    rb"<!DOCTYPE\s+tmx(?:\s+(?:SYSTEM|PUBLIC\s+(?:\"[^\"<>]*\"|'[^'<>]*'))\s+(?:\"[^\"<>]*\"|'[^'<>]*'))?\s*>"
)
_HEAD = 4096  # bytes in which a document type stands


def root_of(raw: bytes) -> Element:
    """The outermost element. BadFile where there is none, or where the file declares a document type of its own."""
    data = _as_utf8(raw)
    data = _NAMES_ITS_FORMAT.sub(b"", data[:_HEAD], count=1) + data[_HEAD:]
    try:
        return parse(data, "")
    except BadFile as problem:
        if problem.code is Code.HOSTILE_XML:
            raise BadFile(Code.DECLARATIONS) from problem
        raise


def _as_utf8(raw: bytes) -> bytes:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode("utf-16").encode()
        except UnicodeError as problem:
            raise BadFile(Code.BROKEN_XML) from problem
    return raw.removeprefix(codecs.BOM_UTF8)


def local(element: Element) -> str:
    """The name without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def language_of(element: Element) -> str:
    """The language of an element as our tags are written: `pt`, `pt-BR`; empty where it is none."""
    return tag_of(element.get(f"{XML}lang") or element.get("lang") or "")


_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


def tag_of(written: str) -> str:
    if not _TAG.fullmatch(written) or len(written) > 20:
        return ""
    first, *rest = written.replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def add_text(element: Element, words: str) -> None:
    """Words at the end of what an element holds already."""
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "") + words
    else:
        element.text = (element.text or "") + words
