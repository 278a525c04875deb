"""What stands elsewhere in a source, notes and addresses, comes to where it is called, or to the end."""

import pytest

from tejido.formats import Code
from tejido.formats.markdown import plain

from .sources import only, refusal, said

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
