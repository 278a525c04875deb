"""Cycles and seminars from preparation to the end: who may, in which state, and what it leaves behind."""

from datetime import timedelta

import pytest

from cast import NOW, SOURCE, convene, make_text
from tejido.curriculum.queries import latest_revision
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.people.models import Letter
from tejido.registry.commands import correct_event, enter_event
from tejido.seminars import commands
from tejido.seminars.imports import structure_documents
from tejido.seminars.models import Cycle, Seminar, Step
from tejido.seminars.names import Act, State, StepKind, Taught
from tejido.seminars.queries import cycle_for, cycles_for, event_of, free_events, offers_for, seminar_for, steps_of

from .doings import ALDEA, BRISA, SEC, again, announce, announced, begin, outline, plan, prepare, refused, revise

MAY, DAY = NOW + timedelta(days=63), timedelta(days=1)  # the third of May, when the seminar of `plan` begins


def test_only_the_secretariat_begins_a_cycle_and_it_has_a_name_and_a_number_of_its_own(cast):
    assert refused(begin, cast=cast, who=ALDEA) == "not_yours"
    assert refused(begin, cast=cast, number=None, title={}) == "no_cycle_name"
    cycle = begin(cast)
    assert refused(begin, cast=cast) == "cycle_number_taken"
    assert begin(cast, number=None).number is None
    assert Line.objects.filter(act=Act.CYCLE_BEGUN, object=cycle.key, tree="network").exists()


def test_only_texts_of_the_network_are_taught_and_followed(cast):
    own = make_text(cast, convene(cast), by=ALDEA, slug="propio")
    assert refused(begin, cast=cast, text=own) == "seminar_text_not_of_network"
    assert refused(begin, cast=cast, structure=own) == "seminar_text_not_of_network"


def test_nobody_but_the_secretariat_knows_of_a_seminar_before_it_is_announced(cast):
    seminar = prepare(cast)
    assert seminar_for(cast.secretariat, seminar.key) == seminar
    for who in (ALDEA, BRISA, "network/chair", "network/translator", "network/observer"):
        assert cycles_for(cast.actor(who)) == []
        with pytest.raises(Seminar.DoesNotExist):
            seminar_for(cast.actor(who), seminar.key)
        with pytest.raises(Cycle.DoesNotExist):
            cycle_for(cast.actor(who), seminar.cycle_id)
    announce(cast, seminar)
    for who in (ALDEA, BRISA, "network/chair", "network/translator", "network/observer"):
        assert [line.parts for line in cycles_for(cast.actor(who))] == [[seminar]]
        assert seminar_for(cast.actor(who), seminar.key) == seminar


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"until": "2027-05-02"}, "no_seminar_days"),
        ({"since": "2027-05"}, "no_seminar_days"),
        ({"languages": ()}, "no_seminar_language"),
        ({"host": None, "institution": "XA/MRE"}, "institution_not_of_host"),
        ({"institution": "XB/MRE"}, "institution_not_of_host"),
    ],
)
def test_a_seminar_has_days_a_language_and_an_institution_of_its_host(cast, changes, why):
    if "institution" in changes:
        changes = {**changes, "institution": cast.institutions[changes["institution"]]}
    assert refused(prepare, cast=cast, **changes) == why


def test_an_institution_of_the_network_itself_can_host_with_any_member(cast):
    assert prepare(cast, institution=cast.institutions["network/SEC"]).institution.code == "SEC"


def test_each_part_of_a_cycle_is_there_once_and_only_the_secretariat_prepares_one(cast):
    cycle = begin(cast)
    assert refused(prepare, cast=cast, cycle=cycle, who=ALDEA) == "not_yours"
    prepare(cast, cycle)
    assert refused(prepare, cast=cast, cycle=cycle) == "part_taken"
    assert prepare(cast, cycle, part=2).part == 2


def test_what_is_prepared_is_described_anew_until_it_is_announced(cast):
    seminar = prepare(cast)
    change = {"actor": cast.secretariat, "seminar": seminar, "plan": plan(cast, title={"es": " Otro "}), "at": NOW}
    commands.describe_seminar(**change)
    assert again(seminar).title == {"es": "Otro"}
    announce(cast, seminar)
    assert refused(commands.describe_seminar, **change) == "seminar_wrong_state"


def test_an_announcement_is_formal_and_names_a_place_and_days_ahead(cast):
    seminar = prepare(cast)
    assert refused(announce, cast=cast, seminar=seminar, fresh=False) == "not_fresh"
    nowhere = prepare(cast, seminar.cycle, part=2, place={})
    assert refused(announce, cast=cast, seminar=nowhere) == "no_seminar_place"
    over = prepare(cast, seminar.cycle, part=3, since="2027-02-01", until="2027-02-05")
    assert refused(announce, cast=cast, seminar=over) == "seminar_is_past"
    announce(cast, seminar)
    assert refused(announce, cast=cast, seminar=seminar) == "seminar_wrong_state"


