"""Every act of a review: who may do it, what it changes, where it is written, and each refusal."""

from datetime import date

import pytest

from cast import NOW, seen
from tejido.indicators.tests.doings import define, initiative
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.mechanisms.commands.writing import File
from tejido.programmes.models import Area
from tejido.reviews import commands
from tejido.reviews.lines import digest_of
from tejido.reviews.models import Question, Review, Summary
from tejido.reviews.names import Act, Audience, No, State

from .doings import (
    DAY,
    FOCAL_POINT,
    JUSTICE,
    OTHER,
    PEER,
    SECRETARIAT,
    TODAY,
    ask,
    begin,
    close,
    find,
    follow,
    hand_over,
    invite,
    recommend,
    release,
    uninvite,
)

pytestmark = pytest.mark.django_db
FILE = File("acta.pdf", "application/pdf", b"%PDF")


def refused(call) -> object:
    """The code of the refusal; nothing was written."""
    before = Line.objects.count()
    with pytest.raises(Refused) as said:
        call()
    assert Line.objects.count() == before
    return said.value.refusal.code


def last(tree: str = "member:XA") -> Line:
    return Line.objects.filter(tree=tree).order_by("place").last()


@pytest.mark.parametrize("who", [FOCAL_POINT, "XA/alternate", "XA/validating_authority"])
def test_a_members_keepers_begin_its_reviews_in_its_own_ledger(cast, who):
    begin(cast, who)
    assert (last().act, last().facts) == (Act.REVIEW_BEGUN, {"earlier": ""})
    assert "Revisión de 2027".encode() not in bytes(last().canonical)


@pytest.mark.parametrize("who", [JUSTICE, OTHER, SECRETARIAT])
def test_nobody_else_begins_changes_or_closes_them(cast, who):
    row = begin(cast)
    assert refused(lambda: begin(cast, who)) == Shared.NOT_YOURS
    assert refused(lambda: ask(cast, row, who)) == Shared.NOT_YOURS
    assert refused(lambda: close(cast, row, who)) == Shared.NOT_YOURS
    assert refused(lambda: invite(cast, row, who=who)) == Shared.NOT_YOURS
    assert refused(lambda: recommend(cast, row, who)) == Shared.NOT_YOURS
    assert refused(lambda: release(cast, row, who=who)) == Shared.NOT_YOURS


def test_a_review_has_a_title_days_in_order_and_an_object_of_its_member(cast):
    area = Area.objects.create(member=cast.members["XA"], kind="memory", at=NOW, office="")
    assert begin(cast, area=area).area == area
    assert begin(cast, initiative=initiative(cast)).initiative is not None
    other = initiative(cast, "XB")
    assert refused(lambda: begin(cast, initiative=other)) == No.NOT_OWN
    assert refused(lambda: begin(cast, title={"es": " "})) == No.NAMELESS
    assert refused(lambda: begin(cast, until=date(2027, 1, 1))) == No.ENDS_FIRST
    assert refused(lambda: begin(cast, next_on=date(2027, 1, 1))) == No.ENDS_FIRST


def test_the_next_review_begins_with_what_the_last_one_asked(cast):
    first = begin(cast)
    kept, struck = ask(cast, first), ask(cast, first, words="¿Y esto?")
    commands.strike_question(actor=cast.actor(FOCAL_POINT), question=struck, at=NOW)
    close(cast, first, next_on=TODAY + 300 * DAY)
    second = begin(cast, earlier=first)
    (asked,) = Question.objects.filter(review=second)
    assert (asked.words, asked.earlier, last().facts["earlier"]) == (kept.words, kept, first.key)


def test_title_and_days_are_changed(cast):
    row, actor = begin(cast), cast.actor(FOCAL_POINT)
    commands.change_review(
        actor=actor, review=row, seen=seen(row), title={"es": "Otra"}, until=date(2027, 9, 1), at=NOW
    )
    assert (last().act, last().facts["until"]) == (Act.REVIEW_CHANGED, "2027-09-01")
    assert (
        refused(lambda: commands.change_review(actor=actor, review=row, seen=seen(row), title={}, at=NOW))
        == No.NAMELESS
    )


