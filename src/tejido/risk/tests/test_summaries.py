"""What is shared: asked for by one, agreed to by another, withdrawn."""

from datetime import timedelta

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.names import closed_tree
from tejido.ledger.refusals import No as Shared
from tejido.registry.models import Mandate
from tejido.risk import commands, proof
from tejido.risk.models import Admission, Asking, Summary
from tejido.risk.names import Act, No, Outcome, Readers
from tejido.risk.queries.access import asking_for
from tejido.risk.queries.summaries import own_summaries, summaries_for, summary_for, to_withdraw
from tejido.risk.terms import summary_of
from tejido.risk.tests.made import ALT, FP, JUS, VA, admitted, begun, opened, saved, unlock
from tejido.risk.tests.test_opening import refused

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def row(cast):
    """Two seats have it open, and a summary is prepared."""
    made = begun(cast)
    admitted(cast, made)
    unlock(cast, made)
    unlock(cast, made, ALT)
    chosen = {"words": "Una frase.", "found": True, "confidence": False}
    saved(cast, made, _3_words="PRIVADO", _3_found="present", _summary_title="Resumen", _summary_3=chosen)
    return made


def asked(cast, row, readers=Readers.NETWORK, codes=(), *, who=FP, seen="", at=NOW, fresh=True):
    found = opened(cast, row, who)
    digest = seen or proof.digest_of(summary_of(found.cells))
    return commands.ask_release(
        actor=cast.actor(who, fresh=fresh), opened=found, readers=readers, codes=list(codes), seen=digest, at=at
    )


def settled(cast, row, asking, outcome=Outcome.AGREED, *, who=ALT, at=NOW, fresh=True):
    found = opened(cast, row, who)
    actor = cast.actor(who, fresh=fresh)
    return commands.settle(actor=actor, opened=found, asking=asking, outcome=outcome, at=at)


def test_two_persons_release_exactly_what_was_asked_for(cast, row):
    asking = asked(cast, row)
    saved(cast, row, _summary_title="Cambiado después")
    made = settled(cast, row, asking)
    assert (made.title, made.introduction, made.codes, made.language) == ("Resumen", "", [], "es")
    assert made.lines == [{"factor": "3", "words": "Una frase.", "found": "present"}]
    assert [s.key for s in summaries_for(cast.actor("XB/focal_point"), NOW)] == [made.key]
    line = Line.objects.get(act=Act.SUMMARY_RELEASED)
    assert (line.tree_id, line.facts) == ("network", {"member": "XA", "digest": made.digest})


def test_whoever_guesses_the_words_cannot_try_them_on_the_ledger(cast, row):
    """The digest is of the words and a salt that nobody can guess; with the salt it is theirs."""
    asking = asked(cast, row)
    _row, said = asking_for(opened(cast, row), asking.key)
    made = settled(cast, row, asking)
    assert made.digest != proof.digest_of(said)
    assert made.digest == proof.digest_of_release(said, bytes(made.salt))
    again = settled(cast, row, asked(cast, row))
    assert made.digest != again.digest


def test_nobody_releases_alone(cast, row):
    asking = asked(cast, row)
    refused(No.ANOTHER_PERSON, settled, cast, row, asking, who=FP)
    Mandate.objects.filter(seat=cast.seats[cast.office(ALT)]).update(account=cast.account(FP))
    cast.mandates[cast.office(ALT)].account = cast.account(FP)
    refused(No.ANOTHER_PERSON, settled, cast, row, asking)
    assert not Summary.objects.exists()


def test_agreeing_is_a_formal_act_within_a_week_and_once(cast, row):
    asking = asked(cast, row)
    refused(Shared.NOT_FRESH, settled, cast, row, asking, fresh=False)
    refused(No.SETTLED, settled, cast, row, asking, at=NOW + WEEK)
    settled(cast, row, asking, Outcome.REFUSED)
    refused(No.SETTLED, settled, cast, row, asking)
    assert not Summary.objects.exists()


def test_who_asked_takes_it_back_and_nobody_else(cast, row):
    asking = asked(cast, row)
    refused(No.NOT_THE_ASKER, settled, cast, row, asking, Outcome.WITHDRAWN)
    assert settled(cast, row, asking, Outcome.WITHDRAWN, who=FP) is None
    assert Asking.objects.get().outcome == Outcome.WITHDRAWN


def test_only_what_was_seen_is_asked_for_and_only_once(cast, row):
    refused(No.MOVED, asked, cast, row, seen="0" * 64)
    refused(No.NO_READERS, asked, cast, row, Readers.MEMBERS)
    refused(Shared.NOT_FRESH, asked, cast, row, fresh=False)
    asked(cast, row)
    refused(No.IS_ASKED, asked, cast, row, who=ALT)
    asked(cast, row, at=NOW + WEEK)


@pytest.mark.parametrize("taken", ["_summary_title", "_summary_3"])
def test_an_empty_summary_is_not_asked_for(cast, row, taken):
    saved(cast, row, **{taken: None})
    refused(No.NOTHING_CHOSEN, asked, cast, row)


