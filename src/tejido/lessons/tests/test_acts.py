"""What may be done with what was said of a seminar, by whom and when; and what the ledger keeps of it."""

import pytest

from cast import FIRST, ITEM, NOW, SECOND, SECTION_A
from tejido.deliberation.models import Proposal
from tejido.deliberation.names import No as DeliberationNo
from tejido.deliberation.tests.doings import dispose, propose, refused, revise, withdraw
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.lessons import commands
from tejido.lessons.commands.matters import Chosen
from tejido.lessons.models import Account, Case, Decision, Matter, MatterItem
from tejido.lessons.names import Act, No, Part
from tejido.meetings import commands as meetings
from tejido.meetings.models import Item, Paper
from tejido.meetings.names import No as MeetingsNo
from tejido.meetings.tests.doings import prepare as prepare_meeting
from tejido.seminars.names import State

from .doings import (
    ALDEA,
    DAY,
    NAME,
    SEC,
    comment,
    decide,
    discussed,
    hold,
    next_part,
    open_,
    open_round,
    place,
    prepare,
    preview,
    put,
    tell,
    whole,
)

pytestmark = pytest.mark.django_db


def acts():
    return list(Line.objects.filter(act__in=Act.values).order_by("place").values_list("act", flat=True))


## Opening


def test_the_secretariat_opens_the_evaluation_of_a_seminar_that_was_held_once(world):
    with refused(Shared.NOT_YOURS):
        open_(world, ALDEA)
    open_(world)
    with refused(No.OPENED_SO):
        open_(world)
    assert acts() == [Act.LESSONS_OPENED]


@pytest.mark.parametrize("state", [State.ANNOUNCED, State.CANCELLED, State.PREPARING])
def test_what_was_not_held_is_not_evaluated(world, state):
    world.seminar.state = state
    world.seminar.save()
    with refused(No.NOT_HELD):
        open_(world)


def test_before_it_is_opened_nothing_is_put_together(world):
    with refused(No.NOT_OPENED):
        put(world, FIRST)


def test_a_round_is_opened_on_what_was_taught_and_on_the_structure(world):
    open_(world)
    assert open_round(world).revision == world.taught
    assert open_round(world, Part.STRUCTURE).revision == world.seminar.structure
    with refused(DeliberationNo.ROUND_IS_OPEN):
        open_round(world)
    with refused(No.NO_TEXT):
        open_round(world, Part.SEMINAR)
    assert acts().count(Act.ROUND_LINKED) == 2


def test_members_do_not_open_rounds(world):
    open_(world)
    with refused(Shared.NOT_YOURS):
        open_round(world, by=ALDEA)


def test_a_round_that_is_open_already_is_linked_once_and_only_for_its_text(world, round_of):
    open_(world)
    own, other = round_of(world.text), round_of(world.structure)

    def link(round_, part=Part.TEXT, by=SEC):
        return commands.link_round(actor=world.cast.actor(by), seminar=world.seminar, part=part, round_=round_, at=NOW)

    with refused(No.OTHER_TEXT):
        link(other)
    with refused(Shared.NOT_YOURS):
        link(own, by=ALDEA)
    link(own)
    with refused(No.ROUND_IS_LINKED):
        link(own)


def test_a_seminar_without_a_text_has_no_round(world):
    world.seminar.revision = None
    world.seminar.save()
    open_(world)
    with refused(No.NO_TEXT):
        open_round(world)


## Meetings


def test_an_evaluation_meeting_of_the_network_is_prepared_with_its_opening_or_linked(world):
    open_(world)
    made = prepare(world)
    assert [item.kind for item in Item.objects.filter(meeting=made)] == ["opening"]
    other = prepare_meeting(world.cast, kind="evaluation")

    def link(meeting, by=SEC):
        commands.link_meeting(actor=world.cast.actor(by), seminar=world.seminar, meeting=meeting, at=NOW)

    with refused(Shared.NOT_YOURS):
        link(other, ALDEA)
    link(other)
    with refused(No.MEETING_IS_LINKED):
        link(other)
    ordinary = prepare_meeting(world.cast)
    with refused(No.NOT_EVALUATION):
        link(ordinary)
    off = prepare_meeting(world.cast, kind="evaluation")
    meetings.cancel_meeting(actor=world.cast.secretariat, meeting=off, reason="No.", language="es", at=NOW)
    with refused(No.NOT_EVALUATION):
        link(off)