def test_the_members_get_a_letter_of_what_was_announced_and_none_of_what_is_prepared(
    cast, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        seminar = prepare(cast)
    assert not Letter.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        announce(cast, seminar)
    reached = set(Letter.objects.values_list("to__email", flat=True))
    assert cast.account(ALDEA).email in reached
    assert cast.account(BRISA).email in reached
    assert cast.account("network/chair").email in reached
    letter = Letter.objects.get(to=cast.account(ALDEA))
    assert "Aldea" in letter.body
    assert f"/seminars/{seminar.key}/" in letter.body


def test_a_change_after_the_announcement_has_a_reason_and_is_told(cast, django_capture_on_commit_callbacks):
    seminar = announced(cast)

    def change(reason="Obras", who=SEC, **changes):
        commands.change_seminar(
            actor=cast.actor(who), seminar=seminar, plan=plan(cast, **changes), reason=reason, language="es", at=NOW
        )

    assert refused(change) == "seminar_unchanged"
    assert refused(change, since="2027-05-04", reason=" ") == "seminar_reason_needed"
    assert refused(change, place={}) == "no_seminar_place"
    assert refused(change, who=ALDEA, since="2027-05-04") == "not_yours"
    with django_capture_on_commit_callbacks(execute=True):
        change(since="2027-05-04", place={"es": "Otra"})
    assert Letter.objects.filter(to=cast.account(BRISA)).exists()
    step = Step.objects.get(kind=StepKind.CHANGED)
    assert (step.changed, step.words) == (["place", "since"], {"es": "Obras"})
    assert again(seminar).sequence == 1
    assert Line.objects.get(act=Act.SEMINAR_CHANGED).facts["was_since"] == "2027-05-03"


def test_a_seminar_is_written_down_as_held_once_it_has_begun(cast):
    seminar = announced(cast)

    def close(at, who=SEC):
        commands.close_seminar(actor=cast.actor(who), seminar=seminar, at=at)

    assert refused(close, at=MAY - 3 * DAY) == "seminar_not_begun"
    assert refused(close, at=MAY + DAY, who=ALDEA) == "not_yours"
    close(at=MAY + DAY)
    assert again(seminar).state == State.HELD
    assert refused(close, at=MAY + DAY) == "seminar_wrong_state"


def test_what_was_announced_is_cancelled_formally_and_what_was_not_is_given_up_in_silence(cast):
    told, untold = announced(cast), prepare(cast, begin(cast, number=2))

    def cancel(seminar, reason="Nadie puede", *, fresh=True):
        actor = cast.actor(SEC, fresh=fresh)
        commands.cancel_seminar(actor=actor, seminar=seminar, reason=reason, language="es", at=NOW)

    assert refused(cancel, seminar=told, reason="") == "seminar_reason_needed"
    assert refused(cancel, seminar=told, fresh=False) == "not_fresh"
    cancel(told)
    cancel(untold, fresh=False)
    assert [again(row).state for row in (told, untold)] == [State.CANCELLED, State.GIVEN_UP]
    assert refused(cancel, seminar=told) == "seminar_wrong_state"
    assert cycles_for(cast.actor(ALDEA))[0].parts == [told]
    assert {step.kind for step in steps_of(told)} == {StepKind.ANNOUNCED, StepKind.CANCELLED}


def test_a_seminar_begins_with_the_latest_state_and_takes_a_newer_one_by_one_act(cast, text):
    cycle = begin(cast, text=text)
    seminar = announced(cast, cycle)
    first = latest_revision(text)
    assert again(seminar).revision == first
    assert [offer.is_newer for offer in offers_for(text, first)] == []
    second = revise(cast, text)
    assert [(offer.revision, offer.is_newer) for offer in offers_for(text, first)] == [(second, True)]
    take = {"actor": cast.secretariat, "seminar": seminar, "which": Taught.TEXT, "at": NOW}
    assert refused(commands.take_revision, **take, revision=first) == "revision_taken_so"
    other = latest_revision(make_text(cast, slug="otro"))
    assert refused(commands.take_revision, **take, revision=other) == "not_its_revision"
    structure = {**take, "which": Taught.STRUCTURE}
    assert refused(commands.take_revision, **structure, revision=second) == "no_seminar_text"
    assert refused(commands.take_revision, **{**take, "actor": cast.actor(ALDEA)}, revision=second) == "not_yours"
    commands.take_revision(**take, revision=second)
    assert again(seminar).revision == second
    assert Step.objects.get(kind=StepKind.TEXT_TAKEN).revision == second
    commands.close_seminar(actor=cast.secretariat, seminar=seminar, at=MAY + DAY)
    assert refused(commands.take_revision, **take, revision=first) == "seminar_wrong_state"


def test_what_is_taken_in_preparation_is_told_to_nobody(cast, text):
    seminar = prepare(cast, begin(cast, text=text))
    second = revise(cast, text)
    commands.take_revision(actor=cast.secretariat, seminar=seminar, which=Taught.TEXT, revision=second, at=NOW)
    assert not Step.objects.exists()
    assert not Line.objects.filter(act=Act.SEMINAR_TEXT_TAKEN).exists()


def test_the_structure_begins_as_a_text_of_the_network_that_the_parts_in_preparation_follow(cast):
    cycle = begin(cast)
    seminar = prepare(cast, cycle)
    documents = structure_documents("Estructura", ["pt", "xx"], "es")
    assert list(documents) == ["es", "pt"]
    make = {"cycle": cycle, "title": "Estructura", "documents": documents, "at": NOW}
    assert refused(commands.begin_structure, actor=cast.actor(ALDEA), **make) == "not_yours"
    made = commands.begin_structure(actor=cast.secretariat, **make)
    assert made.body == cast.body
    assert again(seminar).structure == latest_revision(made)
    assert refused(commands.begin_structure, actor=cast.secretariat, **make) == "structure_is_there"


def test_another_text_is_taken_by_parts_in_preparation_and_never_by_announced_ones(cast, text):
    cycle = begin(cast)
    first, second = prepare(cast, cycle), prepare(cast, cycle, part=2)

    def describe(**changes):
        commands.describe_cycle(actor=cast.secretariat, cycle=cycle, outline=outline(**changes), at=NOW)

    describe(text=text, structure=text)
    assert again(first).revision == again(first).structure == latest_revision(text)
    describe(structure=text)
    assert again(first).revision is None
    describe()
    assert again(first).structure is None
    describe(text=text)
    announce(cast, first)
    other = make_text(cast, slug="otro")
    assert refused(describe, text=other) == "text_is_taught"
    describe(text=text, structure=other)
    assert again(first).structure is None
    assert again(second).structure == latest_revision(other)
    announce(cast, second)
    assert refused(describe, text=text, structure=text) == "text_is_taught"
    describe(number=9, text=text, structure=other)
    assert Cycle.objects.get(key=cycle.key).number == 9


def _event(cast, **values):
    given = {"title": {"es": "Seminario"}, "kind": "seminar", "since": "2013-06", "source": SOURCE, "at": NOW}
    return enter_event(actor=CONSOLE, **{**given, **values})


def test_a_past_part_is_told_by_its_entry_as_exactly_as_that_is_and_follows_what_put_it_right(cast):
    cycle, event = begin(cast), _event(cast)

    def enter(event=event, who=SEC, part=1):
        return commands.enter_past_seminar(actor=cast.actor(who), cycle=cycle, event=event, part=part, at=NOW)

    assert refused(enter, who=ALDEA) == "not_yours"
    assert refused(enter, event=_event(cast, kind="launch")) == "event_not_a_seminar"
    planned = _event(cast, inferred=["holding"])
    assert refused(enter, event=planned) == "event_not_seen_held"
    assert planned not in free_events()
    seminar = enter()
    assert (seminar.since, seminar.state, seminar.is_public) == ("2013-06", State.HELD, True)
    assert refused(enter) == "part_taken"
    assert refused(enter, part=2) == "event_taken"
    assert event_of([seminar]) == {seminar.key: event}
    assert free_events() == []
    later = correct_event(
        actor=CONSOLE, event=event, reason="La fuente da el día", at=NOW, title={"es": "Seminario"}, kind="seminar",
        since="2013-06-10", source=SOURCE,
    )  # fmt: skip  # one act, read as one
    assert event_of([seminar]) == {seminar.key: later}
    assert free_events() == []
    assert refused(enter, part=2) == "event_not_a_seminar"
    assert event_of([prepare(cast, cycle, part=7)]) == {}


def test_a_seminar_is_shown_to_everybody_by_an_act_and_only_once_it_was_announced(cast):
    seminar = prepare(cast)
    show = {"actor": cast.secretariat, "seminar": seminar, "at": NOW}
    assert refused(commands.release_seminar, **show) == "seminar_wrong_state"
    announce(cast, seminar)
    assert refused(commands.withdraw_seminar, **show) == "seminar_not_shown"
    assert refused(commands.release_seminar, **{**show, "actor": cast.actor(ALDEA)}) == "not_yours"
    commands.release_seminar(**show)
    assert refused(commands.release_seminar, **show) == "seminar_shown_so"
    commands.withdraw_seminar(**show)
    assert not again(seminar).is_public
    assert {step.kind for step in steps_of(seminar)} == {StepKind.ANNOUNCED, StepKind.RELEASED, StepKind.WITHDRAWN}
