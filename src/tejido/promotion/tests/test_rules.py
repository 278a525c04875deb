"""What an entry has to say, and to whom it can be shown."""

import pytest

from tejido.mechanisms.names import Audience
from tejido.promotion.names import Kind, No, Voice
from tejido.promotion.rules import Said, first_audience, is_sound, outward

pytestmark = pytest.mark.anywhere


@pytest.mark.parametrize(
    ("kind", "voice", "speaker", "has_basis", "code"),
    [
        (Kind.STATEMENT, Voice.NETWORK, "", False, No.NO_BASIS),
        (Kind.STATEMENT, Voice.NETWORK, "", True, None),
        (Kind.SIDE_EVENT, Voice.NETWORK, "", False, No.NO_BASIS),
        (Kind.POSITION, Voice.MEMBER, "", False, No.NO_SPEAKER),
        (Kind.POSITION, Voice.MEMBER, "XA", False, None),
        (Kind.MENTION, Voice.OTHERS, "", False, None),
        (Kind.MENTION, Voice.NETWORK, "", True, No.WRONG_VOICE),
        (Kind.PUBLICATION, Voice.OTHERS, "", False, No.WRONG_VOICE),
    ],
)
def test_the_networks_name_needs_a_basis_and_a_members_own_name_the_member(kind, voice, speaker, has_basis, code):
    refusal = is_sound(Said(kind, voice, speaker, has_basis))
    assert (refusal and refusal.code) == code


def test_a_member_begins_by_itself_and_the_secretariat_with_the_network():
    assert (first_audience("XA"), outward("XA")) == (Audience.OWN, (Audience.NETWORK, Audience.PUBLIC))
    assert (first_audience(""), outward("")) == (Audience.NETWORK, (Audience.PUBLIC,))