def test_only_an_evaluation_meeting_is_prepared_here(world):
    open_(world)
    with refused(No.NOT_EVALUATION):
        prepare(world, kind="ordinary")


## Matters


def test_a_matter_has_a_name_and_holds_what_belongs_to_one_part_of_the_evaluation(world):
    open_(world)
    made = comment(world, open_round(world))
    world.observe("o1", FIRST)
    world.observe("s1")
    with refused(Shared.NOT_YOURS):
        put(world, FIRST, by=ALDEA)
    with refused(No.NO_NAME):
        put(world, FIRST, title={"es": ""})
    with refused(No.NOTHING_IN_IT):
        put(world)
    for wrong in ({"comments": ("000000000000",)}, {"observations": ("unknown",)}):
        with refused(No.NOT_OF_CASE):
            put(world, **wrong)
    with refused(No.NOT_OF_CASE):
        put(world, "000000000zzz")
    with refused(No.TWO_PARTS):
        put(world, part=Part.STRUCTURE, observations=("o1", "s1"))
    row = put(world, FIRST, comments=(made.key,), observations=("o1",))
    assert (row.number, row.passages, row.title) == (1, [FIRST], NAME)
    assert world.traced().line.observations[0].key == "o1"
    line = Line.objects.get(act=Act.MATTER_BEGUN)
    assert line.facts["comments"] == [made.key]
    assert "La escuela" not in str(line.facts)


def test_a_matter_is_changed_and_dissolved_until_it_is_on_an_agenda(world):
    open_(world)
    row = put(world, FIRST)

    def change(matter, by=SEC, seen=None):
        seen = world.traced(matter.number).line.digest if seen is None else seen
        commands.change_matter(
            actor=world.cast.actor(by), seminar=world.seminar, matter=matter, title={"es": "Otra"},
            chosen=Chosen((SECOND,)), seen=seen, at=NOW,
        )  # fmt: skip  # one act, read as one

    def dissolve(matter, by=SEC):
        commands.dissolve_matter(actor=world.cast.actor(by), seminar=world.seminar, matter=matter, at=NOW)

    with refused(Shared.NOT_YOURS):
        change(row, ALDEA)
    change(row)
    assert Matter.objects.get().passages == [SECOND]
    with refused(Shared.NOT_YOURS):
        dissolve(row, ALDEA)
    dissolve(row)
    with refused(No.IS_DISSOLVED):
        change(row, seen="")
    with refused(No.IS_DISSOLVED):
        dissolve(row)
    kept = put(world, FIRST)
    assert kept.number == 2
    prepare(world)
    place(world)
    with refused(No.ON_AGENDA):
        dissolve(kept)
    change(kept)


def test_what_was_discussed_stays_what_it_was_and_keeps_only_its_name_open(world):
    open_(world)
    seen = [world.observe(key, FIRST).key for key in ("o1", "o2")]
    row = put(world, FIRST, observations=seen)
    first = world.traced().line.digest

    def change(seen="", title="Otra", **chosen):
        chosen = Chosen(**{"passages": (FIRST,), "observations": ("o2", "o1"), **chosen})
        commands.change_matter(
            actor=world.cast.actor(SEC), seminar=world.seminar, matter=row, title={"es": title}, chosen=chosen,
            seen=seen or world.traced().line.digest, at=NOW, said={"es": "Se pidió."},
        )  # fmt: skip  # one act, read as one

    change(first)
    with refused(Shared.STALE):
        change(first, "La de otra persona")
    discussed(world)
    for other in ({"passages": (FIRST, SECOND)}, {"observations": ("o1",)}):
        with refused(No.IS_SETTLED):
            change(**other)
    with refused(No.NO_NAME):
        change(title="")
    world.observed.pop()
    change(title="Con otro nombre", observations=("o1",))
    assert Matter.objects.get().title == {"es": "Con otro nombre"}
    assert world.traced().line.lost == 1  # what the evaluation no longer keeps was discussed all the same
    decide(world, row, "not_taken")
    with refused(No.IS_SETTLED):
        change()


