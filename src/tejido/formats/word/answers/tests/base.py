"""The text that the edited files are made from, and its paper."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import cache

from tejido.engine.document import Document, Kind, Passage, digest, passage_id
from tejido.formats.paper import Identity, Paper, Text, Words
from tejido.formats.word.answers.proposals import Understanding
from tejido.formats.word.answers.reading import read_answer
from tejido.formats.word.answers.understanding import understood
from tejido.formats.word.answers.values import Answer
from tejido.formats.word.writing import write

WORDS = Words("Índice", "Página {page} de {pages}")
_TABLE = """| Fase | Horas | Responsable |
| --- | --- | --- |
| Lectura previa | 4 | Escuela judicial |
| Taller con casos | 12 | Mecanismo nacional |
| Evaluación escrita | 2 | Secretaría |"""
_ACTIVITY = """Cada grupo recibe un caso y lo lee en silencio.

- Identificar los factores de riesgo.
- Proponer una medida por factor.

Se cierra con una puesta en común."""
_SOURCE = [
    ("titulo", Kind.HEADING, 1, "Currículo regional de prevención"),
    ("preambulo", Kind.PARAGRAPH, 0, "Este currículo reúne lo que las instituciones acordaron enseñar en toda la región, con ejemplos propios de cada país."),  # noqa: E501 - a sentence
    ("proposito", Kind.HEADING, 2, "Propósito y alcance"),
    ("alcance", Kind.PARAGRAPH, 0, "Los Estados forman a su personal para reconocer los factores de riesgo y actuar a tiempo^[Véase el marco de análisis.]."),  # noqa: E501 - a sentence
    ("obligacion", Kind.PARAGRAPH, 0, "La prevención es una obligación permanente; no comienza cuando la crisis ya es visible para todos."),  # noqa: E501 - a sentence
    ("destinatarios", Kind.HEADING, 3, "Destinatarios"),
    ("cancilleria", Kind.ITEM, 1, "personal de la cancillería;"),
    ("seguridad", Kind.ITEM, 1, "fuerzas de seguridad:"),
    ("policia", Kind.ITEM, 2, "policía y gendarmería,"),
    ("penitenciario", Kind.ITEM, 2, "servicios penitenciarios;"),
    ("escuelas", Kind.ITEM, 1, "escuelas judiciales."),
    ("memoria", Kind.HEADING, 2, "Memoria y archivos"),
    ("cita", Kind.QUOTATION, 0, "Una región que recuerda se cuida.\n\nQuien archiva, previene."),
    ("archivos", Kind.PARAGRAPH, 0, "Los archivos públicos se conservan, se describen y se abren a la **consulta** con plazos conocidos."),  # noqa: E501 - a sentence
    ("sitios", Kind.PARAGRAPH, 0, "Las visitas a sitios de memoria se preparan con la comunidad y nunca se improvisan."),  # noqa: E501 - a sentence
    ("trabajo", Kind.HEADING, 2, "Plan de trabajo"),
    ("tabla", Kind.TABLE, 0, _TABLE),
    ("primero", Kind.ITEM, 1, "Leer el caso en grupos pequeños."),
    ("segundo", Kind.ITEM, 1, "Preparar una respuesta con los hechos."),
    ("tercero", Kind.ITEM, 1, "Presentarla ante las demás delegaciones."),
    ("actividad", Kind.ACTIVITY, 0, _ACTIVITY),
    ("evaluacion", Kind.HEADING, 2, "Evaluación y seguimiento"),
    ("indicadores", Kind.PARAGRAPH, 0, "Cada institución informa una vez al año, con indicadores sencillos y comparables, a la secretaría."),  # noqa: E501 - a sentence
    ("revision", Kind.PARAGRAPH, 0, "El currículo se revisa cada tres años o cuando dos miembros lo pidan por escrito."),  # noqa: E501 - a sentence
    ("cierre", Kind.PARAGRAPH, 0, "Ninguna disposición obliga a revelar información reservada por la ley."),
]  # fmt: skip  # one table, read as one
_ORDERED = {"primero", "segundo", "tercero"}


def key(name: str) -> str:
    """The id of a passage of the sample by its name here."""
    return passage_id(hashlib.sha256(name.encode()).digest())


@cache
def document() -> Document:
    return Document.of(
        Passage.of(key(name), kind, {"es": text}, level=level, attributes={"ordered": "1"} if name in _ORDERED else {})
        for name, kind, level, text in _SOURCE
    )


NAMES = {key(name): name for name, *_ in _SOURCE}


@cache
def paper() -> Paper:
    whole = digest(document())
    return Paper(
        "Currículo regional de prevención",
        "es",
        WORDS,
        (Text(document(), ("es",), activities={(key("actividad"), "es"): "90 min · trabajo en grupos"}),),
        network="Red de prueba (inventada)",
        subtitle="Borrador 3",
        facts=(("Abierta hasta", "12 de diciembre de 2026"), ("Huella digital", whole)),
        head="Red de prueba · Currículo regional de prevención",
        foot=f"Borrador 3 · {whole[:12]}",
        has_contents=True,
        identity=Identity("text-key", "revision-key", whole),
        at=datetime(2026, 11, 12, tzinfo=UTC),
    )


@cache
def file() -> bytes:
    return write(paper())


@cache
def echo() -> Answer:
    return read_answer(file())


def understanding(raw: bytes) -> Understanding:
    return understood(document(), ("es",), echo(), read_answer(raw))
