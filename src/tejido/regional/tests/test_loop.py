"""A text of a regional initiative runs through the loop of every text: a round, released positions, adoption. Its
parties are the members that joined, and nobody else."""

import pytest

from cast import NOW, make_text
from tejido.deliberation import commands as deliberation
from tejido.deliberation.models import Adoption, MemberOfRecord, Position
from tejido.deliberation.names import No, ProcedureKind
from tejido.deliberation.queries.comments import comments_of
from tejido.deliberation.tests.doings import (
    HOUR,
    agree,
    answer,
    dispose,
    fill_cumbre,
    object_to,
    propose,
    refused,
    release,
)
from tejido.deliberation.tests.stage import opened
from tejido.meetings.models import Meeting
from tejido.meetings.queries.meetings import meeting_for
from tejido.meetings.tests.doings import convened
from tejido.registry.models import Body
from tejido.registry.queries import body_for

from .doings import ALDEA, BRISA, SECRETARIAT, joined, proposed

pytestmark = pytest.mark.django_db
CUMBRE = "XC/focal_point"


@pytest.fixture
def initiative(cast):
    """Aldea and Brisa take part; Cumbre, whose seat somebody holds, does not."""
    fill_cumbre(cast)
    row = proposed(cast)
    joined(cast, row)
    return row


def test_only_the_members_that_joined_have_positions_and_their_agreement_adopts(cast, initiative):
    text = make_text(cast, initiative.body, by=SECRETARIAT, slug="acuerdo")
    round_ = opened(cast, text, who=SECRETARIAT)
    for who in (ALDEA, BRISA):
        answer(cast, round_, who, wording=f"De {who}", reason="Así")
        release(cast, round_, who)
    with refused(No.NOT_A_PARTY):
        answer(cast, round_, CUMBRE, wording="No", reason="No")
    assert {row.party.code for row in Position.objects.select_related("party")} == {"XA", "XB"}
    assert {line.label[:2] for line in comments_of(round_)} == {"XA", "XB"}
    for line in comments_of(round_):
        dispose(cast, round_, line.comment)
    procedure = propose(cast, text, who=SECRETARIAT, kind=ProcedureKind.MEETING)
    of_record = MemberOfRecord.objects.filter(procedure=procedure).values_list("party__code", flat=True)
    assert set(of_record) == {"XA", "XB"}
    with refused(No.NOT_A_PARTY):
        object_to(cast, procedure, CUMBRE)
    agree(cast, procedure, ALDEA)
    agree(cast, procedure, BRISA)
    deliberation.conclude_meeting(actor=cast.actor("network/chair"), procedure=procedure, present=[], at=NOW + HOUR)
    assert Adoption.objects.get(procedure=procedure).edition.text == text


def test_who_did_not_join_reads_what_every_seat_reads_of_a_committee_and_no_meeting_from_inside(cast, initiative):
    other = cast.actor(CUMBRE)
    assert body_for(other, initiative.body_id) == initiative.body
    meeting = convened(cast, initiative.body)
    assert meeting_for(cast.actor(BRISA), meeting.key)
    with pytest.raises(Meeting.DoesNotExist):
        meeting_for(other, meeting.key)
    client = cast.client(CUMBRE)
    assert client.get(f"/meetings/{meeting.key}/").status_code == 200
    assert Body.objects.get(key=initiative.body_id).requires_clearance is False