def test_what_was_said_is_gathered_by_sections_and_named_as_they_are(world):
    open_(world)
    round_ = open_round(world)
    comment(world, round_, passage=SECOND)
    comment(world, round_, "XB", passage="", stance="add")
    gone = comment(world, open_round(world, Part.STRUCTURE), passage=SECOND)
    withdraw(world.cast, gone.round)
    world.observe("o1", ITEM)
    world.observe("o2", "000000000zzz")
    world.observe("s1")
    open_gathering = {"actor": world.cast.actor(SEC), "seminar": world.seminar, "at": NOW}
    with refused(Shared.NOT_YOURS):
        commands.gather_matters(**open_gathering | {"actor": world.cast.actor(ALDEA)})
    made = commands.gather_matters(**open_gathering)
    assert [(row.title["es"], row.part, row.passages) for row in made] == [
        ("En general", "text", []),
        ("Factores de riesgo", "text", [SECOND, ITEM]),
        ("Pasajes que el texto enseñado no tiene", "text", []),
        ("En general", "seminar", []),
    ]
    with refused(No.NOTHING_TO_GATHER):
        commands.gather_matters(**open_gathering)


def test_a_comment_in_a_section_that_has_a_matter_already_gets_one_of_its_own(world):
    open_(world)
    round_ = open_round(world)
    first = comment(world, round_, passage=SECOND)
    put(world, SECTION_A, comments=(first.key,))
    second = comment(world, round_, "XB", passage=SECOND)
    made = commands.gather_matters(actor=world.cast.actor(SEC), seminar=world.seminar, at=NOW)
    assert [row.line.comments[0].comment for row in world.traces().matters if row.line.matter in made] == [second]


## The agenda


def test_matters_are_put_on_the_agenda_with_the_round_that_they_come_from(world):
    open_(world)
    round_ = open_round(world)
    made = put(world, FIRST, comments=(comment(world, round_).key,))
    with refused(No.NO_MEETING):
        place(world)
    meeting = prepare(world)
    with refused(Shared.NOT_YOURS):
        place(world, by=ALDEA)
    item = place(world)[0]
    assert (item.meeting, item.title) == (meeting, NAME)
    assert Paper.objects.get(item=item).round == round_
    with refused(No.PLACED_ALREADY):
        place(world, made)
    with refused(No.NOTHING_TO_PLACE):
        place(world)


def test_where_the_meeting_is_cancelled_its_matters_go_to_the_next_one(world):
    open_(world)
    row = put(world, FIRST)
    first = prepare(world)
    place(world, row)
    meetings.cancel_meeting(actor=world.cast.secretariat, meeting=first, reason="No.", language="es", at=NOW)
    assert not world.traced().chain.is_discussed
    second = prepare(world)
    place(world)
    hold(world, second)
    assert world.traced().chain.is_discussed
    assert MatterItem.objects.count() == 2


def test_an_agenda_that_was_adopted_stays_as_it_is(world):
    open_(world)
    put(world, FIRST)
    meeting = discussed(world)
    meetings.adopt_agenda(actor=world.cast.secretariat, meeting=meeting, at=meeting.starts_at)
    later = put(world, SECOND)
    with refused(MeetingsNo.AGENDA_ADOPTED):
        place(world, later)


## Outcomes


