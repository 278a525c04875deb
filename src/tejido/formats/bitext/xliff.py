"""XLIFF 2.1 (OASIS, 2018): a unit for each passage, a segment in each unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from lxml import etree

from ..bad_file import BadFile, Code
from ..word.xml import Element
from .codes import OURS, Close, Node, Open, Pair, Single, damaged, joined, nodes_of, walk
from .values import Bitext, Unit
from .xml import FORBIDDEN, XML, add_text, local, tag_of

CORE = "urn:oasis:names:tc:xliff:document:2.0"  # the namespace of 2.0 and 2.1
NAMESPACES = frozenset({CORE, "urn:oasis:names:tc:xliff:document:2.2"})
_REVISION, _PLACE = "tejido-revision", "address"
# Our states as those of the standard; what it has no word for stands in the sub-state.
_STATES = {
    "missing": ("initial", ""), "stale": ("initial", "tejido:stale"), "machine": ("translated", "tejido:machine"),
    "human": ("translated", ""), "reviewed": ("reviewed", ""), "concordant": ("final", ""), "authentic": ("final", ""),
}  # fmt: skip  # one table, read as one
_IS_ID = re.compile(r"[0-9a-z]{1,40}")
# The kinds of the standard that say most of what a mark is.
_TYPES = {"strong": "fmt", "emphasis": "fmt", "link": "link", "image": "image", "break": "fmt"}
Said = str | Open | Close
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
    said = {tag: nodes_of(unit.text(tag)) for tag in (source, target) if unit.text(tag)}
    data = _Data(element, said.values())
    segment = etree.SubElement(element, _core("segment"))
    state, sub = _STATES.get(unit.state, ("initial", ""))
    segment.set("state", state)
    if sub:
        segment.set("subState", sub)
    for name, tag in (("source", source), ("target", target)):
        if name == "source" or tag in said:
            words = etree.SubElement(segment, _core(name))
            words.set(f"{XML}space", "preserve")
            data.say(words, said.get(tag, ()))


def _notes(element: Element, category: str, words: str) -> None:
    if words:
        notes = etree.SubElement(element, _core("notes"))
        etree.SubElement(notes, _core("note"), category=category).text = words


class _Data:
    """What the codes of a unit stand for, written once, and the ids of its codes: the same in both languages for what
    is the same."""

    def __init__(self, unit: Element, said: Iterable[Sequence[Node]]) -> None:
        sources = [words for nodes in said for node in walk(nodes) for words in _written(node)]
        self._names = {words: f"d{number}" for number, words in enumerate(dict.fromkeys(sources), 1)}
        self._ids: dict[tuple[str, ...], list[str]] = {}
        self._next = count(1)
        if self._names:
            data = etree.SubElement(unit, _core("originalData"))
            for words, name in self._names.items():
                row = etree.SubElement(data, _core("data"), id=name)
                row.set(f"{XML}space", "preserve")
                row.text = words

    def say(self, element: Element, nodes: Sequence[Node]) -> None:
        """One language. What no XML file can hold stands as `<cp>`."""
        self._put(element, nodes, {})

    def _put(self, element: Element, nodes: Sequence[Node], seen: dict[tuple[str, ...], int]) -> None:
        for node in nodes:
            if isinstance(node, str):
                _spell(element, node)
                continue
            id = self._id(node, seen)
            if isinstance(node, Single):
                ph = etree.SubElement(element, _core("ph"), id=id, dataRef=self._names[node.source])
                _sort(ph, node.kind)
                continue
            start, end = self._names[node.opening], self._names[node.closing]
            code = etree.SubElement(element, _core("pc"), id=id, dataRefStart=start, dataRefEnd=end)
            _sort(code, node.kind)
            self._put(code, node.inner, seen)

    def _id(self, node: Single | Pair, seen: dict[tuple[str, ...], int]) -> str:
        """The first code of a kind has the id of the first of that kind in the other language, and so on."""
        same = _written(node)
        place = seen[same] = seen.get(same, 0) + 1
        known = self._ids.setdefault(same, [])
        if len(known) < place:
            known.append(str(next(self._next)))
        return known[place - 1]


def _sort(code: Element, kind: str) -> None:
    code.set("type", _TYPES.get(kind, "other"))
    code.set("subType", f"{OURS}{kind}")


def _written(node: Single | Pair) -> tuple[str, ...]:
    return (node.source,) if isinstance(node, Single) else (node.opening, node.closing)


def _spell(element: Element, words: str) -> None:
    at = 0
    for found in FORBIDDEN.finditer(words):
        add_text(element, words[at : found.start()])
        etree.SubElement(element, _core("cp"), hex=f"{ord(found[0]):04X}")
        at = found.end()
    add_text(element, words[at:])


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
    place = next((note.text or "" for note in places), "")
    reading = _Reading(_data_of(element), place or id)
    said = {source: [piece for part in parts for piece in reading.words(part, "source")], target: reading.target(parts)}
    texts = tuple((tag, words) for tag, found in said.items() if (words := joined(found, reading.place)))
    return Unit(id if _IS_ID.fullmatch(id) else "", texts, place[:40], _state(parts))


def _data_of(unit: Element) -> dict[str, str]:
    rows = (row for child in unit if local(child) == "originalData" for row in child if local(row) == "data")
    return {row.get("id", ""): "".join(_plain(row)) for row in rows}


def _plain(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield _character(child.get("hex", "")) if local(child) == "cp" else ""
        yield child.tail or ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads the words and codes of a unit. `data` is what its codes stand for, `opened` are the ids of those of ours
    whose ends stand alone."""

    data: Mapping[str, str]
    place: str
    opened: set[str] = field(default_factory=set)

    def target(self, parts: Sequence[Element]) -> list[Said]:
        """The words of the target in the order that it gives them; blanks between segments come from the source where
        the target has none of its own. Nothing where no segment is translated."""
        if not any(_child(part, "target") is not None for part in parts if local(part) == "segment"):
            return []
        said = [(_order(part, place), self.words(part, _kind(part))) for place, part in enumerate(parts, 1)]
        return [piece for _, words in sorted(said, key=lambda pair: pair[0]) for piece in words]

    def words(self, part: Element, name: str) -> list[Said]:
        element = _child(part, name)
        return list(self._said(element)) if element is not None else []

    def _said(self, element: Element) -> Iterator[Said]:
        """The words of mixed content, and the codes of ours among them."""
        yield element.text or ""
        for child in element:
            yield from self._one(child, local(child))
            yield child.tail or ""

    def _one(self, child: Element, name: str) -> Iterator[Said]:
        is_ours = child.get("subType", "").startswith(OURS)
        if name == "cp":
            yield _character(child.get("hex", ""))
        elif name in {"ph", "sc", "ec"}:
            if is_ours or (name == "ec" and child.get("startRef") in self.opened):
                yield self._alone(child, name)
        elif name == "pc" and is_ours:
            id = f"pc {child.get('id')}"
            yield Open(id, _kind_of(child), self._meant(child, "dataRefStart"))
            yield from self._said(child)
            yield Close(id, self._meant(child, "dataRefEnd"))
        elif name:
            yield from self._said(child)

    def _alone(self, child: Element, name: str) -> Said:
        """A mark that stands alone, or one end of a pair whose ends a program has parted."""
        words = self._meant(child, "dataRef")
        if name == "sc":
            self.opened.add(id := child.get("id", ""))
            return Open(id, _kind_of(child), words)
        return Close(child.get("startRef", ""), words) if name == "ec" else words

    def _meant(self, code: Element, reference: str) -> str:
        """What a code of ours stands for. BadFile where the file does not say it any more."""
        if words := self.data.get(code.get(reference, "")):
            return words
        raise damaged(self.place)


def _kind_of(code: Element) -> str:
    return code.get("subType", "").removeprefix(OURS)


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


def _character(hex: str) -> str:
    """The character of a `<cp>`, as far as a text of ours can hold it."""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", hex):
        return ""
    number = int(hex, 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
