"""Every act of regional initiatives: who may do it, what it changes, where it is written, and each refusal."""

import pytest

from cast import NOW, Cast
from counting import queries_of
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.regional import commands, queries
from tejido.regional.lines import digest_of
from tejido.regional.models import RegionalCommon, RegionalInitiative, RegionalInvitation, RegionalPart
from tejido.regional.names import Act, Audience, Field, No
from tejido.registry.commands import join_committee, join_initiative, let_member_leave
from tejido.registry.models import Party
from tejido.registry.names import No as Register
from tejido.registry.queries import capacity, committees, parties_of_record
from tejido.registry.rules import tasks

from .doings import ALDEA, BRISA, DAY, SECRETARIAT, joined, left, proposed, released, written

pytestmark = pytest.mark.django_db


def refused(call) -> object:
    """The code of the refusal; nothing was written."""
    before = Line.objects.count()
    with pytest.raises(Refused) as said:
        call()
    assert Line.objects.count() == before
    assert said.value.refusal.sentence
    return said.value.refusal.code


def last(tree: str = "network") -> Line:
    return Line.objects.filter(tree=tree).order_by("place").last()


def seen(cast: Cast, who: str, row: RegionalInitiative, at=NOW) -> queries.Context:
    return queries.context_for(cast.actor(who) if who else PUBLIC, row.key, at)


def told(cast: Cast, who: str, row: RegionalInitiative) -> dict[str, list[str]]:
    """By member, what a reader is told of its contribution."""
    return {
        part.member.code: [line.texts.get("es", line.words) for line in part.fields]
        for part in queries.parts_for(seen(cast, who, row))
    }


## Proposing, joining, leaving


def test_the_member_that_proposes_takes_part_and_its_seat_coordinates(cast):
    row = proposed(cast)
    context = seen(cast, ALDEA, row)
    assert (context.company.members, context.turn.seat_id) == (frozenset({"XA"}), cast.actor(ALDEA).seat)
    assert (context.is_ours, context.keeps, seen(cast, BRISA, row).keeps) == (True, True, False)
    assert (last().act, last().facts) == (Act.JOINED, {"member": "XA"})
    assert "Recordar" not in "".join(bytes(line.canonical).decode() for line in Line.objects.all())


def test_the_secretariat_proposes_without_taking_part_and_keeps_the_common_part(cast):
    row = proposed(cast, SECRETARIAT)
    assert seen(cast, SECRETARIAT, row).company == queries.company_of(row, NOW)
    assert (seen(cast, SECRETARIAT, row).turn, seen(cast, SECRETARIAT, row).keeps) == (None, True)


def test_only_seats_that_bind_a_member_propose_join_and_leave_and_by_a_formal_act(cast):
    for who in ("XA/representative", "XA/validating_authority", "network/observer"):
        assert refused(lambda who=who: proposed(cast, who)) == Shared.NOT_YOURS
    assert refused(lambda: proposed(cast, name={"es": ""})) == No.NAMELESS_INITIATIVE
    row = proposed(cast)
    for who in ("XB/representative/JUS", SECRETARIAT):
        assert refused(lambda who=who: joined(cast, row, who)) == Shared.NOT_YOURS
    assert refused(lambda: joined(cast, row, fresh=False)) == Shared.NOT_FRESH
    assert refused(lambda: joined(cast, row, ALDEA)) == Register.ALREADY_JOINED
    assert refused(lambda: left(cast, row)) == Register.NOT_JOINED
    assert refused(lambda: left(cast, row, ALDEA, " ")) == No.NO_REASON
    assert refused(lambda: left(cast, row, SECRETARIAT)) == Shared.NOT_YOURS


def test_who_leaves_says_why_and_its_days_stay_and_it_can_come_back(cast):
    row = proposed(cast)
    joined(cast, row)
    left(cast, row, at=NOW + DAY)
    context = queries.context_for(cast.actor(ALDEA), row.key, NOW + DAY)
    assert context.company.members == frozenset({"XA"})
    assert [(line.party.code, line.reason) for line in queries.past_parties(context)] == [("XB", "Otra tarea")]
    assert (last().act, last().details) == (Act.LEFT, {"reason": "Otra tarea"})
    commands.join(actor=cast.actor(BRISA), initiative=row, at=NOW + 2 * DAY)
    assert Party.objects.filter(body=row.body, code="XB").count() == 2


