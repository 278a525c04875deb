"""Inline Markdown as inline elements of Akoma Ntoso, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ..markdown import canonical, escape
from ..markdown.cleaning import clean, collapse
from ..markdown.inline import code, target_of, title_of
from ..markdown.words import tokens_of, words
from .about import AKN, akn

if TYPE_CHECKING:
    from markdown_it.token import Token

Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type

_OPENING = {"strong_open": "b", "em_open": "i"}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def fill(element: Element, text: str) -> None:
    """Puts inline Markdown into an element."""
    open_ = [element]
    for token in tokens_of(clean(text).strip()):
        match token.type:
            case "strong_open" | "em_open":
                open_.append(etree.SubElement(open_[-1], akn(_OPENING[token.type])))
            case "link_open":
                open_.append(_link(open_[-1], token))
            case "note_open":
                note = etree.SubElement(open_[-1], akn("authorialNote"))
                open_.append(etree.SubElement(note, akn("p")))
            case "strong_close" | "em_close" | "link_close" | "note_close":
                open_.pop()
            case "hardbreak":
                etree.SubElement(open_[-1], akn("br"))
            case "code_inline":
                _say(etree.SubElement(open_[-1], akn("inline"), name="code"), token.content)
            case "image":
                _image(open_[-1], token)
            case "softbreak":
                _say(open_[-1], " ")
            case _:
                _say(open_[-1], words([token]) if token.type != "text" else collapse(clean(token.content)))


def _link(parent: Element, token: Token) -> Element:
    link = etree.SubElement(parent, akn("a"), href=str(token.attrGet("href") or ""))
    if title := title_of(token):
        link.set("title", title)
    return link


def _image(parent: Element, token: Token) -> None:
    image = etree.SubElement(parent, akn("img"), src=str(token.attrGet("src") or ""))
    image.set("alt", words(token.children or []))
    if title := title_of(token):
        image.set("title", title)


def _say(element: Element, text: str) -> None:
    """Adds words behind whatever the element holds by now."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def spoken(element: Element, *, line_break: str = "\\\n") -> str:
    """The canonical inline Markdown of what an element holds."""
    return canonical(_inner(element), line_break=line_break)


def _inner(element: Element) -> str:
    parts = [_plain(element.text or "")]
    for child in element:
        parts += (_child(child), _plain(child.tail or ""))
    return "".join(parts)


def _plain(text: str) -> str:
    """Words as Markdown, with the blanks around them."""
    shown = collapse(clean(text))
    words = escape(shown)
    if not words:
        return shown
    start = len(shown) - len(shown.lstrip())
    return shown[:start] + words + shown[len(shown.rstrip()) :]


def _child(element: Element) -> str:
    name = local(element)
    match name:
        case "b" | "strong" | "i" | "em":
            return f"{_MARKS[name]}{_inner(element)}{_MARKS[name]}"
        case "br" | "eol":
            return "<br>"
        case "a" | "ref":
            target = target_of(element.get("href", ""), element.get("title", ""))
            return f"[{_inner(element)}]({target})"
        case "img":
            target = target_of(element.get("src", ""), element.get("title", ""))
            return f"![{escape(element.get('alt', ''))}]({target})"
        case "authorialNote":
            return f"^[{' '.join(filter(None, (_inner(part) for part in element)))}]"
        case "inline" if element.get("name") == "code":
            return code("".join(map(str, element.itertext())))
        case "num":
            return ""
        case _:
            return _inner(element)


def local(element: Element) -> str:
    """An element's name; empty for what is no element and for another namespace than Akoma Ntoso's."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    namespace, _, name = tag[1:].rpartition("}")
    return name if namespace == AKN else ""
