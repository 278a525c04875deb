"""What pages weigh on the wire, as a browser that takes gzip gets them."""

import gzip
import random
import re
from pathlib import Path

from django.contrib.staticfiles import finders

from tejido.engine.document import Document, passage_id
from tejido.formats.markdown import read

FIRST_LOAD = 60_000
CURRICULUM = Path(__file__).parents[1] / "src/tejido/demonstration/curriculum"
_STATIC = re.compile(r'(?:href|src)="/static/([^"]+)"')


def long_document(length: int = 500, languages: tuple[str, ...] = ("es", "pt")) -> dict[str, Document]:
    """The first passages of the demonstration's curriculum, which are words as people write them. Ids are by chance, as
    those of every text, and always the same ones."""
    chance = random.Random(4)
    found: dict[str, Document] = {}
    for language in languages:
        parts = sorted(CURRICULUM.glob(f"*.{language}.md"))
        source = "\n\n".join(part.read_text("utf-8") for part in parts)
        found[language] = Document.of(list(read(source, language, lambda: passage_id(chance.randbytes(8))))[:length])
    return found


def on_the_wire(html: bytes) -> int:
    """Bytes of a page with its style, scripts and icon; of each answer the head as well, which is about 300."""
    files = [Path(str(finders.find(name))) for name in set(_STATIC.findall(html.decode()))]
    return sum(len(gzip.compress(raw, 6)) + 300 for raw in (html, *(file.read_bytes() for file in files)))
