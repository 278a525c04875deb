"""What an editor saves: a small text in two languages, and the passages of it that a person sees."""

from collections.abc import Callable
from pathlib import Path

from tejido.engine.document import Document, Kind, Passage

VOCABULARY = sorted(set((Path(__file__).parent / "labelled" / "udhr.es.md").read_text().replace("#", "").split()))


def paragraph(id: str, **texts: str) -> Passage:
    return Passage.of(id, Kind.PARAGRAPH, texts)


def heading(id: str, text: str, level: int = 2) -> Passage:
    return Passage.of(id, Kind.HEADING, {"es": text}, level=level)


def saved(*passages: Passage) -> Document:
    """What the editor's text reads as: provisional ids."""
    return Document.of(passage.with_id(f"n{at}") for at, passage in enumerate(passages))


def minting(*first: str) -> Callable[[], str]:
    made = iter([*first, *(f"minted{at}" for at in range(100))])
    return lambda: next(made)


OLD = Document.of([
    heading("h1", "Prevención"),
    paragraph("a", es="La alerta temprana reúne señales dispersas.", pt="O alerta precoce reúne sinais."),
    paragraph("only-pt", pt="Só em português."),
    paragraph("b", es="Cada institución informa una vez al mes a la secretaría de la red.", pt="Cada instituição."),
    heading("h2", "Respuesta"),
    paragraph("c", es="La respuesta gradual empieza por escuchar a la comunidad."),
])  # fmt: skip  # one row of a table, read as one


def visible() -> list[Passage]:
    return [passage.with_texts({"es": passage.text("es")}) for passage in OLD if passage.text("es")]