def test_who_comes_back_on_the_day_it_left_had_not_left(cast):
    row = proposed(cast)
    joined(cast, row)
    left(cast, row)
    joined(cast, row)
    assert queries.past_parties(seen(cast, ALDEA, row)) == []


def test_who_leaves_the_network_leaves_its_initiatives(cast):
    row = proposed(cast)
    joined(cast, row)
    let_member_leave(actor=cast.secretariat, member=cast.members["XB"], until=NOW.date(), source="nota", at=NOW)
    assert seen(cast, ALDEA, row).company.members == frozenset({"XA"})


def test_an_initiative_is_no_committee_and_neither_opens_the_door_of_the_other(cast):
    row = proposed(cast)
    assert committees() == []
    call = lambda: join_committee(actor=cast.actor(BRISA), body=row.body, at=NOW)  # noqa: E731
    assert refused(call) == Register.NOT_A_COMMITTEE
    call = lambda: join_initiative(actor=cast.actor(BRISA), body=cast.body, at=NOW)  # noqa: E731
    assert refused(call) == Register.NOT_AN_INITIATIVE
    assert tasks(cast.actor(BRISA), row.body)
    assert capacity(cast.actor(BRISA), row.body).party is None
    assert [p.code for p in parties_of_record(row.body, NOW.date())] == ["XA"]


## Invitations


def test_an_invitation_is_answered_by_joining_or_declining(cast):
    row = proposed(cast)
    invite = lambda who=ALDEA, code="XB": commands.invite(  # noqa: E731
        actor=cast.actor(who), initiative=row, member=cast.members[code], at=NOW
    )
    invite()
    assert (last().act, last().facts["member"]) == (Act.INVITED, "XB")
    assert [due.is_invitation for due in queries.due_for(cast.actor(BRISA), NOW)] == [True]
    assert queries.due_for(cast.actor("XB/representative/JUS"), NOW) == queries.due_for(PUBLIC, NOW) == []
    assert refused(invite) == No.INVITED_ALREADY
    assert refused(lambda: invite(code="XA")) == No.TAKES_PART
    assert refused(lambda: invite(BRISA, "XC")) == No.NOT_COORDINATING
    assert [member.code for member in queries.invitable(seen(cast, ALDEA, row))] == ["XC"]
    decline = lambda who=BRISA: commands.decline(  # noqa: E731
        actor=cast.actor(who), initiative=row, reason="Ahora no", at=NOW
    )
    assert refused(lambda: decline(SECRETARIAT)) == Shared.NOT_YOURS
    decline()
    assert (RegionalInvitation.objects.get().reason, refused(decline)) == ("Ahora no", No.NOT_INVITED)
    invite()
    joined(cast, row)
    assert RegionalInvitation.objects.filter(joined=True).count() == 1
    assert queries.due_for(cast.actor(BRISA), NOW) == []


## The common part


def test_the_common_part_is_kept_by_who_coordinates_and_every_version_stays(cast):
    row = proposed(cast)
    joined(cast, row)
    keep = lambda who=ALDEA, base=1: commands.keep_common(  # noqa: E731
        actor=cast.actor(who), initiative=row, base=base, at=NOW, aim={"es": "Más"}, since="2027", until="", results={}
    )
    assert refused(lambda: keep(BRISA)) == No.NOT_COORDINATING
    keep()
    assert refused(keep) == Shared.STALE
    keep(SECRETARIAT, 2)
    page = queries.common_of(seen(cast, BRISA, row))
    assert (page.now.number, [old.aim["es"] for old in page.earlier]) == (3, ["Más", "Recordar juntos."])
    assert last().act == Act.COMMON_KEPT
    RegionalCommon.objects.all().delete()
    keep(base=0)


