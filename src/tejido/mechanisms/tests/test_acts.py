"""Every act about a mechanism: who may do it, what it changes, where it is written, and each refusal."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import NOW, SECTION_A, make_text
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.mechanisms import commands
from tejido.mechanisms.commands.writing import File
from tejido.mechanisms.lines import digest_of
from tejido.mechanisms.models import Answer, Entry, ModelInstrument, Module, PlanLine, Release
from tejido.mechanisms.names import Act, Audience, Criterion, Grade, Level, No, Rank, Stage, Topic

from .doings import (
    FOCAL_POINT,
    OTHER,
    SECRETARIAT,
    answered,
    assessment,
    entry,
    instrument,
    release,
    reported,
    withdraw,
)

pytestmark = pytest.mark.django_db
SHOULD_NOT = [OTHER, SECRETARIAT, "XA/representative/JUS", "network/observer"]


def refused(call) -> object:
    """The code of the refusal; nothing was written."""
    before = Line.objects.count()
    with pytest.raises(Refused) as said:
        call()
    assert Line.objects.count() == before
    return said.value.refusal.code


def last(tree: str = "network") -> Line:
    return Line.objects.filter(tree=tree).order_by("place").last()


def audience_of(part) -> str:
    return type(part).objects.get(key=part.key).audience


## The profile


@pytest.mark.parametrize("who", [FOCAL_POINT, "XA/alternate", "XA/validating_authority"])
def test_what_a_member_states_is_its_own_and_written_in_its_own_ledger(cast, who):
    row = entry(cast, who)
    assert (row.audience, row.is_from_source) == (Audience.OWN, False)
    line = last("member:XA")
    assert (line.act, line.tree_id, line.facts) == (Act.ENTRY_MADE, "member:XA", {"topic": "stage"})
    assert "Así es." not in bytes(line.canonical).decode()
    assert line.details["value"] == "working"


@pytest.mark.parametrize("who", SHOULD_NOT)
def test_nobody_else_states_anything_for_a_member(cast, who):
    assert refused(lambda: entry(cast, who)) == Shared.NOT_YOURS
    assert refused(lambda: instrument(cast, who)) == Shared.NOT_YOURS


def test_the_console_states_nothing_for_a_member_and_may_report_what_a_source_says(cast):
    values = {"topic": Topic.STAGE, "value": Stage.WORKING, "since": "2013"}
    state = {"actor": CONSOLE, "member": cast.members["XA"], "at": NOW, **values}
    assert refused(lambda: commands.make_entry(**state)) == Shared.NOT_YOURS
    assert commands.make_entry(**state, grade=Grade.A, source="Un informe").audience == Audience.PUBLIC


def test_what_a_source_says_is_public_at_once_and_written_in_the_networks_ledger(cast):
    row = reported(cast)
    assert (row.audience, row.is_from_source, last().tree_id) == (Audience.PUBLIC, True, "network")


def test_nothing_is_reported_without_its_source_or_by_a_member(cast):
    assert refused(lambda: reported(cast, source=" ")) == No.NO_SOURCE
    assert refused(lambda: reported(cast, FOCAL_POINT)) == Shared.NOT_YOURS


def test_an_instrument_keeps_its_file_by_its_digest(cast):
    row = instrument(cast, file=File("decreto.pdf", "application/pdf", b"%PDF"))
    assert (row.paper.name, len(row.paper.digest), bytes(row.paper.data)) == ("decreto.pdf", 64, b"%PDF")
    line = last("member:XA")
    assert line.act == Act.INSTRUMENT_ENTERED
    assert "Decreto de prueba" not in bytes(line.canonical).decode()


def test_the_composition_of_a_day_is_written_down_by_name(cast, mechanism):
    row = commands.state_composition(
        actor=cast.actor(FOCAL_POINT), member=cast.members["XA"], body=mechanism, day=NOW.date(), at=NOW
    )
    assert row.names == [{"es": "DEF de XA"}, {"es": "JUS de XA"}]
    assert (row.topic, row.since, row.audience) == (Topic.COMPOSITION, "2027-03-01", Audience.OWN)


def test_what_was_wrong_is_struck_out_and_kept_with_the_reason(cast):
    row = entry(cast)
    commands.strike(actor=cast.actor(FOCAL_POINT), part=row, reason="Fue un error", at=NOW)
    row.refresh_from_db()
    assert (row.struck_at, row.struck_because) == (NOW, "Fue un error")
    assert last("member:XA").details == {"reason": "Fue un error"}


def strike(cast, part, who):
    commands.strike(actor=cast.actor(who), part=part, reason="No", at=NOW)


def test_each_strikes_out_its_own_and_only_once_and_not_while_it_is_released(cast):
    own, source = entry(cast), reported(cast)
    assert refused(lambda: strike(cast, own, SECRETARIAT)) == Shared.NOT_YOURS
    assert refused(lambda: strike(cast, source, FOCAL_POINT)) == Shared.NOT_YOURS
    strike(cast, source, SECRETARIAT)
    assert refused(lambda: strike(cast, source, SECRETARIAT)) == No.STRUCK
    release(cast, own)
    assert refused(lambda: strike(cast, own, FOCAL_POINT)) == No.STILL_RELEASED


## Releases


@pytest.mark.parametrize("make", [entry, instrument, lambda cast: answered(cast, assessment(cast))])
def test_a_part_is_released_by_itself_with_its_digest_and_withdrawn_for_the_future(cast, make):
    part = make(cast)
    made = release(cast, part)
    assert (audience_of(part), made.digest) == (Audience.NETWORK, digest_of(part))
    assert (last().act, last().tree_id, last().facts["digest"]) == (Act.PART_RELEASED, "network", made.digest)
    withdraw(cast, part)
    assert audience_of(part) == Audience.OWN
    kept = Release.objects.get(key=made.key)
    assert (kept.digest, kept.withdrawn_at is not None, last().act) == (made.digest, True, Act.RELEASE_WITHDRAWN)
    assert kept.words


def test_a_wider_release_takes_the_place_of_the_one_before(cast):
    part = entry(cast)
    first = release(cast, part)
    release(cast, part, Audience.PUBLIC)
    assert audience_of(part) == Audience.PUBLIC
    assert Release.objects.get(key=first.key).withdrawn_at == NOW
    assert Release.objects.filter(withdrawn_at=None).count() == 1


def test_another_part_is_not_touched_by_a_release_or_its_withdrawal(cast):
    part, other = entry(cast), entry(cast, topic=Topic.HOST, value="")
    release(cast, other)
    release(cast, part)
    withdraw(cast, part)
    assert (audience_of(part), audience_of(other)) == (Audience.OWN, Audience.NETWORK)


@pytest.mark.parametrize("who", SHOULD_NOT)
def test_only_the_members_keepers_release_and_withdraw(cast, who):
    part = entry(cast)
    assert refused(lambda: release(cast, part, who=who)) == Shared.NOT_YOURS
    release(cast, part)
    assert refused(lambda: withdraw(cast, part, who)) == Shared.NOT_YOURS


def test_a_release_and_its_withdrawal_ask_for_a_fresh_second_factor(cast):
    part = entry(cast)
    assert refused(lambda: release(cast, part, fresh=False)) == Shared.NOT_FRESH
    release(cast, part)
    assert refused(lambda: withdraw(cast, part, fresh=False)) == Shared.NOT_FRESH


def test_what_cannot_be_released_or_withdrawn(cast):
    struck, part = entry(cast), entry(cast)
    strike(cast, struck, FOCAL_POINT)
    assert refused(lambda: release(cast, struck)) == No.STRUCK
    assert refused(lambda: withdraw(cast, part)) == No.NOT_RELEASED
    source = reported(cast)
    assert refused(lambda: release(cast, source)) == No.NOT_RELEASABLE
    release(cast, part)
    assert refused(lambda: release(cast, part)) == No.AS_IT_IS


## Self-assessment


def test_an_answer_takes_the_place_of_the_one_before_and_both_are_kept(cast):
    row = assessment(cast)
    first = answered(cast, row, file=File("acta.pdf", "application/pdf", b"%PDF"))
    second = answered(cast, row, "XA/representative/JUS", level=Level.YES, keeps_file=True)
    first.refresh_from_db()
    assert (first.replaced_at, second.replaced_at, second.paper_id) == (NOW, None, first.paper_id)
    assert (second.office, answered(cast, row).paper) == ("XA/representative/JUS", None)
    line = last("member:XA")
    assert (line.act, line.facts) == (Act.CRITERION_ANSWERED, {"criterion": "budget"})


def test_others_see_the_released_answer_until_the_new_one_is_released(cast):
    row = assessment(cast)
    first = answered(cast, row)
    release(cast, first)
    second = answered(cast, row, level=Level.YES)
    assert (audience_of(first), audience_of(second)) == (Audience.NETWORK, Audience.OWN)
    first.refresh_from_db()
    assert refused(lambda: release(cast, first, Audience.PUBLIC)) == No.REPLACED
    release(cast, second)
    assert (audience_of(first), audience_of(second)) == (Audience.OWN, Audience.NETWORK)


@pytest.mark.parametrize("who", [OTHER, SECRETARIAT])
def test_nobody_outside_answers_or_begins(cast, who):
    row = assessment(cast)
    assert refused(lambda: answered(cast, row, who)) == Shared.NOT_YOURS
    assert refused(lambda: assessment(cast, who)) == Shared.NOT_YOURS


def test_a_criterion_has_to_be_in_the_catalogue_of_the_assessment(cast):
    row = assessment(cast)
    assert refused(lambda: answered(cast, row, criterion="luck")) == No.UNKNOWN_CRITERION
    assert Answer.objects.count() == 0


def test_the_public_answers_nothing():
    from tejido.ledger.actors import PUBLIC
    from tejido.mechanisms.rules import may_answer

    assert may_answer(PUBLIC, "", 1, Criterion.BUDGET).code == Shared.NOT_YOURS


## The plan


def planned(cast, who=FOCAL_POINT):
    return commands.enter_plan_line(
        actor=cast.actor(who), member=cast.members["XA"], stage=Stage.WORKING, what="Reunirse", at=NOW
    )


def test_a_line_of_the_plan_is_done_or_removed_once(cast):
    done, gone = planned(cast), planned(cast)
    commands.do_plan_line(actor=cast.actor(FOCAL_POINT), line=done, at=NOW)
    commands.remove_plan_line(actor=cast.actor(FOCAL_POINT), line=gone, at=NOW)
    assert [PlanLine.objects.get(key=done.key).done_at, PlanLine.objects.get(key=gone.key).removed_at] == [NOW, NOW]
    for line in (done, gone):
        for act in (commands.do_plan_line, commands.remove_plan_line):
            code = refused(lambda act=act, line=line: act(actor=cast.actor(FOCAL_POINT), line=line, at=NOW))
            assert code == No.PLAN_LINE_CLOSED
    assert {line.tree_id for line in Line.objects.filter(act__startswith="plan-line")} == {"member:XA"}


@pytest.mark.parametrize("who", SHOULD_NOT)
def test_the_plan_is_the_members_own(cast, who):
    line = planned(cast)
    assert refused(lambda: planned(cast, who)) == Shared.NOT_YOURS
    assert refused(lambda: commands.do_plan_line(actor=cast.actor(who), line=line, at=NOW)) == Shared.NOT_YOURS


## What helps every member


def attach(cast, text, who=SECRETARIAT, passage=SECTION_A):
    return commands.attach_module(actor=cast.actor(who), stage=Stage.WORKING, text=text, passage=passage, at=NOW)


def test_a_passage_is_attached_once_and_detached(cast, text):
    module = attach(cast, text)
    assert last().facts == {"stage": "working", "text": text.key, "passage": SECTION_A}
    assert refused(lambda: attach(cast, text)) == No.ATTACHED
    commands.detach_module(actor=cast.secretariat, module=module, at=NOW)
    assert (Module.objects.count(), last().act) == (0, Act.MODULE_DETACHED)


def test_a_text_is_marked_as_a_model_once_and_unmarked(cast, text):
    model = commands.mark_model(actor=cast.secretariat, text=text, rank=Rank.DECREE, at=NOW)
    again = lambda: commands.mark_model(actor=cast.secretariat, text=text, rank=Rank.LAW, at=NOW)  # noqa: E731
    assert refused(again) == No.ATTACHED
    commands.unmark_model(actor=cast.secretariat, model=model, at=NOW)
    assert (ModelInstrument.objects.count(), last().act) == (0, Act.MODEL_UNMARKED)


def test_only_the_secretariat_serves_and_only_with_texts_of_the_network(cast, text, mechanism):
    private = make_text(cast, mechanism, by=FOCAL_POINT, slug="propio")
    assert refused(lambda: attach(cast, private)) == No.NOT_OF_NETWORK
    assert refused(lambda: attach(cast, text, FOCAL_POINT)) == Shared.NOT_YOURS
    assert refused(lambda: attach(cast, text, passage="00000000xxxx")) == No.NO_SUCH_PASSAGE
    module = attach(cast, text)
    detach = lambda: commands.detach_module(actor=cast.actor(OTHER), module=module, at=NOW)  # noqa: E731
    assert refused(detach) == Shared.NOT_YOURS


def test_a_digest_tells_one_word_from_another(cast):
    assert digest_of(entry(cast)) != digest_of(entry(cast, says={"es": "Así no es."}))
    assert Entry.objects.count() == 2


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite locks the whole database, and no row by itself")
def test_an_act_locks_the_row_that_it_changes_and_none_that_is_beside_it(cast):
    part, row = entry(cast), assessment(cast)
    reply = answered(cast, row)
    with CaptureQueriesContext(connection) as made:
        release(cast, part)
        withdraw(cast, part)
        strike(cast, part, FOCAL_POINT)
        release(cast, reply)
    locks = [query["sql"] for query in made if "FOR UPDATE" in query["sql"] and "mechanisms_" in query["sql"]]
    assert len(locks) == 4
    assert [sql for sql in locks if not sql.endswith(('OF "mechanisms_entry"', 'OF "mechanisms_answer"'))] == []
