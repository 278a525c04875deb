"""A paper as a Word file: what stands in it, what never does, and that it reads back as what it says."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import count
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from tejido.engine.document import Document, Kind, Passage
from tejido.formats.markdown import read as read_markdown
from tejido.formats.paper import Facts, Grid, Heading, Manner, NewPage, Paper, Prose, Strip, Text, Words
from tejido.formats.word import Image, read
from tejido.formats.word.answers.proposals import What
from tejido.formats.word.answers.reading import read_answer
from tejido.formats.word.answers.tests.base import document, file, key, paper
from tejido.formats.word.answers.understanding import understood
from tejido.formats.word.tests.sample import png
from tejido.formats.word.writing import write
from tejido.formats.word.writing.elements import WIDTH, fitted
from tejido.formats.word.writing.measuring import size_of
from tejido.formats.word.writing.names import Mark, digest_in, identity_in, mark_in

WORDS = Words("Índice", "Página {page} de {pages}")


def plain(*blocks, **others) -> Paper:
    return Paper(**{"title": "Prueba", "language": "es", "words": WORDS, "blocks": blocks} | others)


def text(markdown: str, language: str = "es") -> Document:
    numbers = count()
    return read_markdown(markdown, language, lambda: f"p{next(numbers):011}".replace("o", "0"))


def parts(raw: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def body(raw: bytes) -> str:
    return parts(raw)["word/document.xml"].decode()


def test_a_column_holds_its_longest_word():
    rows = [["Noción", "Contexto", "Qué es"], ["Genocidio", "Paz o guerra", "palabras " * 40]]
    notion, context, rest = fitted(rows)
    assert notion > 115 * len("Genocidio")
    assert context > 115 * len("Contexto")
    assert notion + context + rest == WIDTH
    assert sum(fitted([["x" * 80, "y" * 80]])) == WIDTH


def test_signs_in_plain_words_are_signs():
    signs = "*a* [b](http://c) ^[d]"
    whole = plain(
        Facts(((signs, "x"),)),
        Strip(((signs, signs, signs),), signs),
        Grid(("h",), (("x",),), signs),
        Text(document(), ("es",), activities={(key("actividad"), "es"): signs}, heads=(signs,)),
        title=signs, network=signs, subtitle=signs, facts=((signs, "x"),),
    )  # fmt: skip  # one paper, read as one
    assert body(write(whole)).count(f">{signs}<") == 11


def back(document: Document) -> Document:
    """What a text reads like that was written and read again, without the paper's title."""
    numbers = count()
    found = read(write(plain(Text(document, ("es",)))), "es", lambda: f"q{next(numbers)}").document
    return Document.of(found.passages[1:])


def said(document: Document) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    return [(p.kind.value, p.text("es"), p.attributes) for p in document]


def test_the_same_paper_is_the_same_bytes():
    assert write(paper()) == file()


def test_every_part_is_xml_and_nothing_names_a_person_or_a_session():
    for name, data in parts(file()).items():
        assert etree.fromstring(data) is not None, name
        assert not re.search(rb"rsid|creator|lastModifiedBy|w:author|Company|Manager", data), name
    assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in ZipFile(BytesIO(file())).infolist())


def test_the_only_date_is_that_of_the_act():
    core = parts(file())["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-11-12T00:00:00Z"}
    assert "dcterms" not in re.sub("xmlns:dcterms", "", parts(write(plain()))["docProps/core.xml"].decode())
    at = datetime.fromisoformat("2026-11-12T02:00:00+03:00")
    assert "2026-11-11T23:00:00Z" in parts(write(plain(at=at)))["docProps/core.xml"].decode()


def test_python_docx_finds_styles_outline_and_language():
    opened = docx.Document(BytesIO(file()))
    styles = {p.text: p.style.name for p in opened.paragraphs}
    assert styles["Currículo regional de prevención"] == "Title"
    assert (styles["Propósito y alcance"], styles["Destinatarios"]) == ("Heading 1", "Heading 2")
    assert styles["Una región que recuerda se cuida."] == "Quote"
    assert styles["escuelas judiciales."] == "List Paragraph"
    assert opened.core_properties.title == "Currículo regional de prevención"
    assert opened.core_properties.author == ""
    assert 'w:lang w:val="es-ES"' in body(file())


