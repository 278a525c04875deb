"""Agreed words in a translation."""

import pytest

from tejido.engine.translation import Concept, Finding, Flaw, Term, Use, check_terms, occurs


def stem(word: str, _language: str) -> str:
    return word.removesuffix("s")


POINT = Concept(
    "k1",
    (
        Term("es", "punto focal", Use.PREFERRED),
        Term("pt", "ponto focal", Use.PREFERRED),
        Term("pt", "ponto de contato", Use.FORBIDDEN),
    ),
)
ATROCITY = Concept(
    "k2",
    (
        Term("es", "atrocidades masivas", Use.PREFERRED),
        Term("pt", "atrocidades massivas", Use.ALLOWED),
        Term("pt", "massacre", Use.FORBIDDEN),
    ),
)


def check(es: str, pt: str) -> tuple[Finding, ...]:
    return check_terms(es, pt, [POINT, ATROCITY], "es", "pt", stem)


@pytest.mark.parametrize(
    ("es", "pt"),
    [
        ("Los puntos focales.", "Os pontos focal."),
        ("Nada de esto.", "Nada disso."),
        ("Las atrocidades masivas.", "As ATROCIDADES massivas."),
        ("", ""),
    ],
)
def test_nothing_is_found_where_the_agreed_words_are_used(es, pt):
    assert check(es, pt) == ()


def test_a_forbidden_word_is_found_with_what_to_say_instead():
    assert check("Nada.", "O ponto de contato.") == (
        Finding(Flaw.FORBIDDEN, "k1", "ponto de contato", ("ponto focal",)),
    )


def test_a_thing_that_the_source_names_is_called_by_its_agreed_word():
    assert check("El punto focal.", "O encarregado.") == (
        Finding(Flaw.NOT_USED, "k1", "punto focal", ("ponto focal",)),
    )
    assert check("Las atrocidades masivas.", "Os crimes.")[0].instead == ("atrocidades massivas",)


def test_a_forbidden_word_inside_an_agreed_one_is_none():
    inside = Concept("k3", (Term("pt", "focal", Use.FORBIDDEN), Term("pt", "foco", Use.PREFERRED)))
    assert check_terms("", "O ponto focal.", [POINT, inside], "es", "pt", stem) == ()
    assert check_terms("", "O focal.", [POINT, inside], "es", "pt", stem)[0].found == "focal"


def test_a_concept_without_words_in_a_language_says_nothing_of_it():
    bare = Concept("k4", (Term("es", "memoria", Use.PREFERRED), Term("fr", "mémoire", Use.PREFERRED)))
    assert check_terms("La memoria.", "A lembrança.", [bare], "es", "pt", stem) == ()


def test_whether_a_text_says_a_term():
    assert occurs("puntos focal", "El punto focal.", "es", stem)
    assert not occurs("punto", "Puntual.", "es", stem)
    assert not occurs("", "Nada.", "es", stem)
