"""Real texts: the Universal Declaration in five languages and the demonstration curriculum in three."""

from functools import cache
from itertools import count, permutations
from pathlib import Path

import pytest

from tejido.engine.document import Document, Joined, join_languages
from tejido.formats.markdown import read

from ...tests.texts import declaration

CURRICULUM = Path(__file__).parents[4] / "demonstration" / "curriculum"
PARTS = ("0-front", "1-upstream", "2-midstream", "3-downstream")
FRIENDLY_RELATIONS, NOW_THEREFORE = 5, 9  # places of the passages that the Arabic and the French text have not


@cache
def joined(*languages: str) -> Joined:
    return join_languages({language: declaration(language) for language in languages})


def test_the_french_and_the_arabic_text_lack_one_passage_each_and_all_else_is_joined() -> None:
    found = joined("es", "pt", "en", "fr", "ar")
    assert found.unjoined == {
        "es": (),
        "pt": (),
        "en": (),
        "fr": (f"es-{NOW_THEREFORE}",),
        "ar": (f"es-{FRIENDLY_RELATIONS}",),
    }
    assert found.document.passages[NOW_THEREFORE].text("en") == "Now, therefore,"
    assert found.document.passages[FRIENDLY_RELATIONS].text("en").endswith("friendly relations between nations,")


def test_every_passage_stands_beside_its_own_translation() -> None:
    for at, row in enumerate(joined("es", "pt", "en", "fr", "ar").document):
        assert row.text("es") == declaration("es").passages[at].text("es")
        assert row.text("pt") == declaration("pt").passages[at].text("pt")
        assert row.text("en") == declaration("en").passages[at].text("en")
        if at != NOW_THEREFORE:
            assert row.text("fr") == declaration("fr").passages[at - (at > NOW_THEREFORE)].text("fr")
        if at != FRIENDLY_RELATIONS:
            assert row.text("ar") == declaration("ar").passages[at - (at > FRIENDLY_RELATIONS)].text("ar")


@pytest.mark.parametrize(("lead", "other"), list(permutations(["es", "pt", "en", "fr"], 2)))
def test_whichever_language_leads_the_missing_passage_is_noticed(lead: str, other: str) -> None:
    """Portuguese has "A Assembléia Geral proclama" in one passage; beside French, which lacks the one before, this is
    in doubt and left to a person."""
    found = joined(lead, other)
    if {lead, other} == {"pt", "fr"}:
        assert found.unjoined == {"pt": ("fr-9",), "fr": ("pt-9", "pt-10")}
        return
    expected: dict[str, tuple[str, ...]] = {lead: (), other: ()}
    if lead == "fr":
        expected["fr"] = (f"{other}-{NOW_THEREFORE}",)
    if other == "fr":
        expected["fr"] = (f"{lead}-{NOW_THEREFORE}",)
    assert found.unjoined == expected
    assert len(found.document) == 92


@pytest.mark.parametrize("tag", ["es", "en"])
def test_a_passage_that_only_another_language_has_stands_at_its_place(tag: str) -> None:
    """French leads, and the passage that it has not is put between its neighbours."""
    found = joined("fr", tag).document
    assert [row.text(tag) for row in found] == [p.text(tag) for p in declaration(tag)]
    assert found.passages[NOW_THEREFORE].languages == (tag,)


@cache
def curriculum(language: str) -> Document:
    numbers = count()
    source = "\n\n".join((CURRICULUM / f"{part}.{language}.md").read_text(encoding="utf-8") for part in PARTS)
    return read(source, language, lambda: f"{language}-{next(numbers)}")


def test_the_demonstration_curriculum_is_complete_in_its_three_languages() -> None:
    texts = {language: curriculum(language) for language in ("es", "pt", "en")}
    found = join_languages(texts)
    assert found.unjoined == {"es": (), "pt": (), "en": ()}
    for language, document in texts.items():
        assert [row.text(language) for row in found.document] == [p.text(language) for p in document]


@pytest.mark.parametrize("language", ["pt", "en"])
def test_what_somebody_forgot_to_translate_is_found_in_the_curriculum(language: str) -> None:
    lead, other = curriculum("es"), curriculum(language)
    forgotten = set(range(7, len(other), 23))
    found = join_languages({"es": lead, language: Document.of(p for at, p in enumerate(other) if at not in forgotten)})
    missing = {lead.index[id] for id in found.unjoined[language]}
    assert found.unjoined["es"] == () or len(found.unjoined["es"]) <= 2
    assert len(missing ^ forgotten) <= 2