def test_every_passage_has_its_bookmark_in_one_paragraph():
    root = etree.fromstring(parts(file())["word/document.xml"])
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = {mark.id for e in root.iter(f"{w}bookmarkStart") if (mark := mark_in(e.get(f"{w}name")))}
    assert marks == {passage.id for passage in document()}
    homes = {e.get(f"{w}id"): e.getparent() for e in root.iter(f"{w}bookmarkStart")}
    assert all(homes[e.get(f"{w}id")] is e.getparent() for e in root.iter(f"{w}bookmarkEnd"))
    assert len(homes) == len(list(root.iter(f"{w}bookmarkStart")))


def test_a_paper_that_may_be_answered_tracks_changes_and_another_does_not():
    assert b"<w:trackRevisions/>" in parts(file())["word/settings.xml"]
    assert b"trackRevisions" not in parts(write(plain()))["word/settings.xml"]


def test_head_and_foot_say_edition_digest_language_and_page():
    found = parts(file())
    assert "Red de prueba · Currículo" in found["word/header1.xml"].decode()
    assert ">ES<" in found["word/header1.xml"].decode()
    foot = found["word/footer1.xml"].decode()
    assert "Borrador 3 · " in foot
    assert foot.index("Página") < foot.index(" PAGE ") < foot.index(" de ") < foot.index(" NUMPAGES ")


def test_the_contents_are_a_field_whose_entries_lead_to_the_headings():
    found = body(file())
    assert 'TOC \\o "1-3"' in found
    assert f'w:anchor="{Mark(key("proposito")).name}"' in found
    assert found.index("1  Propósito") < found.index("1.1  Destinatarios") < found.index("2  Memoria")


def test_a_text_without_headings_has_no_contents():
    assert "TOC" not in body(write(plain(Text(text("Solo un párrafo."), ("es",)), has_contents=True)))


@pytest.mark.parametrize(
    "markdown",
    [
        "Uno **fuerte** y *suave* y ***ambos***.",
        "Una nota^[con *énfasis* y [enlace](https://example.org/a?b=1&c=2)] aquí.",
        "[Un enlace](https://example.org/?a=1&b=2)",
        "- uno\n- dos\n  - tres\n  - cuatro\n- cinco",
        "3. tres\n4. cuatro\n   1. dentro\n5. cinco",
        "1. uno\n2. dos\n\nPárrafo.\n\n1. otra vez\n2. y otra",
        "- viñeta\n  1. número\n  2. número\n- viñeta",
        "> Una cita.\n>\n> De dos párrafos.",
        "Signos: 2 < 3 & «comillas» \"rectas\" 'simples' \\*no\\* \\[x\\] \\_y\\_",
        "Línea\\\notra línea",
        "| A | B |\n| --- | --- |\n| uno **dos** | tres<br>cuatro |\n| a\\|b | 5 |",
        "## Uno\n\nTexto.\n\n### Dos\n\nMás texto.\n\n## Tres",
        "Árabe: مرحبا. Chino: 中文. Emoji: 🌱.",
    ],
)
def test_a_text_reads_back_as_it_was_written(markdown):
    made = text(markdown)
    assert said(back(made)) == said(made)


def test_headings_are_numbered_where_word_counts_as_the_outline_does():
    assert "<w:numPr>" in body(write(plain(Text(text("# Uno\n\n## Dos\n\n# Tres"), ("es",)))))
    skipping = body(write(plain(Text(text("# Uno\n\n### Dos\n\n# Tres"), ("es",)))))
    named = body(write(plain(Text(text("# 1. Uno\n\n# Módulo 2"), ("es",)))))
    assert "<w:numPr>" not in skipping
    assert "<w:numPr>" not in named


