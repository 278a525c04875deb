"""Every released comment gets a reasoned answer, and nothing stays unanswered unnoticed."""

import pytest
from django.utils.translation import override

from cast import FIRST, NOW, SECOND, make_text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation import commands, sentences
from tejido.deliberation.models import Comment, CommentGroup, Disposition
from tejido.deliberation.names import No, Outcome, ReplyKind, Stance
from tejido.deliberation.queries.comments import (
    collisions,
    commented_passages,
    history_of,
    unanswered_in,
    unanswered_of,
)
from tejido.engine.document import addresses
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared

from .doings import (
    HOUR,
    answer,
    clear,
    dispose,
    group,
    lines,
    refused,
    release,
    released,
    reply,
    revise,
    withdraw,
)

CARRIED = (Outcome.ACCEPTED, Outcome.ACCEPTED_MODIFIED)


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
