"""Small courses for whoever packs them."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from tejido.engine.document import Document
from tejido.formats.course import Course, Words
from tejido.formats.markdown import read
from tejido.formats.markdown.tests.sources import minter
from tejido.formats.pdf.tests.books import book, document

ADDRESS = "https://red.example/texts/acuerdo/editions/1/packages/"
WORDS = Words(
    about="Sobre este paquete",
    check="Comprobar el texto",
    read="He leído esta parte",
    is_read="Registrada como leída.",
    again="Seguir donde lo dejó",
    back="Volver al curso",
    unconnected="No hay plataforma conectada.",
    watching="Solo consulta.",
    unanswered="No se registró.",
    over="La sesión terminó.",
)
PARTS = """# Acuerdo

# Parte primera

## Uno

Palabras de uno.

## Dos

Palabras de dos.

# Parte segunda

Antes de tres.

## Tres

Palabras de tres.
"""


def course(text: Document | None = None, language: str = "es") -> Course:
    whole = book(document() if text is None else text, languages=(language,))
    whole = replace(whole, paper=replace(whole.paper, language=language))
    return Course(whole, "acuerdo", ADDRESS, f"{ADDRESS}?since=0123", WORDS, "Red · Edición 1", "De la Red.")


def written(source: str) -> Course:
    """A course of a text as somebody wrote it."""
    return course(read(source, "es", minter()))


def parts(made: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}
