"""Words are found as people type them."""

from importlib import import_module

import pytest
import snowballstemmer
from django.db.migrations.loader import MigrationLoader
from hypothesis import given
from hypothesis import strategies as st

from tejido.search.terms import LONGEST, METHOD, STEMMERS, filter_of, folded, prefix_of, terms_in, terms_of

SAME = [
    ("es", "prevención", "prevenciones"),
    ("es", "prevencion", "prevención"),
    ("es", "indígena", "INDIGENAS"),
    ("pt", "prevenção", "prevenções"),
    ("pt", "prevencao", "prevenções"),
    ("pt", "formação", "formações"),
    ("pt", "alemão", "alemães"),
    ("pt", "cidadão", "cidadãos"),
    ("fr", "prévention", "PREVENTIONS"),
    ("fr", "général", "généraux"),
    ("en", "preventing", "prevents"),
    ("ar", "الوقاية", "وقاية"),
    ("pt-BR", "programas", "programa"),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_forms_of_one_word_share_a_term(language, one, other):
    assert terms_of(one, language) & terms_of(other, language)


@pytest.mark.parametrize("language", sorted(STEMMERS))
def test_an_index_made_with_the_algorithms_in_c_is_read_by_a_node_without_them(language):
    name = STEMMERS[language]
    plain = getattr(import_module(f"snowballstemmer.{name}_stemmer"), f"{name.title()}Stemmer")()
    words = {word for pair in SAME for word in pair[1:]} | {"naciones", "direitos", "الحقوق", "prevention", "œuvres"}
    assert [snowballstemmer.stemmer(name).stemWord(word) for word in words] == [plain.stemWord(word) for word in words]


def test_different_words_share_none():
    assert not terms_of("memoria", "es") & terms_of("justicia", "es")


def test_a_language_that_we_know_no_endings_of_is_found_as_it_stands():
    assert terms_of("Ñemboaty", "gn") == {"wnemboaty"}


def test_no_word_of_a_text_passes_for_a_filter():
    assert not terms_in("fpublic fnetwork fbodyx1", "es") & {filter_of("public", ""), filter_of("network", "")}


def test_a_filter_holds_letters_and_digits_only():
    assert filter_of("language", "pt-BR") == "flanguageptbr"
    assert filter_of("body", '" OR fpublic') == "fbodyorfpublic"


@given(st.text(max_size=40), st.sampled_from(["es", "pt", "en", "fr", "ar", "gn"]))
def test_every_term_is_one_word_that_no_query_language_reads_anything_into(text, language):
    assert all(term.startswith("w") and term.isalnum() and term.isascii() for term in terms_in(text, language))


def test_what_is_being_typed_begins_what_is_meant():
    assert any(term.startswith(prefix_of("prevenc")) for term in terms_of("prevención", "es"))
    assert folded("Ñandutí") == "nanduti"


SENTENCE = "\ufdfa"  # one sign, eighteen letters when it is spelled out


@pytest.mark.parametrize("language", ["es", "ar", "gn"])
def test_a_sign_that_stands_for_a_sentence_makes_no_endless_term(language):
    terms = {prefix_of(SENTENCE * 60), *terms_in(SENTENCE * 60, language)}
    assert all(len(term) <= 1 + 6 * LONGEST for term in terms)
    assert any(term.startswith(prefix_of(SENTENCE * 2)) for term in terms)


def test_whoever_changes_the_terms_of_a_word_raises_the_method():
    """Rows that are there keep their terms until METHOD differs and a migration has the index filled again."""
    asked = [("es", "Prevención"), ("pt", "formações"), ("fr", "généraux"), ("en", "preventing"), ("gn", "Ñemboaty")]
    found = [sorted(terms_of(word, language)) for language, word in asked]
    assert (METHOD, found) == (
        3, [["wprevencion"], ["wformaca"], ["wgeneral"], ["wprevent"], ["wnemboaty"]],
    )  # fmt: skip
    migrations = MigrationLoader(None).disk_migrations
    assert [name for app, name in migrations if app == "search" and name.endswith(f"_method_{METHOD}")]
