"""A wording that a module proposed waits for the secretariat alone, until it is decided."""

import pytest

from cast import FIRST, NOW
from counting import queries_of
from tejido.desk.queries.modules import wordings_proposed
from tejido.ledger.actors import PUBLIC
from tejido.modules import commands
from tejido.modules.models import Proposal
from tejido.modules.tests.doings import ALDEA, BRISA, DAY, SEC, propose, running, sum_up

pytestmark = pytest.mark.django_db


def waits(cast, who):
    """How many lines wait for a seat."""
    return len(list(wordings_proposed(cast.actor(who), NOW)))


def test_the_secretariat_is_told_of_a_proposed_wording_until_it_has_decided(cast, text):
    row = running(cast).step.module
    sum_up(cast, row)
    propose(cast, row, text, FIRST)
    assert [waits(cast, who) for who in (SEC, ALDEA, BRISA)] == [1, 0, 0]
    assert list(wordings_proposed(PUBLIC, NOW)) == []
    (line,) = wordings_proposed(cast.actor(SEC), NOW)
    assert row.key in line.url
    commands.decline_proposal(actor=cast.secretariat, proposal=Proposal.objects.get(), answer="No.", at=NOW + DAY)
    assert waits(cast, SEC) == 0


def test_the_desk_asks_once_however_many_wordings_wait(cast, text):
    row = running(cast).step.module
    sum_up(cast, row)
    costs = []
    for n in range(3):
        propose(cast, row, text, FIRST, wording=f"Otra redacción {n}.")
        actor = cast.actor(SEC)
        costs.append(queries_of(lambda actor=actor: list(wordings_proposed(actor, NOW))))
    assert costs == [1, 1, 1]
