"""A small book with everything in it, for whoever sets or binds it."""

from datetime import UTC, datetime

from tejido.engine.change import diff_words
from tejido.engine.document import Document, Kind, Passage
from tejido.formats.markdown import read
from tejido.formats.markdown.tests.sources import minter
from tejido.formats.paper import Facts, Grid, Heading, Manner, NewPage, Paper, Prose, Strip, Text, Words
from tejido.formats.pdf import Annex, Book, Change, Seal, Statement
from tejido.formats.word import Image

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000"
    "050001a5f645400000000049454e44ae426082"
)
DIGEST = "0123456789abcdef" * 4
SOURCE = f"""# Acuerdo de prueba

Párrafo con **negrita**, *cursiva*, `código`, [enlace](https://a.example/) y nota.^[La nota.]

## Primera sección

1. uno

   con un segundo párrafo
2. dos
   - hondo

> Una cita.

| Módulo | Horas |
| :-- | --: |
| Prevención | 12 |

![Un punto](media:{DIGEST} "El punto")

::: activity minutes=20 method=case
Lean el caso.

- un paso
:::

#### Un nivel que salta

Fin.
"""


def document(source: str = SOURCE) -> Document:
    return read(source, "es", minter())


def book(text: Document | None = None, *, languages: tuple[str, ...] = ("es",), is_sealed: bool = True) -> Book:
    shown = document() if text is None else text
    paper = Paper(
        title="Acuerdo de prueba",
        language="es",
        words=Words("Contenido", "Página {page} de {pages}"),
        network="Red de prueba",
        subtitle="Edición 1",
        facts=(("Adoptado", "12 de marzo de 2026"),),
        head="Acuerdo · Edición 1",
        foot="Huella 01234567",
        has_contents=is_sealed,
        images={DIGEST: Image(DIGEST, "image/png", PIXEL)},
        at=datetime(2026, 3, 12, tzinfo=UTC),
        blocks=(
            Heading("Adopción"),
            Strip((("Aurelia", "acordó", "3 de marzo"), ("Meridia", "calló", "")), "Miembros"),
            Facts((("Plazo", "12 de marzo"),)),
            Grid(("Pasaje", "Observación"), (("1 ¶ 1", "Dice *esto*.\n\nY esto."), ("1 ¶ 2",)), "Tabla"),
            Prose("Palabras del papel.", Manner.SMALL),
            NewPage(),
            Text(shown, languages, {p.id: "n" for p in shown.passages[:1]}, {}),
        ),
    )
    first = shown.passages[1].id if len(shown) > 1 else ""
    annex = Annex("Reservas", (Statement("R1", first, "Reserva", "Aurelia", "1 ¶ 1", "Dice *otra cosa*.", "es"),))
    seal = Seal(DIGEST, "https://red.example/textos/acuerdo/", "Huella", "Comprobar")
    return Book(paper, seal if is_sealed else None, annex, notice="Texto inventado")


def redline() -> Book:
    spans = diff_words("El Estado protegerá", "El Estado debe proteger")
    changes = (
        Change("unchanged", "", "heading", 1, "§ 1", "", "es", diff_words("Título", "Título")),
        Change("changed", "Modificado", "paragraph", 0, "1 ¶ 1", "", "es", spans),
        Change("moved", "Trasladado", "item", 1, "1 ¶ 2", "2 ¶ 4", "es", diff_words("Inciso", "Inciso")),
    )
    paper = Paper("Cambios", "es", Words("Contenido", "{page}/{pages}"), ())
    return Book(paper, changes=changes)


def plain_book(*passages: tuple[Kind, str, int]) -> Book:
    rows = (Passage.of(f"{n:012d}", kind, {"es": text}, level=level) for n, (kind, text, level) in enumerate(passages))
    return Book(Paper("Prueba", "es", Words("Contenido", "{page}/{pages}"), (Text(Document.of(rows), ("es",)),)))
