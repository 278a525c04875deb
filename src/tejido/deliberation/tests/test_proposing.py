"""A text is proposed when every comment is answered, one at a time, to the members of record of that day.

A silence lasts at least 72 hours.
"""

import pytest

from cast import FOUNDED, NOW
from tejido.curriculum.queries import latest_revision
from tejido.deliberation import commands
from tejido.deliberation.names import No, ProcedureKind
from tejido.deliberation.queries.procedures import open_procedure_of
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.registry.commands import enter_member, enter_standing
from tejido.registry.models import Party
from tejido.registry.names import Status

from .doings import (
    DAY,
    HOUR,
    SILENCE_ENDS,
    TICK,
    conclude,
    dispose,
    lines,
    local,
    propose,
    refused,
    released,
    revise,
    state,
)

MEMBERS = {"XA", "XB", "XC"}


@pytest.mark.parametrize(("lasts", "is_allowed"), [(72 * HOUR - TICK, False), (72 * HOUR, True)])
def test_a_silence_leaves_every_capital_seventy_two_hours(cast, text, lasts, is_allowed):
    if is_allowed:
        assert propose(cast, text, ends=NOW + lasts).deadline == NOW + lasts
        return
    with refused(No.SILENCE_TOO_SHORT) as said:
        propose(cast, text, ends=NOW + lasts)
    assert "72" in said[0].sentence


def test_seventy_two_hours_are_counted_in_elapsed_time_whatever_the_clocks_do(cast, text):
    # Santiago puts its clocks forward in the night to 5 September 2027: three days on the wall are 71 hours.
    opened = NOW.replace(month=9, day=3, hour=16)
    with refused(No.SILENCE_TOO_SHORT):
        commands.propose(
            actor=cast.secretariat, text=text, revision=latest_revision(text), kind=ProcedureKind.SILENCE,
            local=local(opened, "America/Santiago") + 3 * DAY, zone="America/Santiago", explanation={}, at=opened,
        )  # fmt: skip  # one row of a table, read as one


def test_a_silence_needs_an_end(cast, text):
    with refused(No.DEADLINE_MISSING):
        commands.propose(
            actor=cast.secretariat, text=text, revision=latest_revision(text), kind=ProcedureKind.SILENCE, local=None,
            zone="UTC", explanation={}, at=NOW,
        )  # fmt: skip


def test_nobody_but_the_secretariat_proposes_and_only_with_a_fresh_factor(cast, text):
    for who in ("XA/focal_point", "network/chair", "network/observer", "network/translator"):
        with refused(Shared.NOT_YOURS):
            propose(cast, text, who=who)
    with refused(Shared.NOT_FRESH):
        commands.propose(
            actor=cast.actor("network/secretariat", fresh=False), text=text, revision=latest_revision(text),
            kind=ProcedureKind.MEETING, local=None, zone="UTC", explanation={}, at=NOW,
        )  # fmt: skip


def test_a_text_is_not_proposed_while_a_comment_has_no_answer(cast, text, round_):
    released(cast, round_)
    with refused(No.UNANSWERED) as said:
        propose(cast, text)
    assert "1" in said[0].sentence
    dispose(cast, round_, lines(round_)["XA-1"].comment)
    assert propose(cast, text)


def test_one_procedure_at_a_time(cast, text, silence):
    assert open_procedure_of(text) == silence
    with refused(No.PROCEDURE_IS_OPEN):
        propose(cast, text)
    conclude(silence)
    assert open_procedure_of(text) is None
    with refused(No.ALREADY_ADOPTED):
        propose(cast, text, at=SILENCE_ENDS + HOUR, ends=SILENCE_ENDS + 9 * DAY)
    revise(cast, text, at=SILENCE_ENDS + HOUR)
    assert propose(cast, text, at=SILENCE_ENDS + HOUR, ends=SILENCE_ENDS + 9 * DAY)


def test_nobody_adopts_where_nobody_is_of_record(cast, text):
    Party.objects.update(since=NOW.date() + DAY)
    with refused(No.NO_MEMBERS):
        propose(cast, text)


def test_the_members_of_record_are_fixed_when_the_text_is_proposed(cast, text):
    def entered(code, **standing):
        member = enter_member(actor=CONSOLE, code=code, name={"es": code}, languages=["es"], since=FOUNDED, at=NOW)
        values = {"status": Status.MEMBER, "since": FOUNDED, "says": {}, "source": "tests"} | standing
        enter_standing(actor=CONSOLE, member=member, at=NOW, **values)

    entered("XD", is_disputed=True)
    procedure = propose(cast, text)
    entered("XE")
    assert state(cast, procedure).codes == MEMBERS
    assert Line.objects.get(act="procedure-opened").facts["members"] == ["XA", "XB", "XC"]