def test_milestones_are_set_reached_and_dropped_by_who_coordinates(cast):
    row = proposed(cast)
    add = lambda who=ALDEA: commands.add_milestone(  # noqa: E731
        actor=cast.actor(who), initiative=row, what={"es": "Taller"}, due="2027-05", at=NOW
    )
    assert refused(lambda: add(BRISA)) == No.NOT_COORDINATING
    one, other = add(), add()
    commands.reach_milestone(actor=cast.actor(ALDEA), milestone=one, day="2027-04", at=NOW)
    commands.drop_milestone(actor=cast.actor(ALDEA), milestone=other, at=NOW)
    assert last().act == Act.MILESTONE_DROPPED
    for milestone in (one, other):
        call = lambda row=milestone: commands.drop_milestone(  # noqa: E731
            actor=cast.actor(ALDEA), milestone=row, at=NOW
        )
        assert refused(call) == No.MILESTONE_CLOSED
    page = queries.common_of(seen(cast, BRISA, row))
    assert [(found.key, found.reached_on) for found in page.milestones] == [(one.key, "2027-04")]


def test_turns_set_ahead_rotate_by_themselves_and_end_with_the_part_of_their_member(cast):
    row = proposed(cast)
    joined(cast, row)
    turn = lambda seat, days, who=ALDEA: commands.set_turn(  # noqa: E731
        actor=cast.actor(who), initiative=row, seat=cast.seats[cast.office(seat)], since=(NOW + days * DAY).date(),
        at=NOW,
    )  # fmt: skip
    assert refused(lambda: turn(BRISA, 30, BRISA)) == No.NOT_COORDINATING
    for seat in ("XA/representative/JUS", "XC/focal_point", SECRETARIAT):
        assert refused(lambda seat=seat: turn(seat, 30)) == No.NOT_A_SPEAKER
    turn("XB/alternate", 30)
    turn(BRISA, 30)
    assert len(queries.turns_of(row)) == 2
    who = lambda days: queries.company_of(row, NOW + days * DAY).coordinator  # noqa: E731
    assert (who(29), who(30)) == (cast.actor(ALDEA).seat, cast.actor(BRISA).seat)
    left(cast, row, at=NOW + 40 * DAY)
    assert (who(41), who(-1)) == ("", "")


def test_the_public_reads_an_initiative_once_it_is_shown_and_no_longer(cast):
    row = proposed(cast)
    publish = lambda who=ALDEA, fresh=True: commands.publish_initiative(  # noqa: E731
        actor=cast.actor(who, fresh=fresh), initiative=row, at=NOW
    )
    withdraw = lambda: commands.withdraw_initiative(actor=cast.actor(ALDEA), initiative=row, at=NOW)  # noqa: E731
    assert refused(lambda: publish(BRISA)) == No.NOT_COORDINATING
    assert refused(lambda: publish(fresh=False)) == Shared.NOT_FRESH
    assert refused(withdraw) == No.NOT_PUBLISHED
    with pytest.raises(RegionalInitiative.DoesNotExist):
        seen(cast, "", row)
    publish()
    assert refused(publish) == No.PUBLISHED_SO
    assert queries.common_of(seen(cast, "", row)).earlier == ()
    assert [line.initiative for line in queries.initiatives_for(PUBLIC, NOW)] == [row]
    withdraw()
    assert queries.initiatives_for(PUBLIC, NOW) == []


## The own part


def test_a_field_is_the_members_own_until_it_is_released_and_then_it_is_read_as_it_stood(cast):
    row = proposed(cast)
    commands.publish_initiative(actor=cast.actor(ALDEA), initiative=row, at=NOW)
    joined(cast, row)
    part = written(cast, row, "Primera")
    assert (last("member:XA").act, last("member:XA").facts["field"]) == (Act.PART_WRITTEN, "contribution")
    look = lambda who: told(cast, who, row).get("XA", [])  # noqa: E731
    assert [look(who) for who in ("XA/representative", BRISA, SECRETARIAT, "")] == [[]] * 4
    shown = released(cast, row)
    assert (shown.digest, last().facts["audience"]) == (digest_of(part), "participants")
    assert [look(who) for who in (ALDEA, BRISA, SECRETARIAT, "")] == [["Primera"], ["Primera"], [], []]
    written(cast, row, "Segunda")
    assert look(BRISA) == ["Primera"]
    own = next(each for each in queries.own_fields(seen(cast, ALDEA, row)) if each.field == Field.CONTRIBUTION)
    assert (own.is_behind, own.line.texts) == (True, {"es": "Segunda"})
    released(cast, row, Audience.NETWORK)
    assert [look(who) for who in (BRISA, SECRETARIAT, "")] == [["Segunda"], ["Segunda"], []]
    released(cast, row, Audience.PUBLIC)
    assert look("") == ["Segunda"]
    commands.withdraw_field(actor=cast.actor(ALDEA), initiative=row, field=Field.CONTRIBUTION, at=NOW)
    assert [look(who) for who in (BRISA, SECRETARIAT, "")] == [[]] * 3
    assert last().act == Act.PART_WITHDRAWN