def test_a_closed_review_stays_as_it_is(cast):
    row = begin(cast)
    question, finding, invitation = ask(cast, row), find(cast, row), invite(cast, row)
    assert refused(lambda: close(cast, row, next_on=date(2027, 1, 1))) == No.ENDS_FIRST
    close(cast, row)
    again = Review.objects.get(key=row.key)
    for act in (ask, find, recommend, invite, close):
        assert refused(lambda act=act: act(cast, again)) == No.CLOSED
    assert refused(lambda: hand_over(cast, invitation)) == No.CLOSED
    actor = cast.actor(FOCAL_POINT)
    assert refused(lambda: commands.strike_question(actor=actor, question=question, at=NOW)) == No.CLOSED
    assert refused(lambda: commands.strike_finding(actor=actor, finding=finding, at=NOW)) == No.CLOSED
    assert refused(lambda: commands.change_review(actor=actor, review=row, seen=seen(row), at=NOW)) == No.CLOSED


def test_a_question_has_words_and_is_struck_out_once(cast):
    row = begin(cast)
    assert refused(lambda: ask(cast, row, words=" ")) == No.EMPTY
    question = ask(cast, row)
    assert (ask(cast, row).place, last().act) == (2, Act.QUESTION_ENTERED)
    commands.strike_question(actor=cast.actor(FOCAL_POINT), question=question, at=NOW)
    again = commands.strike_question
    assert refused(lambda: again(actor=cast.actor(FOCAL_POINT), question=question, at=NOW)) == No.STRUCK
    assert refused(lambda: find(cast, row, question=question)) == No.NO_SUCH_QUESTION


def test_every_seat_of_the_member_writes_down_what_it_found_with_what_shows_it(cast):
    row, programme = begin(cast), initiative(cast)
    measured = define(cast)
    made = find(cast, row, JUSTICE, question=ask(cast, row), file=FILE, initiative=programme, indicator=measured)
    assert (made.paper.name, made.office) == ("acta.pdf", "XA/representative/JUS")
    assert (last().act, "Falta" in last().details["words"]) == (Act.FINDING_ENTERED, True)
    assert b"Falta" not in bytes(last().canonical)
    assert refused(lambda: find(cast, row, OTHER)) == Shared.NOT_YOURS
    assert refused(lambda: find(cast, row, words=" ")) == No.EMPTY
    other, foreign = begin(cast), initiative(cast, "XB")
    question = ask(cast, other)
    assert refused(lambda: find(cast, row, question=question)) == No.NO_SUCH_QUESTION
    assert refused(lambda: find(cast, row, initiative=foreign)) == No.NOT_OWN


def strike(cast, finding, who=FOCAL_POINT):
    commands.strike_finding(actor=cast.actor(who), finding=finding, at=NOW)


def test_who_wrote_a_finding_and_the_keepers_strike_it_out(cast):
    row = begin(cast)
    one, two = find(cast, row, JUSTICE), find(cast, row, JUSTICE)
    assert refused(lambda: strike(cast, one, "XA/representative/DEF")) == Shared.NOT_YOURS
    strike(cast, one, JUSTICE)
    strike(cast, two)
    assert last().act == Act.FINDING_STRUCK
    assert refused(lambda: strike(cast, two)) == No.STRUCK


## Recommendations


def test_recommendations_are_numbered_and_addressed_within_the_member(cast):
    row, own, other = begin(cast), cast.institutions["XA/JUS"], cast.institutions["XB/JUS"]
    assert [recommend(cast, row, institution=own, by=TODAY).number, recommend(cast, row).number] == [1, 2]
    assert (last().act, last().facts["number"]) == (Act.RECOMMENDATION_MADE, 2)
    assert refused(lambda: recommend(cast, row, institution=other)) == No.NOT_OWN
    assert refused(lambda: recommend(cast, row, words="")) == No.EMPTY


