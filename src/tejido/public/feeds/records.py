"""One record for catalogues: in simple Dublin Core, and in MODS, which says in which language a title is, which edition
it is and which one it follows."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import translation
from lxml import etree

from tejido.formats.escaping import sayable
from tejido.web.addresses import whole

from ..names import Form, Shelf
from ..queries import Item

DC, OAI_DC = "http://purl.org/dc/elements/1.1/", "http://www.openarchives.org/OAI/2.0/oai_dc/"
MODS, XSI = "http://www.loc.gov/mods/v3", "http://www.w3.org/2001/XMLSchema-instance"
_XML = "http://www.w3.org/XML/1998/namespace"
SCHEMAS = {
    Form.DUBLIN_CORE: ("http://www.openarchives.org/OAI/2.0/oai_dc.xsd", OAI_DC),
    Form.MODS: ("http://www.loc.gov/standards/mods/v3/mods-3-7.xsd", MODS),
}
# The page of each: its name, and what its places are called.
_PAGES = {
    Shelf.EDITION: ("curriculum:edition", ("slug", "number")),
    Shelf.POLICY: ("curriculum:edition", ("slug", "number")),
    Shelf.VERSION: ("public:version", ("key",)),
    Shelf.PRACTICE: ("practices:practice", ("key",)),
    Shelf.REPORT: ("public:report", ("key",)),
}


@dataclass(frozen=True, slots=True)
class Publisher:
    """The network, as every record names it; `language` is the one in which pages are opened that have several."""

    names: dict[str, str]
    language: str


def described(form: Form, item: Item, publisher: Publisher) -> etree._Element:
    return (_dublin_core if form == Form.DUBLIN_CORE else _mods)(item, publisher)


def _address(item: Item, publisher: Publisher, number: int | None = None) -> str:
    """Of the page, or of that of another edition of the same text."""
    name, places = _PAGES[item.shelf]
    named: dict[str, Any] = dict(zip(places, item.places, strict=True))
    if name.startswith("public:"):
        named["language"] = publisher.language
    if number is not None:
        named["number"] = number
    return whole(reverse(name, kwargs=named))


def _kind(item: Item) -> str:
    with translation.override("en"):
        return str(item.shelf.label)


def _root(form: Form, name: str) -> etree._Element:
    schema, space = SCHEMAS[form]
    prefix = "oai_dc" if form == Form.DUBLIN_CORE else None
    spaces: dict[Any, str] = {prefix: space, "xsi": XSI, **({"dc": DC} if form == Form.DUBLIN_CORE else {})}
    root = etree.Element(f"{{{space}}}{name}", nsmap=spaces)
    root.set(f"{{{XSI}}}schemaLocation", f"{space} {schema}")
    return root


def _dublin_core(item: Item, publisher: Publisher) -> etree._Element:
    root = _root(Form.DUBLIN_CORE, "dc")

    def add(name: str, words: str, language: str = "") -> None:
        element = etree.SubElement(root, f"{{{DC}}}{name}")
        element.text = sayable(words)
        if language:
            element.set(f"{{{_XML}}}lang", language)

    def add_all(name: str, texts: dict[str, str]) -> None:
        for language, words in texts.items():
            if words:
                add(name, words, language)

    add_all("title", dict(item.titles))
    add_all("creator", item.member.name if item.member else publisher.names)
    add_all("description", dict(item.says or {}))
    add_all("publisher", publisher.names)
    if item.issued_at:
        add("date", item.issued_at.date().isoformat())
    add("type", "Text")
    add("type", _kind(item))
    add("identifier", _address(item, publisher))
    add("identifier", f"sha256:{item.digest}")
    for language in item.languages:
        add("language", language)
    if item.follows is not None:
        add("relation", _address(item, publisher, item.follows))
    return root


def _mods(item: Item, publisher: Publisher) -> etree._Element:
    root = _root(Form.MODS, "mods")
    root.set("version", "3.7")
    for number, (language, words) in enumerate((tag, said) for tag, said in item.titles.items() if said):
        title = _add(root, "titleInfo", lang=language, **({"type": "translated"} if number else {}))
        _add(title, "title", words)
    for language, words in (item.member.name if item.member else publisher.names).items():
        if words:
            _add(_add(root, "name", type="corporate", lang=language), "namePart", words)
    _add(root, "typeOfResource", "text")
    _add(root, "genre", _kind(item))
    _origin(root, item, publisher)
    for language in item.languages:
        _add(_add(root, "language"), "languageTerm", language, type="code", authority="rfc5646")
    for language, words in (item.says or {}).items():
        if words:
            _add(root, "abstract", words, lang=language)
    if item.follows is not None:
        older = _add(root, "relatedItem", type="preceding")
        _add(_add(older, "location"), "url", _address(item, publisher, item.follows))
    _add(root, "identifier", item.digest, type="sha256")
    _add(_add(root, "location"), "url", _address(item, publisher), usage="primary")
    return root


def _origin(root: etree._Element, item: Item, publisher: Publisher) -> None:
    origin = _add(root, "originInfo")
    for language, words in publisher.names.items():
        if words:
            _add(origin, "publisher", words, lang=language)
    if item.issued_at:
        _add(origin, "dateIssued", item.issued_at.date().isoformat(), encoding="w3cdtf")
    if item.number:
        _add(origin, "edition", str(item.number))


def _add(parent: etree._Element, name: str, words: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{MODS}}}{name}", attributes)
    element.text = sayable(words) or None
    return element
