"""Offers and requests: whose they are, who reads them, and what a change of mind does."""

import pytest

from cast import NOW
from tejido.cooperation import commands
from tejido.cooperation.models import ChosenMember, MatchWish, Posting, Showing
from tejido.cooperation.names import Kind
from tejido.cooperation.queries import matches_for, other_postings, own_postings, posting_for, practices_on
from tejido.cooperation.rules.values import PostingData, posting_digest
from tejido.ledger.models import Line
from tejido.ledger.names import NETWORK
from tejido.mechanisms.names import Audience
from tejido.mechanisms.tests.doings import entry, release
from tejido.people.models import Letter
from tejido.practices.tests.doings import publish, say_facts, submit
from tejido.practices.tests.doings import told as told_practice

from .doings import ALDEA, ASKED, BRISA, CUMBRE, DAY, SEC, ask_for, offer, refused, show

pytestmark = pytest.mark.django_db


def readers(cast, row):
    found = []
    for who in (ALDEA, "XA/representative/JUS", BRISA, CUMBRE, SEC):
        try:
            posting_for(cast.actor(who), row.key)
        except Posting.DoesNotExist:
            continue
        found.append(who)
    return found


def test_a_draft_is_its_member_s_own_until_it_is_shown_to_some_or_to_all_and_hidden_again(cast):
    row, own = ask_for(cast), [ALDEA, "XA/representative/JUS"]
    assert readers(cast, row) == own
    show(cast, row, "XB")
    assert readers(cast, row) == [*own, BRISA]
    assert other_postings(cast.actor(CUMBRE)) == []
    show(cast, row)
    assert readers(cast, row) == [*own, BRISA, CUMBRE, SEC]
    assert ChosenMember.objects.count() == 0
    commands.hide_posting(actor=cast.actor(ALDEA), posting=row, at=NOW)
    assert readers(cast, row) == own
    assert [each.withdrawn_at is None for each in Showing.objects.all()] == [False, False]


def test_what_is_private_stands_in_the_member_s_own_ledger_alone(cast):
    row = ask_for(cast)
    show(cast, row, "XB")
    commands.hide_posting(actor=cast.actor(ALDEA), posting=row, at=NOW)
    assert not Line.objects.filter(tree__name=NETWORK, object=row.key).exists()
    show(cast, row)
    commands.hide_posting(actor=cast.actor(ALDEA), posting=row, at=NOW)
    acts = Line.objects.filter(tree__name=NETWORK, object=row.key).values_list("act", flat=True)
    assert sorted(acts) == ["posting-hidden", "posting-shown"]


def test_nobody_else_writes_shows_changes_or_closes_it(cast):
    row = ask_for(cast)
    data = PostingData(**ASKED)
    for who in ("XA/representative/JUS", BRISA, SEC):
        actor = cast.actor(who)
        assert refused(show, cast, row, who=who) == "not_yours"
        assert refused(commands.hide_posting, actor=actor, posting=row, at=NOW) == "not_yours"
        assert refused(commands.close_posting, actor=actor, posting=row, at=NOW) == "not_yours"
        seen = posting_digest(row)
        assert refused(commands.change_posting, actor=actor, posting=row, data=data, seen=seen, at=NOW) == "not_yours"
    for who in ("XA/representative/JUS", SEC):
        assert refused(ask_for, cast, who) == "not_yours"


def test_it_has_a_title_and_ends_after_it_begins(cast):
    assert refused(ask_for, cast, title={"es": "  "}) == "posting_untitled"
    assert refused(ask_for, cast, since=NOW.date(), until=(NOW - DAY).date()) == "posting_ends_too_early"
    assert refused(ask_for, cast, since=NOW.date(), until=NOW.date()) == ""


def test_what_others_read_is_not_changed_under_their_eyes(cast):
    row = ask_for(cast)
    seen = posting_digest(row)
    data = PostingData(**{**ASKED, "title": {"es": "Otra"}})

    def change(seen):
        return refused(commands.change_posting, actor=cast.actor(ALDEA), posting=row, data=data, seen=seen, at=NOW)

    show(cast, row)
    assert change(seen) == "posting_is_shown"
    commands.hide_posting(actor=cast.actor(ALDEA), posting=row, at=NOW)
    assert change("another") == "stale"
    assert change(seen) == ""
    assert Posting.objects.get().title == {"es": "Otra"}


def test_showing_asks_for_readers_that_are_others_and_for_a_second_factor(cast):
    row = ask_for(cast)
    assert refused(show, cast, row, reach="chosen") == "nobody_chosen"
    assert refused(show, cast, row, "XA") == "unknown_partner"
    assert refused(show, cast, row, "ZZ", "XB") == "unknown_partner"
    assert refused(show, cast, row, fresh=False) == "not_fresh"
    show(cast, row, "XB")
    assert refused(show, cast, row, "XB") == "posting_shown_so"
    commands.hide_posting(actor=cast.actor(ALDEA), posting=row, at=NOW)
    assert refused(commands.hide_posting, actor=cast.actor(ALDEA), posting=row, at=NOW) == "posting_not_shown"


