"""The comments of a file with their replies. Word keeps who answers whom, and what is settled, in a part of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..archive import Archive
from ..relations import Part
from ..xml import Element, attribute, full, parse, short
from .tracking import Tracking
from .values import Comment

_SPOKEN = {"w:t": "", "w:tab": " ", "w:br": "\n", "w:cr": "\n"}


@dataclass(frozen=True, slots=True)
class _Extended:
    """What the second part says of a comment, by the id of its last paragraph."""

    parent: str = ""
    is_resolved: bool = False


def comments(archive: Archive, main: Part, tracking: Tracking) -> list[Comment]:
    """Every comment, anchored or not, in the order of the file; changes in a comment's own words are counted too."""
    root = _root(archive, main, "comments")
    elements = [e for e in root if short(e.tag) == "w:comment"] if root is not None else []
    extended = dict(_extended(_root(archive, main, "commentsExtended")))
    last = [_last_paragraph(element) for element in elements]
    place = {paragraph: at for at, paragraph in enumerate(last) if paragraph}
    found = []
    for at, element in enumerate(elements):
        more = extended.get(last[at], _Extended())
        parent = place.get(more.parent, -1)
        found.append(_comment(element, tracking, parent if parent != at else -1, more.is_resolved))
    for element in elements:
        tracking.outside(element, "comment")
    return _with_homes(found)


def _comment(element: Element, tracking: Tracking, parent: int, is_resolved: bool) -> Comment:
    quote = tracking.quotes.get(attribute(element, "w:id"))
    return Comment(
        author=attribute(element, "w:author"),
        initials=attribute(element, "w:initials"),
        at=attribute(element, "w:date"),
        words=_words(element),
        piece=quote.piece if quote else -1,
        quoted=quote.quoted if quote else "",
        parent=parent,
        is_resolved=is_resolved,
    )


def _with_homes(found: list[Comment]) -> list[Comment]:
    """A reply without an anchor of its own stands where what it replies to stands."""
    homes = []
    for comment in found:
        seen: set[int] = set()
        home = comment
        while home.piece < 0 and home.parent >= 0 and home.parent not in seen:
            seen.add(home.parent)
            home = found[home.parent]
        homes.append(replace(comment, piece=home.piece, quoted=comment.quoted or home.quoted))
    return homes


def _root(archive: Archive, main: Part, kind: str) -> Element | None:
    name = main.first(kind)
    data = archive.read(name) if name else None
    return parse(data, name) if data is not None else None


def _extended(root: Element | None) -> Mapping[str, _Extended]:
    return {
        attribute(e, "w15:paraId").upper(): _Extended(
            attribute(e, "w15:paraIdParent").upper(), attribute(e, "w15:done") in {"1", "true"}
        )
        for e in (root if root is not None else ())
        if short(e.tag) == "w15:commentEx"
    }


def _last_paragraph(comment: Element) -> str:
    ids = [attribute(paragraph, "w14:paraId").upper() for paragraph in comment.iter(*full("w:p"))]
    return ids[-1] if ids else ""


def _words(comment: Element) -> str:
    """The comment's paragraphs; words deleted in it are in `w:delText` and so left out."""
    paragraphs = []
    for paragraph in comment.iter(*full("w:p")):
        parts = (
            (e.text or "") if short(e.tag) == "w:t" else _SPOKEN.get(short(e.tag), "")
            for e in paragraph.iter()
            if isinstance(e.tag, str)
        )
        paragraphs.append("".join(parts).strip())
    return "\n".join(filter(None, paragraphs))
