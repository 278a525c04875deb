"""Discussions: who reads them, what may be put right, withdrawn, hidden and closed."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from cast import NOW, make_text
from counting import queries_of
from tejido.cooperation.commands import hide_posting
from tejido.cooperation.tests.doings import agreed, completed, offer, propose, show, show_result
from tejido.cooperation.tests.doings import ask_for as request
from tejido.deliberation.tests.doings import propose as propose_adoption
from tejido.discussions import commands
from tejido.discussions.models import Message, Thread
from tejido.discussions.names import Hearing, Space
from tejido.discussions.queries import beside_for, count_beside, thread_for, threads_beside, threads_for
from tejido.discussions.queries.hearing import hearing_of
from tejido.discussions.queries.places import PLACES
from tejido.ledger.actors import PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.names import NETWORK
from tejido.meetings.tests.doings import convened, prepare
from tejido.modules.tests.doings import begun, running
from tejido.practices.tests.doings import published, told, withdraw
from tejido.programmes.tests.doings import initiative
from tejido.programmes.tests.doings import release as release_title
from tejido.regional.commands import publish_initiative
from tejido.regional.tests.doings import joined, left, proposed
from tejido.registry.commands import create_committee, join_committee, open_office
from tejido.seminars.tests.doings import announced
from tejido.seminars.tests.doings import begin as begin_cycle
from tejido.seminars.tests.doings import prepare as prepare_seminar

from .doings import ALDEA, BRISA, JUSTICE, MINUTE, OBSERVER, SEC, begin, edit, hide, now, reads, refused, say

pytestmark = pytest.mark.django_db


def test_a_thread_of_the_network_is_read_by_all_its_seats_and_one_of_aldea_by_aldea_alone(cast, text):
    shared, own = begin(cast, text), begin(cast, text, space=Space.OWN)
    everybody = (ALDEA, JUSTICE, BRISA, SEC, OBSERVER)
    assert reads(cast, shared, *everybody) == list(everybody)
    assert reads(cast, own, *everybody) == [ALDEA, JUSTICE]
    counts = [count_beside(cast.actor(who), "text", text.slug) for who in (ALDEA, BRISA, SEC)]
    assert counts == [2, 1, 1]
    assert [line.thread for line in threads_for(cast.actor(BRISA))] == [shared]


def test_a_thread_is_never_read_by_who_may_not_load_its_object(cast, mechanism):
    own_text = make_text(cast, mechanism, by=ALDEA, slug="propio")
    row = begin(cast, own_text, space=Space.OWN)
    Thread.objects.update(member=None)  # as if it had come into the network's space by a fault of ours
    assert reads(cast, row, ALDEA, BRISA, SEC) == [ALDEA]
    assert threads_for(cast.actor(BRISA)) == []


def test_in_the_network_s_space_only_what_the_network_reads_is_discussed(cast, mechanism):
    own_text = make_text(cast, mechanism, by=ALDEA, slug="propio")
    assert refused(begin, cast, own_text) == "thread_not_so_wide"
    assert refused(begin, cast, None, place="posting", key=request(cast).key) == "thread_not_so_wide"
    chosen = request(cast)
    show(cast, chosen, "XB")
    assert refused(begin, cast, None, place="posting", key=chosen.key) == "thread_not_so_wide"
    assert refused(begin, cast, None, place="project", key=agreed(cast).key) == "thread_not_so_wide"
    assert refused(begin, cast, None, SEC, place="meeting", key=prepare(cast).key) == "thread_not_so_wide"


def test_what_is_shown_no_more_is_not_written_about_for_others(cast):
    row = offer(cast)
    show(cast, row)
    thread = begin(cast, None, BRISA, place="posting", key=row.key)
    say(cast, thread, ALDEA)
    hide_posting(actor=cast.actor(BRISA), posting=row, at=NOW)
    assert reads(cast, thread, ALDEA, BRISA) == [BRISA]
    assert refused(say, cast, thread, BRISA) == "thread_not_so_wide"


def test_a_regional_initiative_is_discussed_by_every_seat_whoever_takes_part(cast):
    row = proposed(cast, BRISA)
    joined(cast, row, ALDEA)
    shared = begin(cast, None, ALDEA, place="regional", key=row.key)
    own = begin(cast, None, ALDEA, place="regional", key=row.key, space=Space.OWN)
    left(cast, row, ALDEA)
    everybody = (ALDEA, JUSTICE, BRISA, SEC, OBSERVER)
    assert reads(cast, shared, *everybody) == list(everybody)
    assert reads(cast, own, *everybody) == [ALDEA, JUSTICE]
    place = PLACES["regional"]
    assert dict(place.many(PUBLIC, [row.key])) == {}
    publish_initiative(actor=cast.actor(BRISA), initiative=row, at=NOW)
    assert list(place.many(PUBLIC, [row.key])) == [row.key]
    assert count_beside(PUBLIC, "regional", row.key) == 0


def test_what_a_member_tells_is_discussed_with_others_while_it_is_told(cast):
    national, good = initiative(cast), published(cast)
    assert refused(begin, cast, None, place="initiative", key=national.key) == "thread_not_so_wide"
    release_title(cast, national)
    assert beside_for(cast.actor(BRISA), "initiative", national.key, NOW).readers.is_shared
    row = begin(cast, None, BRISA, place="practice", key=good.practice.key)
    withdraw(cast, good.practice)
    assert refused(say, cast, row, BRISA) == "thread_not_so_wide"


def test_nobody_without_a_seat_reads_or_begins_anything_and_strange_places_are_nothing(cast, text):
    row = begin(cast, text)
    for call in (
        lambda: thread_for(PUBLIC, row.key, NOW),
        lambda: beside_for(PUBLIC, "text", text.slug, NOW),
        lambda: beside_for(cast.actor(ALDEA), "nowhere", text.slug, NOW),
        lambda: beside_for(cast.actor(ALDEA), "text", "no-hay-tal", NOW),
    ):
        with pytest.raises(ObjectDoesNotExist):
            call()
    assert threads_for(PUBLIC) == []
    assert count_beside(PUBLIC, "text", text.slug) == 0


def test_a_thread_has_a_subject_a_message_and_a_space_of_its_seat(cast, text):
    assert refused(begin, cast, text, subject=" ") == "thread_no_subject"
    assert refused(begin, cast, text, words=" ") == "message_empty"
    assert refused(begin, cast, text, words="x" * 10_001) == "message_too_long"
    assert refused(begin, cast, text, words="::: activity nada=1\nx\n:::") == "message_unreadable"
    assert refused(begin, cast, text, SEC, space=Space.OWN) == "thread_no_own_space"
    assert Thread.objects.count() == 0


def test_words_are_sealed_and_stand_in_the_ledger_of_their_space(cast, text):
    begin(cast, text, words="Secreto")
    own = begin(cast, text, space=Space.OWN, words="Secreto")
    lines = Line.objects.filter(kind="thread")
    assert [line.tree.name for line in lines.select_related("tree").order_by("tree__name")] == ["member:XA", NETWORK]
    assert not any(b"Secreto" in bytes(line.canonical) for line in lines)
    say(cast, own, ALDEA)
    assert Line.objects.filter(kind="thread", tree__name=NETWORK).count() == 1


def test_a_message_is_put_right_for_ten_minutes_by_its_seat_alone(cast, text):
    message = say(cast, begin(cast, text))
    edit(cast, message, at=NOW + 10 * MINUTE)
    assert (now(message).words, now(message).edited_at) == ("Otra cosa.", NOW + 10 * MINUTE)
    assert refused(edit, cast, message, at=NOW + 11 * MINUTE) == "message_fixed"
    assert refused(edit, cast, message, ALDEA) == "not_your_message"
    assert refused(edit, cast, message, words=" ") == "message_empty"


def test_a_withdrawn_message_stays_as_withdrawn(cast, text):
    message = say(cast, begin(cast, text))
    withdraw = {"message": message, "at": NOW}
    assert refused(commands.withdraw_message, actor=cast.actor(SEC), **withdraw) == "not_your_message"
    commands.withdraw_message(actor=cast.actor(BRISA), **withdraw)
    assert now(message).withdrawn_at == NOW
    assert refused(commands.withdraw_message, actor=cast.actor(BRISA), **withdraw) == "message_is_gone"
    assert refused(edit, cast, message) == "message_is_gone"
    assert refused(hide, cast, message) == "message_is_gone"


def test_who_keeps_the_space_hides_with_a_reason_that_everybody_sees(cast, text):
    message = say(cast, begin(cast, text))
    for who in (ALDEA, BRISA, OBSERVER):
        assert refused(hide, cast, message, who) == "not_yours"
    assert refused(hide, cast, message, reason=" ") == "no_hiding_reason"
    hide(cast, message)
    assert (now(message).hidden_by, now(message).hidden_because) == (
        "network/secretariat/SEC",
        "Nombra a una persona.",
    )
    shown = {"actor": cast.actor(SEC), "message": message, "at": NOW}
    assert refused(commands.unhide_message, **{**shown, "actor": cast.actor(BRISA)}) == "not_yours"
    commands.unhide_message(**shown)
    assert now(message).stands
    assert refused(commands.unhide_message, **shown) == "message_not_hidden"
    own = say(cast, begin(cast, text, space=Space.OWN), JUSTICE)
    assert refused(hide, cast, own, JUSTICE) == "not_yours"
    hide(cast, own, "XA/validating_authority")
    with pytest.raises(ObjectDoesNotExist):
        hide(cast, own, SEC)


def test_who_began_it_or_keeps_the_space_closes_opens_and_sums_up(cast, text):
    row = begin(cast, text, BRISA)

    def act(name, who, **given):
        return refused(getattr(commands, name), actor=cast.actor(who), thread=row, at=NOW, **given)

    assert act("close_thread", ALDEA) == "not_yours"
    assert act("reopen_thread", BRISA) == "thread_is_open"
    assert act("close_thread", BRISA) == ""
    assert act("close_thread", SEC) == "thread_is_closed"
    assert refused(say, cast, row) == "thread_is_closed"
    assert refused(edit, cast, Message.objects.get(), BRISA) == "thread_is_closed"
    assert act("reopen_thread", ALDEA) == "not_yours"
    assert act("reopen_thread", SEC) == ""
    said = {"words": "En suma.", "language": "es"}
    assert act("sum_up_thread", ALDEA, **said) == "not_yours"
    assert act("sum_up_thread", SEC, **{**said, "words": ""}) == "message_empty"
    assert act("sum_up_thread", SEC, **said) == ""
    assert Thread.objects.get().summary == "En suma."


def test_a_message_speaks_only_to_seats_of_its_space(cast, text):
    brisa, justice = (cast.seats[cast.office(who)].key for who in (BRISA, JUSTICE))
    row, own = begin(cast, text, mentions=[brisa]), begin(cast, text, space=Space.OWN)
    assert refused(say, cast, own, ALDEA, mentions=[brisa]) == "mention_out_of_space"
    message = say(cast, own, ALDEA, mentions=[justice])
    edit(cast, message, ALDEA, mentions=[])
    context = thread_for(cast.actor(ALDEA), row.key, NOW)
    assert [mention.seat_id for mention in context.mentioned(context.messages[0])] == [brisa]
    assert thread_for(cast.actor(ALDEA), own.key, NOW).mentions == ()


def places(cast, text, round_):
    """An object of every kind, by its place, that Aldea reads."""
    posting = offer(cast)
    show(cast, posting)
    seminar = announced(cast, begin_cycle(cast, text=text))
    national = initiative(cast)
    release_title(cast, national)
    return {
        "initiative": national.key,
        "practice": published(cast).practice.key,
        "module": running(cast).step.module_id,
        "text": text.slug,
        "round": round_.key,
        "procedure": propose_adoption(cast, make_text(cast, slug="otro")).key,
        "meeting": convened(cast).key,
        "seminar": seminar.key,
        "posting": posting.key,
        "project": propose(cast).key,
        "regional": proposed(cast, BRISA).key,
    }


def test_every_place_gives_the_same_alone_and_among_many(cast, text, round_):
    objects, actor = places(cast, text, round_), cast.actor(ALDEA)
    assert set(objects) == set(PLACES)
    for code, key in objects.items():
        alone = beside_for(actor, code, key, NOW)
        many = PLACES[code].many(actor, [key, "000000000000"])
        assert list(many) == [key], code
        assert PLACES[code].title(many[key]) == alone.title != "", code
        assert PLACES[code].readers(many[key]) == alone.readers, code
        assert alone.url.endswith(f"{key}/"), code
        begin(cast, None, place=code, key=key, space=Space.OWN)
    assert {line.beside.place.code for line in threads_for(actor)} == set(objects)
    assert threads_for(cast.actor(BRISA)) == []


def test_what_a_seat_does_not_know_is_not_among_many_either(cast, text, mechanism):
    actor = cast.actor(BRISA)
    hidden = {
        "text": make_text(cast, mechanism, by=ALDEA, slug="propio").slug,
        "meeting": prepare(cast).key,
        "seminar": prepare_seminar(cast, begin_cycle(cast, text=text)).key,
        "initiative": initiative(cast).key,
        "practice": told(cast).key,
        "module": begun(cast).key,
        "posting": request(cast).key,
        "project": propose(cast, "XC").key,
    }
    found = {code: dict(PLACES[code].many(actor, [key])) for code, key in hidden.items()}
    assert found == {code: {} for code in hidden}


def test_a_committee_shares_its_texts_and_an_institution_keeps_its_own(cast):
    committee = create_committee(actor=cast.secretariat, name={"es": "Comité"}, at=NOW)
    join_committee(actor=cast.actor(ALDEA), body=committee, at=NOW)
    text = make_text(cast, committee, slug="comite")
    row = begin(cast, text)
    assert reads(cast, row, ALDEA, BRISA, SEC) == [ALDEA, BRISA, SEC]
    done = completed(cast)
    show_result(cast, done)
    assert beside_for(cast.actor(SEC), "project", done.key, NOW).readers.is_shared
    justice = {"member": cast.members["XA"], "institution": cast.institutions["XA/JUS"]}
    office = open_office(actor=cast.actor(JUSTICE), at=NOW, **justice)
    own_text = make_text(cast, office, by=JUSTICE, slug="justicia")
    own = begin(cast, own_text, JUSTICE, space=Space.OWN)
    assert reads(cast, own, JUSTICE, ALDEA, BRISA) == [JUSTICE]


def test_lists_cost_the_same_however_many_threads_and_objects_there_are(cast, text, round_):
    actor = cast.actor(ALDEA)
    say(cast, begin(cast, text))
    begin(cast, None, place="round", key=round_.key)

    def costs():
        beside = beside_for(actor, "text", text.slug, NOW)
        context = threads_beside(actor, beside)[0]
        return (
            queries_of(lambda: threads_for(actor)),
            queries_of(lambda: threads_beside(actor, beside)),
            queries_of(lambda: thread_for(actor, context.thread.key, NOW)),
            queries_of(lambda: count_beside(actor, "text", text.slug)),
        )

    one = costs()
    for number in range(2):
        other = make_text(cast, slug=f"otro-{number}")
        for each in (text, other):
            row = begin(cast, each, space=Space.OWN if number else Space.NETWORK)
            say(cast, row, JUSTICE)
    assert costs() == one
    assert one[-1] == 1


def test_what_a_seat_said_of_a_thread_goes_before_what_it_did_in_it(cast, text):
    row = begin(cast, text)
    brisa = cast.seats[cast.office(BRISA)].key
    assert hearing_of(row, brisa) == Hearing.MUTE
    say(cast, row)
    assert hearing_of(row, brisa) == Hearing.FOLLOW
    commands.hear_thread(actor=cast.actor(BRISA), thread=row, hearing=Hearing.MUTE)
    assert hearing_of(row, brisa) == Hearing.MUTE