def test_nobody_shows_words_that_they_did_not_see(cast):
    row = offer(cast)
    read = posting_digest(row)
    data = PostingData(kind=Kind.TRAINING, title={"es": "Otro curso"})
    commands.change_posting(actor=cast.actor(BRISA), posting=row, data=data, seen=read, at=NOW)
    assert refused(show, cast, row, seen=read) == "stale"
    assert refused(show, cast, row) == ""


def test_a_closed_one_is_read_by_its_member_alone_and_not_touched_any_more(cast):
    row = ask_for(cast)
    show(cast, row)
    commands.close_posting(actor=cast.actor(ALDEA), posting=row, reason="Se resolvió.", at=NOW)
    assert readers(cast, row) == [ALDEA, "XA/representative/JUS"]
    assert own_postings(cast.actor(ALDEA)) == []
    assert [each.closed_because for each in own_postings(cast.actor(ALDEA), is_open=False)] == ["Se resolvió."]
    assert refused(show, cast, row) == "posting_is_closed"
    assert refused(commands.close_posting, actor=cast.actor(ALDEA), posting=row, at=NOW) == "posting_is_closed"
    seen = posting_digest(row)
    closed = refused(
        commands.change_posting, actor=cast.actor(ALDEA), posting=row, data=PostingData(**ASKED), seen=seen, at=NOW
    )
    assert closed == "posting_is_closed"
    other = ask_for(cast)
    commands.close_posting(actor=cast.actor(ALDEA), posting=other, at=NOW)
    assert Posting.objects.get(key=other.key).closed_at == NOW


def test_the_contact_is_an_office_of_the_member_itself(cast):
    own, strange = cast.seats[cast.office(ALDEA)], cast.seats[cast.office(BRISA)]
    assert ask_for(cast, contact=own.key).contact == own
    assert ask_for(cast, contact=strange.key).contact is None


def test_matching_sees_no_more_than_the_seat_that_looks(cast):
    request, made = ask_for(cast), offer(cast)
    assert matches_for(cast.actor(ALDEA), NOW) == []
    assert matches_for(cast.actor(SEC), NOW) == []
    show(cast, made, "XC")
    assert matches_for(cast.actor(ALDEA), NOW) == []
    show(cast, made, "XA")
    [match] = matches_for(cast.actor(ALDEA), NOW)
    assert (match.own, match.other) == (request, made)
    assert [match.other for match in matches_for(cast.actor(ALDEA), NOW, request)] == [made]
    assert matches_for(cast.actor(BRISA), NOW) == []


def test_a_step_that_a_member_has_not_released_makes_no_match_for_others(cast):
    told = entry(cast)
    show(cast, ask_for(cast, tasks=()))
    offer(cast, tasks=(), stages=("working",))
    assert matches_for(cast.actor(BRISA), NOW) == []
    release(cast, told, Audience.NETWORK)
    assert len(matches_for(cast.actor(BRISA), NOW)) == 1


def test_a_practice_counts_for_who_may_read_it(cast):
    row = ask_for(cast, BRISA, tasks=(), factors=("9",), themes=("memory",))
    made = offer(cast, ALDEA, tasks=())
    show(cast, made)
    assert matches_for(cast.actor(BRISA), NOW) == []
    draft = told_practice(cast)
    say_facts(cast, draft, themes=["memory"], factors=["9"])
    assert practices_on(cast.actor(BRISA), row) == []
    submit(cast, draft)
    publish(cast, draft, Audience.NETWORK)
    [(practice, reasons)] = practices_on(cast.actor(BRISA), row)
    assert (practice.key, len(reasons)) == (draft.key, 2)
    [match] = matches_for(cast.actor(BRISA), NOW)
    assert [reason.why.value for reason in match.reasons] == ["practice"]


def test_only_who_wished_it_is_told_and_only_of_what_matches_and_may_be_read(cast):
    offer(cast)
    brisa, aldea = cast.actor(BRISA), cast.actor("XB/alternate")
    commands.wish_matches(actor=brisa, is_wished=True, at=NOW)
    commands.wish_matches(actor=aldea, is_wished=True, at=NOW)
    commands.wish_matches(actor=aldea, is_wished=False, at=NOW)
    show(cast, ask_for(cast, title={"es": "Secreto"}), "XC")
    show(cast, ask_for(cast, tasks=("risk",)))
    assert Letter.objects.filter(occasion__startswith="match:").count() == 0
    row = ask_for(cast, title={"es": "Secreto"})
    show(cast, row, "XB")
    letter = Letter.objects.get(occasion=f"match:{row.key}")
    assert letter.to == cast.account(BRISA)
    assert "Secreto" not in letter.subject + letter.body
    assert MatchWish.objects.count() == 1


def test_of_an_invented_one_nobody_is_told(cast):
    offer(cast)
    commands.wish_matches(actor=cast.actor(BRISA), is_wished=True, at=NOW)
    row = commands.write_posting(
        actor=cast.actor(ALDEA), side="request", data=PostingData(**ASKED), at=NOW, is_demonstration=True
    )
    show(cast, row)
    assert Letter.objects.filter(occasion__startswith="match:").count() == 0