def test_an_image_has_its_alternative_text_and_its_caption():
    data = png()
    digest = hashlib.sha256(data).hexdigest()
    made = text(f'![Un "punto" gris & <más>](media:{digest} "Figura 1. Un punto")')
    raw = write(plain(Text(made, ("es",)), images={digest: Image(digest, "image/png", data)}))
    assert 'descr="Un &quot;punto&quot; gris &amp; &lt;más&gt;"' in body(raw)
    assert data in parts(raw).values()
    opened = docx.Document(BytesIO(raw))
    assert [p.style.name for p in opened.paragraphs if p.text][-1] == "Caption"
    assert "Un “punto”" not in body(write(plain(Text(made, ("es",)))))
    assert "Un &quot;" not in body(write(plain(Text(made, ("es",)))))  # without the image, its words in italics
    assert 'Un "punto" gris' in body(write(plain(Text(made, ("es",)))))


def test_an_image_without_words_only_decorates():
    data = png()
    digest = hashlib.sha256(data).hexdigest()
    raw = write(plain(Text(text(f"![](media:{digest})"), ("es",)), images={digest: Image(digest, "image/png", data)}))
    assert "adec:decorative" in body(raw)


def test_sizes_are_read_from_the_first_bytes():
    assert size_of(Image("", "image/png", png())) == (1, 1)
    assert size_of(Image("", "image/gif", b"GIF89a" + b"\x03\x00\x02\x00")) == (3, 2)
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x05\x00\x07" + b"\0" * 9
    assert size_of(Image("", "image/jpeg", jpeg)) == (7, 5)
    for damaged in (b"", b"\xff\xd8\xff\xe0", b"\xff\xd8ab"):
        assert size_of(Image("", "image/jpeg", damaged)) is None
    assert size_of(Image("", "image/png", b"\x89PNG")) is None
    assert size_of(Image("", "image/webp", png())) is None


def test_links_are_only_those_that_a_reader_may_follow():
    raw = write(plain(Text(text("[a](https://example.org) [b](#lugar) y ^[nota [c](https://example.net)]"), ("es",))))
    assert parts(raw)["word/_rels/document.xml.rels"].count(b"External") == 1
    assert b"example.net" in parts(raw)["word/_rels/footnotes.xml.rels"]


def test_a_language_from_the_right_is_set_from_the_right():
    made = Document.of([Passage.of(key("a"), Kind.PARAGRAPH, {"ar": "كل الناس يولدون أحرارا"})])
    found = body(write(Paper("عنوان", "ar", WORDS, (Text(made, ("ar",)),))))
    assert "<w:bidi/>" in found
    assert '<w:rtl/><w:lang w:bidi="ar-SA"/>' in found


def test_what_xml_cannot_hold_is_left_out():
    made = Document.of([Passage.of(key("a"), Kind.PARAGRAPH, {"es": "a\ufffeb"})])
    assert etree.fromstring(parts(write(plain(Text(made, ("es",)))))["word/document.xml"]) is not None


def test_all_blocks_of_a_paper_are_set():
    made = plain(
        Heading("Acta"),
        Prose("Primero.\n\nSegundo."),
        Prose("Un punto", Manner.ITEM),
        Prose("Una cita", Manner.QUOTATION),
        Prose("Letra chica", Manner.SMALL, "pt"),
        Facts((("Fecha", "12 de noviembre"),)),
        Grid(("Pasaje", "Comentario"), (("§ 1", "Uno\n\nDos"), ("§ 2", "Três")), "Cuadro 1", (1, 3), ("", "pt")),
        Grid(("A",), (("b",),)),
        Strip((("País A", "De acuerdo", "12.11.2026"), ("País B", "Objeta", "")), "Miembros"),
        Strip((("País A", "", ""),)),
        NewPage(),
        Prose("En otra página."),
        subtitle="Sesión 2",
    )
    opened = docx.Document(BytesIO(write(made)))
    words = [p.text for p in opened.paragraphs if p.text]
    assert words == ["Prueba", "Sesión 2", "Acta", "Primero.", "Segundo.", "Un punto", "Una cita", "Letra chica",
                     "Cuadro 1", "Miembros", "En otra página."]  # fmt: skip  # one list
    facts, grid, bare, strip, _ = opened.tables
    assert [c.text for c in facts.rows[0].cells] == ["Fecha", "12 de noviembre"]
    assert [c.text for c in grid.rows[1].cells] == ["§ 1", "Uno\nDos"]
    assert grid.rows[0]._tr.trPr.find(f"{{{docx.oxml.ns.nsmap['w']}}}tblHeader") is not None
    assert len(bare.rows) == 2
    assert [row.cells[0].text for row in strip.rows] == ["País A", "País B"]
    found = body(write(made))
    assert found.count("<w:pageBreakBefore/>") == 1
    assert found.count('<w:lang w:val="pt-BR"/>') == 4


