"""What a Markdown source becomes: kinds, levels, attributes, and nothing that it says is lost."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tejido.engine.document import Kind
from tejido.formats import BadFile, Code
from tejido.formats.markdown import blocks, plain, read_bytes
from tejido.formats.markdown.cleaning import clean

from .sources import DIGEST, PIECES, document, minter, only, said, shape


def refusal(source: str) -> BadFile:
    with pytest.raises(BadFile) as caught:
        document(source)
    return caught.value


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


## Notes


def test_both_forms_of_a_note_are_one() -> None:
    inline = said("El Estado^[Véase la *ley*.] debe.")
    assert (
        said("El Estado[^ley] debe.\n\n[^ley]: Véase la *ley*.")
        == inline
        == [("paragraph", "El Estado^[Véase la *ley*.] debe.")]
    )


def test_a_note_of_several_blocks_is_one_line() -> None:
    assert said("a[^1]\n\n[^1]: uno  \n    dos\n\n    - tres\n    - cuatro\n\nb") == [
        ("paragraph", "a^[uno dos – tres – cuatro]"), ("paragraph", "b"),
    ]  # fmt: skip  # one table, read as one


def test_a_note_that_is_called_twice_stands_twice() -> None:
    assert said("a[^1] b[^1]\n\n[^1]: n") == [("paragraph", "a^[n] b^[n]")]


def test_a_note_that_nothing_calls_is_a_paragraph_at_the_end() -> None:
    assert said("[^a]: *suelta*\n\ntexto") == [("paragraph", "texto"), ("paragraph", "a: *suelta*")]


def test_the_second_note_with_a_label_is_not_lost() -> None:
    assert said("x[^1]\n\n[^1]: uno\n[^1]: dos") == [("paragraph", "x^[uno]"), ("paragraph", "1: dos")]


def test_a_call_without_a_note_is_literal() -> None:
    assert plain(only("sin nota[^9]").text("es")) == "sin nota[^9]"
    assert plain(only("x[^1] [^9](http://a.b)\n\n[^1]: n").text("es")) == "x (n) ^9"


def test_a_note_that_calls_itself_ends() -> None:
    assert plain(only("a[^1]\n\n[^1]: uno[^2]\n\n[^2]: dos[^1]").text("es")) == "a (uno (dos[^1]))"


def test_notes_that_multiply_are_refused() -> None:
    bomb = "".join(f"[^{n}]: " + f"[^{n + 1}]" * 10 + "\n\n" for n in range(8)) + "[^8]: boom\n\ntexto[^0]"
    assert refusal(bomb).code is Code.TOO_BIG
    assert refusal("[^1]" * 1000 + f"\n\n[^1]: {'a' * 9000}").code is Code.TOO_BIG


## Links


def test_a_link_keeps_its_address_and_its_title() -> None:
    link = '[la *ley*](https://a.example/x_y?b=1&c=2#d "Artículo \\"3\\"")'
    assert only(f"Véase {link}.").text("es") == f"Véase {link}."


def test_a_defined_link_is_written_where_it_is_used() -> None:
    source = 'Véase [la ley][L] y [l].\n\n[l]: https://a.example "Título"\n'
    assert said(source) == [
        ("paragraph", 'Véase [la ley](https://a.example "Título") y [l](https://a.example "Título").')
    ]


def test_link_definitions_that_nothing_uses_are_paragraphs_at_the_end() -> None:
    source = (
        '[Ley de Víctimas]: https://a.example "De «todas»"\n\nx [l]\n\n[l]: https://b.example\n[L]: https://c.example'
    )
    assert said(source) == [
        ("paragraph", "x [l](https://b.example)"),
        ("paragraph", '[Ley de Víctimas](https://a.example "De «todas»")'),
        ("paragraph", "[L](https://c.example)"),
    ]


def test_blanks_in_an_address_are_encoded_and_hidden_characters_go() -> None:
    assert only("[l](<https://a.example/a b>)").text("es") == "[l](https://a.example/a%20b)"
    assert only("[l](https://a.example/\u200bb)").text("es") == "[l](https://a.example/b)"


@pytest.mark.parametrize(
    "address",
    ["javascript:x", "JaVaScRiPt:x", "&#1;javascript:x", "data:text/html,x", "/salir", "//a.example", "media:12"],
)
def test_an_address_of_another_kind_makes_no_link(address: str) -> None:
    assert plain(only(f"[l]({address})").text("es")).startswith("[l](")


## Activities


def test_an_activity_has_attributes_and_blocks() -> None:
    found = only('::: activity minutes=90 method="work in \\"groups\\"" group=12\n# Uno\n\n* a\n* b\n\n2. c\n:::')
    assert (found.kind, dict(found.attributes)) == (
        Kind.ACTIVITY, {"minutes": "90", "method": 'work in "groups"', "group": "12"},
    )  # fmt: skip  # one row, read as one
    assert found.text("es") == "# Uno\n\n- a\n- b\n\n2. c"


def test_an_activity_may_interrupt_a_paragraph_and_stand_in_an_item() -> None:
    assert said("uno\n::: activity\ndos\n:::\ntres") == [
        ("paragraph", "uno"),
        ("activity", "dos"),
        ("paragraph", "tres"),
    ]
    assert said("- a\n\n  ::: activity\n  b\n  :::\n- c") == [("item", "a"), ("activity", "b"), ("item", "c")]


@pytest.mark.parametrize(
    ("line", "attribute"),
    [
        ("hours=2", "hours"),
        ("minutes=1 minutes=2", "minutes"),
        ("minutes=noventa", "minutes=noventa"),
        ("minutes=٩٠", "minutes=٩٠"),
        ("minutes=123456", "minutes=123456"),
        ("en grupos", "en grupos"),
        ('method="abierto', 'method="abierto'),
        ("x" * 100, "x" * 60),
        (f"minutes={'9' * 100}", f"minutes={'9' * 52}"),
    ],
)
def test_an_activity_with_another_attribute_is_refused(line: str, attribute: str) -> None:
    problem = refusal(f"texto\n\n::: activity {line}\na\n:::")
    assert (problem.code, problem.where, problem.values) == (Code.BAD_ATTRIBUTE, "line 3", {"attribute": attribute})


def test_empty_attributes_are_none_and_blanks_in_them_are_one() -> None:
    assert dict(only('::: activity minutes="" method=" en   grupos "\na\n:::').attributes) == {"method": "en grupos"}


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("texto\n\n::: activity\na\n", "line 3"),
        ("- ::: activity\na\n:::\n", "line 1"),
        ("> ::: activity\na\n> :::\n", "line 1"),
        ("[^1]: ::: activity\na\n", "line 1"),
        ("::: activity\n- a\n\n  ::: activity\n  b\n  :::\n:::", "line 4"),
    ],
)
def test_an_activity_without_an_end_is_refused_and_swallows_nothing(source: str, line: str) -> None:
    problem = refusal(source)
    assert (problem.code, problem.where) == (Code.UNCLOSED_ACTIVITY, line)


def test_an_activity_in_a_quotation_becomes_its_paragraphs() -> None:
    assert said("> ::: activity minutes=5\n> a\n> :::\nfuera") == [
        ("quotation", "minutes=5\n\na"),
        ("paragraph", "fuera"),
    ]


## Ids


def test_ids_come_from_their_lines_and_else_from_the_mint() -> None:
    source = (
        "<!-- p:aaa -->\n# T\n\nx\n\n<!-- p:bbb -->\n- a\n  <!-- p:ccc -->\n  - b\n\n"
        "<!-- p:ddd -->\n::: activity\n<!-- p:eee -->\nz\n:::"
    )
    assert [p.id for p in document(source)] == ["aaa", "m00000000000", "bbb", "ccc", "ddd"]


def test_an_id_line_inside_an_item_is_that_items() -> None:
    assert [(p.id, p.kind) for p in document("- <!-- p:aaa -->\n  x")] == [("aaa", Kind.ITEM)]


def test_no_id_occurs_twice() -> None:
    source = "<!-- p:m00000000001 -->\na\n\nb\n\nc\n\n<!-- p:m00000000001 -->\nd"
    assert [p.id for p in document(source)] == ["m00000000001", "m00000000000", "m00000000002", "m00000000003"]


def test_an_id_line_with_nothing_below_says_nothing() -> None:
    assert said("x\n<!-- p:aaa -->\n") == [("paragraph", "x")]


def test_what_only_looks_like_an_id_line_is_words() -> None:
    assert [kind for kind, _ in said("<!-- p:ÑÑ -->\n\n<!-- p:a --> x")] == ["paragraph", "paragraph"]


## Bytes


@pytest.mark.parametrize(
    ("raw", "position", "line"),
    [("año\n".encode("latin-1"), 1, 1), ("uno\r\nmás".encode("cp1252"), 6, 2), (b"a\n\xf0\x28", 2, 2)],
)
def test_another_encoding_is_refused_with_the_place(raw: bytes, position: int, line: int) -> None:
    with pytest.raises(BadFile) as caught:
        read_bytes(raw, "es", minter())
    assert (caught.value.code, caught.value.values, caught.value.where) == (
        Code.NOT_UTF8, {"position": position}, f"line {line}",
    )  # fmt: skip  # one row, read as one


@pytest.mark.parametrize("raw", ["año".encode("utf-16"), b"a\nb\0c", b"\0"])
def test_a_file_with_nul_bytes_is_no_text(raw: bytes) -> None:
    with pytest.raises(BadFile) as caught:
        read_bytes(raw, "es", minter())
    assert (caught.value.code, caught.value.values) == (Code.NOT_TEXT, {"position": raw.find(0)})


def test_a_byte_order_mark_is_no_text() -> None:
    assert shape(read_bytes(b"\xef\xbb\xbf# T", "es", minter())) == [(Kind.HEADING, 1, "T", {})]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one(end: str) -> None:
    source = "# T\n\n- a\n- b\n\nc\nd\n"
    assert shape(document(source.replace("\n", end))) == shape(document(source))


def test_what_hides_or_turns_a_text_is_taken_out_and_what_a_script_needs_stays() -> None:
    assert only("a\u202eb\u202dc\ufeffd\x01e\ud800f").text("es") == "abcdef"
    assert only("&#x202e;&#xfeff;x").text("es") == "x"
    assert only("العربية\u200f \u2067x\u2069 n\u00a0o").text("es") == "العربية\u200f \u2067x\u2069 n\u00a0o"


def test_a_text_is_composed() -> None:
    assert only("e\u0301 \u212b").text("es") == "é Å"


## Depth, and the law that nothing is lost


@pytest.mark.parametrize(
    "source", ["> " * 90 + "x", "".join("  " * n + "- a\n" for n in range(90)), "*" * 4000 + "a" + "*" * 4000]
)
def test_what_is_nested_too_deeply_is_refused(source: str) -> None:
    assert refusal(source).code is Code.TOO_DEEP


@pytest.mark.parametrize("piece", ["[", "![", "^[", "[a](", "<", "`", "*", "** ", "[^", "&", "\\"])
def test_signs_that_never_close_are_words(piece: str) -> None:
    assert plain(only("x " + piece * 800).text("es")).count(piece[0]) >= 400


words = st.integers(0, 10**6).map(lambda number: f"q{number}z")


@given(
    st.lists(words | st.sampled_from([p for p in PIECES if "`" not in p and "~" not in p]), max_size=20).map("".join)
)
@example("[^1]: ::: activity\nq1z\n")
@example("q0z\n\n[q1z]: http://a.b/q2z 'q3z'")
def test_every_word_of_a_source_is_in_a_passage(source: str) -> None:
    try:
        found = document(source)
    except BadFile:
        return
    kept = repr(shape(found)).casefold()
    assert [word for word in re.findall("q[0-9]+z", clean(source)) if word not in kept] == []
