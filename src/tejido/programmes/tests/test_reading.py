"""What the apps above are answered: for an actor, what it may read, in a constant number of queries."""

import pytest

from counting import queries_of
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.mechanisms.names import Audience
from tejido.programmes import queries
from tejido.programmes.models import Initiative
from tejido.programmes.names import CODES, GOALS, TARGETS, Field

from .doings import FOCAL_POINT, OTHER, REPRESENTATIVE, SECRETARIAT, initiative, release, reported

pytestmark = pytest.mark.django_db


def test_the_goals_are_seventeen_and_their_targets_one_hundred_and_sixty_nine():
    assert (len(GOALS), len(TARGETS), len(CODES)) == (17, 169, 186)


def test_each_actor_is_answered_what_it_may_read(cast):
    own = initiative(cast, {Field.SUMMARY: {"es": "Propio"}})
    release(cast, own, Audience.NETWORK)
    told = reported(cast)
    rows = list(Initiative.objects.select_related("member").order_by("at", "key"))
    read = lambda actor: {key: set(values) for key, values in queries.readable(actor, rows).items()}  # noqa: E731
    assert read(cast.actor(REPRESENTATIVE)) == {own.key: {"title", "summary"}, told.key: {"title"}}
    assert read(cast.actor(OTHER)) == {own.key: {"title"}, told.key: {"title"}}
    assert read(PUBLIC) == read(CONSOLE) == {told.key: {"title"}}


def test_others_read_nothing_of_a_field_whose_title_they_may_not_read(cast):
    row = initiative(cast, {Field.SUMMARY: {"es": "Así"}})
    release(cast, row, Audience.NETWORK, Field.SUMMARY)
    assert queries.initiatives_for(PUBLIC, "XA") == []
    with pytest.raises(Initiative.DoesNotExist):
        queries.initiative_for(PUBLIC, row.key)


def test_own_ones_can_be_linked_to_by_the_member_alone(cast):
    row = initiative(cast)
    reported(cast)
    release(cast, row, Audience.PUBLIC)
    assert queries.choices_for(cast.actor(REPRESENTATIVE)) == [(row.key, "Escuelas sin odio")]
    for actor in (cast.actor(OTHER), cast.actor(SECRETARIAT), PUBLIC):
        assert queries.choices_for(actor) == []
        with pytest.raises(Initiative.DoesNotExist):
            queries.own_initiative_for(actor, row.key)
    assert queries.own_initiative_for(cast.actor(FOCAL_POINT), row.key) == row


def test_what_others_link_to_is_named_to_those_alone_who_may_read_it(cast):
    hidden, shown = initiative(cast), initiative(cast)
    release(cast, shown, Audience.NETWORK)
    keys = [hidden.key, shown.key, "unknown", ""]
    titles = lambda actor: set(queries.titles_for(actor, keys))  # noqa: E731
    assert titles(cast.actor(REPRESENTATIVE)) == {hidden.key, shown.key}
    assert titles(cast.actor(OTHER)) == {shown.key}
    assert titles(PUBLIC) == set()
    assert queries_of(lambda: queries.titles_for(PUBLIC, [""])) == 0


def test_a_list_costs_the_same_for_one_and_for_three(cast):
    actor, costs = cast.actor(OTHER), []
    for _ in range(3):
        release(cast, initiative(cast), Audience.NETWORK)
        costs.append(queries_of(lambda: queries.initiatives_for(actor, most=3)))
    assert costs == [2, 2, 2]  # one more where own ones are among them
