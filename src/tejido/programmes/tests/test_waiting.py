"""Whose days are over: as exact as they were given, and only where nothing says so yet."""

from datetime import date

import pytest

from counting import queries_of
from tejido.ledger.actors import PUBLIC
from tejido.programmes import commands, queries
from tejido.programmes.names import Field, State

from .doings import FOCAL_POINT, OTHER, SECRETARIAT, initiative, reported, stand

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)


def overdue(cast, who=FOCAL_POINT):
    return [one.key for one in queries.overdue_for(cast.actor(who), TODAY)]


def ends(cast, until, **values):
    return initiative(cast, {Field.DATES: {"until": until}}, **values)


def test_a_year_or_a_month_is_over_with_its_last_day_and_the_longest_past_comes_first(cast):
    later, earlier = ends(cast, "2027-02"), ends(cast, "2026")
    for until in ("2027", "2027-03", "2027-03-01"):
        ends(cast, until)
    initiative(cast)
    assert overdue(cast) == [earlier.key, later.key]
    assert (overdue(cast, OTHER), overdue(cast, SECRETARIAT), queries.overdue_for(PUBLIC, TODAY)) == ([], [], [])
    assert queries_of(lambda: overdue(cast)) - queries_of(lambda: cast.actor(FOCAL_POINT)) == 1


def test_what_is_said_to_be_over_waits_for_nobody(cast):
    over, running, struck = (ends(cast, "2026") for _ in range(3))
    reported(cast, {Field.DATES: {"until": "2026"}})
    stand(cast, over, State.ENDED)
    stand(cast, running, State.RUNNING)
    commands.strike_initiative(actor=cast.actor(FOCAL_POINT), initiative=struck, reason="No.", at=cast.now)
    assert overdue(cast) == [running.key]
