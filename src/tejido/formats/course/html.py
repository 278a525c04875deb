"""From the XHTML of pages to HTML as a browser inside a learning system reads it."""

from __future__ import annotations

from lxml import etree

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ELSEWHERE = ("http:", "https:")


def hypertext(body: str) -> str:
    """The same page: its headings begin at the first level and skip none, links out of it open beside the learning
    system, and what points into another page is words, since a lesson knows no other one's place."""
    root = etree.fromstring(f"<main>{body}</main>")
    open_: list[int] = []
    for element in root.iter():
        element.attrib.pop(_XML_LANGUAGE, "")
        if element.tag in _HEADINGS:
            _settle(element, open_)
        elif element.tag == "a":
            _lead(element, body)
    return "".join(etree.tostring(child, method="html", encoding="unicode") for child in root)


def _settle(heading: etree._Element, open_: list[int]) -> None:
    """Gives the heading the level that it has among those of its page."""
    level = int(heading.tag[1])
    while open_ and open_[-1] >= level:
        open_.pop()
    open_.append(level)
    heading.tag = f"h{len(open_)}"


def _lead(link: etree._Element, body: str) -> None:
    href = link.get("href", "")
    if href.startswith(_ELSEWHERE):
        link.set("target", "_blank")
        link.set("rel", "noopener noreferrer")
    elif href.startswith("annex:"):
        number = href.removeprefix("annex:")
        _point(link, f"s-{number}", body)
    elif href.startswith("#"):
        _point(link, href[1:], body)


def _point(link: etree._Element, id: str, body: str) -> None:
    if f'id="{id}"' in body:
        link.set("href", f"#{id}")
    else:
        del link.attrib["href"]
        link.tag = "span"
