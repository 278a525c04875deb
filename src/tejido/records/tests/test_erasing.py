"""Who asks for it is no longer in the records, and no count changes."""

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.records import commands, queries
from tejido.records.models import Register
from tejido.records.names import No
from tejido.records.tests import doings


@pytest.fixture
def group(cast, text):
    return doings.cohort(cast, doings.course(cast, text))


def erase(cast, group, document, by=doings.REPRESENTATIVE, *, fresh=True):
    actor = cast.actor(by, fresh=fresh)
    return commands.erase_person(actor=actor, space=group.space, document=document, at=NOW)


def test_an_erased_person_counts_on_and_is_nobody(cast, group):
    doings.enter(cast, group, "Ana", "Beto", day="2026-03-31")
    doings.enter(cast, group, "Ana", day="2026-06-30")
    before = doings.kept(Register.objects.get().pk)
    assert erase(cast, group, "national:Ana") == 2
    names = [line.name for line in queries.roll_of(cast.actor(doings.REPRESENTATIVE), group)]
    assert names == ["", "Beto, Persona", ""]
    assert doings.kept(Register.objects.get().pk) == before
    assert doings.is_exact()
    line = Line.objects.get(act="trained-person-erased")
    assert (line.facts, line.details) == ({"records": 2}, None)
    assert doings.enter(cast, group, "Ana", day="2026-06-30").new == 1


def test_only_the_representative_erases_with_a_second_factor_and_only_who_is_there(cast, group):
    doings.enter(cast, group, "Ana")
    for by, fresh in (("XA/focal_point", True), (doings.REPRESENTATIVE, False)):
        with pytest.raises(Refused):
            erase(cast, group, "national:Ana", by, fresh=fresh)
    with pytest.raises(Refused) as refused:
        erase(cast, group, "national:Nadie")
    assert refused.value.refusal.code == No.NOBODY_ERASED
