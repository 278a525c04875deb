"""Who finds what was written in discussions: whoever may read it, and nobody else by a word or a number."""

import pytest

from cast import NOW, make_text
from tejido.cooperation.tests.doings import offer, show
from tejido.deliberation.tests.doings import propose
from tejido.discussions import commands
from tejido.discussions.names import Space
from tejido.discussions.queries import thread_for, threads_for
from tejido.discussions.tests.doings import begin, hide, say
from tejido.ledger.actors import PUBLIC
from tejido.meetings.tests.doings import convened
from tejido.modules.tests.doings import running
from tejido.regional.tests.doings import proposed
from tejido.registry.commands import create_committee, join_committee
from tejido.search.commands import index_everything
from tejido.search.names import Kind
from tejido.search.queries import Asked, find
from tejido.seminars.tests.doings import announced
from tejido.seminars.tests.doings import begin as begin_cycle

pytestmark = pytest.mark.django_db
ALDEA, JUSTICE, BRISA, SEC = "XA/focal_point", "XA/representative/JUS", "XB/focal_point", "network/secretariat"
EVERYBODY = (ALDEA, JUSTICE, BRISA, SEC, "network/observer")
SECRET = "murciélago"


def finders(cast):
    """Who of all finds the word, and how often; whoever is not signed in never does."""
    assert find(PUBLIC, Asked(SECRET)).total == 0
    found = {who: find(cast.actor(who), Asked(SECRET)) for who in EVERYBODY}
    assert all({hit.entry.kind for hit in each.hits} <= {Kind.MESSAGE} for each in found.values())
    return [who for who, each in found.items() if each.total]


def test_the_network_s_messages_are_found_by_its_seats_and_aldea_s_by_aldea_alone(cast, text):
    begin(cast, text, words=f"Un {SECRET}.", space=Space.OWN)
    index_everything()
    assert finders(cast) == [ALDEA, JUSTICE]
    begin(cast, text, words=f"Otro {SECRET}.")
    index_everything()
    assert finders(cast) == list(EVERYBODY)


def test_messages_beside_a_regional_initiative_are_found_by_every_seat_whoever_takes_part(cast):
    begin(cast, None, BRISA, place="regional", key=proposed(cast, BRISA).key, words=f"Un {SECRET}.")
    index_everything()
    assert finders(cast) == list(EVERYBODY)


def test_each_act_is_followed_by_the_index(cast, text, django_capture_on_commit_callbacks):
    def acts():
        return django_capture_on_commit_callbacks(execute=True)

    with acts():
        row = begin(cast, text, BRISA)
    with acts():
        message = say(cast, row, BRISA, f"Un {SECRET}.")
    assert finders(cast) == list(EVERYBODY)
    with acts():
        hide(cast, message)
    assert finders(cast) == []
    with acts():
        commands.unhide_message(actor=cast.actor(SEC), message=message, at=NOW)
    assert finders(cast) == list(EVERYBODY)
    with acts():
        commands.withdraw_message(actor=cast.actor(BRISA), message=message, at=NOW)
    assert finders(cast) == []


def test_nobody_finds_more_than_they_may_open_beside_any_kind_of_object(cast, text, round_, mechanism):
    committee = create_committee(actor=cast.secretariat, name={"es": "Comité"}, at=NOW)
    join_committee(actor=cast.actor(ALDEA), body=committee, at=NOW)
    posting = offer(cast)
    show(cast, posting)
    objects = [
        ("text", make_text(cast, mechanism, by=ALDEA, slug="propio").slug),
        ("text", make_text(cast, committee, slug="comite").slug),
        ("round", round_.key),
        ("procedure", propose(cast, make_text(cast, slug="otro")).key),
        ("meeting", convened(cast).key),
        ("meeting", convened(cast, committee).key),
        ("meeting", convened(cast, mechanism, ALDEA).key),
        ("seminar", announced(cast, begin_cycle(cast, text=text)).key),
        ("module", running(cast).step.module_id),
        ("posting", posting.key),
    ]
    for place, key in objects:
        for space in Space:
            try:
                begin(cast, None, place=place, key=key, space=space, words=f"{SECRET} {place}")
            except Exception:  # noqa: BLE001, S112  # no thread of the network beside what is Aldea's
                continue
    begin(cast, None, SEC, place="seminar", key=objects[7][1], words=f"{SECRET} de la red")
    index_everything()
    for who in EVERYBODY:
        actor = cast.actor(who)
        readable = {line.thread.key for line in threads_for(actor)}
        opened = {hit.entry.source for hit in find(actor, Asked(SECRET)).hits}
        assert opened <= readable, who
        for key in opened:
            assert thread_for(actor, key, NOW).thread.key == key
    assert len(find(cast.actor(ALDEA), Asked(SECRET)).hits) > 9


def test_beside_what_may_be_shown_no_more_nothing_is_in_the_index(cast):
    posting = offer(cast)
    show(cast, posting)
    begin(cast, None, BRISA, place="posting", key=posting.key, words=SECRET)
    index_everything()
    assert finders(cast) == []
