"""The own space of a member or of an institution: for texts alone, and for nobody else."""

import pytest

from cast import NOW
from tejido.curriculum.commands import create_text
from tejido.curriculum.imports import read_files
from tejido.curriculum.queries import texts_for
from tejido.ledger.actors import CONSOLE
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.meetings.names import No
from tejido.meetings.queries.meetings import bodies_for
from tejido.meetings.rules.seats import may_facilitate
from tejido.registry.commands import open_office
from tejido.registry.models import Body
from tejido.registry.queries import capacity
from tejido.registry.rules import tasks

pytestmark = pytest.mark.django_db
OTHERS = ("XB/focal_point", "network/secretariat", "network/observer")


@pytest.fixture
def own(cast):
    return open_office(actor=cast.actor("XA/focal_point"), member=cast.members["XA"], institution=None, at=NOW)


@pytest.fixture
def school(cast):
    return open_office(
        actor=cast.actor("XA/representative/JUS"), member=cast.members["XA"],
        institution=cast.institutions["XA/JUS"], at=NOW,
    )  # fmt: skip  # one act, read as one


def test_there_is_one_and_its_seats_alone_read_it(cast, own, school):
    assert open_office(actor=cast.actor("XA/alternate"), member=cast.members["XA"], institution=None, at=NOW) == own
    assert Body.objects.filter(member=cast.members["XA"]).count() == 2
    assert tasks(cast.actor("XA/representative/DEF"), own)
    for who in (*OTHERS, "XA/focal_point", "XA/representative/DEF"):
        assert not tasks(cast.actor(who), school)
    for who in OTHERS:
        assert not tasks(cast.actor(who), own)
    assert not tasks(CONSOLE, own)


def test_nobody_meets_in_it(cast, own):
    assert may_facilitate(capacity(cast.actor("XA/focal_point"), own)).code == No.NO_MEETINGS
    assert own not in [context.body for context in bodies_for(cast.actor("XA/focal_point"))]
    assert cast.client("XA/focal_point").get(f"/bodies/{own.key}/").status_code == 404


def test_who_serves_it_brings_in_texts_and_who_does_not_is_told_who_does(cast, own, school):
    source, _ = read_files([("es.md", b"# Curso\n")], "es")
    given = {"title": "Curso", "source": source, "reason": "", "at": NOW}
    create_text(actor=cast.actor("XA/focal_point"), body=own, **given)
    assert "Curso" in str([line.text.title for line in texts_for(cast.actor("XA/representative/DEF"))])
    for body, who in ((own, "Focal point"), (school, "Institution's representative")):
        with pytest.raises(Refused) as problem:
            create_text(actor=cast.actor("XB/focal_point"), body=body, **given)
        assert problem.value.refusal.code == Shared.NOT_YOURS
        assert str(problem.value.refusal.values["who"]) == who
