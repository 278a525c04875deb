"""Books are set as tagged PDF, the same each time, whatever their words are."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tejido.engine.change import diff_words
from tejido.engine.document import Document, Kind, Passage
from tejido.formats.paper import Grid, Manner, Paper, Prose, Text, Words
from tejido.formats.pdf import Book, Change, NotSet, typeset
from tejido.formats.pdf.letters import MISSING, SIGNS, printable
from tejido.formats.pdf.nodes import book_to_data

from .books import book, document, plain_book, redline

SET = (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTATION, Kind.ACTIVITY)


def words_in(pdf: bytes, folder: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed: the words of the PDF were NOT read")
    path = folder / "a.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)  # noqa: S603, S607
    return re.sub(r"\s+", " ", told.stdout.decode())


def test_everything_of_a_book_is_in_the_file(tmp_path: Path) -> None:
    made = typeset(book())
    said = words_in(made, tmp_path)
    for words in (
        "Acuerdo de prueba", "Red de prueba", "Edición 1", "12 de marzo de 2026", "01234567", "Contenido", "Aurelia",
        "acordó", "Dice esto.", "negrita", "La nota.", "segundo párrafo", "Una cita.", "Prevención", "El punto",
        "Lean el caso.", "1 ¶ 1", "R1", "Dice otra cosa.", "Texto inventado", "Página 2 de", "https://red.example/",
    ):  # fmt: skip  # one list, read as one
        assert words in said, words


def test_it_is_tagged_dated_by_the_act_and_the_same_each_time() -> None:
    made = typeset(book())
    assert made == typeset(book())
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang", b"pdfuaid", b"pdfaid", b"D:20260312"):
        assert mark in made, mark


def test_a_paper_without_a_seal_has_its_title_on_the_first_page(tmp_path: Path) -> None:
    said = words_in(typeset(book(is_sealed=False)), tmp_path)
    assert said.index("Acuerdo de prueba") < said.index("Adopción")
    assert "Contenido" not in said


def test_two_languages_stand_side_by_side(tmp_path: Path) -> None:
    text = document()
    both = type(text).of(p.with_text("pt-BR", f"em português {n}") for n, p in enumerate(text))
    said = words_in(typeset(book(both, languages=("es", "pt-BR"))), tmp_path)
    assert "em português 3" in said
    assert "Primera sección" in said


def test_a_redline_says_its_changes_in_words(tmp_path: Path) -> None:
    said = words_in(typeset(redline()), tmp_path)
    assert "Modificado" in said
    assert "protegerá" in said
    assert "proteger" in said


HOSTILE = (
    (Kind.PARAGRAPH, '#eval("1") #panic() $x$ `#sys.inputs` \\ @ref <label> // /* #import "x"', 0),
    (Kind.PARAGRAPH, "a" * 5000 + " https://a.example/" + "x/" * 300, 0),
    (Kind.HEADING, "b" * 400 + "^[nota]", 5),
    (Kind.HEADING, "😀", 1),
    (Kind.PARAGRAPH, "漢字 ا \u0301 \u202e \u200b \u00ad", 0),
    (Kind.ITEM, "hondo", 60),
    (Kind.FIGURE, f"![sin imagen](media:{'0' * 64})", 0),
    (Kind.TABLE, "no es tabla", 0),
    (Kind.TABLE, "| " + " | ".join(["palabra larga"] * 40) + " |\n| " + " | ".join(["---"] * 40) + " |", 0),
    (Kind.ACTIVITY, "", 0),
    (Kind.ACTIVITY, "## x\n\n1. a\n\n| a |\n| --- |", 0),
)


def test_no_text_is_run_and_none_stops_the_press(tmp_path: Path) -> None:
    said = words_in(typeset(plain_book(*HOSTILE)), tmp_path)
    assert '#eval("1") #panic()' in said
    assert MISSING in said


def test_an_empty_paper_is_a_page() -> None:
    assert typeset(plain_book()).startswith(b"%PDF")


def test_what_takes_too_long_is_not_set() -> None:
    with pytest.raises(NotSet, match="not set within 0 seconds"):
        typeset(book(), seconds=0)


def test_what_typst_refuses_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tejido.formats.pdf.inline.printable", lambda text: text)
    with pytest.raises(NotSet, match="could not be displayed"):
        typeset(plain_book((Kind.PARAGRAPH, "漢", 0)))


def test_letters_that_nobody_drew_are_a_box() -> None:
    assert printable("añ 漢 ñ") == f"añ {MISSING} ñ"
    assert MISSING not in printable("¡Ñandú! « » — § ¶ œ ç \u202f \u00a0")
    assert printable("a\x01\x0cb\uffff") == "ab"


def test_arrows_and_boxes_are_set_and_each_is_drawn(tmp_path: Path) -> None:
    signs = "".join(map(chr, sorted(SIGNS)))
    assert printable(signs) == signs
    assert "5 → 7" in words_in(typeset(plain_book((Kind.PARAGRAPH, f"5 → 7 {signs}", 0))), tmp_path)


def test_what_a_redline_left_alone_is_set_as_it_always_is() -> None:
    spans = diff_words("x", "x")
    table = Change("unchanged", "", "table", 0, "1 ¶ 1", "", "es", spans, "| a | b |\n| --- | --- |\n| c | d |")
    item = Change("changed", "Modificado", "item", 2, "1 ¶ 2", "", "es", diff_words("x", "y"), "", 3)
    nodes = book_to_data(replace(redline(), changes=(table, item)))["changes"]
    assert (nodes[0]["cell"]["t"], len(nodes[0]["cell"]["rows"])) == ("table", 2)
    assert (nodes[1]["cell"], nodes[1]["mark"]) == (None, "3.")
    assert typeset(replace(redline(), changes=(table, item))).startswith(b"%PDF")


def test_a_label_stays_with_what_it_names() -> None:
    paper = Paper(
        "P", "es", Words("C", "{page}"), (Prose("**Motivo**"), Prose("Falta. **Motivo**"), Prose("**a** " * 90))
    )
    assert [node["leads"] for node in book_to_data(Book(paper))["blocks"]] == [True, False, False]


def test_a_passage_that_lacks_the_language_is_set_in_another_and_says_so() -> None:
    text = document()
    data = book_to_data(book(text, languages=("fr",)))
    cell = next(node for node in data["blocks"] if node["t"] == "passage")["cells"][0]
    assert (cell["other"], cell["lang"]) == ("es", "es")


def test_levels_that_a_text_skips_are_closed() -> None:
    nodes = [n for n in book_to_data(book())["blocks"] if n["t"] == "passage" and n["kind"] == "heading"]
    assert [node["cells"][0]["level"] for node in nodes] == [1, 2, 3]


def test_a_text_that_is_written_from_the_right_is_set_with_letters_of_its_own(tmp_path: Path) -> None:
    words = "يولد جميع الناس"
    assert MISSING not in printable(words)
    forms = [Passage.of(kind.value, kind, {"ar": words}, level=int(kind is Kind.ITEM)) for kind in SET]
    table = Passage.of("t", Kind.TABLE, {"ar": f"| {words} | ب |\n| --- | --: |\n| ج | د |"})
    shown = Text(Document.of([*forms, table]), ("ar",))
    pages = Words("المحتويات", "{page} / {pages}")
    made = typeset(Book(Paper("عنوان", "ar", pages, (shown, Prose(words, Manner.QUOTATION)))))
    said = words_in(made, tmp_path)
    assert MISSING not in said
    assert "\u202b" in said, "what is read out runs from the right"


def test_a_short_row_of_a_grid_stays_whole() -> None:
    paper = Paper("P", "es", Words("C", "{page}"), (Grid(("a",), (("corta",), ("larga " * 200,)), "Tabla"),))
    assert book_to_data(Book(paper))["blocks"][0]["whole"] == [True, False]
    assert typeset(Book(paper)).startswith(b"%PDF")
