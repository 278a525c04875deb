"""What a file gathers while its body is written: links, notes, images, lists, and the numbers that must not repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count

from ...escaping import quoted
from ..values import Image
from .lists import Lists
from .measuring import size_of

FIRST_NOTE = 1  # -1 and 0 are Word's separators
_PICTURE = re.compile(r"media:([0-9a-f]{64})")
_PIXEL = 9525  # English metric units in a pixel at 96 to the inch
TWENTIETH = 635  # the same in a twentieth of a point
_HIGHEST = 7_200_000  # 20 centimetres
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}


class Sheet:
    """The parts beside the body of one file."""

    def __init__(self, images: Mapping[str, Image]) -> None:
        self.lists = Lists()
        self.links: dict[str, str] = {}  # address -> id of the relation
        self.note_links: dict[str, str] = {}  # the same in footnotes, a part with relations of its own
        self.media: dict[str, tuple[str, Image]] = {}  # digest -> id of the relation, image
        self.notes: list[str] = []
        self.is_in_note = False
        self.width = 0  # of the column that is being set
        self._images = images
        self._ids = count(1)

    def next_id(self) -> int:
        return next(self._ids)

    def link(self, address: str) -> str:
        where = self.note_links if self.is_in_note else self.links
        return where.setdefault(address, f"rIdL{len(where)}")

    @contextmanager
    def noting(self) -> Iterator[None]:
        """While the words of a footnote are written."""
        self.is_in_note = True
        yield
        self.is_in_note = False

    def note(self, runs: str, turned: str) -> int:
        """A footnote; its id."""
        id = FIRST_NOTE + len(self.notes)
        self.notes.append(
            f'<w:footnote w:id="{id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{turned}</w:pPr><w:r><w:rPr>'
            '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t>'
            f"</w:r>{runs}</w:p></w:footnote>"
        )
        return id

    def drawing(self, target: str, said: str, title: str) -> str:
        """The run with one of the text's own pictures; empty where there is no picture that Word can show, and in
        footnotes, where none belongs.
        """
        found = _PICTURE.fullmatch(target)
        image = self._images.get(found[1]) if found else None
        measured = size_of(image) if image and image.media_type in EXTENSIONS and not self.is_in_note else None
        if image is None or measured is None:
            return ""
        id, _ = self.media.setdefault(image.digest, (f"rIdM{len(self.media)}", image))
        return _inline(id, self.next_id(), self._fitting(*measured), said, title)

    def _fitting(self, width: int, height: int) -> tuple[int, int]:
        across, down = width * _PIXEL, height * _PIXEL
        shrunk = min(1.0, self.width / across, _HIGHEST / down)
        return max(1, int(across * shrunk)), max(1, int(down * shrunk))


def _inline(relation: str, id: int, extent: tuple[int, int], said: str, title: str) -> str:
    """A picture in the line. Its words are for those who do not see it; one without words only decorates."""
    across, down = extent
    named = f' title="{quoted(title)}"' if title else ""
    decorative = (
        '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext '
        'uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
        f'<wp:docPr id="{id}" name="Figure {id}" descr="{quoted(said)}"{named}>{"" if said else decorative}</wp:docPr>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{id}" name="Figure {id}" descr="{quoted(said)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
