"""Every released comment gets a reasoned answer, and the member that made it says whether it is satisfied."""

import pytest
from django.utils.translation import override

from cast import FIRST, NOW, SECOND, make_text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation import commands, sentences
from tejido.deliberation.models import Comment, CommentGroup, Disposition, Reply
from tejido.deliberation.names import No, Outcome, ReplyKind, Stance
from tejido.deliberation.queries.comments import (
    collisions,
    comment_for,
    commented_passages,
    history_of,
    unanswered_in,
    unanswered_of,
)
from tejido.deliberation.queries.rounds import context_of
from tejido.engine.document import addresses
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
    lines,
    refused,
    release,
    released,
    reply,
    revise,
    withdraw,
)

CARRIED = (Outcome.ACCEPTED, Outcome.ACCEPTED_MODIFIED)


@pytest.fixture
def comment(cast, round_) -> Comment:
    """An amendment that Aldea has released."""
    released(cast, round_)
    return lines(round_)["XA-1"].comment


def group(cast, round_, *comments, who="network/secretariat", label="Lo mismo"):
    keys = [comment.key for comment in comments]
    return commands.group_comments(actor=cast.actor(who), round_=round_, comments=keys, label=label, at=NOW)


def sentence(round_):
    """What the page of released comments says first."""
    where = {id: str(address) for id, address in addresses(document_of(round_.revision)).items()}
    with override("en"):
        return sentences.of_comments(list(lines(round_).values()), where).text


## The secretariat's answers


@pytest.mark.parametrize("outcome", Outcome)
def test_each_outcome_is_an_answer_with_a_reason(cast, text, round_, comment, outcome):
    revision = revise(cast, text)
    with refused(No.REASON_MISSING):
        dispose(cast, round_, comment, outcome=outcome, reason=" ", revision=revision)
    dispose(cast, round_, comment, outcome=outcome, reason=" Se recoge. ", revision=revision)
    found = lines(round_)["XA-1"].disposition
    assert (found.outcome, found.reason) == (outcome, "Se recoge.")
    assert found.revision == (revision if outcome in CARRIED else None)
    line = Line.objects.get(act="comment-disposed")
    assert line.tree_id == "network"
    assert line.facts["revision"] == (revision.digest if outcome in CARRIED else "")


@pytest.mark.parametrize("outcome", CARRIED)
def test_an_accepted_comment_names_a_later_revision_of_the_text_that_carries_it(cast, round_, comment, outcome):
    other = latest_revision(make_text(cast, slug="otro"))
    for revision in (None, round_.revision, other):
        with refused(No.CARRIED_MISSING):
            dispose(cast, round_, comment, outcome=outcome, revision=revision)


def test_a_later_revision_of_another_text_carries_nothing(cast, round_, comment):
    other = revise(cast, make_text(cast, slug="otro"))
    assert other.number > round_.revision.number
    with refused(No.CARRIED_MISSING):
        dispose(cast, round_, comment, outcome=Outcome.ACCEPTED, revision=other)


def test_nobody_but_the_secretariat_answers_or_groups_comments(cast, round_, comment):
    for who in ("XA/focal_point", "XB/focal_point", "network/chair", "network/translator", "network/observer"):
        with refused(Shared.NOT_YOURS):
            dispose(cast, round_, comment, who=who)
        with refused(Shared.NOT_YOURS):
            group(cast, round_, comment, who=who)
        with refused(Shared.NOT_YOURS):
            dispose(cast, round_, who=who)


def test_comments_that_say_the_same_are_answered_at_once(cast, round_, comment):
    released(cast, round_, "XB")
    same = [line.comment for line in lines(round_).values()]
    made = group(cast, round_, *same, label="  Decir quién  ")
    assert made.label == "Decir quién"
    assert {line.comment.group for line in lines(round_).values()} == {made}
    dispose(cast, round_, *same)
    assert len({line.disposition.reason for line in lines(round_).values()}) == 1
    assert Line.objects.filter(act="comment-disposed").count() == 2
    assert Line.objects.get(act="comments-grouped").facts["comments"] == sorted(row.key for row in same)


def test_a_comment_of_another_round_is_neither_answered_nor_grouped(cast, round_, comment):
    text = make_text(cast, slug="otro")
    other = commands.open_round(
        actor=cast.secretariat, text=text, revision=latest_revision(text), local=round_.deadline.replace(tzinfo=None),
        zone=round_.zone, reply_days=1, invitation={}, at=NOW,
    )  # fmt: skip  # one row of a table, read as one
    with pytest.raises(Comment.DoesNotExist):
        dispose(cast, other, comment)
    with pytest.raises(Comment.DoesNotExist):
        group(cast, other, comment)
    assert not Disposition.objects.exists()
    assert not CommentGroup.objects.exists()


