"""TMX 1.4b (LISA, 2005): a translation unit for each passage, a variant in it for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from lxml import etree

from ..bad_file import BadFile, Code
from ..word.xml import Element
from .codes import Close, Node, Open, Single, damaged, joined, nodes_of
from .values import Bitext, Unit
from .xml import FORBIDDEN, XML, add_text, language_of, local, tag_of

_IS_ID = re.compile(r"[0-9a-z]{1,40}")
_ORIGINAL, _REVISION = "x-original", "x-revision"
_OURS = "x-tejido-"  # what the type of a code of ours begins with
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut", "sub"})  # codes of the program that wrote them


def written(bitext: Bitext) -> bytes:
    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(root, "header")
    facts = {
        "creationtool": "tejido", "creationtoolversion": "1", "segtype": "block", "o-tmf": "tejido",
        "adminlang": "en", "srclang": bitext.source, "datatype": "x-markdown",
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
        _say(etree.SubElement(variant, "seg"), nodes_of(words), count(1))


def _say(element: Element, nodes: Sequence[Node], numbers: Iterator[int]) -> None:
    """Words and codes. `i` ties the end of a code to its beginning, `x` a code to the one of the other language."""
    for node in nodes:
        if isinstance(node, str):
            add_text(element, FORBIDDEN.sub("\ufffd", node))
            continue
        number = str(next(numbers))
        if isinstance(node, Single):
            _code(element, "ph", node.source, x=number, type=f"{_OURS}{node.kind}")
            continue
        _code(element, "bpt", node.opening, i=number, x=number, type=f"{_OURS}{node.kind}")
        _say(element, node.inner, numbers)
        _code(element, "ept", node.closing, i=number)


def _code(element: Element, name: str, source: str, **attributes: str) -> None:
    code = etree.SubElement(element, name)
    for attribute, value in attributes.items():
        code.set(attribute, value)
    code.text = source


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
    id = element.get("tuid", "")
    for variant in element:
        segment = _child(variant, "seg") if local(variant) == "tuv" else None
        tag = language_of(variant) if segment is not None else ""
        if tag and segment is not None and (words := joined(list(_said(segment, id, set())), id)):
            texts.setdefault(tag, words)
    return Unit(id if _IS_ID.fullmatch(id) else "", tuple(texts.items()))


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local(child) == name), None)


def _said(element: Element, place: str, ours: set[str]) -> Iterator[str | Open | Close]:
    """Words, and the codes of ours among them. `ours` are the numbers of those that were opened."""
    yield element.text or ""
    for child in element:
        name = local(child)
        if name in _CODES:
            yield from _of_code(child, name, place, ours)
        elif name:
            yield from _said(child, place, ours)
        yield child.tail or ""


def _of_code(code: Element, name: str, place: str, ours: set[str]) -> Iterator[str | Open | Close]:
    kind, number, source = code.get("type", ""), code.get("i", ""), code.text or ""
    is_ours = kind.startswith(_OURS) or (name == "ept" and number in ours)
    if not is_ours:
        return
    if not source or name not in {"bpt", "ept", "ph"}:
        raise damaged(place)
    if name == "bpt":
        ours.add(number)
        yield Open(number, kind.removeprefix(_OURS), source)
    else:
        yield Close(number, source) if name == "ept" else source
