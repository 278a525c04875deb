"""What is seen of a passage without knowing its language."""

import pytest

from tejido.engine.document import Kind, Passage
from tejido.engine.document.joining.marks import is_sign, marks_of, together


def tokens(text: str, kind: Kind = Kind.PARAGRAPH, **attributes: str) -> set[str]:
    passage = Passage.of("p", kind, {"es": text}, attributes=attributes)
    return set(marks_of(passage, text).tokens)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12", "XII"),
        ("12", "١٢"),
        ("1948", "MCMXLVIII"),
        ("007", "7"),
        ("asamblea", "Assembleia"),
        ("Declaración", "declarations"),
        ("العامّة", "العامة"),
        ("ＵＮＥＳＣＯ", "unesco"),
    ],
)
def test_the_same_sign_in_another_script_or_language_is_the_same(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("one", "other"), [("12", "13"), ("IV", "VI"), ("derecho", "deber"), ("paz", "voz"), ("", "1")]
)
def test_other_signs_are_others(one: str, other: str) -> None:
    assert not tokens(one) & tokens(other)


def test_a_single_letter_is_a_number_only_in_a_heading() -> None:
    assert "5" in tokens("Artículo V", Kind.HEADING)
    assert tokens("V") == {"v"}


def test_addresses_attributes_and_lines_of_tables_are_signs() -> None:
    assert tokens('[ver](https://example.org/a "título")') == {"ver", "ttl", "@https://example.org/a"}
    assert tokens("![mapa](media/1.png)") == {"mapa", "@media/1.png"}
    assert tokens("Debate.", Kind.ACTIVITY, minutes="90") == {"dbt", "=minutes=90"}
    assert "#3" in tokens("| a |\n| --- |\n| b |", Kind.TABLE)
    assert all(map(is_sign, ("12", "@a", "=a=b", "#3")))
    assert not any(map(is_sign, ("dbt", "العا")))


def test_an_address_does_not_count_as_text() -> None:
    passage = Passage.of("p", Kind.PARAGRAPH, {})
    assert marks_of(passage, "[ver](https://example.org/long/address)").size == 3


@pytest.mark.parametrize("text", ["](" * 50_000, "](a" * 50_000, "9" * 50_000, "[" * 100_000, "\u0300" * 100_000])
def test_hostile_texts_are_only_long(text: str) -> None:
    assert marks_of(Passage.of("p", Kind.PARAGRAPH, {}), text).size <= len(text)


def test_a_section_has_the_form_of_its_heading_and_the_marks_of_all() -> None:
    heading = marks_of(Passage.of("h", Kind.HEADING, {}, level=3), "Artículo 2")
    body = marks_of(Passage.of("p", Kind.PARAGRAPH, {}), "Toda persona")
    whole = together([heading, body])
    assert (whole.shape, whole.size) == ((Kind.HEADING, 3), heading.size + body.size)
    assert whole.tokens == heading.tokens | body.tokens
