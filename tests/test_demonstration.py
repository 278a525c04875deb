"""The demonstration network: it is whole, it is labelled, it is alive, and nothing private has left its space."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.test import Client

from tejido.adaptation.models import Derivation
from tejido.adaptation.names import LockState
from tejido.adaptation.queries import locks_in, matrix, own_version_for, shown_versions, upstream_of
from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import canonical_file, document_of, edition_of, latest_revision
from tejido.deliberation.commands import conclude_meeting, lift_objection
from tejido.deliberation.models import Answer, Comment, Declaration, Objection, Procedure, Release, Remark, Reply, Round
from tejido.deliberation.names import Outcome, ProcedureKind
from tejido.deliberation.queries.comments import collisions, comments_of
from tejido.deliberation.queries.positions import position_of, progress, standing_releases
from tejido.deliberation.queries.procedures import procedure_for
from tejido.deliberation.queries.rounds import institutions_of, remark_for, remarks_of, round_for
from tejido.demonstration.build import build
from tejido.demonstration.courses_story import TITLE as COURSE
from tejido.demonstration.languages_story import NAME as VERSIONS
from tejido.demonstration.two_editions import GUIDE
from tejido.desk.trials import trials
from tejido.engine.adaptation import offer
from tejido.engine.document import Document
from tejido.engine.procedure import Adopted, Blocked
from tejido.engine.proof import verify_files
from tejido.engine.translation import State
from tejido.ledger.actors import PUBLIC, Actor
from tejido.ledger.models import Line, Tree
from tejido.people.models import Account
from tejido.registry.models import Event, Institution, Mandate, Party
from tejido.registry.names import BodyKind, Stand, Status
from tejido.registry.queries import actor_of, demonstration_seats, members, parties_of_record, vacancies
from tejido.seminars.models import Seminar
from tejido.training.models import Course
from tejido.training.queries import covered, objectives_of, shown_statements, statement_data
from tejido.translation.queries import glossary_entries, standings_of

AT = datetime(2027, 3, 10, 15, 30, tzinfo=UTC)
CURRICULUM = "curriculo-demostracion"
UNDISPUTED = {
    "AR", "BR", "CL", "CO", "CR", "DO", "EC", "GT", "HN", "MX", "PA", "PE", "PY", "SV", "UY", "VE",
}  # fmt: skip  # a list of codes, read as a row

pytestmark = [pytest.mark.slow, pytest.mark.django_db]  # each test is rolled back to what was built


def silent(words: str, done: int, whole: int) -> None:
    """A progress that nobody watches."""


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[list[tuple[str, int, int]]]:
    """The demonstration, built once for all the tests here; what the progress said."""
    said: list[tuple[str, int, int]] = []
    with django_db_blocker.unblock(), transaction.atomic():
        build(AT, lambda *told: said.append(told))
        yield said
        transaction.set_rollback(True)


def seated(office: str) -> Actor:
    """The present holder of an office: "AR/focal_point/MRE"."""
    held = Mandate.objects.filter(until=None).select_related("seat__institution__member")
    return actor_of(next(mandate for mandate in held if mandate.seat.office == office), is_fresh=True)


def second_round() -> Round:
    return Round.objects.select_related("text__body__member", "revision").get(text__slug=CURRICULUM, number=2)


def party(code: str) -> Party:
    return Party.objects.get(body__kind=BodyKind.NETWORK, code=code)


def test_progress_counts_every_act_up_to_the_last(built):
    counted = [done for _, done, _ in built]
    assert counted == list(range(1, len(built) + 1))
    assert built[-1][1] == built[-1][2]
    assert len({words for words, _, _ in built}) == 3


def test_a_second_build_changes_nothing(built):
    before = Line.objects.count(), Account.objects.count()
    build(AT, silent)
    assert (Line.objects.count(), Account.objects.count()) == before


def test_sixteen_members_are_of_record_and_two_are_disputed_with_their_sources(built):
    lines = {line.member.code: line for line in members()}
    assert {code for code, line in lines.items() if line.is_of_record(AT.date())} == UNDISPUTED
    assert {code for code, line in lines.items() if line.stand_on(AT.date()) == Stand.DISPUTED} == {"BO", "NI"}
    for code in ("BO", "NI"):
        said = {standing.status: standing.source for standing in lines[code].standings if standing.is_disputed}
        assert said.keys() == {Status.MEMBER, Status.UNLISTED}
        assert len(set(said.values())) == 2


def test_every_standing_and_every_event_names_its_source(built):
    assert all(standing.source for line in members() for standing in line.standings)
    assert all(event.source for event in Event.objects.all())
    assert Event.objects.filter(since="2012-03-29", until="2012-03-30").exists()


def test_past_seminars_are_as_exact_as_their_sources_and_what_nobody_saw_held_is_not_told_as_held(built):
    told = {(row.cycle.number, row.part): row for row in Seminar.objects.exclude(event=None).select_related("event")}
    assert set(told) == {(1, 1), (1, 2), (2, 1), (2, 2), (3, 1)}
    assert [told[1, part].since for part in (1, 2)] == ["2013-06", "2014-06"]
    assert all(row.event.source and "holding" not in row.event.inferred for row in told.values())
    assert not any(row.is_demonstration for row in told.values())
    invented = Seminar.objects.filter(event=None).order_by("part").values_list("part", "state", "is_demonstration")
    assert list(invented) == [(1, "held", True), (2, "announced", True)]


def test_everything_invented_says_so(built):
    assert all(Text.objects.values_list("is_demonstration", flat=True))
    assert all("demostración" in text.title["es"] for text in Text.objects.all())
    assert all(Institution.objects.values_list("is_demonstration", flat=True))
    assert all("(demostración)" in row.name["es"] for row in Institution.objects.all())
    assert all(Account.objects.values_list("is_demonstration", flat=True))
    for account in Account.objects.all():
        assert account.email.endswith(".invalid")
        assert "(demostración)" in account.name or "(demonstração)" in account.name
    assert all("Demostración" in row.invitation["es"] for row in Round.objects.all())
    assert all("inventada" in row.texts["es"] for row in Declaration.objects.all())


def test_paraguay_has_fifteen_institutions_and_one_seat_that_nobody_holds(built):
    institutions = Institution.objects.filter(member__code="PY")
    assert institutions.count() == 15
    round_ = second_round()
    states = institutions_of(round_, party("PY"), remarks_of(round_, party("PY")), AT)
    assert [state.institution.code for state in states if state.is_vacant] == ["CDM"]
    assert {state.institution.code for state in states if state.is_silent} == {"CDM", "IEE", "JUS"}
    assert {state.institution.code for state in states if state.is_done and not state.remarks} == {"COR"}
    assert sum(state.remarks for state in states) >= 15


def test_the_second_round_is_open_with_members_at_every_stage(built):
    context = round_for(seated("AR/focal_point/MRE"), second_round().key)
    assert context.is_open(AT)
    assert {p.code for p in context.parties} == UNDISPUTED
    states = Counter(
        line.state(context.deadline, AT) for line in progress(context.parties, standing_releases(context.round))
    )
    assert states == {"released": 7, "late": 1, "none": 8}
    own = {code: position_of(context.round, party(code)) for code in UNDISPUTED}
    assert own["EC"].is_cleared
    assert own["EC"].release is None
    assert own["GT"].answers
    assert own["GT"].clearance is None
    assert own["PA"].is_returned
    assert not own["HN"].answers
    taken = {answer.remark_id for answer in own["PY"].answers if answer.remark_id}
    assert 0 < len(taken) < len(remarks_of(context.round, party("PY")))


def test_the_comments_are_many_in_three_languages_and_some_are_answered_in_every_way(built):
    lines = comments_of(second_round())
    assert len(lines) >= 60
    assert {line.comment.language for line in lines} == {"es", "pt", "en"}
    disposed = [line.disposition for line in lines if line.disposition]
    assert 20 <= len(disposed) <= 25
    assert {row.outcome for row in disposed} == set(Outcome)
    assert all(row.reason for row in disposed)
    assert {line.reply.kind for line in lines if line.reply} == {"satisfied", "maintains"}
    assert len(collisions(lines)) >= 5
    assert max(Counter(line.comment.group_id for line in lines if line.comment.group_id).values()) == 5


def test_every_comment_remark_and_declaration_speaks_to_a_passage_of_its_text(built):
    of_round = {row.key: document_of(row.revision) for row in Round.objects.select_related("revision")}
    for said in (*Comment.objects.all(), *Remark.objects.all()):
        assert speaks_to(of_round[said.round_id], said.passage)
    for answer in Answer.objects.select_related("position"):
        assert speaks_to(of_round[answer.position.round_id], answer.passage)
    edition = edition_of(Text.objects.get(slug=CURRICULUM), 1)
    for declaration in Declaration.objects.all():
        assert declaration.passage in document_of(edition.revision)


def speaks_to(document: Document, passage: str) -> bool:
    return not passage or passage in document


def test_the_first_edition_was_adopted_with_a_reservation_and_its_record_verifies(built):
    edition = edition_of(Text.objects.get(slug=CURRICULUM), 1)
    record = bytes(edition.record)
    assert verify_files(record, canonical_file(edition.revision)).ok
    later = Revision.objects.filter(text=edition.text).last()
    assert not verify_files(record, canonical_file(later)).ok
    assert {row.kind for row in Declaration.objects.all()} == {"reservation", "interpretative"}


def test_the_text_grew_between_the_editions_and_kept_its_passages(built):
    text = Text.objects.get(slug=CURRICULUM)
    revisions = list(Revision.objects.filter(text=text))
    assert all(row.reason for row in revisions)
    first, latest = document_of(revisions[0]), document_of(revisions[-1])
    assert len(latest) > len(first) > 600
    assert {p.id for p in first} <= {p.id for p in latest}
    assert all(p.languages == ("en", "es", "pt") for p in latest)


def test_every_ledger_is_in_the_order_of_time(built):
    for tree in Tree.objects.all():
        instants = list(Line.objects.filter(tree=tree).order_by("place").values_list("at", flat=True))
        assert instants == sorted(instants), tree.name
        assert instants[-1] <= AT


def private_words() -> list[str]:
    """What institutions wrote in private, and answers of positions that were never released."""
    remarks = [text for row in Remark.objects.all() for text in (row.body, row.wording) if text]
    unreleased = Answer.objects.exclude(position__in=Release.objects.values("position"))
    answers = [text for row in unreleased for text in (row.wording, row.reason) if text]
    released = [text for row in Comment.objects.all() for text in (row.wording, row.reason)]
    return [text for text in (*remarks, *answers) if not any(text in said for said in released)]


def test_nothing_private_is_in_the_networks_ledger(built):
    words = private_words()
    assert len(words) > 50
    shared = " ".join(f"{line.facts} {line.details}" for line in Line.objects.filter(tree="network"))
    assert [text for text in words if text in shared] == []


def test_no_member_can_load_a_remark_of_another(built):
    for remark in Remark.objects.filter(party__code="PY"):
        for office in ("AR/focal_point/MRE", "network/secretariat/SEC", "network/observer/OBS"):
            with pytest.raises(Remark.DoesNotExist):
                remark_for(seated(office), remark.key)


def sit(office: str) -> Client:
    """A browser in which somebody tries this office."""
    client = Client(headers={"accept-language": "es"})
    client.post(f"/trials/{seated(office).seat}/")
    return client


def test_no_page_of_another_seat_shows_what_is_private(built, at_now):
    at_now(AT)
    words, at = private_words(), f"/rounds/{second_round().key}/"
    own = sit("PY/focal_point/MRE").get(f"{at}position/").content.decode()
    assert sum(text in own for text in words) > 20  # so that not finding them elsewhere says something
    for office in ("HN/focal_point/MRE", "network/secretariat/SEC", "network/chair/PRE"):
        client = sit(office)
        for address in ("/", "/members/PY/", f"/texts/{CURRICULUM}/", at, f"{at}comments/"):
            answer = client.get(address)
            assert answer.status_code == 200
            html = answer.content.decode()
            assert 'class="demonstration"' in html
            assert [text for text in words if text in html] == []


def test_the_silence_on_the_rules_is_broken_and_a_vacant_member_is_no_consent(built):
    procedure = Procedure.objects.get(kind=ProcedureKind.SILENCE, text__slug="reglas-de-trabajo-demostracion")
    mexico = seated("MX/focal_point/MRE")
    assert isinstance(procedure_for(mexico, procedure.key, AT).outcome(AT), Blocked)
    lift_objection(actor=mexico, objection=Objection.objects.get(procedure=procedure), at=AT)
    state = procedure_for(mexico, procedure.key, AT)
    assert state.vacant == {"DO"}
    assert not isinstance(state.outcome(procedure.deadline + timedelta(days=365)), Adopted)


def test_the_chair_can_declare_the_agenda_adopted_at_once(built):
    procedure = Procedure.objects.get(kind=ProcedureKind.MEETING, text__body__member=None)
    chair = seated("network/chair/PRE")
    conclude_meeting(actor=chair, procedure=procedure, present=["GT", "HN", "MX", "PY", "VE"], at=AT)
    assert edition_of(procedure.text, 1).record


def test_only_one_member_has_no_acting_seat_today(built):
    parties = parties_of_record(party("AR").body, AT.date())
    assert vacancies(parties, AT, AT) == {"DO"}


def test_the_mechanism_works_in_its_members_space_with_institutions_as_parties(built):
    round_ = Round.objects.select_related("text__body__member", "revision").get(
        text__slug="politica-nacional-demostracion"
    )
    own = round_for(seated("PY/representative/JUS"), round_.key)
    assert len(own.parties) == 15
    assert len(comments_of(round_)) >= 6
    for stranger in ("AR/focal_point/MRE", "network/secretariat/SEC"):
        with pytest.raises(Round.DoesNotExist):
            round_for(seated(stranger), round_.key)


def test_a_new_holder_finds_what_the_predecessor_said(built):
    actor = seated("PY/focal_point/MRE")
    held = Mandate.objects.filter(seat=actor.seat).count()
    assert held == 2
    assert Reply.objects.filter(office=actor.office).exists()


def test_every_suggested_seat_can_be_tried(built):
    suggested = trials(demonstration_seats(AT))
    assert [trial.seat.office for trial in suggested] == [
        "PY/representative/JUS", "PY/focal_point/MRE", "PY/validating_authority/MRE", "EC/focal_point/MRE",
        "network/secretariat/SEC", "BR/focal_point/MRE", "CL/focal_point/MRE", "MX/focal_point/MRE",
        "network/chair/PRE", "PY/representative/DPO", "UY/focal_point/MRE", "network/translator/TRA",
    ]  # fmt: skip  # offices in the order of the story


def test_two_versions_are_shown_and_a_school_is_offered_what_its_state_changed(built):
    found = matrix(seated("AR/focal_point/MRE"), Text.objects.get(slug=CURRICULUM), AT.date())
    shown = {column.code: column.version for column in found.columns if column.version}
    assert set(shown) == {"PY", "UY"}
    assert all(version.text.is_demonstration for version in shown.values())
    school = Derivation.objects.get(source=shown["PY"].text)
    read = own_version_for(seated("PY/representative/EDU"), school.key)
    upstream = upstream_of(read.derivation, read.uptake)
    texts = [document_of(value) for value in (read.uptake, read.revision, upstream)]
    assert [change.is_clean for change in offer(*texts).changes] == [False, True]
    assert not list(shown_versions(seated("AR/focal_point/MRE"), [shown["PY"].text]))


def test_a_newer_edition_is_offered_to_a_version_four_changes_join_and_one_clashes(built):
    made = Derivation.objects.get(source__slug=GUIDE)
    read = own_version_for(seated("UY/focal_point/MRE"), made.key)
    upstream = upstream_of(read.derivation, read.uptake)
    assert (upstream.number, upstream.is_edition) == (2, True)
    texts = [document_of(value) for value in (read.uptake, read.revision, upstream)]
    changes = offer(*texts).changes
    assert sorted(change.is_clean for change in changes) == [False, True, True, True, True]
    assert made.text.is_demonstration
    (lock,) = locks_in(edition_of(Text.objects.get(slug=GUIDE), 2))
    assert lock.state == LockState.CHANGED


def test_the_first_edition_has_objectives_and_a_course_treats_some_of_them(built):
    found = objectives_of(edition_of(Text.objects.get(slug=CURRICULUM), 1))
    assert len(found) > 40
    data = statement_data(covered(Course.objects.get(title=COURSE)))["objectives"]
    assert {one["is_missing"] for one in data} == {True, False}


def test_one_text_has_passages_in_every_state_of_a_translation(built):
    text = Text.objects.get(slug=VERSIONS)
    found = standings_of(text, latest_revision(text), ["pt", "en", "fr", "ar"])
    states = {tag: {item.state for item in by_id.values()} for tag, by_id in found.items()}
    assert states["pt"] == {State.AUTHENTIC, State.STALE}
    assert states["en"] == {State.CONCORDANT, State.STALE}
    assert states["fr"] == {State.REVIEWED, State.HUMAN, State.MACHINE, State.MISSING, State.STALE}
    assert states["ar"] == {State.HUMAN, State.STALE, State.MISSING}
    assert text.is_demonstration


def test_the_glossary_has_the_words_of_the_field_in_four_languages(built):
    entries = glossary_entries()
    assert len(entries) >= 12
    assert all({term[0] for term in row.terms} == {"es", "pt", "en", "fr"} for row in entries)
    assert all("demostración" in row.source for row in entries)


def test_a_police_academy_shows_the_network_what_its_course_covers_and_what_lacks(built):
    [statement] = shown_statements(seated("AR/focal_point/MRE"))
    assert statement.course.is_demonstration
    assert not statement.conforms
    whole, short = statement.data["whole"], [line for line in statement.data["sections"] if line["short"]]
    assert 0 < whole["covered"] < whole["passages"]
    assert whole["is_met"] is False
    assert [(line["number"], line["short"]) for line in short] == [("7.3", 30)]
    assert whole["short"] == 120
    assert statement.data["beside"] == 120
    assert not shown_statements(PUBLIC)
