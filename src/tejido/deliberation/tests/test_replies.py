"""The member that commented says whether it is satisfied; its silence after the date is recorded as silence."""

import pytest

from cast import NOW, SECOND
from tejido.deliberation import commands
from tejido.deliberation.models import Comment, Reply
from tejido.deliberation.names import No, ReplyKind
from tejido.deliberation.queries.comments import (
    comment_for,
)
from tejido.deliberation.queries.rounds import context_of
from tejido.ledger.actors import PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared

from .doings import (
    DAY,
    HOUR,
    TICK,
    answer,
    clear,
    correct,
    dispose,
    group,
    lines,
    refused,
    release,
    reply,
    withdraw,
)


@pytest.mark.parametrize("kind", ReplyKind)
def test_the_member_that_commented_says_what_it_thinks_of_the_answer(cast, round_, comment, kind):
    dispose(cast, round_, comment)
    context = context_of(cast.secretariat, round_)
    assert lines(round_)["XA-1"].reply_state(context, NOW) == "awaited"
    commands.answer_disposition(
        actor=cast.actor("XA/alternate"), comment=comment, kind=kind, reason=" Gracias. ", at=NOW + HOUR
    )
    line = lines(round_)["XA-1"]
    assert line.reply_state(context, NOW + 999 * DAY) == kind
    assert line.is_maintained is (kind == ReplyKind.MAINTAINS)
    assert line.reply.reason == "Gracias."
    assert Line.objects.get(act="disposition-answered").details == {"reason": "Gracias."}


def test_a_member_may_change_its_word_until_the_date(cast, round_, comment):
    dispose(cast, round_, comment)
    reply(cast, comment, kind=ReplyKind.MAINTAINS, at=NOW + HOUR)
    reply(cast, comment, kind=ReplyKind.SATISFIED, at=NOW + 2 * HOUR)
    assert lines(round_)["XA-1"].reply.kind == ReplyKind.SATISFIED
    assert Reply.objects.count() == 2


def test_silence_after_the_date_is_recorded_as_silence_and_not_as_agreement(cast, round_, comment):
    dispose(cast, round_, comment)
    context = context_of(cast.secretariat, round_)
    assert lines(round_)["XA-1"].reply_state(context, round_.reply_until) == "awaited"
    assert lines(round_)["XA-1"].reply_state(context, round_.reply_until + TICK) == "silent"
    with refused(No.REPLY_TOO_LATE):
        reply(cast, comment, at=round_.reply_until + TICK)
    reply(cast, comment, at=round_.reply_until)


def test_an_answer_that_comes_after_the_date_leaves_the_member_as_many_days_as_were_promised(cast, round_, comment):
    late = round_.reply_until + 5 * DAY
    dispose(cast, round_, comment, at=late)
    context, ends = context_of(cast.secretariat, round_), late + 21 * DAY
    assert lines(round_)["XA-1"].reply_state(context, ends) == "awaited"
    assert lines(round_)["XA-1"].reply_state(context, ends + TICK) == "silent"
    with refused(No.REPLY_TOO_LATE):
        reply(cast, comment, at=ends + TICK)
    reply(cast, comment, at=ends)


def test_nobody_replies_for_another_member(cast, round_, comment):
    dispose(cast, round_, comment)
    with refused(No.NOT_YOUR_COMMENT) as said:
        reply(cast, comment, "XB/focal_point")
    assert "XA" in said[0].sentence
    for who in ("network/secretariat", "XA/representative/JUS", "XA/validating_authority", "network/observer"):
        with refused(Shared.NOT_YOURS):
            reply(cast, comment, who)


def test_there_is_nothing_to_reply_to_before_an_answer_or_after_a_withdrawal(cast, round_, comment):
    assert lines(round_)["XA-1"].reply_state(context_of(cast.secretariat, round_), NOW) == ""
    with refused(No.NO_DISPOSITION):
        reply(cast, comment)
    dispose(cast, round_, comment)
    withdraw(cast, round_)
    with refused(No.COMMENT_WITHDRAWN):
        reply(cast, comment)
    gone = lines(round_, with_withdrawn=True)["XA-1"]
    assert not gone.takes_reply(context_of(cast.secretariat, round_), NOW)


def test_a_comment_is_unknown_to_strangers(cast, round_, comment):
    assert comment_for(cast.actor("XB/representative/JUS"), comment.key)[0].comment == comment
    for actor, key in ((PUBLIC, comment.key), (cast.secretariat, "unknown00000")):
        with pytest.raises(Comment.DoesNotExist):
            comment_for(actor, key)


def test_a_corrected_comment_keeps_its_group_and_the_reply_it_got(cast, round_, comment):
    made = group(cast, round_, comment)
    dispose(cast, round_, comment)
    reply(cast, comment)
    correct(cast, round_)
    answer(cast, round_, passage=SECOND)
    clear(cast, round_)
    release(cast, round_, at=NOW + HOUR)
    kept = lines(round_)["XA-1"]
    assert (kept.comment.group, kept.reply.kind) == (made, ReplyKind.SATISFIED)
