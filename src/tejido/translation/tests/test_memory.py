"""Suggestions come from what was adopted, as far as one may read it, and say from where and how alike."""

import pytest

from cast import FIRST, NOW, SECOND, make_text
from counting import queries_of
from tejido.curriculum.commands import release_edition, seal_edition
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import documents, latest_revision
from tejido.translation import queries
from tejido.translation.queries import memory

from .doings import MEMBER, TRANSLATOR, document, translate, write_source

pytestmark = pytest.mark.django_db
ES, PT = "La prevención empieza antes de la violencia.", "A prevenção começa antes da violência."
PASSAGE = f"/texts/texto/translation/pt/passages/{FIRST}/"


def seal(cast, text):
    return seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=NOW)


def offered(cast, source=ES, who=MEMBER):
    return queries.suggestions(cast.actor(who), source, ("es", "pt"))


def test_nothing_is_offered_from_a_text_in_work(cast, text):
    assert offered(cast) == []


def test_what_was_adopted_is_offered_with_its_place_and_how_alike_it_is(cast, text):
    seal(cast, text)
    found = offered(cast)[0]
    assert (found.words, found.percent, found.passage, found.edition.number) == (PT, 100, FIRST, 1)
    near = offered(cast, "La prevención empieza mucho antes de la violencia.")[0]
    assert 85 < near.percent < 100
    assert offered(cast, "Algo que no tiene nada que ver con esto en absoluto, ni de lejos.") == []
    assert offered(cast, "") == []


def test_a_hundred_is_the_same_and_nothing_less(cast, text):
    write_source(cast, text, FIRST, "a" * 400)
    seal(cast, text)
    assert [item.percent for item in offered(cast, "a" * 399 + "b")] == [99]


def test_one_wording_is_offered_once_from_the_newest_edition(cast, text):
    seal(cast, text)
    write_source(cast, text, SECOND, "Otra cosa.")
    seal(cast, text)
    assert [item.edition.number for item in offered(cast)] == [2]


def test_a_mechanism_s_text_is_offered_to_its_own_member_until_it_is_released(cast, mechanism):
    own = make_text(cast, mechanism, by="XA/focal_point", slug="propio")
    edition = seal_edition(actor=cast.actor("XA/focal_point"), revision=latest_revision(own), at=NOW)
    assert len(offered(cast, who="XA/alternate")) == 1
    assert offered(cast) == []
    assert offered(cast, who=TRANSLATOR) == []
    given = {"actor": cast.actor("XA/focal_point"), "edition": Edition.objects.get(key=edition.key), "at": NOW}
    release_edition(readers="network", with_record=False, **given)
    assert len(offered(cast)) == 1


def test_the_page_offers_words_to_begin_with_and_keeps_nothing_before_one_saves(cast, text):
    seal(cast, text)
    translate(cast, text, {FIRST: "Outra coisa."})
    client = cast.client(TRANSLATOR)
    page = client.get(PASSAGE).content.decode()
    assert "<b>100 %</b>" in page
    key = offered(cast)[0].key
    assert PT in client.get(PASSAGE, {"take": key}).content.decode().partition("</textarea>")[0]
    assert "Outra coisa." in client.get(PASSAGE, {"take": "nothing"}).content.decode().partition("</textarea>")[0]
    assert document(text).passage(FIRST).text("pt") == "Outra coisa."
    assert "Begin with these words" not in cast.client(MEMBER).get(PASSAGE).content.decode()


def test_what_stands_there_already_is_not_offered(cast, text):
    seal(cast, text)
    assert "From adopted texts" not in cast.client(TRANSLATOR).get(PASSAGE).content.decode()


def test_it_costs_the_same_however_much_was_adopted(cast, text):
    def cost():
        memory.remembered.forget()
        documents.memory.forget()
        return queries_of(lambda: offered(cast))

    seal(cast, text)
    cost()
    small = cost()
    for number in (2, 3):
        write_source(cast, text, SECOND, f"Otra cosa {number}.")
        seal(cast, text)
    assert cost() == small
    assert small <= 5
    assert queries_of(lambda: offered(cast)) == small - 1, "what was adopted is remembered"