def test_who_left_reads_what_participants_read_no_more_and_can_withdraw_and_not_write(cast):
    row = proposed(cast)
    joined(cast, row)
    written(cast, row, "De Aldea")
    released(cast, row)
    written(cast, row, "De Brisa", BRISA)
    released(cast, row, Audience.NETWORK, BRISA)
    assert told(cast, BRISA, row)["XA"] == ["De Aldea"]
    left(cast, row, at=NOW)
    assert told(cast, BRISA, row)["XA"] == []
    parts = queries.parts_for(seen(cast, ALDEA, row))
    assert [(part.member.code, part.is_present) for part in parts] == [("XA", True), ("XB", False)]
    assert refused(lambda: written(cast, row, "Más", BRISA)) == No.NOT_TAKING_PART
    assert queries.has_part(seen(cast, BRISA, row))
    commands.withdraw_field(actor=cast.actor(BRISA), initiative=row, field=Field.CONTRIBUTION, at=NOW)
    assert "XB" not in told(cast, ALDEA, row)


def test_a_part_is_kept_by_its_member_alone_and_released_by_a_formal_act(cast):
    row = proposed(cast)
    joined(cast, row)
    for who in ("XA/representative", SECRETARIAT):
        assert refused(lambda who=who: written(cast, row, who=who)) == Shared.NOT_YOURS
    call = lambda: commands.write_part(  # noqa: E731
        actor=CONSOLE, initiative=row, field=Field.RESULTS, value={"es": "x"}, seen="", at=NOW
    )
    assert refused(call) == Shared.NOT_YOURS
    assert refused(lambda: released(cast, row)) == No.FIELD_EMPTY
    written(cast, row)
    assert refused(lambda: released(cast, row, seen="")) == Shared.STALE  # not what was read
    assert refused(lambda: released(cast, row, who="XA/representative")) == Shared.NOT_YOURS
    assert refused(lambda: released(cast, row, fresh=False)) == Shared.NOT_FRESH
    withdraw = lambda who=ALDEA: commands.withdraw_field(  # noqa: E731
        actor=cast.actor(who), initiative=row, field=Field.CONTRIBUTION, at=NOW
    )
    assert refused(withdraw) == No.FIELD_NOT_SHOWN
    assert refused(lambda: withdraw("XA/representative")) == Shared.NOT_YOURS
    released(cast, row)
    assert refused(lambda: released(cast, row)) == No.FIELD_SHOWN_SO
    assert RegionalPart.objects.count() == 1


def test_a_part_without_news_for_long_waits_on_the_desk(cast):
    row = proposed(cast)
    actor = cast.actor(ALDEA)
    due = lambda days: [each.is_invitation for each in queries.due_for(actor, NOW + days * DAY)]  # noqa: E731
    assert (due(100), due(181)) == ([], [False])
    commands.write_part(
        actor=actor, initiative=row, field=Field.STATE, value={"state": "planned"}, seen="", at=NOW + 100 * DAY
    )
    assert (due(181), due(281)) == ([], [False])


def test_the_list_and_the_parts_cost_the_same_however_many_there_are(cast):
    actor = cast.actor(BRISA)

    def cost() -> tuple[int, ...]:
        row = RegionalInitiative.objects.order_by("at").first()
        context = queries.context_for(actor, row.key, NOW)
        return (
            queries_of(lambda: queries.initiatives_for(actor, NOW)),
            queries_of(lambda: queries.parts_for(context)),
            queries_of(lambda: queries.due_for(actor, NOW)),
        )

    row = proposed(cast)
    joined(cast, row)
    written(cast, row)
    released(cast, row, Audience.NETWORK)
    before = cost()
    for _ in range(2):
        other = proposed(cast)
        joined(cast, other)
    written(cast, row, "Más", field=Field.RESULTS)
    released(cast, row, Audience.NETWORK, field=Field.RESULTS)
    assert cost() == before
