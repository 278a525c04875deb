"""How persons bring in and change texts in these tests."""

from datetime import datetime
from io import BytesIO

from docx import Document as WordDocument
from docx.shared import Mm

from cast import NOW, Cast
from tejido.curriculum.commands import Clash, Saved, save_section
from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.document import Document, section_span
from tejido.formats.markdown import write

ES = "# Curso\n\nLa prevención empieza antes.\n\n## Memoria\n\nLa memoria del lugar.\n".encode()
PT = "# Curso\n\nA prevenção começa antes.\n\n## Memória\n\nA memória do lugar.\n".encode()
# The smallest image there is: one transparent point.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def document(text: Text) -> Document:
    return document_of(latest_revision(text))


def shown(text: Text, section: str | None, language: str = "es") -> str:
    """A section as the form of its page shows it."""
    whole = document(text)
    span = section_span(whole, section)
    return write(Document.of(whole.passages[span.start : span.end]), language)


def save(
    cast: Cast,
    text: Text,
    section: str | None,
    markdown: str,
    *,
    by: str = "network/secretariat",
    language: str = "es",
    base: Revision | None = None,
    reason: str = "",
    at: datetime = NOW,
) -> Saved | Clash:
    return save_section(
        actor=cast.actor(by),
        text=text,
        section=section,
        language=language,
        markdown=markdown,
        base=base or latest_revision(text),
        reason=reason,
        at=at,
    )


def word_file(*, picture: bool = False, struck: bool = False) -> bytes:
    """A Word file as a ministry sends it."""
    file = WordDocument()
    file.add_heading("Curso", 1)
    file.add_paragraph().add_run("La prevención empieza antes.").font.strike = struck
    if picture:
        file.add_picture(BytesIO(PIXEL), width=Mm(10))
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()
