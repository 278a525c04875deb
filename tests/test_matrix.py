"""Every address, for everybody: who gets which answer, that a refused act changes nothing at all, and that what a person
may not see looks as if it were not there."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from matrix_hands import DONE, Hands, changed, outcome, rows, tables, undone
from matrix_requests import of_course, of_doors
from matrix_tables import DOORS, MECHANISM, NETWORK
from matrix_world import AT, whole_world

pytestmark = pytest.mark.django_db
# What is answered, and leaves nothing behind.
CHANGE_NOTHING = {"curriculum:preview", "desk:comparisons", "set_language"}


@pytest.fixture(scope="module")
def hands(django_db_setup, django_db_blocker) -> Iterator[Hands]:
    """The world is made once for all tests of this module, and each of them leaves it as it was."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as clock, transaction.atomic():
        clock.setattr("tejido.config.middleware.timezone.now", lambda: AT)
        yield Hands(whole_world())
        transaction.set_rollback(True)


def asks_of(hands, where):
    if where == "doors":
        return of_doors(hands.world)
    return of_course(hands.world.network if where == "network" else hands.world.mechanism)


TABLES = {"network": NETWORK, "mechanism": MECHANISM, "doors": DOORS}


@pytest.mark.parametrize("where", TABLES)
def test_everybody_gets_the_answer_of_the_table_and_who_is_refused_changes_nothing(hands, where):
    asks, wrong, before = asks_of(hands, where), {}, tables()
    for row in rows(TABLES[where]):
        found = {who: answered(hands, who, row, asks[row.name], before) for who in row.expected}
        if found != row.expected:
            wrong[row.method, row.name] = {
                who: (cell, found[who]) for who, cell in row.expected.items() if cell != found[who]
            }
        if left := changed(before, tables()):
            wrong[row.method, row.name, "left behind"] = left
    assert wrong == {}


def answered(hands, who, row, ask, before):
    """The cell that is found for this person. What the table says is done has to change something; it is taken back."""
    if row.method == "POST" and row.expected[who] in DONE:
        with undone():
            found = outcome(hands.send(who, row.method, row, ask))
            is_done = row.url in CHANGE_NOTHING or changed(before, tables())
        return found if is_done else f"{found}, and nothing done"
    answer = hands.send(who, row.method, row, ask)
    found = outcome(answer)
    return f"{found}, not hidden" if found == "404" and not hands.is_hidden(who, row, ask, answer) else found
