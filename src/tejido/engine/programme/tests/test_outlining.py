"""A first draft of a programme, made from the text that says how a seminar is built."""

from tejido.engine.document import Document, Kind, Passage
from tejido.engine.programme import outlined


def text(*passages):
    ids = (f"{n:012}" for n in range(100))
    return Document.of(Passage.of(next(ids), kind, words, **more) for kind, words, more in passages)


def heading(level, **words):
    return Kind.HEADING, words, {"level": level}


def item(**words):
    return Kind.ITEM, words, {"level": 1, "attributes": {"ordered": "yes"}}


def activity(minutes):
    return Kind.ACTIVITY, {"es": "Se trabaja."}, {"attributes": {"minutes": str(minutes)}}


def brief(document, days=2):
    return [(each.day, each.words.get("es"), each.minutes) for each in outlined(document, days)]


def test_headings_with_headings_below_are_days_and_those_below_sessions():
    document = text(
        heading(1, es="Estructura"), heading(2, es="Propósito"), heading(2, es="Lunes"), heading(3, es="Apertura"),
        activity(30), activity(15), heading(3, es="Riesgo"), heading(4, es="Ejercicio"), heading(2, es="Martes"),
        heading(3, es="Visita"), heading(2, es="Después"),
    )  # fmt: skip  # one text, read as one
    assert brief(document) == [(0, "Apertura", 45), (0, "Riesgo", None), (1, "Visita", None)]
    assert outlined(document, 2)[0].passage == "000000000003"


def test_a_numbered_list_has_a_day_an_item_and_a_session_a_sentence():
    document = text(
        heading(1, es="Estructura"), heading(2, es="Los días"),
        item(es="Primer día: el lugar. Qué es el genocidio.", pt="Primeiro dia: o lugar. O que é o genocídio."),
        item(es="Segundo día: visita.", pt="Segundo dia: visita. Conversa."),
    )  # fmt: skip  # one text, read as one
    assert brief(document) == [(0, "El lugar", None), (0, "Qué es el genocidio", None), (1, "visita.", None)]
    assert outlined(document, 2)[1].words["pt"] == "O que é o genocídio"


def test_a_single_item_is_no_list_and_headings_are_laid_over_the_days():
    document = text(
        heading(1, es="Estructura"), heading(2, es="Uno"), item(es="Un punto."), heading(2, es="Dos"),
        heading(2, es="Tres"),
    )  # fmt: skip  # one text, read as one
    assert brief(document) == [(0, "Uno", None), (0, "Dos", None), (1, "Tres", None)]
    assert outlined(document, 0) == ()


def test_of_a_text_without_headings_there_is_no_programme():
    assert outlined(text((Kind.PARAGRAPH, {"es": "Nada."}, {})), 2) == ()
    assert outlined(text(heading(1, es="Solo un título")), 2) == ()
