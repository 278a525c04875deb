"""The pages of released comments and their answers, as plain forms."""

from cast import FIRST, NOW, SECOND, SECTION_A
from tejido.curriculum.queries import document_of
from tejido.deliberation.models import (
    Comment,
    CommentGroup,
    Disposition,
    Reply,
)
from tejido.deliberation.names import Stance
from tejido.deliberation.pages.released import memory
from tejido.engine.document import addresses

from .browsing import get, of, post
from .doings import (
    HOUR,
    TICK,
    answer,
    clear,
    correct,
    dispose,
    lines,
    position,
    release,
    released,
    reply,
    revise,
)


def test_all_released_comments_stand_beside_the_text(sit, cast, round_):
    client = sit("network/secretariat")
    assert "No comment was released yet." in get(client, of(round_, "comments/"))
    answer(cast, round_, passage=FIRST)
    answer(cast, round_, passage="", stance=Stance.RESERVE, wording="")
    clear(cast, round_)
    release(cast, round_)
    html = get(client, of(round_, "comments/"))
    where = addresses(document_of(round_.revision))[FIRST]
    assert f"2 comments have no answer yet, on the text as a whole and {where}." in html
    for place in ("text", FIRST):  # in the margin, and in the list of what is unanswered
        assert html.count(of(round_, f"comments/{place}/")) == 2


def test_what_all_see_is_made_anew_after_each_act(sit, cast, round_):
    client = sit("XB/focal_point")
    released(cast, round_)
    assert "XA-1" in get(client, of(round_, "comments/"))
    assert "no answer yet" in get(client, of(round_, "comments/"))
    dispose(cast, round_, lines(round_)["XA-1"].comment)
    html = get(client, of(round_, "comments/"))
    assert "Noted" in html
    assert "no answer yet" not in html


def test_the_secretariat_answers_passage_by_passage(sit, cast, text, round_):
    released(cast, round_, "XA", wording="Una.")
    released(cast, round_, "XB", wording="Otra.")
    revision = revise(cast, text)
    client, page = sit("network/secretariat"), of(round_, f"comments/{FIRST}/")
    html = get(client, page)
    assert "Proposals that cannot all be carried" in html
    assert html.count("<ins>") >= 2
    keys = [comment.key for comment in Comment.objects.all()]
    group = {"label": "Cuándo empieza", "comments": keys}
    assert "Grouped" in post(client, of(round_, "groups/"), **group)
    assert "What these comments say" in post(client, of(round_, "groups/"), **group | {"label": ""})
    assert CommentGroup.objects.count() == 1
    given = {
        "comments": keys, "outcome": "accepted", "reason": "Se recoge.", "language": "es", "revision": revision.number,
    }  # fmt: skip  # the fields of one form, read as a row
    assert "Reason:" in post(client, of(round_, "dispositions/"), **given | {"reason": ""})
    assert "needs the revision" in post(client, of(round_, "dispositions/"), **given | {"revision": ""}, status=409)
    html = post(client, of(round_, "dispositions/"), **given)
    assert "Answered. The members that commented see" in html
    assert "carried by revision 2" in html
    assert "The answer of XA is awaited." in html
    assert "Cuándo empieza" in html


def test_no_comment_and_no_outcome_is_chosen_beforehand(sit, cast, text, round_):
    """One careless press answers nothing."""
    released(cast, round_, "XA", wording="Una.")
    released(cast, round_, "XB", wording="Otra.")
    client, page = sit("network/secretariat"), of(round_, f"comments/{FIRST}/")
    revise(cast, text)
    form = get(client, page).split("dispositions/", 1)[1].split("</form>")[0]
    assert 'type="checkbox"' in form
    assert "checked" not in form
    assert '<option value="" selected>—</option> <option value="accepted">' in form
    assert '<option value="2" selected>' in form
    revise(cast, text, es="Otra vez.", at=NOW + HOUR)
    form = get(client, page).split("dispositions/", 1)[1].split("</form>")[0]
    assert '<option value="2">' in form
    keys = [comment.key for comment in Comment.objects.all()]
    said = {"comments": keys, "outcome": "", "reason": "Se recoge.", "language": "es", "revision": 2}
    assert "Outcome:" in post(client, of(round_, "dispositions/"), **said)
    assert not Disposition.objects.exists()


