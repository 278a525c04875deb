"""A passage as HTML that is safe to put into a page.

It is built from the tokens of the dialect, in which HTML is only literal text, and then cleaned once more by nh3, which
lets through exactly what is built here. No element has an id, so that a passage may stand on a page twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from tejido.engine.document import Kind, Passage

from .blocks import children_of, literal_lines
from .cleaning import clean, collapse
from .dialect import parser
from .inline import title_of
from .words import SPECIAL, split_paragraphs, tokens_of, words

if TYPE_CHECKING:
    import nh3
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

Picture = Callable[[str], str]  # the digest of an image -> the address that a page fetches it from, empty for none

_PICTURE = re.compile(r"media:([0-9a-f]{64})")
_LINK = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
_TAGS = {
    "softbreak": " ", "hardbreak": "<br>", "strong_open": "<strong>", "strong_close": "</strong>", "em_open": "<em>",
    "em_close": "</em>", "note_open": '<small class="notes" role="note"> (', "note_close": ")</small>",
}  # fmt: skip  # one table, read as one
_SIDES = {"text-align:center": ' class="centre"', "text-align:right": ' class="number"'}
_LOWERED = 3  # levels by which a heading in an activity stands below those of the text around it


def _no_picture(_digest: str) -> str:
    return ""


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3

    return nh3.Cleaner(
        tags={
            "a", "blockquote", "br", "code", "div", "em", "figcaption", "figure", "h4", "h5", "h6", "img", "li", "ol",
            "p", "small", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
        },
        attributes={
            "*": set(), "a": {"href", "title"}, "div": {"aria-label"}, "img": {"alt", "src", "title"}, "ol": {"start"},
        },
        tag_attribute_values={
            "div": {"role": {"group"}, "tabindex": {"0"}}, "img": {"loading": {"lazy"}}, "small": {"role": {"note"}},
            "th": {"scope": {"col"}},
        },
        allowed_classes={
            "div": {"scroll"}, "small": {"notes"}, "table": {"table"}, "td": {"centre", "number"},
            "th": {"centre", "number"},
        },
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )  # fmt: skip  # one table, read as one


def render(passage: Passage, language: str, picture: Picture = _no_picture) -> str:
    """The inner HTML of a passage in one language; empty where it has no such text.

    Headings and paragraphs are inline content, and so are items of one paragraph; everything else is blocks. Notes are
    small text in round brackets where they are called. Images are shown where `picture` knows an address for their
    digest, else their alternative text is; nothing is ever fetched from elsewhere.
    """
    text = clean(passage.text(language))
    try:
        html = _passage(passage.kind, text, picture)
    except RecursionError:  # only a text that no reader of ours has made
        html = escape(collapse(text))
    return _cleaner().clean(html)


def render_inline(text: str) -> str:
    """Words in one piece of inline HTML, for wordings, remarks and the like that stand within a paragraph. Line breaks
    are kept, and so are blanks at both ends. Images are their words; what is blocks elsewhere is only text here."""
    text = clean(text)
    try:
        html = _inline(_broken(tokens_of(text.strip())), _no_picture) if SPECIAL.search(text) else escape(text.strip())
    except RecursionError:  # as above
        html = escape(text.strip())
    before, after = (" " if text[at : at + 1].isspace() else "" for at in (0, len(text) - 1))
    return before + _cleaner().clean(html.replace("\n", "<br>")) + after


def _broken(tokens: list[Token]) -> list[Token]:
    for token in tokens:
        token.type = "hardbreak" if token.type == "softbreak" else token.type
    return tokens


def _passage(kind: Kind, text: str, picture: Picture) -> str:
    match kind:
        case Kind.HEADING | Kind.PARAGRAPH:
            return _line(text, picture)
        case Kind.ITEM:
            texts = split_paragraphs(text)
            return _paragraphs(texts, picture) if len(texts) > 1 else _line(texts[0], picture)
        case Kind.QUOTATION:
            return _paragraphs(split_paragraphs(text), picture)
        case Kind.FIGURE:
            return _figure(text, picture)
        case Kind.TABLE | Kind.ACTIVITY:
            return _blocks(_tree(text).children, picture)


def _tree(text: str) -> SyntaxTreeNode:
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(parser().parse(text, {}))


## Inline


def _line(text: str, picture: Picture) -> str:
    if not SPECIAL.search(text):
        return escape(collapse(text).strip())
    return _inline(tokens_of(text.strip()), picture)


def _inline(tokens: Iterable[Token], picture: Picture) -> str:
    """The HTML of inline tokens. A link inside a link, which HTML does not know, is only its words."""
    parts: list[str] = []
    closings: list[str] = []  # of the links that are open, empty for those that are not shown
    for token in tokens:
        match token.type:
            case "text":
                parts.append(escape(collapse(clean(token.content))))
            case "code_inline":
                parts.append(f"<code>{escape(token.content)}</code>")
            case "link_open":
                opening = "" if any(closings) else _link(token, "href", picture)
                closings.append("</a>" if opening else "")
                parts.append(opening)
            case "link_close":
                parts.append(closings.pop())
            case "image":
                parts.append(_image(token, picture, is_linked=any(closings)))
            case "note_reference":
                parts.append(escape(f"[^{token.content}]"))
            case other:
                parts.append(_TAGS[other])
    return "".join(parts)


def _link(token: Token, name: str, picture: Picture) -> str:
    """The opening tag of a link, or nothing where it leads to no address that a page may name."""
    target = str(token.attrGet(name) or "")
    found = _PICTURE.fullmatch(target)
    target = picture(found[1]) if found else target if _LINK.match(target) else ""
    return f'<a href="{escape(target)}"{_title(token)}>' if target else ""


def _title(token: Token) -> str:
    title = title_of(token)
    return f' title="{escape(title)}"' if title else ""


def _image(token: Token, picture: Picture, *, is_linked: bool = False) -> str:
    """One of the text's own pictures; for any other image its words, as a link to where it is."""
    target = str(token.attrGet("src") or "")
    shown = words(token.children or [])
    found = _PICTURE.fullmatch(target)
    if found and (source := picture(found[1])):
        return f'<img src="{escape(source)}" alt="{escape(shown)}"{_title(token)} loading="lazy">'
    opening = "" if is_linked or found else _link(token, "src", picture)
    return f"{opening}{escape(shown or target)}</a>" if opening else escape(shown)


