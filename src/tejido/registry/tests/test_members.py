"""Who is a member of record: what dated sources say, and nobody's decision where they disagree."""

from datetime import date, timedelta

import pytest

from cast import FOUNDED, NOW, SOURCE
from tejido.ledger.actors import CONSOLE
from tejido.registry.commands import enter_standing
from tejido.registry.models import Party
from tejido.registry.names import Stand, Status
from tejido.registry.queries import MemberLine, members, parties_of_record

pytestmark = pytest.mark.django_db
TODAY, DAY = NOW.date(), timedelta(days=1)


def says(cast, code: str, status: Status = Status.MEMBER, since: date = TODAY, **values) -> None:
    values = {"status": status, "since": since, "says": {"es": "…"}, "source": SOURCE, **values}
    enter_standing(actor=CONSOLE, member=cast.members[code], at=NOW, **values)


def line(code: str) -> MemberLine:
    return next(line for line in members() if line.member.code == code)


def of_record(body, day: date = TODAY) -> list[str]:
    return [party.code for party in parties_of_record(body, day)]


def test_members_of_record_are_those_that_every_source_calls_members(cast):
    assert of_record(cast.body) == ["XA", "XB", "XC"]


def test_a_member_is_one_from_the_first_day_on_and_not_the_day_before(cast):
    assert (of_record(cast.body, FOUNDED - DAY), of_record(cast.body, FOUNDED)) == ([], ["XA", "XB", "XC"])


def test_one_dissenting_source_is_enough_to_leave_a_member_out(cast):
    says(cast, "XB", Status.UNLISTED)
    assert of_record(cast.body) == ["XA", "XC"]
    assert of_record(cast.body, TODAY - DAY) == ["XA", "XB", "XC"]


@pytest.mark.parametrize("status", [Status.OBSERVER, Status.PARTNER, Status.UNLISTED])
def test_another_status_than_member_is_not_of_record(cast, status):
    says(cast, "XB", status)
    assert not line("XB").is_of_record(TODAY)


def test_a_disputed_membership_is_not_of_record_and_is_shown_as_disputed(cast):
    says(cast, "XC", is_disputed=True)
    assert not line("XC").is_of_record(TODAY)
    assert line("XC").stand_on(TODAY) == Stand.DISPUTED


def test_what_a_source_says_ends_on_the_day_it_names(cast):
    says(cast, "XB", Status.UNLISTED, until=TODAY + DAY)
    assert [line("XB").is_of_record(day) for day in (TODAY - DAY, TODAY, TODAY + DAY)] == [True, False, True]


def test_a_member_of_which_no_source_speaks_on_that_day_is_not_of_record(cast):
    assert not line("XA").is_of_record(FOUNDED - DAY)
    assert not MemberLine(cast.members["XA"], ()).is_of_record(TODAY)


def test_a_party_that_has_left_is_not_of_record_from_the_day_it_left(cast):
    Party.objects.filter(code="XB").update(until=TODAY)
    assert of_record(cast.body, TODAY - DAY) == ["XA", "XB", "XC"]
    assert of_record(cast.body) == ["XA", "XC"]


def test_the_parties_of_a_mechanism_are_of_record_whatever_is_said_of_its_member(cast, mechanism):
    says(cast, "XA", is_disputed=True)
    assert of_record(mechanism) == ["DEF", "JUS"]
    Party.objects.filter(code="DEF").update(until=TODAY)
    assert of_record(mechanism) == ["JUS"]
