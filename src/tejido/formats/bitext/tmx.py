"""TMX 1.4b (LISA, 2005): a translation unit for each passage, a variant in it for each language."""

from __future__ import annotations

import re

from lxml import etree

from ..bad_file import BadFile, Code
from ..word.xml import Element
from .values import Bitext, Unit
from .xml import FORBIDDEN, XML, language_of, local, tag_of

_IS_ID = re.compile(r"[0-9a-z]{1,40}")
_ORIGINAL, _REVISION = "x-original", "x-revision"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut", "sub"})  # codes of the program that wrote them, no words


def written(bitext: Bitext) -> bytes:
    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(root, "header")
    facts = {
        "creationtool": "tejido", "creationtoolversion": "1", "segtype": "block", "o-tmf": "tejido",
        "adminlang": "en", "srclang": bitext.source, "datatype": "plaintext",
    }  # fmt: skip  # one table, read as one
    for name, value in facts.items():
        header.set(name, value)
    for kind, words in ((_ORIGINAL, bitext.original), (_REVISION, bitext.revision)):
        if words:
            etree.SubElement(header, "prop", type=kind).text = words
    body = etree.SubElement(root, "body")
    for unit in bitext.units:
        _put(body, unit)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _put(body: Element, unit: Unit) -> None:
    element = etree.SubElement(body, "tu")
    if unit.id:
        element.set("tuid", unit.id)
    for tag, words in unit.texts:
        variant = etree.SubElement(element, "tuv")
        variant.set(f"{XML}lang", tag)
        etree.SubElement(variant, "seg").text = FORBIDDEN.sub("\ufffd", words)


def read_root(root: Element) -> Bitext:
    """The units in order. Where the header leaves the source open (`*all*`), it is the first variant's language."""
    header = _child(root, "header")
    units = tuple(_unit(element) for element in root.iter() if local(element) == "tu")
    tags = list(dict.fromkeys(tag for unit in units for tag, _ in unit.texts))
    said = tag_of(header.get("srclang", "")) if header is not None else ""
    source = said or next(iter(tags), "")
    if not source:
        raise BadFile(Code.NO_LANGUAGES)
    targets = tuple(tag for tag in tags if tag != source)
    return Bitext(source, targets, units, _prop(header, _ORIGINAL)[:80], _prop(header, _REVISION)[:64])


def _prop(header: Element | None, kind: str) -> str:
    props = (child for child in (header if header is not None else ()) if local(child) == "prop")
    return next((prop.text or "" for prop in props if prop.get("type") == kind), "")


def _unit(element: Element) -> Unit:
    texts: dict[str, str] = {}
    for variant in element:
        segment = _child(variant, "seg") if local(variant) == "tuv" else None
        tag = language_of(variant) if segment is not None else ""
        if tag and segment is not None and (words := _said(segment)):
            texts.setdefault(tag, words)
    id = element.get("tuid", "")
    return Unit(id if _IS_ID.fullmatch(id) else "", tuple(texts.items()))


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local(child) == name), None)


def _said(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name and name not in _CODES:
            parts.append(_said(child))
        parts.append(child.tail or "")
    return "".join(parts)
