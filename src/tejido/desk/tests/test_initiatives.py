"""What the desk says of initiatives: to who keeps them alone, and to the secretariat of the vocabulary."""

import pytest

from cast import NOW
from tejido.desk.queries.initiatives import initiatives_waiting
from tejido.programmes import commands
from tejido.programmes.names import Field, Use
from tejido.programmes.tests.doings import FOCAL_POINT, OTHER, SECRETARIAT, initiative

pytestmark = pytest.mark.django_db


def test_dates_that_passed_wait_for_the_member_and_a_proposed_term_for_the_secretariat(cast):
    row = initiative(cast, {Field.DATES: {"until": "2026-12"}})
    commands.propose_term(actor=cast.actor(OTHER), use=Use.TYPE, names={"es": "Museo"}, at=NOW)
    waiting = lambda who: [(one.text, one.url) for one in initiatives_waiting(cast.actor(who), NOW)]  # noqa: E731
    assert waiting(FOCAL_POINT) == [("Escuelas sin odio", f"/initiatives/{row.key}/statuses/")]
    assert waiting(SECRETARIAT) == [("Museo", "/initiatives/vocabulary/")]
    assert (waiting(OTHER), waiting("XA/representative/JUS")) == ([], [])
