"""What holds for a whole Word file, whichever part is read."""

from __future__ import annotations

from dataclasses import dataclass

from .archive import Archive
from .journal import Journal
from .numbering import Numbering
from .pictures import Pictures
from .relations import Part
from .styles import Styles
from .xml import Element, parse


@dataclass(frozen=True, slots=True)
class Book:
    """The archive with everything that its stories share."""

    archive: Archive
    main: Part
    styles: Styles
    numbering: Numbering
    pictures: Pictures
    journal: Journal


def opened(archive: Archive, main: Part) -> Book:
    """The book around the main part. Styles and numbering may be missing; BadFile where they are damaged."""
    journal = Journal()
    styles, numbering = Styles(_root(archive, main, "styles")), Numbering(_root(archive, main, "numbering"))
    return Book(archive, main, styles, numbering, Pictures(archive, journal), journal)


def _root(archive: Archive, main: Part, kind: str) -> Element | None:
    name = main.first(kind)
    data = archive.read(name) if name else None
    return parse(data, name) if data is not None else None
