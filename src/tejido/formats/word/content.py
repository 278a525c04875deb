"""What an element holds once everything that only stands around it is read through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .journal import Journal
from .values import NoticeCode
from .xml import Element, attribute, child, is_on, short

_THROUGH = frozenset({"w:smartTag", "w:customXml", "w:dir", "w:bdo"})
_ADDED = frozenset({"w:ins", "w:moveTo"})
_REMOVED = frozenset({"w:del", "w:moveFrom"})
TRANSPARENT = _THROUGH | _ADDED | _REMOVED | {"w:sdt", "mc:AlternateContent"}
_CONTENTS_GALLERY = "Table of Contents"
# The extensions of drawings whose elements are read here; where others are required, the fallback is the better choice.
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15"})


def content(elements: Iterable[Element], journal: Journal) -> Iterator[Element]:
    """Elements, such as the children of one, with the children of transparent ones in their place, and tracked changes
    accepted.
    """
    for inner in elements:
        name = short(inner.tag)
        if name in _THROUGH:
            yield from content(inner, journal)
        elif name in _ADDED | _REMOVED:
            if len(inner):
                journal.note(NoticeCode.TRACKED_CHANGE)
            yield from content(inner, journal) if name in _ADDED else ()
        elif name == "w:sdt":
            yield from _control(inner, journal)
        elif name == "mc:AlternateContent":
            branch = chosen(inner)
            yield from content(branch, journal) if branch is not None else ()
        else:
            yield inner


def _control(element: Element, journal: Journal) -> Iterator[Element]:
    """What a control holds, unless Word made it by itself: a table of contents, a prompt to write something."""
    properties = child(element, "w:sdtPr")
    prompt = child(properties, "w:showingPlcHdr")
    if attribute(child(properties, "w:docPartObj", "w:docPartGallery"), "w:val") == _CONTENTS_GALLERY:
        journal.note(NoticeCode.CONTENTS)
    elif prompt is not None and is_on(prompt):
        journal.note(NoticeCode.PLACEHOLDER)
    else:
        held = child(element, "w:sdtContent")
        yield from content(held, journal) if held is not None else ()


def chosen(alternatives: Element) -> Element | None:
    """The one branch of alternative content to read."""
    choices = [e for e in alternatives if short(e.tag) == "mc:Choice"]
    understood = (e for e in choices if set(attribute(e, "Requires").split()) <= _UNDERSTOOD)
    fallback = child(alternatives, "mc:Fallback")
    return next(understood, fallback if fallback is not None else next(iter(choices), None))