def test_chosen_members_read_it_and_no_others_and_the_network_s_ledger_says_nothing(cast, row):
    made = settled(cast, row, asked(cast, row, Readers.MEMBERS, ["XB"]))
    assert summary_for(cast.actor("XB/focal_point"), made.key, NOW).title == "Resumen"
    for who in ("network/secretariat", JUS, "network/observer"):
        assert summaries_for(cast.actor(who), NOW) == []
        with pytest.raises(Summary.DoesNotExist):
            summary_for(cast.actor(who), made.key, NOW)
    assert summary_for(cast.actor(ALT), made.key, NOW).key == made.key
    assert Line.objects.get(act=Act.SUMMARY_RELEASED).tree_id == closed_tree(row.key)
    commands.withdraw_summary(actor=cast.actor(FP), summary=made, at=NOW)
    assert Line.objects.get(act=Act.SUMMARY_WITHDRAWN).tree_id == closed_tree(row.key)


def test_as_a_file_nothing_stands_in_clear(cast, row):
    asking = asked(cast, row, Readers.FILE, ["XB"])
    assert settled(cast, row, asking) is None
    assert not Summary.objects.exists()
    _row, said = asking_for(opened(cast, row), asking.key)
    assert (said["title"], said["codes"]) == ("Resumen", [])


def test_withdrawn_its_words_are_erased_with_their_salt_and_its_digest_stays(cast, row):
    made = settled(cast, row, asked(cast, row))
    refused(Shared.NOT_FRESH, commands.withdraw_summary, actor=cast.actor(FP, fresh=False), summary=made, at=NOW)
    commands.withdraw_summary(actor=cast.actor(ALT), summary=made, at=NOW)
    left = Summary.objects.get()
    assert (left.title, left.introduction, left.lines, left.digest) == ("", "", [], made.digest)
    assert bytes(left.salt) == b""
    assert summaries_for(cast.actor("XB/focal_point"), NOW) == []
    with pytest.raises(Summary.DoesNotExist):
        summary_for(cast.actor("XB/focal_point"), made.key, NOW)
    assert [s.key for s in own_summaries(cast.actor(FP), row.key)] == [made.key]
    refused(No.WITHDRAWN, commands.withdraw_summary, actor=cast.actor(FP), summary=made, at=NOW)


def test_it_outlives_its_analysis_and_can_still_be_withdrawn_by_who_had_it(cast, row):
    made = settled(cast, row, asked(cast, row))
    commands.destroy(actor=cast.actor(FP), analysis=row, at=NOW)
    assert summary_for(cast.actor("XB/focal_point"), made.key, NOW).title == "Resumen"
    with pytest.raises(Summary.DoesNotExist):
        to_withdraw(cast.actor(JUS), made.key, NOW)
    commands.withdraw_summary(actor=cast.actor(FP), summary=to_withdraw(cast.actor(FP), made.key, NOW), at=NOW)


def test_where_nobody_who_had_it_is_there_the_keepers_of_the_member_withdraw_what_is_left(cast, row):
    made = settled(cast, row, asked(cast, row, Readers.MEMBERS, ["XB"]))
    commands.destroy(actor=cast.actor(FP), analysis=row, at=NOW)

    def stranger(who):
        assert summaries_for(cast.actor(who), NOW) == []
        for load in (summary_for, to_withdraw):
            with pytest.raises(Summary.DoesNotExist):
                load(cast.actor(who), made.key, NOW)

    Admission.objects.filter(leads=True).update(ended_at=NOW)
    stranger(VA)  # the alternate is there
    Mandate.objects.filter(seat=cast.seats[cast.office(ALT)]).update(until=NOW)
    for who in (JUS, "network/secretariat", "network/observer"):
        stranger(who)
    with pytest.raises(Summary.DoesNotExist):
        to_withdraw(cast.actor("XB/focal_point"), made.key, NOW)
    found = to_withdraw(cast.actor(VA), made.key, NOW)
    assert [s.key for s in summaries_for(cast.actor(VA), NOW)] == [made.key]
    assert summary_for(cast.actor(VA), made.key, NOW).title == "Resumen"
    refused(Shared.NOT_FRESH, commands.withdraw_summary, actor=cast.actor(VA, fresh=False), summary=found, at=NOW)
    commands.withdraw_summary(actor=cast.actor(VA), summary=found, at=NOW)
    assert Summary.objects.get().title == ""
    assert summaries_for(cast.actor(VA), NOW) == []


def test_while_the_analysis_is_there_the_keepers_withdraw_nothing(cast, row):
    made = settled(cast, row, asked(cast, row))
    Mandate.objects.filter(seat__in=[cast.seats[cast.office(who)] for who in (FP, ALT)]).update(until=NOW)
    with pytest.raises(Summary.DoesNotExist):
        to_withdraw(cast.actor(VA), made.key, NOW)