def test_a_withdrawn_comment_needs_no_answer_and_gets_none(cast, round_, comment):
    withdraw(cast, round_)
    with refused(No.COMMENT_WITHDRAWN):
        dispose(cast, round_, comment)
    assert unanswered_of(round_.text) == 0


def test_an_answer_can_be_changed_and_the_earlier_ones_stay_to_be_read(cast, round_, comment):
    dispose(cast, round_, comment, reason="Primero.")
    reply(cast, comment, kind=ReplyKind.MAINTAINS, at=NOW + HOUR)
    dispose(cast, round_, comment, outcome=Outcome.NOT_ACCEPTED, reason="Después.", at=NOW + 2 * HOUR)
    line = lines(round_)["XA-1"]
    assert (line.disposition.reason, line.earlier) == ("Después.", 1)
    assert line.reply is None  # what was replied to the first answer says nothing of the second
    assert not line.is_maintained
    told = [(given.reason, said.kind if said else None) for given, said in history_of(comment)]
    assert told == [("Primero.", ReplyKind.MAINTAINS), ("Después.", None)]


## Nothing stays unanswered unnoticed


def test_the_sentence_says_how_many_comments_have_no_answer_and_where(cast, round_):
    assert "No comment was released yet." in sentence(round_)
    answer(cast, round_, passage="", stance=Stance.RESERVE, wording="")
    answer(cast, round_, passage=SECOND)
    answer(cast, round_, passage=FIRST, stance=Stance.AGREE, wording="", reason="")
    clear(cast, round_)
    release(cast, round_)
    released(cast, round_, "XB", passage=FIRST, stance=Stance.DELETE, wording="")
    where = addresses(document_of(round_.revision))
    assert sentence(round_) == (
        f"3 comments have no answer yet, on the text as a whole, {where[FIRST]} and {where[SECOND]}."
    )
    assert (unanswered_of(round_.text), unanswered_in([round_])) == (3, {round_.key: 3})
    dispose(cast, round_, *(line.comment for line in lines(round_).values() if line.asks))
    assert sentence(round_) == "Every comment is answered."
    assert (unanswered_of(round_.text), unanswered_in([round_])) == (0, {round_.key: 0})


@pytest.mark.parametrize(
    ("stance", "needs"),
    [
        (Stance.AGREE, False),
        (Stance.NO_POSITION, False),
        (Stance.AMEND, True),
        (Stance.ADD, True),
        (Stance.DELETE, True),
        (Stance.RESERVE, True),
    ],
)
def test_what_asks_for_something_needs_an_answer(cast, round_, stance, needs):
    released(cast, round_, stance=stance)
    assert lines(round_)["XA-1"].needs_answer is needs
    assert unanswered_of(round_.text) == needs


def test_the_passages_to_walk_through_are_those_with_standing_comments(cast, round_):
    answer(cast, round_, passage="", stance=Stance.RESERVE, wording="")
    answer(cast, round_, passage=SECOND)
    clear(cast, round_)
    release(cast, round_)
    assert commented_passages(round_) == {"", SECOND}
    withdraw(cast, round_)
    assert commented_passages(round_) == set()


## Proposals that cannot all be carried


def proposals(cast, round_, **by_state):
    for state, said in by_state.items():
        released(cast, round_, state, **said)
    return collisions(list(lines(round_).values()))


def test_two_wordings_of_one_passage_in_one_language_collide(cast, round_):
    found = proposals(cast, round_, XA={"wording": "Una."}, XB={"wording": "Otra."})
    assert [line.label for line in found[FIRST]] == ["XA-1", "XB-1"]


def test_a_wording_and_a_deletion_collide(cast, round_):
    found = proposals(cast, round_, XA={"wording": "Una."}, XB={"stance": Stance.DELETE, "wording": ""})
    assert set(found) == {FIRST}


@pytest.mark.parametrize(
    "other",
    [
        {"wording": "Una."},
        {"wording": "Uma.", "language": "pt"},
        {"wording": "Otra.", "passage": SECOND},
        {"stance": Stance.ADD, "wording": "Otra."},
        {"stance": Stance.RESERVE, "wording": ""},
    ],
)
def test_what_can_be_carried_together_does_not_collide(cast, round_, other):
    assert proposals(cast, round_, XA={"wording": "Una."}, XB=other) == {}


def test_two_deletions_do_not_collide(cast, round_):
    deletion = {"stance": Stance.DELETE, "wording": ""}
    assert proposals(cast, round_, XA=deletion, XB=deletion) == {}


def test_a_withdrawn_proposal_collides_with_nothing(cast, round_):
    released(cast, round_, "XA", wording="Una.")
    released(cast, round_, "XB", wording="Otra.")
    withdraw(cast, round_, "XA")
    assert collisions(list(lines(round_, with_withdrawn=True).values())) == {}


## The members' replies


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
