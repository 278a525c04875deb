"""Calling, nominating, giving places: who may, when, and what nobody else learns."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import TestCase

from cast import NOW, ZONE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.nominations import commands, jobs
from tejido.nominations.commands import File, Terms
from tejido.nominations.models import Call, Nominee, SupportingLetter
from tejido.nominations.names import Fault, No, Rank, Standing, Way
from tejido.nominations.queries.calls import deadline_for, last_deadline
from tejido.nominations.queries.nominations import own_nominations
from tejido.nominations.queries.places import places_of
from tejido.nominations.queries.waiting import to_give, to_nominate
from tejido.nominations.rules import may_extend
from tejido.people.models import Letter
from tejido.seminars.names import State
from tejido.seminars.tests.made import announced

from .doings import AFTER, LATER, LOCAL, change, enter, extend, give, nominate, open_call, person, standings, submit

pytestmark = pytest.mark.django_db
FILE = File("carta.pdf", "application/pdf", b"%PDF-1.7")


@pytest.fixture
def seminar(cast):
    return announced(cast)


@pytest.fixture
def call(cast, seminar):
    return open_call(cast, seminar)


def refused(code, do):
    with pytest.raises(Refused) as problem:
        do()
    assert problem.value.refusal.code == code


def lines(act):
    return list(Line.objects.filter(act=act).order_by("at", "place"))


## The call


def test_the_secretariat_opens_one_call_to_a_seminar_that_was_announced(cast, seminar):
    refused(Shared.NOT_YOURS, lambda: open_call(cast, seminar, by="XA/focal_point"))
    refused(Shared.NOT_FRESH, lambda: open_call(cast, seminar, fresh=False))
    for quota in (0, 51):
        refused(No.NO_QUOTA, lambda quota=quota: open_call(cast, seminar, quota=quota))
    open_late = lambda local: commands.open_call(  # noqa: E731  # one act with another time
        actor=cast.secretariat, seminar=seminar, terms=Terms(2), local=local, zone=ZONE, at=NOW
    )
    refused(No.DEADLINE_PAST, lambda: open_late(LOCAL - timedelta(days=60)))
    with TestCase.captureOnCommitCallbacks(execute=True):
        made = open_call(cast, seminar, quotas={"XB": 1})
    assert (made.quota_of("XA"), made.quota_of("XB")) == (2, 1)
    assert lines("call-opened")[0].tree_id == "network"
    assert sorted({letter.to.email.split(".")[0] for letter in Letter.objects.all()}) == ["xa", "xb"]
    refused(No.CALL_EXISTS, lambda: open_call(cast, seminar))
    seminar.state = State.PREPARING
    seminar.save()
    refused(No.NOT_ANNOUNCED, lambda: open_call(cast, seminar))


def test_a_time_that_the_clocks_skip_is_asked_about(cast, seminar):
    def at_gap():
        commands.open_call(
            actor=cast.secretariat, seminar=seminar, terms=Terms(2), at=NOW, zone="America/New_York",
            local=LOCAL.replace(month=3, day=14, hour=2, minute=30),
        )  # fmt: skip  # one act

    refused(No.NO_SUCH_DEADLINE, at_gap)


def test_the_call_is_changed_and_worded_by_the_secretariat_until_it_is_closed(cast, call):
    refused(
        Shared.NOT_YOURS,
        lambda: commands.change_call(actor=cast.actor("XA/focal_point"), call=call, terms=Terms(3), at=NOW),
    )
    refused(No.NO_QUOTA, lambda: commands.change_call(actor=cast.secretariat, call=call, terms=Terms(0), at=NOW))
    commands.change_call(actor=cast.secretariat, call=call, terms=Terms(3, 2), at=NOW)
    refused(
        Shared.NOT_YOURS, lambda: commands.word_call(actor=cast.actor("network/chair"), call=call, words={}, at=NOW)
    )
    commands.word_call(actor=cast.secretariat, call=call, words={"note": {"es": "A {member}.", "pt": " "}}, at=NOW)
    call.refresh_from_db()
    assert (call.quota, call.alternates, call.words) == (3, 2, {"note": {"es": "A {member}."}})
    refused(
        Shared.NOT_FRESH,
        lambda: commands.close_call(actor=replace(cast.secretariat, is_fresh=False), call=call, at=NOW),
    )
    commands.close_call(actor=cast.secretariat, call=call, at=NOW)
    refused(No.CALL_CLOSED, lambda: commands.close_call(actor=cast.secretariat, call=call, at=NOW))
    refused(No.CALL_CLOSED, lambda: commands.change_call(actor=cast.secretariat, call=call, terms=Terms(3), at=NOW))
    refused(No.CALL_CLOSED, lambda: extend(cast, call))
    refused(No.CALL_CLOSED, lambda: enter(cast, call))


def test_more_time_for_one_member_is_told_to_that_member_alone(cast, call):
    refused(Shared.NOT_YOURS, lambda: extend(cast, call, by="XA/focal_point"))
    refused(No.NO_REASON, lambda: extend(cast, call, reason=" "))
    refused(Shared.NOT_FRESH, lambda: extend(cast, call, fresh=False))
    refused(No.DEADLINE_PAST, lambda: extend(cast, call, local=LOCAL))
    refused(No.DEADLINE_PAST, lambda: extend(cast, call, local=LATER, at=NOW + timedelta(days=60)))
    with TestCase.captureOnCommitCallbacks(execute=True):
        extend(cast, call, "XA")
    assert {letter.to.email.split(".")[0] for letter in Letter.objects.all()} == {"xa"}
    assert lines("call-extended")[0].tree_id == "member:XA"
    assert deadline_for(call, "XB") == call.deadline < deadline_for(call, "XA") == last_deadline(call)
    refused(No.TOO_LATE, lambda: enter(cast, call, "XB", at=AFTER))
    enter(cast, call, at=AFTER)
    extend(cast, call, local=LATER + timedelta(days=1))
    assert deadline_for(call, "XB") == last_deadline(call)


def test_a_deadline_that_is_over_already_is_no_extension(cast, call):
    """The command refuses such a time before; the rule stands by itself."""
    late = call.deadline + timedelta(days=30)
    found = may_extend(cast.secretariat, call, call.deadline + timedelta(days=1), call.deadline, "Faltó.", late)
    assert found is not None
    assert found.code == No.DEADLINE_PAST


def test_a_later_deadline_for_all_never_shortens_that_of_one(cast, call):
    extend(cast, call, "XA", local=LATER)
    refused(No.DEADLINE_PAST, lambda: extend(cast, call, local=LATER))


## Nominations


def test_a_draft_loses_nothing_and_its_member_alone_knows_of_it(cast, call):
    for who in ("validating_authority", "representative/JUS"):
        refused(Shared.NOT_YOURS, lambda who=who: enter(cast, call, by=who))
    row = enter(cast, call, by="alternate", name="", post="", institution=None, email="")
    found = own_nominations(call, "XA")
    assert [each.fault for each in found.missing] == [
        Fault.NO_NAME, Fault.NO_POST, Fault.NO_INSTITUTION, Fault.NO_EMAIL
    ]  # fmt: skip  # one list
    assert places_of(call).lines == ()
    assert lines("nominee-entered")[0].tree_id == "member:XA"
    refused(Shared.NOT_YOURS, lambda: change(cast, row, by="XB/focal_point", name="X"))
    refused(Shared.STALE, lambda: change(cast, row, seen="0", name="X"))
    change(cast, row, name="Persona", rank=Rank.ALTERNATE)
    row.refresh_from_db()
    assert (row.name, row.rank, row.place) == ("Persona", "alternate", 1)
    change(cast, row, post="Jueza")
    refused(Shared.NOT_YOURS, lambda: commands.remove_nominee(actor=cast.actor("XB/focal_point"), nominee=row, at=NOW))
    commands.remove_nominee(actor=cast.actor("XA/focal_point"), nominee=row, at=NOW)
    assert not Nominee.objects.exists()


def test_all_faults_are_told_at_once_and_nothing_is_submitted_with_one(cast, call):
    for number in (1, 2, 3):
        enter(cast, call, number=number, email="misma@example.org")
    for number in (4, 5):
        enter(cast, call, number=number, rank=Rank.ALTERNATE)
    found = [each.fault for each in own_nominations(call, "XA").missing]
    assert found == [Fault.SAME_EMAIL, Fault.SAME_EMAIL, Fault.TOO_MANY, Fault.TOO_MANY_ALTERNATES]
    refused(No.INCOMPLETE, lambda: submit(cast, call))


def test_the_member_nominates_exactly_whom_it_read_by_a_formal_act(cast, call):
    refused(No.NOTHING_TO_SUBMIT, lambda: submit(cast, call))
    row = enter(cast, call)
    refused(Shared.NOT_YOURS, lambda: submit(cast, call, by="validating_authority"))
    refused(No.NOMINATIONS_MOVED, lambda: submit(cast, call, seen="0"))
    refused(Shared.NOT_FRESH, lambda: submit(cast, call, fresh=False))
    refused(No.TOO_LATE, lambda: submit(cast, call, at=AFTER))
    submit(cast, call)
    [line] = lines("member-nominated")
    assert (line.tree_id, line.facts["principals"], line.facts["alternates"]) == ("member:XA", 1, 0)
    change(cast, row, post="Fiscal")
    refused(No.TOO_LATE, lambda: change(cast, row, post="Jueza", at=AFTER))
    refused(No.NOT_A_DRAFT, lambda: commands.remove_nominee(actor=cast.actor("XA/focal_point"), nominee=row, at=NOW))
    assert [each.nominee.post for each in places_of(call).lines] == ["Fiscal"]


def test_persons_change_places_with_their_neighbours_of_the_same_rank(cast, call):
    first, second = enter(cast, call), enter(cast, call, number=2)
    enter(cast, call, number=3, rank=Rank.ALTERNATE)
    move = lambda row, way: commands.move_nominee(actor=cast.actor("XA/focal_point"), nominee=row, way=way, at=NOW)  # noqa: E731
    refused(No.AT_THE_END, lambda: move(first, Way.UP))
    refused(No.AT_THE_END, lambda: move(second, Way.DOWN))
    move(first, Way.DOWN)
    assert [row.name[-2:] for row in own_nominations(call, "XA").standing] == ["02", "01", "03"]
    move(first, Way.UP)
    assert [row.name[-2:] for row in own_nominations(call, "XA").standing] == ["01", "02", "03"]


def test_three_letters_support_a_person_until_the_deadline(cast, call):
    row, actor = enter(cast, call), cast.actor("XA/focal_point")
    made = [commands.add_letter(actor=actor, nominee=row, file=FILE, at=NOW) for _ in range(3)]
    refused(No.FULL_OF_LETTERS, lambda: commands.add_letter(actor=actor, nominee=row, file=FILE, at=NOW))
    refused(No.TOO_LATE, lambda: commands.remove_letter(actor=actor, letter=made[0], at=AFTER))
    commands.remove_letter(actor=actor, letter=made[0], at=NOW)
    assert SupportingLetter.objects.count() == 2


def test_a_member_withdraws_and_what_it_wrote_goes_with_the_person(cast, call):
    [row] = nominate(cast, call)
    actor = cast.actor("XA/focal_point")
    draft = enter(cast, call, number=2)
    withdraw = lambda who, nominee=row, at=NOW: commands.withdraw_nominee(  # noqa: E731  # one act by several
        actor=who, nominee=nominee, reason="Enfermó Persona", at=at
    )
    refused(Shared.NOT_YOURS, lambda: withdraw(cast.actor("XB/focal_point")))
    refused(No.OVER, lambda: withdraw(actor, draft))
    refused(Shared.NOT_FRESH, lambda: withdraw(replace(actor, is_fresh=False)))
    refused(No.HAS_BEGUN, lambda: withdraw(actor, at=call.begins_at))
    withdraw(actor)
    [line] = lines("nominee-withdrawn")
    assert line.details == {"reason": "Enfermó Persona"}
    refused(No.OVER, lambda: change(cast, row, name="X"))
    commands.erase_person(actor=actor, nominee=row, at=NOW)
    line.refresh_from_db()
    assert line.details is None
    refused(No.ERASED, lambda: change(cast, row, name="X"))


## Places


def test_places_are_given_by_the_rule_once_nobody_can_nominate_any_more(cast, call):
    call.seminar.capacity = 3
    call.seminar.save()
    nominate(cast, call, "XA", 2)
    nominate(cast, call, "XB", 2)
    refused(Shared.NOT_YOURS, lambda: give(cast, call, by="network/chair"))
    refused(No.STILL_OPEN, lambda: give(cast, call, at=NOW))
    refused(No.PLACES_MOVED, lambda: give(cast, call, seen="0"))
    refused(Shared.NOT_FRESH, lambda: give(cast, call, fresh=False))
    with TestCase.captureOnCommitCallbacks(execute=True):
        give(cast, call)
    found = standings(call)
    assert sorted(found.values()) == ["admitted", "admitted", "admitted", "waiting"]
    assert found["Persona XA 01"] == found["Persona XB 01"] == "admitted"
    assert len(Letter.objects.exclude(page="")) == 3
    assert {line.tree_id for line in lines("nominee-admitted")} == {"member:XA", "member:XB"}
    assert lines("places-given")[0].facts.keys() == {"seminar", "seen"}
    refused(No.NOTHING_TO_GIVE, lambda: give(cast, call))
    assert not places_of(call).has_new


def test_an_alternate_comes_in_only_for_one_of_the_same_member_who_gives_up(cast, call):
    first, _second = nominate(cast, call, "XA", 2)
    spare = enter(cast, call, number=3, rank=Rank.ALTERNATE)
    submit(cast, call)
    nominate(cast, call, "XB")
    enter(cast, call, "XB", 2, rank=Rank.ALTERNATE)
    submit(cast, call, "XB")
    give(cast, call)
    assert [line.reason for line in places_of(call).waiting] == ["beyond", "beyond"]
    commands.withdraw_nominee(actor=cast.actor("XA/focal_point"), nominee=first, reason="", at=AFTER)
    assert Nominee.objects.get(key=spare.key).standing == Standing.ADMITTED
    assert standings(call)["Persona XB 02"] == "waiting"
    assert [line.nominee.name for line in places_of(call).gone] == ["Persona XA 01"]


def test_before_places_are_given_nobody_moves_up(cast, call):
    first, _second = nominate(cast, call, "XA", 2)
    commands.withdraw_nominee(actor=cast.actor("XA/focal_point"), nominee=first, reason="", at=NOW)
    assert sorted(standings(call).values()) == ["nominated", "withdrawn"]


def test_after_the_seminar_nobody_moves_up_any_more(cast, call):
    call.seminar.capacity = 1
    call.seminar.save()
    first, _second = nominate(cast, call, "XA", 2)
    give(cast, call)
    commands.erase_person(actor=cast.secretariat, nominee=first, at=call.ends_at)
    assert sorted(row.standing for row in Nominee.objects.all()) == ["admitted", "waiting"]


def test_another_person_takes_the_place_of_one_who_was_admitted_with_a_reason(cast, call):
    [row] = nominate(cast, call)
    actor = cast.actor("XA/focal_point")
    given = person(cast, number=9)
    replaced = lambda who=actor, at=AFTER, reason="Viaja otra.", **more: commands.replace_nominee(  # noqa: E731
        actor=who, nominee=row, given={**given, **more}, reason=reason, at=at
    )
    refused(No.NO_PLACE_YET, replaced)
    give(cast, call)
    refused(Shared.NOT_YOURS, lambda: replaced(cast.secretariat))
    refused(No.HAS_BEGUN, lambda: replaced(at=call.begins_at))
    refused(No.INCOMPLETE, lambda: replaced(name=""))
    refused(No.NO_REASON, lambda: replaced(reason=" "))
    refused(Shared.NOT_FRESH, lambda: replaced(replace(actor, is_fresh=False)))
    made = replaced(rank=Rank.ALTERNATE)
    row.refresh_from_db()
    assert (row.standing, made.standing, made.rank, made.replaces) == ("replaced", "admitted", "principal", row)
    assert Letter.objects.filter(address=made.email).exists()
    assert lines("nominee-replaced")[0].facts["by"] == made.key


def test_a_link_is_sent_anew_by_those_who_read_of_the_person(cast, call):
    [row] = nominate(cast, call)
    refused(No.NOT_ADMITTED, lambda: commands.send_link(actor=cast.secretariat, nominee=row, at=NOW))
    give(cast, call)
    refused(Shared.NOT_YOURS, lambda: commands.send_link(actor=cast.actor("XB/focal_point"), nominee=row, at=AFTER))
    before = Nominee.objects.get(key=row.key).token_digest
    for who in ("network/secretariat", "XA/alternate"):
        commands.send_link(actor=cast.actor(who), nominee=row, at=AFTER)
    assert Nominee.objects.get(key=row.key).token_digest != before
    assert len(lines("invitation-sent")) == 2


def test_the_list_is_shown_once_somebody_has_confirmed(cast, call):
    [row] = nominate(cast, call)
    show = lambda who=cast.secretariat: commands.list_participants(actor=who, call=call, at=AFTER)  # noqa: E731
    refused(No.NO_LIST, show)
    Nominee.objects.filter(key=row.key).update(standing=Standing.CONFIRMED)
    refused(Shared.NOT_YOURS, lambda: show(cast.actor("XA/focal_point")))
    refused(Shared.NOT_FRESH, lambda: show(replace(cast.secretariat, is_fresh=False)))
    show()
    refused(No.LISTED, show)


## The clock


def test_a_member_that_has_nominated_nobody_is_reminded_once_and_nobody_after_the_deadline(cast, call):
    nominate(cast, call, "XB")
    at = call.deadline - timedelta(days=2)
    assert (jobs.run_due(NOW), jobs.run_due(at), jobs.run_due(at)) == (0, 2, 0)
    assert {letter.to.email.split(".")[0] for letter in Letter.objects.all()} == {"xa"}
    assert jobs.run_due(call.deadline) == 0


def test_the_clock_deletes_personal_data_on_schedule(cast, call):
    nominate(cast, call)
    at = call.is_kept_until
    assert (jobs.run_due(at - timedelta(minutes=1)), jobs.run_due(at), jobs.run_due(at)) == (0, 1, 0)
    assert Call.objects.get().erased_at == at


def test_drafts_of_others_are_counted_by_nobody(cast, call):
    enter(cast, call)
    assert places_of(call).lines == ()
    assert own_nominations(call, "XB").standing == ()


def test_a_call_waits_for_who_has_nominated_nobody_and_its_places_for_the_secretariat(cast, call):
    assert [line.call for line in to_nominate(cast.actor("XA/focal_point"), NOW)] == [call]
    for who in ("XA/validating_authority", "network/secretariat"):
        assert to_nominate(cast.actor(who), NOW) == []
    nominate(cast, call)
    assert to_nominate(cast.actor("XA/alternate"), NOW) == []
    assert to_nominate(cast.actor("XB/focal_point"), AFTER) == []
    assert (to_give(cast.secretariat, NOW), to_give(cast.secretariat, AFTER)) == ([], [call])
    assert to_give(cast.actor("XA/focal_point"), AFTER) == []
    give(cast, call)
    assert to_give(cast.secretariat, AFTER) == []