## Blocks


def _paragraphs(texts: Iterable[str], picture: Picture) -> str:
    return "".join(f"<p>{_line(text, picture)}</p>" for text in texts)


def _figure(text: str, picture: Picture) -> str:
    """An image with its title as caption; a paragraph where the text is something else."""
    tokens = tokens_of(text.strip())
    if [token.type for token in tokens] != ["image"]:
        return f"<p>{_inline(tokens, picture)}</p>"
    caption = title_of(tokens[0])
    tokens[0].attrs.pop("title", None)
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f"<figure>{_image(tokens[0], picture)}{below}</figure>"


def _blocks(nodes: Iterable[SyntaxTreeNode], picture: Picture) -> str:
    return "".join(_block(node, picture) for node in nodes)


def _block(node: SyntaxTreeNode, picture: Picture) -> str:
    match node.type:
        case "paragraph":
            inner = _inline(children_of(node), picture)
            return inner if node.hidden else f"<p>{inner}</p>"
        case "heading":
            tag = f"h{min(int(node.tag[1:]) + _LOWERED, 6)}"
            return f"<{tag}>{_inline(children_of(node), picture)}</{tag}>"
        case "bullet_list":
            return f"<ul>{_items(node, picture)}</ul>"
        case "ordered_list":
            return f'<ol start="{int(node.attrs.get("start", 1))}">{_items(node, picture)}</ol>'
        case "blockquote":
            return f"<blockquote>{_blocks(node.children, picture)}</blockquote>"
        case "table":
            return _table(node, picture)
        case "fence":
            return "".join(f"<p><code>{escape(line)}</code></p>" for line in literal_lines(node))
        case _:
            return _blocks(node.children, picture)


def _items(node: SyntaxTreeNode, picture: Picture) -> str:
    return "".join(f"<li>{_blocks(item.children, picture)}</li>" for item in node.children)


def _table(node: SyntaxTreeNode, picture: Picture) -> str:
    """The table in a frame that the keyboard can scroll, named by the table's header."""
    head, *body = (row.children for part in node.children for row in part.children)
    name = ", ".join(filter(None, (words(children_of(cell)) for cell in head)))
    rows = "".join(_row(row, picture) for row in body)
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(name)}"><table class="table">'
        f"<thead>{_row(head, picture)}</thead><tbody>{rows}</tbody></table></div>"
    )


def _row(cells: Sequence[SyntaxTreeNode], picture: Picture) -> str:
    return f"<tr>{''.join(_cell(cell, picture) for cell in cells)}</tr>"


def _cell(cell: SyntaxTreeNode, picture: Picture) -> str:
    """A cell; one of the header without words is no header, for it would be read aloud as one."""
    inner = _inline(children_of(cell), picture)
    side = _SIDES.get(str(cell.attrs.get("style", "")), "")
    return f'<th scope="col"{side}>{inner}</th>' if cell.tag == "th" and inner else f"<td{side}>{inner}</td>"
