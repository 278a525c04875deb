"""On a member's own node stand the rounds of the network, and what became of its comments, as they were told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cast import FIRST, NOW, Cast
from tejido.deliberation import commands
from tejido.deliberation.commands import SaidDisposition, SaidRound
from tejido.deliberation.models import Disposition, Round, RoundParty
from tejido.deliberation.names import No
from tejido.deliberation.queries.rounds import deadline_of, round_for
from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.registry.models import Party

from .doings import DAY, HOUR, answer, clear, lines, refused, release, remark, revise

NODE = "0000-1111-2222"
OFFICE = Actor(office="network/secretariat/SEC")
SAID = SaidRound(
    "0000000000r1", 3, NOW, NOW + 30 * DAY, "America/Asuncion", NOW + 51 * DAY, {"es": "Rogamos sus observaciones."}
)


def mirror(cast: Cast, revision, said: SaidRound = SAID, at=NOW + HOUR) -> Round:
    party = Party.objects.get(body=cast.body, code="XA")
    return commands.mirror_round(actor=OFFICE, node=NODE, revision=revision, party=party, said=said, at=at)


def test_a_round_keeps_its_key_its_number_and_its_deadline_and_asks_one_party(cast, revision):
    row = mirror(cast, revision)
    assert (row.key, row.number, row.deadline, row.zone) == (SAID.key, 3, SAID.deadline, SAID.zone)
    assert [place.party.code for place in RoundParty.objects.filter(round=row)] == ["XA"]
    line = Line.objects.get(act="round-opened")
    assert (line.office, line.facts["node"]) == (OFFICE.office, NODE)


def test_the_member_works_in_it_as_in_any_round(cast, revision):
    row = mirror(cast, revision)
    remark(cast, row, "XA/representative/JUS")
    answer(cast, row)
    clear(cast, row)
    release(cast, row)
    assert lines(row)["XA-1"].comment.passage == FIRST


def test_the_same_round_again_changes_nothing(cast, revision):
    mirror(cast, revision)
    before = Line.objects.count()
    mirror(cast, revision, at=NOW + 2 * HOUR)
    assert Line.objects.count() == before


def test_a_later_deadline_is_an_extension_and_an_earlier_one_nothing(cast, revision):
    row = mirror(cast, revision)
    later = replace(SAID, deadline=NOW + 40 * DAY, reply_until=NOW + 61 * DAY)
    mirror(cast, revision, later)
    assert deadline_of(row) == later.deadline
    assert Round.objects.get(key=row.key).reply_until == later.reply_until
    mirror(cast, revision)
    assert deadline_of(row) == later.deadline


def test_another_round_under_its_number_is_refused(cast, text, revision):
    mirror(cast, revision)
    with refused(No.OTHER_ROUND):
        mirror(cast, revision, replace(SAID, key="0000000000r2"))
    newer = revise(cast, text)
    with refused(No.OTHER_ROUND):
        mirror(cast, newer)


## What became of comments


@pytest.fixture
def spoken(cast, revision) -> Round:
    row = mirror(cast, revision)
    answer(cast, row)
    clear(cast, row)
    release(cast, row)
    return row


def told(row: Round, **changed) -> SaidDisposition:
    comment = lines(row)["XA-1"].comment
    given = SaidDisposition(
        comment.number, comment.passage, comment.wording, "accepted_with_modification", "es", "Se acepta en parte.",
        NOW + DAY, OFFICE.office,
    )  # fmt: skip  # one row
    return replace(given, **changed)


def take(row: Round, *said: SaidDisposition) -> list[Disposition]:
    return commands.mirror_dispositions(actor=OFFICE, node=NODE, round_=row, said=said, at=NOW + 2 * DAY)


def test_an_answer_stands_beside_the_comment_that_it_answers(cast, spoken):
    (made,) = take(spoken, told(spoken))
    assert (made.office, made.at, made.reason) == (OFFICE.office, NOW + DAY, "Se acepta en parte.")
    assert lines(spoken)["XA-1"].disposition == made
    assert Line.objects.get(act="comment-disposed").facts["node"] == NODE


def test_the_same_answer_again_is_one_and_a_later_one_stands_beside_it(spoken):
    take(spoken, told(spoken))
    assert take(spoken, told(spoken)) == []
    later = told(spoken, at=NOW + DAY + timedelta(hours=1), reason="Mejor así.")
    assert len(take(spoken, told(spoken), later)) == 1
    assert lines(spoken)["XA-1"].disposition.reason == "Mejor así."


def test_an_answer_to_what_is_not_here_word_for_word_is_left_out(spoken):
    assert take(spoken, told(spoken, number=9), told(spoken, wording="Otra cosa."), told(spoken, passage="")) == []


def test_only_who_takes_part_reads_it(cast, spoken):
    assert round_for(cast.actor("XA/focal_point"), spoken.key).party.code == "XA"
    assert round_for(cast.actor("XB/focal_point"), spoken.key).party is None