## Two languages

PAIR = Document.of(
    passage.with_text("pt", f"PT {n}: {passage.text('es')}")
    if passage.kind not in {Kind.TABLE, Kind.ACTIVITY}
    else passage
    for n, passage in enumerate(document())
)
TWO = replace(paper(), blocks=(Text(PAIR, ("es", "pt"), heads=("español", "português")),), title="Lado a lado")


def test_two_languages_stand_side_by_side_and_read_back_as_they_are():
    raw = write(TWO)
    echo = read_answer(raw)
    assert echo.languages == ("es", "pt")
    found = understood(PAIR, ("es", "pt"), echo, echo)
    assert (found.proposals, found.unplaced) == ((), ())
    opened = docx.Document(BytesIO(raw))
    assert [c.text for c in opened.tables[-1].rows[0].cells] == ["español", "português"]


def test_an_edit_in_the_second_column_is_of_the_second_language():
    raw = write(TWO)
    changed = parts(raw)
    body_ = changed["word/document.xml"].decode()
    old = "PT 24: Ninguna"
    assert body_.count(old) == 1
    changed["word/document.xml"] = body_.replace(old, "PT 24: Nenhuma").encode()
    file_ = BytesIO()
    with ZipFile(file_, "w") as archive:
        for name, data in changed.items():
            archive.writestr(name, data)
    [proposal] = understood(PAIR, ("es", "pt"), read_answer(raw), read_answer(file_.getvalue())).proposals
    assert (proposal.what, proposal.passage, proposal.language) == (What.AMEND, key("cierre"), "pt")
    assert proposal.wording.startswith("PT 24: Nenhuma")


def test_a_long_text_of_two_languages_is_several_tables():
    passages = [
        Passage.of(key(str(n)), Kind.HEADING if n % 50 == 0 else Kind.PARAGRAPH, {"es": f"a{n}", "pt": f"b{n}"},
                   level=int(n % 50 == 0))
        for n in range(400)
    ]  # fmt: skip  # one list
    opened = docx.Document(BytesIO(write(plain(Text(Document.of(passages), ("es", "pt"))))))
    assert len(opened.tables) == 3
    assert sum(len(table.rows) for table in opened.tables) == 400


## Names


def test_names_are_read_back_and_those_of_others_are_not():
    for mark in (Mark(key("a")), Mark(key("a"), 1), Mark(key("a"), 0, 12), Mark(key("a"), 3, 999)):
        assert mark_in(mark.name) == mark
        assert len(mark.name) <= 40
    assert mark_in(Mark(key("a")).name.upper()) == Mark(key("a"))
    assert [mark_in(name) for name in ("_Toc123", "_p_x", "_p_", "")] == [None] * 4
    assert digest_in("_Toc") == ""
    assert identity_in("tejido:a:b:" + "0" * 64) == ("a", "b", "0" * 64)
    assert identity_in("urn:isbn:1") is None


def test_a_short_row_stays_whole_and_a_caption_with_its_table() -> None:
    found = body(write(plain(Grid(("a",), (("kurz",), ("lang " * 200,)), "Tabelle"))))
    assert found.count("<w:cantSplit/>") == 2, "the head and the short row"
    assert '<w:pStyle w:val="Caption"/><w:keepNext/>' in found


def test_contents_list_as_deep_as_the_paper_asks() -> None:
    paper = plain(Heading("Kapitel"), Heading("Mitglied", 2), has_contents=True, contents_depth=1)
    found = body(write(paper))
    assert 'TOC \\o "1-1"' in found
    assert "TOC2" not in found
