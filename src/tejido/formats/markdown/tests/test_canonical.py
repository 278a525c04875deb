"""One spelling for everything that says the same, and what a text says without its markup."""

from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tejido.engine.document import Kind
from tejido.formats.markdown import canonical, canonical_paragraphs, escape, plain, table_text
from tejido.formats.markdown.cleaning import clean, collapse
from tejido.formats.markdown.inline import title_of
from tejido.formats.markdown.words import tokens_of

from .sources import DIGEST, hostile, hostile_inline, only, said


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("  uno   dos\n tres ", "uno dos tres"),
        ("_uno_ __dos__ ***tres***", "*uno* **dos** ***tres***"),
        ("``uno``", "`uno`"),
        ("[l]( <http://a.b> 'uno' )", '[l](http://a.b "uno")'),
        ("[l](http://a.b/(c)|d)", "[l](http://a.b/%28c%29%7Cd)"),
        ("<http://a.b/x_y>", "<http://a.b/x_y>"),
        ("x@y.z y <x@y.z>", "x@y.z y <x@y.z>"),
        ("uno  \n  dos", "uno\\\ndos"),
        ("uno<br/>dos", "uno\\\ndos"),
        ("<br>uno<br>", "uno"),
        ("&quot;uno&quot; &amp; &copy; &amp;copy;", '"uno" & © \\&copy;'),
        ("art\\. 3\\(b\\) 5 \\> 4", "art. 3(b) 5 > 4"),
        ("2 * 3 y a_b_c", "2 \\* 3 y a_b_c"),
        ("[sin enlace] y [^1]", "[sin enlace] y [^1]"),
        ("5 < 6 y <b>", "5 < 6 y \\<b>"),
        ("nota^[ dos  *tres* ]", "nota^[ dos *tres* ]"),
        ("`` a`b ``", "``a`b``"),
        ("![*a* \\] b](http://a.b)", "![a \\] b](http://a.b)"),
        ("\\[l](http://a.b)", "\\[l\\](http://a.b)"),
        ("`a  \tb`", "`a b`"),
        ("uno<br>\u00a0dos", "uno\\\n\u00a0dos"),
        ("e\u0301\u00a0\u202eo", "é\u00a0o"),
    ],
)
def test_the_same_has_one_spelling(written: str, spelled: str) -> None:
    assert canonical(written) == spelled
    assert canonical(spelled) == spelled


@given(hostile)
@example("[l](http://a.b) [^1]: x [y]: z")
def test_the_canonical_form_is_its_own(source: str) -> None:
    once = canonical(source)
    assert canonical(once) == once
    several = canonical_paragraphs(source)
    assert canonical_paragraphs(several) == several


@given(hostile_inline)
def test_the_canonical_form_says_the_same(source: str) -> None:
    assert plain(canonical(source)) == plain(source)


addresses = st.text("ab1/_*&=?#.-~'é;%+,@:|()", max_size=12).map("http://a.b/".__add__)
titles = st.text("ab \"\\\\'*_<[]^&;é`", max_size=8)


def links(source: str) -> list[tuple[str, str]]:
    opened = [token for token in tokens_of(source) if token.type == "link_open"]
    return [(unquote(str(token.attrGet("href"))), title_of(token)) for token in opened]


@given(addresses, titles, hostile_inline)
@example("http://a.b/x_y", 'de "t"', "")
def test_no_link_is_lost_on_the_way_to_the_canonical_form(address: str, title: str, words: str) -> None:
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    source = f'véase [la **ley**](<{address}> "{quoted}") y <{address}> {escape(words)}'
    assert links(canonical(source)) == links(source)
    assert len(links(source)) >= 1


@given(hostile)
def test_escaped_words_read_as_themselves(source: str) -> None:
    assert plain(escape(source)) == collapse(clean(source)).strip()


def test_paragraphs_are_parted_by_one_blank_line() -> None:
    assert canonical_paragraphs("\n uno\ndos\n \t\n\n\n*tres*\n\n\u202e\n\n") == "uno dos\n\n*tres*"


def test_an_emphasis_that_cannot_be_spelled_gives_way_and_keeps_the_rest() -> None:
    assert canonical("**\\<[l](http://a.b)<br>** ^[n]") == "<[l](http://a.b)\\\n^[n]"
    assert plain(canonical("***<br>* a")) == plain("***<br>* a")


## Plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("uno **dos** `tres` [cuatro](http://a.b)", "uno dos tres cuatro"),
        ("uno^[dos *tres*] cuatro", "uno (dos tres) cuatro"),
        (f"véase ![el mapa](media:{DIGEST})", "véase el mapa"),
        ("uno\\\ndos", "uno dos"),
        ("| a | b |\n| --- | --- |\n| 1 | *2* |", "a b 1 2"),
        ("uno\n\n- dos\n- *tres*\n\n# cuatro\n> cinco", "uno dos tres cuatro cinco"),
        ("sin nada", "sin nada"),
        ("uno&#x202e; &#xfeff;dos", "uno dos"),
    ],
)
def test_plain_is_what_a_text_says(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_words_of_a_paragraph_that_look_like_blocks_are_not_lost() -> None:
    text = only("> 12\\. Artículo doce\n>\n> \\[Nota]: véase\n>\n> \\# 3").text("es")
    assert plain(text) == "12. Artículo doce [Nota]: véase # 3"


@given(hostile)
def test_plain_is_one_clean_line(source: str) -> None:
    assert "\n" not in plain(source)
    assert plain(source) == plain(source).strip()


## Tables

cells = hostile_inline.map(lambda source: canonical(source, line_break="<br>"))
tables = st.integers(1, 4).flatmap(
    lambda width: st.tuples(
        st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=3),
        st.lists(st.sampled_from(["", "left", "center", "right"]), min_size=width, max_size=width),
    )
)


@given(tables)
@example(([["a | b \\\\", "`|`"]], ["", "center"]))
@example(([[""]], [""]))
def test_a_table_is_read_as_it_was_built(made: tuple[list[list[str]], list[str]]) -> None:
    text = table_text(*made)
    assert said(text) == [(Kind.TABLE, text)]


def test_rows_are_filled_up_and_nothing_makes_no_table() -> None:
    assert table_text([["a"], ["b", "c|d"]]) == "| a |  |\n| --- | --- |\n| b | c\\|d |"
    assert table_text([]) == table_text([[], []]) == ""
