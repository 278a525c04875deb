"""Who has gone silent: said to those who can do something about it, and to nobody else."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from cast import NOW
from tejido.meetings import commands
from tejido.meetings.queries.meetings import body_for
from tejido.meetings.queries.silence import silences_of
from tejido.meetings.sentences import of_silence
from tejido.registry.models import Party

from .doings import ALDEA, BRISA, DAY, SEC, convened, opened

YEAR = 365 * DAY


def held(cast, number, *present, excused=(), days=0):
    meeting = opened(cast, number=number, starts_at=NOW + days * DAY + DAY, ends_at=NOW + days * DAY + 2 * DAY)
    entries = [commands.Entry(code, "present") for code in present]
    entries += [commands.Entry(code, "excused") for code in excused]
    commands.enter_attendance(actor=cast.secretariat, meeting=meeting, entries=entries, at=NOW)
    return meeting


def silent(cast, who, at):
    found = silences_of(body_for(cast.actor(who), cast.body.key), at)
    return [(silence.party.code, silence.missed) for silence in found]


@pytest.fixture
def three(cast):
    held(cast, 1, "XA", "XB")
    held(cast, 2, "XA", days=10)
    held(cast, 3, "XA", days=20)


def test_two_meetings_without_a_sign_are_a_silence_and_one_is_none(cast, three):
    assert silent(cast, SEC, NOW + 30 * DAY) == [("XB", 2), ("XC", 3)]
    assert silent(cast, SEC, NOW + 15 * DAY) == [("XC", 2)]


def test_only_who_facilitates_and_the_party_itself_are_told(cast, three):
    at = NOW + 30 * DAY
    assert silent(cast, BRISA, at) == [("XB", 2)]
    assert silent(cast, ALDEA, at) == []
    for who in ("network/chair", "network/observer", "network/translator"):
        assert silent(cast, who, at) == []


def test_an_answer_to_an_invitation_is_a_sign(cast, three):
    meeting = convened(cast, number=4, starts_at=NOW + 25 * DAY, ends_at=NOW + 26 * DAY)
    commands.answer_invitation(
        actor=cast.actor(BRISA), meeting=meeting, says="not_coming", represented_by="", note="", at=NOW
    )
    commands.open_meeting(actor=cast.secretariat, meeting=meeting, at=NOW + 25 * DAY)
    assert silent(cast, SEC, NOW + 30 * DAY) == [("XC", 4)]


def test_who_excused_itself_has_given_a_sign(cast, three):
    held(cast, 4, "XA", excused=("XB",), days=25)
    assert silent(cast, SEC, NOW + 30 * DAY) == [("XC", 4)]


def test_the_last_sign_is_told_by_its_day_on_the_clocks_of_the_network(cast):
    late = datetime(2027, 3, 6, 1, tzinfo=UTC)  # in Asunción it is still the fifth
    meeting = opened(cast, number=1, starts_at=late, ends_at=late + DAY)
    entries = [commands.Entry("XB", "present")]
    commands.enter_attendance(actor=cast.secretariat, meeting=meeting, entries=entries, at=late)
    for number in (2, 3):
        held(cast, number, "XA", "XC", days=10 * number)
    found = silences_of(body_for(cast.secretariat, cast.body.key), NOW + 40 * DAY)
    last = {silence.party.code: silence.last for silence in found}
    assert last == {"XB": date(2027, 3, 5)}
    with translation.override("en"):
        assert of_silence(found[0], is_own=False).endswith("The last sign was on March 5, 2027.")


def test_one_meeting_missed_is_a_silence_when_the_last_sign_is_long_ago(cast):
    held(cast, 1, "XA", "XB", "XC")
    held(cast, 2, "XA", "XC", days=300)
    assert silent(cast, SEC, NOW + 310 * DAY) == []
    assert silent(cast, SEC, NOW + YEAR + 2 * DAY) == [("XB", 1)]


def test_meetings_before_a_party_joined_do_not_count(cast, three):
    Party.objects.filter(body=cast.body, code="XC").update(since=(NOW + 15 * DAY).date())
    assert silent(cast, SEC, NOW + 30 * DAY) == [("XB", 2)]


def test_it_is_said_calmly(cast, three):
    silences = {s.party.code: s for s in silences_of(body_for(cast.secretariat, cast.body.key), NOW + 30 * DAY)}
    with translation.override("en"):
        assert of_silence(silences["XB"], is_own=False).startswith("Brisa has neither come nor answered for the last 2")
        assert of_silence(silences["XB"], is_own=True).startswith("Your party has neither come nor answered")
        assert of_silence(silences["XC"], is_own=False).endswith("No earlier sign of it is known.")
