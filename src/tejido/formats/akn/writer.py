"""A text in one language as Akoma Ntoso: sections from its headings, lists from its items, its ids as `wId`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from tejido.engine.document import Document, Kind, Passage, addresses, item_numbers, outline

from ..escaping import sayable
from ..markdown.blocks import Block
from .about import AKN, LANGUAGES, OWN, XML, About, akn, own
from .blocks import put
from .inline import Element

_NAMES: Any = {None: AKN, "tejido": OWN}  # the stubs know no default namespace


def written(document: Document, language: str, about: About) -> bytes:
    root = etree.Element(akn("akomaNtoso"), nsmap=_NAMES)
    doc = etree.SubElement(root, akn("doc"), name="text")
    doc.set(f"{{{XML}}}lang", language)
    _meta(doc, language, about)
    body = etree.SubElement(doc, akn("mainBody"))
    _Body(body, document, language).fill()
    if not len(body):
        etree.SubElement(body, akn("p"))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


class _Body:
    """Puts one passage after the other, and remembers which sections and lists are open."""

    def __init__(self, body: Element, document: Document, language: str) -> None:
        self._body = body
        self._document = document
        self._language = language
        self._sections: list[tuple[int, Element]] = []
        self._lists: list[tuple[int, Element]] = []
        self._numbers = item_numbers(document)
        self._headings = {s.heading.id: s.number for s in outline(document) if s.heading}
        self._addresses = addresses(document)

    def fill(self) -> None:
        for passage in self._document:
            text = passage.text(self._language)
            if text:
                self._put(passage, Block(passage.kind, text, passage.level, dict(passage.attributes)))
        for section in self._body.iter(akn("section")):
            intro = section.find(akn("intro"))
            if intro is not None and section.find(akn("section")) is None:
                intro.tag = akn("content")

    def _put(self, passage: Passage, block: Block) -> None:
        if block.kind is not Kind.ITEM:
            self._lists = []
        match block.kind:
            case Kind.HEADING:
                element = self._section(block, self._headings[passage.id])
            case Kind.ITEM:
                number = self._numbers.get(passage.id)
                element = put(self._list(block.level), block, "" if number is None else f"{number}.")
            case _:
                element = put(self._room(), block)
        element.set("eId", _readable(str(self._addresses[passage.id])) + f"-{passage.id}")
        element.set("wId", passage.id)

    def _room(self) -> Element:
        """Where blocks stand: in the innermost open section."""
        if not self._sections:
            return self._body
        section = self._sections[-1][1]
        room = section.find(akn("intro"))
        return etree.SubElement(section, akn("intro")) if room is None else room

    def _section(self, block: Block, number: str) -> Element:
        while self._sections and self._sections[-1][0] >= block.level:
            self._sections.pop()
        parent = self._sections[-1][1] if self._sections else self._body
        section = etree.SubElement(parent, akn("section"))
        if number:
            etree.SubElement(section, akn("num")).text = number
        made = put(section, block)
        made.tag = akn("heading")
        section.set(own("level"), str(block.level))
        del made.attrib[own("kind")], made.attrib[own("level")]
        self._sections.append((block.level, section))
        return section

    def _list(self, level: int) -> Element:
        while self._lists and self._lists[-1][0] > level:
            self._lists.pop()
        if not self._lists or self._lists[-1][0] < level:
            above = self._lists[-1][1] if self._lists else None
            parent = above[-1] if above is not None else self._room()
            self._lists.append((level, etree.SubElement(parent, akn("blockList"))))
        return self._lists[-1][1]


def _readable(address: str) -> str:
    """An address as part of an `eId`: "2.1 ¶ 3" is "sec_2.1__p_3"."""
    section, _, place = address.replace("§", "").partition("¶")
    parts = (f"sec_{section.strip()}" if section.strip() else "", f"p_{place.strip()}" if place else "")
    return "__".join(filter(None, parts))


def _meta(doc: Element, language: str, about: About) -> None:
    meta = etree.SubElement(doc, akn("meta"))
    identification = etree.SubElement(meta, akn("identification"), source="#network")
    work, expression = about.work(), about.expression(language)
    for name, address in (("Work", work), ("Expression", expression), ("Manifestation", f"{expression}.xml")):
        level = etree.SubElement(identification, akn(f"FRBR{name}"))
        for tag, attributes in _facts(name, address, language, about):
            etree.SubElement(level, akn(tag), {key: sayable(value) for key, value in attributes.items()})
    references = etree.SubElement(meta, akn("references"), source="#network")
    maker = {"eId": "network", "href": "/ontology/organization/network", "showAs": sayable(about.network)}
    etree.SubElement(references, akn("TLCOrganization"), maker)
    proprietary = etree.SubElement(meta, akn("proprietary"), source="#network")
    for name, value in (("digest", f"sha-256:{about.digest}"), ("version", about.version), ("address", about.address)):
        if value:
            etree.SubElement(proprietary, own(name)).text = sayable(value)


def _facts(name: str, address: str, language: str, about: About) -> Iterator[tuple[str, dict[str, str]]]:
    """The children of a level, in the order of the schema."""
    yield "FRBRthis", {"value": f"{address}/!main"}
    yield "FRBRuri", {"value": address}
    yield "FRBRdate", {"date": about.at.isoformat(), "name": "Generation" if name != "Manifestation" else "XML"}
    yield "FRBRauthor", {"href": "#network"}
    match name:
        case "Work":
            yield "FRBRcountry", {"value": "xx"}
            yield "FRBRname", {"value": about.title}
        case "Expression":
            yield "FRBRlanguage", {"language": LANGUAGES.get(language.partition("-")[0], language)}
        case _:
            yield "FRBRformat", {"value": "xml"}
