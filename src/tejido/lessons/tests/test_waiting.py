"""What was discussed waits for its outcome on the desk of the secretariat, and on nobody else's."""

import pytest

from cast import FIRST, NOW, SECOND
from tejido.desk.queries.learned import learned_from_seminars
from tejido.lessons.tests.doings import ALDEA, SEC, decide, discussed, open_, put

pytestmark = pytest.mark.django_db


def told(world, who=SEC):
    return [line.what for line in learned_from_seminars(world.cast.actor(who), NOW)]


@pytest.fixture
def matters(world):
    open_(world)
    return [put(world, passage) for passage in (FIRST, SECOND)]


def test_what_was_not_discussed_waits_for_nothing(world, matters):
    assert told(world) == []


def test_what_was_discussed_waits_until_it_has_an_outcome(world, matters):
    discussed(world)
    assert told(world) == ["2 matters discussed without an outcome"]
    decide(world, matters[0], "not_taken")
    assert told(world) == ["1 matter discussed without an outcome"]
    decide(world, matters[1], "not_taken")
    assert told(world) == []


def test_it_waits_for_the_secretariat_alone_and_asks_once(world, matters, django_assert_num_queries):
    discussed(world)
    with django_assert_num_queries(0):
        assert told(world, ALDEA) == []
    with django_assert_num_queries(1):
        told(world)
