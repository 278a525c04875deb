"""Practices are found by their problem, in any language, by whoever may read them and no longer than that."""

import pytest

from tejido.ledger.actors import PUBLIC
from tejido.practices.models import Version
from tejido.practices.signals import found_practices
from tejido.practices.tests.doings import WORDS, adapt, again, publish, published, submit, tell, told, withdraw, write
from tejido.search.commands import index_everything
from tejido.search.models import Entry
from tejido.search.names import Kind
from tejido.search.queries import Asked, find

pytestmark = pytest.mark.django_db
BRISA = "XB/focal_point"


@pytest.fixture
def acts(django_capture_on_commit_callbacks):
    """What is done inside is followed by the index."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def sought(cast, words, who=BRISA, language="es"):
    return found_practices(cast.actor(who) if who else PUBLIC, words, language)


def test_a_practice_is_found_by_its_problem_once_it_is_published_and_no_more_once_it_is_withdrawn(cast, acts):
    with acts():
        row = told(cast)
        write(cast, row, "pt", problem="A polícia e os povos indígenas não se falavam.", title="Mesas de bairro")
    assert sought(cast, "policía indígenas") == []
    with acts():
        submit(cast, row)
        publish(cast, row)
    assert sought(cast, "policia indigenas") == [row.key]
    assert sought(cast, "povos indígenas", language="pt") == [row.key]
    assert sought(cast, "policía indígenas", who="") == []
    with acts():
        publish(cast, row, "public")
    assert sought(cast, "policía indígenas", who="") == [row.key]
    assert find(PUBLIC, Asked("barrio", kind=Kind.PRACTICE)).total == 1
    with acts():
        withdraw(cast, row)
    assert sought(cast, "policía indígenas") == []
    assert sought(cast, "policía indígenas", who="") == []


def test_a_draft_and_an_adaptation_that_is_not_released_are_in_no_index(cast, acts):
    with acts():
        row = published(cast).practice
        write(cast, again(row), **{**WORDS, "problem": "CANARY"})
        tell(cast, adapt(cast, Version.objects.get()), changed="CANARY")
    index_everything()
    assert not Entry.objects.filter(words__contains="CANARY").exists()
    assert sought(cast, "CANARY", who="XA/focal_point") == []


def test_where_none_has_every_word_those_that_have_some_are_found_the_most_first(cast, acts):
    with acts():
        some = published(cast, problem="Falta de escuelas rurales.").practice
        most = published(cast, problem="Falta de escuelas rurales y de transporte.").practice
    assert sought(cast, "transporte escuelas helicóptero") == [most.key, some.key]
    assert sought(cast, "helicóptero") == []
    assert sought(cast, "xyz de la") == []
    assert sought(cast, "…") == []
