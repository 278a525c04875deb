"""What waits for whom among the practices: told to the seat whose turn it is, in a fixed number of queries."""

import pytest

from cast import NOW
from counting import queries_of
from tejido.desk.queries.practices import practices_waiting
from tejido.ledger.actors import PUBLIC
from tejido.practices import commands
from tejido.practices.models import Remark
from tejido.practices.tests.doings import (
    ALDEA,
    BRISA,
    CUMBRE,
    DAY,
    JUSTICE,
    SEC,
    ask,
    give,
    published,
    reply,
    submit,
    told,
)

pytestmark = pytest.mark.django_db


def waits(cast, who):
    """How many lines wait for a seat."""
    return len(list(practices_waiting(cast.actor(who), NOW)))


def test_who_has_to_ask_to_read_and_to_answer_is_told_until_it_is_done(cast):
    made = submit(cast, told(cast))
    assert [waits(cast, who) for who in (SEC, BRISA, ALDEA)] == [1, 0, 0]
    row = ask(cast, made)
    ask(cast, made, CUMBRE)
    assert [waits(cast, who) for who in (SEC, BRISA, ALDEA)] == [0, 1, 0]
    give(cast, row, problem="¿Dónde?")
    assert [waits(cast, who) for who in (SEC, BRISA, ALDEA, JUSTICE)] == [0, 0, 1, 0]
    reply(cast, Remark.objects.get())
    assert waits(cast, ALDEA) == 0
    assert list(practices_waiting(PUBLIC, NOW)) == []


def test_a_letter_waits_until_somebody_of_the_member_answers(cast):
    version = published(cast)
    given = {"language": "es", "words": "¿Cuántas?"}
    commands.ask_contact(actor=cast.actor(BRISA), version=version, at=NOW, **given)
    assert [waits(cast, who) for who in (ALDEA, BRISA)] == [1, 0]
    seat = cast.seats[cast.office(BRISA)]
    commands.answer_enquiry(actor=cast.actor(JUSTICE), practice=version.practice, seat=seat, at=NOW + DAY, **given)
    assert waits(cast, ALDEA) == 0


def test_the_desk_asks_as_often_whatever_waits(cast):
    def more():
        give(cast, ask(cast, submit(cast, told(cast))), problem="¿Dónde?")

    more()
    first = queries_of(lambda: waits(cast, ALDEA))
    more()
    more()
    assert queries_of(lambda: waits(cast, ALDEA)) == first