def test_a_member_finds_its_own_comments_that_wait_for_its_word(sit, cast, round_):
    released(cast, round_, "XA")
    released(cast, round_, "XB")
    mine, theirs = lines(round_)["XA-1"].comment, lines(round_)["XB-1"].comment
    client, page = sit("XA/focal_point"), of(round_, "comments/")
    assert 'id="ours"' not in get(client, page)
    dispose(cast, round_, mine, theirs)
    ours = get(client, page).split('id="ours"')[1].split("</section>")[0]
    assert f"{of(round_, f'comments/{FIRST}/')}#c-{mine.key}" in ours
    assert theirs.key not in ours
    assert f"{page}#ours" in get(client, "/")
    for who in ("XA/representative/JUS", "network/secretariat"):
        assert 'id="ours"' not in get(sit(who), page)
    reply(cast, mine)
    assert 'id="ours"' not in get(client, page)


def test_only_who_may_answer_a_disposition_finds_the_form(sit, cast, clock, round_):
    released(cast, round_)
    comment = lines(round_)["XA-1"].comment
    page = of(round_, f"comments/{FIRST}/")
    assert "Give our answer" not in get(sit("XA/focal_point"), page)
    dispose(cast, round_, comment)
    assert "Give our answer" in get(sit("XA/focal_point"), page)
    for who in ("XA/representative/JUS", "XB/focal_point", "network/secretariat", "network/observer"):
        assert "Give our answer" not in get(sit(who), page)
    clock(round_.reply_until + TICK)
    html = get(sit("XA/focal_point"), page)
    assert "Give our answer" not in html
    assert "recorded as silence, not as agreement" in html


def test_a_member_replies_and_the_history_is_kept(sit, cast, round_):
    released(cast, round_)
    comment = lines(round_)["XA-1"].comment
    dispose(cast, round_, comment, reason="Primero.")
    client, replies = sit("XA/focal_point"), f"/comments/{comment.key}/replies/"
    assert "Our answer:" in post(client, replies, kind="furious")
    assert not Reply.objects.exists()
    assert "Your answer is kept." in post(client, replies, kind="maintains", reason="Insistimos.")
    assert "XA maintains its comment." in get(client, of(round_, f"comments/{FIRST}/"))
    dispose(cast, round_, comment, reason="Después.", at=NOW + 2 * HOUR)
    html = get(client, f"/comments/{comment.key}/")
    assert html.index("Primero.", html.index("History")) < html.index("Después.", html.index("History"))
    assert "Insistimos." in html


def test_the_commented_passages_are_walked_through_one_by_one(sit, cast, round_):
    answer(cast, round_, passage=FIRST)
    answer(cast, round_, passage=SECOND)
    clear(cast, round_)
    release(cast, round_)
    client, where = sit("network/chair"), addresses(document_of(round_.revision))
    assert f"{where[SECOND]} →" in get(client, of(round_, f"comments/{FIRST}/"))
    assert f"← {where[FIRST]}" in get(client, of(round_, f"comments/{SECOND}/"))
    assert "No comment here" in get(client, of(round_, f"comments/{SECTION_A}/"))
    get(client, of(round_, "comments/000000000zzz/"), status=404)


def test_a_withdrawn_comment_stays_readable_and_collides_no_more(sit, cast, round_):
    released(cast, round_, wording="Una.")
    correct(cast, round_)
    answer(cast, round_, wording="Otra.", answer=position(cast, round_).answers[0])
    clear(cast, round_)
    release(cast, round_)
    html = get(sit("XB/focal_point"), of(round_, f"comments/{FIRST}/"))
    assert "withdrawn" in html
    assert "Proposals that cannot all be carried" not in html


def test_an_answer_stands_at_once_in_the_margin_that_all_readers_share(sit, cast, round_):
    memory.forget()  # of a round of the same key that another test had in another state
    released(cast, round_)
    client, page = sit("XB/focal_point"), of(round_, "comments/")
    assert "no answer yet" in get(client, page)
    comment = lines(round_)["XA-1"].comment
    dispose(cast, round_, comment)
    html = get(client, page)
    assert "no answer yet" not in html
    assert "maintained" not in html
    post(sit("XA/focal_point"), f"/comments/{comment.key}/replies/", kind="maintains", reason="Insistimos.")
    assert "maintained" in get(client, page)


def test_what_is_not_an_amendment_is_not_marked_against_the_text(sit, cast, round_):
    released(cast, round_, stance=Stance.DELETE, wording="")
    html = get(sit("XB/focal_point"), of(round_, f"comments/{FIRST}/"))
    assert "XA-1" in html
    assert "<ins>" not in html
    assert "<del>" not in html
