"""What a Markdown source becomes: the kinds of its passages, their levels and their texts."""

import pytest

from tejido.engine.document import Kind
from tejido.formats import Code
from tejido.formats.markdown import blocks, plain

from .sources import DIGEST, document, only, refusal, said

## Headings and paragraphs


def test_headings_have_six_levels_and_seven_signs_are_words() -> None:
    found = document("\n\n".join(f"{'#' * level} Título {level} ##" for level in range(1, 8)))
    assert [(p.kind, p.level, p.text("es")) for p in found] == [
        *((Kind.HEADING, level, f"Título {level}") for level in range(1, 7)),
        (Kind.PARAGRAPH, 0, "####### Título 7 ##"),
    ]


def test_underlined_headings_are_headings() -> None:
    assert [(p.kind, p.level) for p in document("Uno\n===\n\nDos\n---")] == [(Kind.HEADING, 1), (Kind.HEADING, 2)]


def test_the_lines_of_a_paragraph_are_one_line() -> None:
    assert said("una frase\nen dos\n   renglones\n\notra") == [
        ("paragraph", "una frase en dos renglones"),
        ("paragraph", "otra"),
    ]


def test_an_empty_source_has_no_passages() -> None:
    assert said("") == said(" \n\n\t\n") == said("***") == said("#") == said("-") == said("[^1]:") == []


@pytest.mark.parametrize("written", ["uno  \ndos", "uno\\\ndos", "uno<br>dos", "uno <BR/> dos", "uno<br />\ndos"])
def test_a_line_break_has_one_spelling_in_a_paragraph(written: str) -> None:
    assert only(written).text("es") == "uno\\\ndos"


def test_a_line_break_is_a_tag_where_a_line_cannot_end() -> None:
    assert said("# uno<br/>dos") == [("heading", "uno<br>dos")]
    assert said("| a |\n|---|\n| uno<BR>dos |") == [("table", "| a |\n| --- |\n| uno<br>dos |")]


def test_html_is_literal_text() -> None:
    assert plain(only('<b onclick="x()">negrita</b> <script>').text("es")) == '<b onclick="x()">negrita</b> <script>'
    assert plain(only("<div>\nuno\n</div>").text("es")) == "<div> uno </div>"


def test_indented_lines_are_no_code() -> None:
    assert said("    cuatro espacios") == [("paragraph", "cuatro espacios")]


def test_a_fenced_block_is_literal_line_by_line() -> None:
    assert said("```\n*uno*\n\n  dos `x`\n```") == [("paragraph", "`*uno*`\\\n`` dos `x` ``")]


def test_the_language_of_a_fenced_block_goes_and_words_beside_its_fence_stay() -> None:
    assert said("```python\nprint\n```") == [("paragraph", "`print`")]
    assert said("```nota al margen\ntexto\n```") == [("paragraph", "`nota al margen`\\\n`texto`")]
    assert said("```palabra") == [("paragraph", "`palabra`")]


## Lists


def items(source: str) -> list[tuple[int, str, dict[str, str]]]:
    return [(p.level, p.text("es"), dict(p.attributes)) for p in document(source) if p.kind is Kind.ITEM]


def test_nested_items_know_their_depth() -> None:
    source = "- a\n  - b\n    1. c\n    2. d\n- e\n"
    ordered = {"ordered": "1"}
    assert items(source) == [(1, "a", {}), (2, "b", {}), (3, "c", ordered), (3, "d", ordered), (1, "e", {})]


def test_a_list_keeps_the_number_that_it_starts_with() -> None:
    assert items("4. a\n5. b") == [(1, "a", {"ordered": "1", "start": "4"}), (1, "b", {"ordered": "1"})]
    assert items("0. a") == [(1, "a", {"ordered": "1", "start": "0"})]


def test_a_second_list_that_starts_again_says_so() -> None:
    assert [dict(p.attributes) for p in document("1. a\n2. b\n\n1) c")] == [
        {"ordered": "1"}, {"ordered": "1"}, {"ordered": "1", "start": "1"},
    ]  # fmt: skip  # one table, read as one