def test_the_institution_and_the_keepers_tell_what_became_of_it_also_after_the_end(cast):
    row = recommend(cast, begin(cast), institution=cast.institutions["XA/JUS"])
    follow(cast, row, who=JUSTICE)
    close(cast, row.review)
    assert refused(lambda: follow(cast, row, State.DONE)) == No.NO_EVIDENCE
    assert refused(lambda: follow(cast, row, State.PROMISED)) == No.SAME_STATE
    assert refused(lambda: follow(cast, row, State.RUNNING, "XA/representative/DEF")) == Shared.NOT_YOURS
    follow(cast, row, State.DONE, file=FILE)
    row.refresh_from_db()
    assert (row.standing, last().act, last().facts["state"]) == (State.DONE, Act.FOLLOWED_UP, "done")


def test_a_foreign_institution_with_the_same_key_of_nobody_tells_nothing(cast):
    row = recommend(cast, begin(cast))
    assert refused(lambda: follow(cast, row, who=OTHER)) == Shared.NOT_YOURS


## Peers


def test_a_peer_is_a_seat_of_another_member_and_invited_by_a_formal_act(cast):
    row = begin(cast)
    made = invite(cast, row)
    assert (made.member.code, last().act, last().facts["scope"]) == ("XB", Act.PEER_INVITED, "whole")
    assert refused(lambda: invite(cast, row)) == No.INVITED
    assert refused(lambda: invite(cast, row, "XA/representative/JUS")) == No.OWN_SEAT
    assert refused(lambda: invite(cast, row, "network/secretariat/SEC")) == No.OWN_SEAT
    assert refused(lambda: invite(cast, row, "XB/alternate/MRE", fresh=False)) == Shared.NOT_FRESH


def test_the_invited_seat_alone_hands_over_findings_until_the_invitation_is_withdrawn(cast):
    row = begin(cast)
    question, invitation = ask(cast, row), invite(cast, row)
    made = hand_over(cast, invitation, question=question, file=FILE)
    assert (made.invitation, made.paper.member.code) == (invitation, "XA")
    assert (last().act, last("member:XB")) == (Act.PEER_FINDING_ENTERED, None)
    assert refused(lambda: hand_over(cast, invitation, "XB/alternate")) == Shared.NOT_YOURS
    assert refused(lambda: hand_over(cast, invitation, words="")) == No.EMPTY
    assert refused(lambda: strike(cast, made)) == Shared.NOT_YOURS
    strike(cast, hand_over(cast, invitation), OTHER)
    assert refused(lambda: uninvite(cast, invitation, OTHER)) == Shared.NOT_YOURS
    uninvite(cast, invitation)
    assert last().act == Act.PEER_WITHDRAWN
    assert refused(lambda: uninvite(cast, invitation)) == No.NOT_INVITED
    assert refused(lambda: hand_over(cast, invitation)) == No.NOT_INVITED
    assert invite(cast, row, PEER).key != invitation.key


## Summaries


def withdraw(cast, row, who=FOCAL_POINT, *, fresh=True):
    commands.withdraw_review(actor=cast.actor(who, fresh=fresh), review=row, at=NOW)


def test_a_summary_is_released_and_withdrawn_by_formal_acts_in_the_networks_ledger(cast):
    row = begin(cast)
    assert refused(lambda: withdraw(cast, row)) == No.NO_SUMMARY
    assert refused(lambda: release(cast, row, " ")) == No.EMPTY
    assert refused(lambda: release(cast, row, fresh=False)) == Shared.NOT_FRESH
    made = release(cast, row)
    assert made.digest == digest_of(row.title, {"es": "En suma."})
    assert (last("network").act, last("network").facts["digest"]) == (Act.SUMMARY_RELEASED, made.digest)
    assert refused(lambda: release(cast, row)) == No.SUMMARY_SO
    close(cast, row)
    release(cast, row, audience=Audience.PUBLIC)
    assert Summary.objects.filter(withdrawn_at=None).count() == 1
    assert refused(lambda: withdraw(cast, row, OTHER)) == Shared.NOT_YOURS
    assert refused(lambda: withdraw(cast, row, fresh=False)) == Shared.NOT_FRESH
    withdraw(cast, row)
    assert (last("network").act, Summary.objects.filter(withdrawn_at=None).exists()) == (Act.SUMMARY_WITHDRAWN, False)