def test_an_outcome_follows_a_discussion_and_gives_its_reason_and_what_carries_it(world):
    open_(world)
    row = put(world, FIRST)
    with refused(No.NOT_DISCUSSED):
        decide(world, row, "not_taken")
    meeting = discussed(world)
    with refused(Shared.NOT_YOURS):
        decide(world, row, "not_taken", by=ALDEA)
    with refused(No.NO_REASON):
        decide(world, row, "not_taken", reason=" ")
    with refused(No.NOT_CARRIED):
        decide(world, row)
    for wrong in ("revision:000000000000", "nothing:x", f"revision:{world.taught.key}"):
        with refused(No.WRONG_CARRIER):
            decide(world, row, carrier=wrong)
    other = revise(world.cast, world.structure)
    with refused(No.WRONG_CARRIER):
        decide(world, row, carrier=f"revision:{other.key}")
    revision = revise(world.cast, world.text)
    made = decide(world, row, carrier=f"revision:{revision.key}")
    assert (made.item.meeting, made.revision) == (meeting, revision)
    with refused(No.DECIDED_SO):
        decide(world, row, carrier=f"revision:{revision.key}")
    decide(world, row, "partly", carrier=f"revision:{revision.key}", at=NOW + DAY)
    decide(world, row, "not_taken", carrier=f"revision:{revision.key}", at=NOW + 2 * DAY)
    assert Decision.objects.last().revision is None
    with refused(No.DECIDED_SO):
        decide(world, row, "not_taken")
    line = Line.objects.filter(act=Act.MATTER_DECIDED).first()
    assert "recoge" not in str(line.facts)


def test_a_disposition_or_a_proposal_carries_it_too(world):
    found = whole(world)
    assert world.traced().chain.changes[0].made == found.revision.number
    noted = dispose(world.cast, found.round, found.comment)[0]
    with refused(No.WRONG_CARRIER):
        decide(world, found.matter, carrier=f"disposition:{noted.key}")
    procedure = propose(world.cast, world.text)
    proposal = Proposal.objects.get(procedure=procedure)
    made = decide(world, found.matter, "partly", carrier=f"proposal:{proposal.key}", at=NOW + DAY)
    assert made.proposal == proposal
    assert world.traced().chain.has_changed_the_text


def test_what_is_about_no_text_is_taken_up_without_a_revision(world):
    open_(world)
    world.observe("s1")
    row = put(world, part=Part.SEMINAR, observations=("s1",))
    discussed(world)
    decide(world, row)
    decide(world, row, "elsewhere", reason="Lo trata el país anfitrión.", at=NOW + DAY)
    assert world.traced().chain.end == "elsewhere"


def test_what_was_dissolved_gets_no_outcome(world):
    open_(world)
    row = put(world, FIRST)
    commands.dissolve_matter(actor=world.cast.actor(SEC), seminar=world.seminar, matter=row, at=NOW)
    with refused(No.IS_DISSOLVED):
        decide(world, row, "not_taken")


## Telling


def test_what_changed_is_told_as_previewed_by_a_formal_act(world):
    open_(world)
    with refused(No.NOTHING_TO_TELL):
        tell(world)
    row = put(world, FIRST)
    discussed(world)
    seen = preview(world)
    decide(world, row, "not_taken")
    with refused(Shared.NOT_YOURS):
        tell(world, ALDEA)
    with refused(No.ACCOUNT_MOVED):
        tell(world, seen=seen)
    with refused(Shared.NOT_FRESH):
        tell(world, fresh=False)
    made = tell(world)
    assert (made.number, made.digest) == (1, preview(world))
    with refused(No.TOLD_SO):
        tell(world)
    assert tell(world, is_public=True).number == 2
    assert Line.objects.filter(act=Act.ACCOUNT_RELEASED).last().facts["digest"] == made.digest


def test_what_was_told_is_withdrawn_with_a_reason(world):
    whole(world)

    def withdraw(by=SEC, reason="Un error.", *, fresh=True):
        actor = world.cast.actor(by, fresh=fresh)
        commands.withdraw_account(actor=actor, seminar=world.seminar, reason=reason, at=NOW)

    with refused(No.NOT_TOLD):
        withdraw()
    tell(world)
    with refused(Shared.NOT_YOURS):
        withdraw(ALDEA)
    with refused(No.NO_REASON):
        withdraw(reason=" ")
    with refused(Shared.NOT_FRESH):
        withdraw(fresh=False)
    withdraw()
    assert Account.objects.get().withdrawn_at == NOW
    with refused(No.NOT_TOLD):
        withdraw()
    assert tell(world).number == 2


def test_the_ways_of_matters_are_the_same_for_every_seat(world):
    whole(world)
    next_part(world, Case.objects.get().seminar.revision)
    assert world.traces(SEC).matters[0].chain == world.traces("XB/focal_point").matters[0].chain
