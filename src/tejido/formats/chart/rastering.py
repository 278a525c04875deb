"""A paper whose drawings are pictures made of points, for programs that show no SVG. Set by typst in a process of its
own, offline, with the letters that are installed with us."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..paper import Paper
from ..pdf.letters import font_folders
from ..pdf.typesetting import parted, pressed
from ..word.values import Image

SVG, PNG = "image/svg+xml", "image/png"
SECONDS = 60
_PAGES = """#let names = json("names.json")
#set page(width: auto, height: auto, margin: 0pt)
#for (at, name) in names.enumerate() { if at > 0 { pagebreak() }; image(name, width: 450pt) }
"""


def rastered(paper: Paper) -> Paper:
    """The same paper; each of its SVG images is a PNG under the same digest. `formats.pdf.NotSet` where that cannot be
    done."""
    drawn = {digest: image for digest, image in paper.images.items() if image.media_type == SVG}
    if not drawn:
        return paper
    made = zip(drawn, _pngs(drawn), strict=True)
    return replace(paper, images={**paper.images, **{digest: Image(digest, PNG, data) for digest, data in made}})


def _pngs(drawn: Mapping[str, Image]) -> list[bytes]:
    with TemporaryDirectory(prefix="tejido-") as folder:
        names = [f"{digest}.svg" for digest in drawn]
        for name, image in zip(names, drawn.values(), strict=True):
            (Path(folder) / name).write_bytes(image.data)
        (Path(folder) / "names.json").write_text(json.dumps(names), encoding="utf-8")
        (Path(folder) / "pictures.typ").write_text(_PAGES, encoding="utf-8")
        order = {"folder": folder, "main": "pictures.typ", "fonts": font_folders(), "at": 0, "format": "png"}
        return list(parted(pressed(order, b"\0", SECONDS)))
