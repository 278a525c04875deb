"""Drawings: images with their alternative text, the text boxes in them, and notices of everything else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..markdown import escape
from .archive import Archive
from .content import chosen
from .journal import Journal
from .relations import Part
from .stripping import stripped
from .values import Image, NoticeCode
from .xml import Element, attribute, full, short

_SAYING = frozenset({"wp:docPr", "pic:cNvPr", "v:shape", "v:rect", "v:imagedata"})
_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)


@dataclass(slots=True)
class Drawing:
    """What was found in a drawing: images as Markdown, and the elements that hold the text of its boxes."""

    images: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the elements around an image say of it. An image that only decorates needs no words."""

    words: str = ""
    is_decorative: bool = False


class Pictures:
    """The images of a file, each once, in the order in which they are first met."""

    def __init__(self, archive: Archive, journal: Journal) -> None:
        self.images: dict[str, Image] = {}
        self._archive = archive
        self._journal = journal
        self._digests: dict[str, str | NoticeCode] = {}  # by name of the part; a code where no image can be shown

    def drawing(self, element: Element, part: Part) -> Drawing:
        """What a drawing of either kind, or an embedded object, shows. What cannot be taken over is noted, with what is
        said of it.
        """
        found, said, is_empty = Drawing(), _Said(), True
        for inner in _drawn(element):
            name = short(inner.tag)
            said = _said(inner, said) if name in _SAYING else said
            if name == "w:txbxContent":
                found.boxes.append(inner)
                is_empty = False
            elif name in {"a:blip", "v:imagedata"}:
                found.images += self._image(attribute(inner, "r:embed") or attribute(inner, "r:id"), part, said)
                is_empty = False
            elif name == "a:hlinkClick":
                self._note_link(attribute(inner, "r:id"), part)
        if short(element.tag) == "w:object":
            self._journal.note(NoticeCode.EMBEDDED)
        elif is_empty:
            self._journal.note(NoticeCode.DRAWING, drawing=_kind(element), words=said.words)
        return found

    def _image(self, id: str, part: Part, said: _Said) -> Iterator[str]:
        relation = part.relations.get(id)
        name = _FOLDERS.sub("", relation.target) if relation else ""
        digest = self._digest(relation.target) if relation and not relation.is_external else NoticeCode.PICTURE_MISSING
        if isinstance(digest, NoticeCode):
            self._journal.note(digest, name=name, words=said.words)
            return
        if not said.words and not said.is_decorative:
            self._journal.note(NoticeCode.NO_ALTERNATIVE, name=name)
        yield f"![{escape(said.words)}](media:{digest})"

    def _note_link(self, id: str, part: Part) -> None:
        """A link that Word hangs on the drawing itself, not on the words around it."""
        relation = part.relations.get(id)
        self._journal.note(NoticeCode.LINK, target=relation.target if relation else "")

    def _digest(self, name: str) -> str | NoticeCode:
        if name not in self._digests:
            self._digests[name] = self._taken(self._archive.read(name))
        return self._digests[name]

    def _taken(self, data: bytes | None) -> str | NoticeCode:
        """The digest of an image that is now among `images`, or why it is not."""
        try:
            found = stripped(data) if data else None
        except ValueError:
            return NoticeCode.PICTURE_MISSING
        if found is None:
            return NoticeCode.PICTURE_FORMAT if data else NoticeCode.PICTURE_MISSING
        media_type, kept = found
        digest = hashlib.sha256(kept).hexdigest()
        self.images.setdefault(digest, Image(digest, media_type, kept))
        return digest


def _drawn(element: Element) -> Iterator[Element]:
    """Every element of a drawing in reading order; one branch of alternatives, and nothing of what is in text boxes."""
    waiting = [element]
    while waiting:
        inner = waiting.pop()
        yield inner
        match short(inner.tag):
            case "w:txbxContent":
                continue
            case "mc:AlternateContent":
                branch = chosen(inner)
                waiting += [branch] if branch is not None else []
            case _:
                waiting += reversed(inner)


def _said(element: Element, before: _Said) -> _Said:
    """What an element says of the image in it; where it says nothing, what was said before holds."""
    words = next(filter(None, (attribute(element, name).strip() for name in ("descr", "alt", "o:title", "title"))), "")
    marks = element.iter(*full("adec:decorative"))
    is_decorative = any(attribute(mark, "val") in {"1", "true"} for mark in marks)
    return _Said(words or before.words, is_decorative or before.is_decorative)


def _kind(element: Element) -> str:
    """The last word of what a drawing calls its content ("chart"); "shape" where it does not."""
    uris = (attribute(data, "uri") for data in element.iter(*full("a:graphicData")))
    return next(uris, "").rpartition("/")[2] or "shape"
