"""XLIFF 2.1 (OASIS, 2018): a unit for each passage, a segment in each unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..bad_file import BadFile, Code
from ..word.xml import Element
from .values import Bitext, Unit
from .xml import FORBIDDEN, XML, local, tag_of

CORE = "urn:oasis:names:tc:xliff:document:2.0"  # the namespace of 2.0 and 2.1
NAMESPACES = frozenset({CORE, "urn:oasis:names:tc:xliff:document:2.2"})
_REVISION, _PLACE = "tejido-revision", "address"
# Our states as those of the standard; what it has no word for stands in the sub-state.
_STATES = {
    "missing": ("initial", ""), "stale": ("initial", "tejido:stale"), "machine": ("translated", "tejido:machine"),
    "human": ("translated", ""), "reviewed": ("reviewed", ""), "concordant": ("final", ""), "authentic": ("final", ""),
}  # fmt: skip  # one table, read as one
_IS_ID = re.compile(r"[0-9a-z]{1,40}")
_CODES = frozenset({"ph", "sc", "ec", "sm", "em"})  # they hold no words
_NAMES: Any = {None: CORE}  # the stubs know no default namespace


def written(bitext: Bitext) -> bytes:
    root = etree.Element(_core("xliff"), nsmap=_NAMES, version="2.1")
    root.set("srcLang", bitext.source)
    root.set("trgLang", bitext.targets[0])
    file = etree.SubElement(root, _core("file"), id="f1", original=bitext.original)
    _notes(file, _REVISION, bitext.revision)
    for unit in bitext.units:
        _put(file, unit, bitext.source, bitext.targets[0])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _put(file: Element, unit: Unit, source: str, target: str) -> None:
    element = etree.SubElement(file, _core("unit"), id=unit.id)
    _notes(element, _PLACE, unit.place)
    segment = etree.SubElement(element, _core("segment"))
    state, sub = _STATES.get(unit.state, ("initial", ""))
    segment.set("state", state)
    if sub:
        segment.set("subState", sub)
    _say(etree.SubElement(segment, _core("source")), unit.text(source))
    if unit.text(target):
        _say(etree.SubElement(segment, _core("target")), unit.text(target))


def _notes(element: Element, category: str, words: str) -> None:
    if words:
        notes = etree.SubElement(element, _core("notes"))
        etree.SubElement(notes, _core("note"), category=category).text = words


def _say(element: Element, words: str) -> None:
    """Words with their blanks; what no XML file can hold stands as `<cp>`."""
    element.set(f"{XML}space", "preserve")
    last: Element | None = None
    at = 0
    for found in FORBIDDEN.finditer(words):
        _add(element, last, words[at : found.start()])
        last = etree.SubElement(element, _core("cp"), hex=f"{ord(found[0]):04X}")
        at = found.end()
    _add(element, last, words[at:])


def _add(element: Element, last: Element | None, words: str) -> None:
    if last is None:
        element.text = words
    else:
        last.tail = words


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"


def read_root(root: Element) -> Bitext:
    """The units of every file in it, in order; BadFile where its languages are not said."""
    source, target = tag_of(root.get("srcLang", "")), tag_of(root.get("trgLang", ""))
    if not source or not target:
        raise BadFile(Code.NO_LANGUAGES)
    files = [child for child in root if local(child) == "file"]
    units = tuple(_unit(element, source, target) for file in files for element in _named(file, "unit"))
    original = files[0].get("original", "") if files else ""
    notes = (note for file in files for note in _own_notes(file) if note.get("category") == _REVISION)
    revision = next((note.text or "" for note in notes), "")
    return Bitext(source, (target,), units, original[:80], revision[:64])


def _own_notes(file: Element) -> Iterator[Element]:
    for child in file:
        if local(child) == "notes":
            yield from child


def _named(element: Element, name: str) -> Iterator[Element]:
    return (found for found in element.iter() if local(found) == name)


def _unit(element: Element, source: str, target: str) -> Unit:
    id = element.get("id", "")
    parts = [child for child in element if local(child) in {"segment", "ignorable"}]
    places = (n for child in element if local(child) == "notes" for n in child if n.get("category") == _PLACE)
    words = {source: "".join(_words(part, "source") for part in parts), target: _target(parts)}
    texts = tuple((tag, said) for tag, said in words.items() if said)
    place = next((note.text or "" for note in places), "")
    return Unit(id if _IS_ID.fullmatch(id) else "", texts, place[:40], _state(parts))


def _target(parts: list[Element]) -> str:
    """The words of the target in the order that it gives them; blanks between segments come from the source where the
    target has none of its own. Nothing where no segment is translated."""
    if not any(_child(part, "target") is not None for part in parts if local(part) == "segment"):
        return ""
    said = [(_order(part, place), _words(part, _kind(part))) for place, part in enumerate(parts, 1)]
    return "".join(words for _, words in sorted(said, key=lambda pair: pair[0]))


def _kind(part: Element) -> str:
    is_blank = local(part) == "ignorable" and _child(part, "target") is None
    return "source" if is_blank else "target"


def _order(part: Element, place: int) -> int:
    target = _child(part, "target")
    given = target.get("order", "") if target is not None else ""
    return int(given) if given.isdecimal() and len(given) < 7 else place


def _state(parts: list[Element]) -> str:
    """The least that a segment says of itself, as one of our states."""
    sub = next((part.get("subState", "") for part in parts if part.get("subState")), "")
    if sub == "tejido:machine":
        return "machine"
    return (
        "" if any(part.get("state", "initial") == "initial" for part in parts if local(part) == "segment") else "human"
    )


def _child(part: Element, name: str) -> Element | None:
    return next((child for child in part if local(child) == name), None)


def _words(part: Element, name: str) -> str:
    element = _child(part, name)
    return _said(element) if element is not None else ""


def _said(element: Element) -> str:
    """The words of mixed content. Codes hold none; what they are put around does."""
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "cp":
            parts.append(_character(child.get("hex", "")))
        elif name and name not in _CODES:
            parts.append(_said(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _character(hex: str) -> str:
    """The character of a `<cp>`, as far as a text of ours can hold it."""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", hex):
        return ""
    number = int(hex, 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
