"""The files that ministries send back, made by script: one entry a file, each knowing what has to come of it."""

from __future__ import annotations

from collections.abc import Callable

from .base import file, key
from .editor import ANA, LUIS, Edited

k = key
Edit = Callable[[Edited], object]


def _settled_thread(e: Edited) -> None:
    first = e.comment(k("indicadores"), "¿Cada año no es demasiado?", "una vez al año")
    e.reply(first, k("indicadores"), "Proponemos cada dos.", settled=True)
    e.reply(first, k("indicadores"), "De acuerdo.", ANA)


def _two_authors(e: Edited) -> None:
    e.replace(k("alcance"), "factores de riesgo", "señales de riesgo", ANA)
    e.insert(k("alcance"), "actuar a tiempo", " y en conjunto", LUIS)
    e.comment(k("obligacion"), "Muy bien.", author=ANA)
    e.comment(k("obligacion"), "Falta la fuente.", "permanente", author=LUIS)


def _everything(e: Edited) -> None:
    e.replace(k("preambulo"), "acordaron enseñar", "decidieron enseñar")
    e.cell(k("tabla"), "12", "16", LUIS)
    e.delete(k("sitios"))
    e.add(k("cierre"), "Este párrafo es nuevo y cierra el texto.").added(k("cierre"))
    e.comment(k("cita"), "Hermosa cita.", "recuerda")
    e.comment_cell(k("tabla"), "Secretaría", "¿Con qué recursos?", LUIS)
    _settled_thread(e)


def _accepted(e: Edited) -> None:
    e.replace(k("revision"), "tres años", "cuatro años")
    e.accept(k("revision"))
    e.replace(k("cierre"), "Ninguna", "Nada en esta")


def _moved_section(e: Edited) -> None:
    e.move(k("indicadores"), k("preambulo"))


def _long_edit(e: Edited) -> None:
    e.replace(k("obligacion"), "La prevención es una obligación permanente; no comienza",
              "Prevenir es una tarea de todos los días que empieza", pieces=4)  # fmt: skip  # one edit


EDITS: dict[str, Edit] = {
    "a word replaced": lambda e: e.replace(k("alcance"), "personal", "funcionariado"),
    "a word replaced by pieces": lambda e: e.replace(k("alcance"), "personal", "funcionariado público", pieces=5),
    "a long edit": _long_edit,
    "words cut": lambda e: e.cut(k("preambulo"), ", con ejemplos propios de cada país"),
    "words put in": lambda e: e.insert(k("sitios"), "comunidad", " y las víctimas"),
    "bold words edited": lambda e: e.replace(k("archivos"), "consulta", "lectura pública"),
    "a paragraph deleted": lambda e: e.delete(k("obligacion")),
    "two paragraphs deleted": lambda e: (e.delete(k("archivos")), e.delete(k("sitios"))),
    "an item deleted": lambda e: e.delete(k("penitenciario")),
    "an item edited": lambda e: e.replace(k("policia"), "gendarmería", "guardia nacional"),
    "an item put in": lambda e: e.add(k("escuelas"), "universidades públicas;", style="ListParagraph").added(
        k("escuelas")
    ),
    "an ordered item edited": lambda e: e.replace(k("segundo"), "los hechos", "los hechos y las normas"),
    "a heading retitled": lambda e: e.replace(k("proposito"), "Propósito y alcance", "Objeto"),
    "a heading retitled in part": lambda e: e.replace(k("memoria"), "archivos", "acceso a los archivos"),
    "the title edited": lambda e: e.replace(k("titulo"), "regional", "común"),
    "a heading deleted": lambda e: e.delete(k("destinatarios")),
    "a cell edited": lambda e: e.cell(k("tabla"), "Mecanismo nacional", "Mecanismo nacional y escuelas"),
    "a row deleted": lambda e: e.delete_row(k("tabla"), "Evaluación escrita"),
    "a table deleted": lambda e: e.delete(k("tabla")),
    "a paragraph put in": lambda e: e.add(k("sitios"), "Se llevará un registro de cada visita.").added(k("sitios")),
    "a paragraph put in before": lambda e: e.add(
        k("archivos"), "Los Estados publican su inventario.", before=True
    ).added(k("cita")),
    "a section pasted": lambda e: e.paste(
        k("cierre"), [("Heading1", "Cooperación entre escuelas"), ("BodyText", "Las escuelas comparten docentes.")]
    ),
    "a paragraph moved": lambda e: e.move(k("obligacion"), k("sitios")),
    "a paragraph moved up": _moved_section,
    "an item moved": lambda e: e.move(k("tercero"), k("primero")),
    "a paragraph moved untracked": lambda e: e.shift(k("revision"), k("preambulo")),
    "paragraphs joined": lambda e: e.join(k("archivos"), k("sitios")),
    "words overwritten untracked": lambda e: e.overwrite(k("indicadores"), "sencillos", "medibles"),
    "a paragraph dropped untracked": lambda e: e.drop(k("sitios")),
    "changes accepted": _accepted,
    "form only": lambda e: e.embolden(k("alcance"), "actuar"),
    "the quotation edited": lambda e: e.replace(k("cita"), "previene", "previene y repara", part=1),
    "an activity edited": lambda e: e.replace(k("actividad"), "una medida", "dos medidas", part=2),
    "two authors": _two_authors,
    "a comment on a word": lambda e: e.comment(k("revision"), "¿Por qué tres?", "tres"),
    "a comment on a paragraph": lambda e: e.comment(k("cierre"), "De acuerdo con la reserva."),
    "a comment on a heading": lambda e: e.comment(k("trabajo"), "Falta un calendario."),
    "a comment on an item": lambda e: e.comment(k("cancilleria"), "También las embajadas."),
    "a comment on a cell": lambda e: e.comment_cell(k("tabla"), "Lectura previa", "Cuatro horas no bastan."),
    "a comment on the quotation": lambda e: e.comment(k("cita"), "¿De quién es?", part=1),
    "a comment over two paragraphs": lambda e: e.comment_span(k("archivos"), k("sitios"), "Son dos ideas distintas."),
    "a comment on deleted words": lambda e: (
        e.comment(k("obligacion"), "Se suprime por repetida.", "permanente"),
        e.cut(k("obligacion"), "visible"),
    ),
    "a thread that is settled": _settled_thread,
    "everything at once": _everything,
}


def edited(name: str, *, ids: bool = True, noise: bool = False) -> Edited:
    """One file of the corpus, if need be without ids or with Word's noise."""
    found = Edited(file())
    EDITS[name](found)
    if noise:
        found.noise()
    return found if ids else found.without_ids()