def test_an_inner_list_starts_anew_below_every_item() -> None:
    assert [a for _, _, a in items("1. a\n   1. b\n   2. c\n2. d\n   1. e")] == [{"ordered": "1"}] * 5


def test_a_list_that_a_table_interrupts_goes_on_counting() -> None:
    found = document("1. a\n\n   | x |\n   |---|\n\n2. b")
    assert [(p.kind, dict(p.attributes)) for p in found] == [
        (Kind.ITEM, {"ordered": "1"}),
        (Kind.TABLE, {}),
        (Kind.ITEM, {"ordered": "1", "start": "2"}),
    ]


def test_the_paragraphs_of_an_item_are_one_passage() -> None:
    assert said("- uno\n\n  dos\n\n  tres\n- cuatro") == [("item", "uno\n\ndos\n\ntres"), ("item", "cuatro")]


def test_what_an_item_holds_besides_paragraphs_stands_on_its_own() -> None:
    assert said("- # Título\n- a\n\n  > cita\n\n  fin") == [
        ("heading", "Título"), ("item", "a"), ("quotation", "cita"), ("paragraph", "fin"),
    ]  # fmt: skip  # one table, read as one


def test_numbers_that_grow_beyond_what_markdown_can_write_stop_growing() -> None:
    assert [a for _, _, a in items("999999999. a\n999999999. b")] == [{"ordered": "1", "start": "999999999"}] * 2


## Quotations and figures


def test_a_quotation_keeps_its_paragraphs() -> None:
    assert said("> uno\n> dos\n>\n> tres") == [("quotation", "uno dos\n\ntres")]


def test_blocks_in_a_quotation_become_its_paragraphs() -> None:
    source = (
        "> # T\n> 3. a\n> 4. b\n> - c\n>   - d\n>\n> | x | y |\n> |---|---|\n> | 1 |  |\n>\n> > e\n>\n> ```\n> f\n> ```"
    )
    assert only(source).text("es").split("\n\n") == ["T", "3. a", "4. b", "– c", "– d", "x — y", "1", "e", "`f`"]


def test_a_paragraph_that_is_an_image_is_a_figure() -> None:
    image = f'![Mapa del valle](media:{DIGEST} "Figura 1")'
    assert said(image) == said(f"<br>{image}<br>") == [("figure", image)]
    assert [kind for kind, _ in said(f"Véase {image}\n\n- {image}")] == ["paragraph", "item"]


## Tables


def test_a_table_is_written_one_way_with_its_alignments() -> None:
    assert said("a|b|c|d\n-|:-|:-:|-:\n1|2|3|4") == [
        ("table", "| a | b | c | d |\n| --- | :-- | :-: | --: |\n| 1 | 2 | 3 | 4 |"),
    ]  # fmt: skip  # one table, read as one


def test_short_rows_are_filled_and_long_ones_widen_the_table() -> None:
    assert said("|a|b|\n|---|--:|\n|1|\n|1|2|*3*|4 \\| 5|") == [
        ("table", "| a | b |  |  |\n| --- | --: | --- | --- |\n| 1 |  |  |  |\n| 1 | 2 | *3* | 4 \\| 5 |"),
    ]  # fmt: skip  # one table, read as one


def test_a_bar_in_a_cell_stays_in_its_cell() -> None:
    assert said("| a \\| b | `c \\| d` |\n|---|---|") == [("table", "| a \\| b | `c \\| d` |\n| --- | --- |")]


def test_a_table_that_explodes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MAX_CELLS", 100)
    assert len(document("| a |\n|---|\n" + "| b |\n" * 99)) == 1
    assert refusal("| a |\n|---|\n" + "| b |\n" * 100).code is Code.TOO_BIG
    assert refusal("| a |\n|---|\n" + "| b |\n" * 20 + "|" * 20).where == "a"
