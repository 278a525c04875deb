"""The rules by themselves: whoever asks, only the secretariat does any of it."""

import pytest

from cast import NOW
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal
from tejido.lessons import rules
from tejido.lessons.models import Matter
from tejido.lessons.names import No
from tejido.meetings.tests.doings import prepare

from .doings import ALDEA, SEC

pytestmark = pytest.mark.django_db


def code(found: Refusal | None) -> object:
    return found.code if found else None


def test_none_of_it_is_a_members_to_do(world):
    actor, matter, meeting = world.cast.actor(ALDEA), Matter(part="text"), prepare(world.cast, kind="evaluation")
    asked = (
        rules.may_open(actor, world.seminar, is_open=False),
        rules.may_link_round(actor, "text", world.text, None),
        rules.may_link_meeting(actor, meeting, ()),
        rules.may_put_together(actor, "text", {"es": "x"}, {}, {}),
        rules.may_change(actor, {"es": "x"}, is_as_seen=True, is_settled=False, is_same=True),
        rules.may_dissolve(actor, matter, is_used=False),
        rules.may_place(actor, matter, is_placed=False),
        rules.may_decide(actor, matter, "taken", "x", is_discussed=True, standing=None, carrier="x"),
        rules.may_tell(actor, is_decided=True, is_as_seen=True, is_told=False),
        rules.may_withdraw(actor, "x", is_told=True),
    )
    assert {code(found) for found in asked} == {Shared.NOT_YOURS}


def test_what_was_dissolved_meanwhile_is_refused_by_every_rule(world):
    actor, matter = world.cast.actor(SEC), Matter(part="text", dissolved_at=NOW)
    asked = (
        rules.may_dissolve(actor, matter, is_used=False),
        rules.may_place(actor, matter, is_placed=False),
        rules.may_decide(actor, matter, "taken", "x", is_discussed=True, standing=None, carrier="x"),
    )
    assert {code(found) for found in asked} == {No.IS_DISSOLVED}


def test_there_is_no_round_on_what_is_no_text(world):
    actor = world.cast.actor(SEC)
    assert code(rules.may_link_round(actor, "text", None, None)) == No.NO_TEXT
    assert code(rules.may_link_round(actor, "seminar", world.text, None)) == No.NO_TEXT
