"""Questionnaires from their first question to their results: who may, what happens, what is kept and what is gone."""

import pytest

from cast import FIRST, NOW, SECTION_A
from tejido.evaluation import commands, queries
from tejido.evaluation.lines import Person, figures_of
from tejido.evaluation.models import OpenAnswer, Question, Questionnaire, SealedAnswer, Topic, Urn
from tejido.evaluation.names import Kind, No, Way
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.nominations.models import Nominee
from tejido.nominations.tests.made import called, participant
from tejido.seminars.models import Seminar
from tejido.timetable.models import Session

from .doings import answer, ballot, begin, close, code, open_, put, release, topic, urn_of, written

pytestmark = pytest.mark.django_db


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code


def lines(act):
    return list(Line.objects.filter(act=act))


@pytest.fixture
def session(cast, seminar):
    office = cast.secretariat.office
    return Session.objects.create(seminar=seminar, number=1, starts_at=NOW, ends_at=NOW, at=NOW, office=office)


@pytest.fixture
def opened(cast, seminar, people):
    """A questionnaire that participants answer now, and its questions."""
    row, questions = written(cast, seminar)
    open_(cast, row)
    return row, questions


@pytest.fixture
def answered(opened, people):
    """Seven of them did, two in words."""
    row, questions = opened
    for number, person in enumerate(people[:7]):
        answer(row, person, ballot(questions, number, f"Más tiempo {number}" if number < 2 else ""))
    return row, questions


## Preparing


def test_the_secretariat_begins_questionnaires_and_nobody_else(cast, seminar):
    row = begin(cast, seminar)
    [line] = lines("questionnaire-begun")
    assert line.facts == {"occasion": "after", "seminar": seminar.key, "source": ""}
    assert line.details == {"title": row.title}
    for who in ("network/chair", "network/observer", "XA/focal_point"):
        refused(Shared.NOT_YOURS, lambda who=who: begin(cast, seminar, by=who))
    refused(No.NO_TITLE, lambda: begin(cast, seminar, title={}))


def test_a_session_is_named_where_it_is_asked_about_one(cast, seminar, session, call):
    other = Seminar.objects.create(
        cycle=seminar.cycle, part=2, since="2027-09", zone="UTC", at=NOW, office=seminar.office
    )
    about = begin(cast, seminar, occasion="session", session=session)
    assert about.session == session
    refused(No.ODD_SESSION, lambda: begin(cast, seminar, session=session))
    refused(No.ODD_SESSION, lambda: begin(cast, other, occasion="session", session=session))
    refused(No.ODD_SESSION, lambda: begin(cast, None, occasion="session", session=session))
    nowhere = begin(cast, seminar, occasion="session")
    put(cast, nowhere)
    refused(No.NO_SESSION, lambda: open_(cast, nowhere))


def test_what_is_copied_keeps_its_identity_and_what_is_changed_gets_another(cast, seminar):
    template, questions = written(cast, None)
    copy = begin(cast, seminar, source=template)
    same = queries.questions_of(copy)
    assert [each.root for each in same] == [each.root for each in questions]
    assert not {each.key for each in same} & {each.key for each in questions}
    reworded = put(cast, copy, Kind.SCALE, question=same[0], wording={"es": "Otra", "pt": "Outra"})
    assert reworded.root == questions[0].root
    another = put(cast, copy, Kind.ONE, question=same[0])
    assert another.root not in {each.root for each in questions}
    fewer = put(cast, copy, Kind.ONE, question=same[1], options=[{"es": "Sí"}, {"es": "No"}])
    assert fewer.root != questions[1].root


def test_a_question_is_worded_and_offers_choices(cast, seminar):
    row = begin(cast, seminar)
    refused(Shared.NOT_YOURS, lambda: put(cast, row, by="XA/focal_point"))
    refused(No.NO_WORDING, lambda: put(cast, row, wording={}))
    for options in ([], [{"es": "Sí"}], [{"es": "Sí"}, {"pt": "Não"}], [{}, {}], [{"es": "x"}] * 13):
        refused(No.NO_OPTIONS, lambda options=options: put(cast, row, Kind.SEVERAL, options=options))
    made = put(cast, row, Kind.OPEN, options=[{"es": "Sí"}])
    assert made.options == []
    assert lines("questionnaire-written")[0].facts == {"questions": [made.root]}


def test_questions_are_put_in_order_and_taken_out(cast, seminar):
    row = begin(cast, seminar)
    one, two, three = (put(cast, row, wording={"es": name}) for name in "abc")
    actor = cast.secretariat
    commands.move_question(actor=actor, question=three, way=Way.UP, at=NOW)
    commands.move_question(actor=actor, question=one, way=Way.DOWN, at=NOW)
    assert [each.key for each in queries.questions_of(row)] == [three.key, one.key, two.key]
    refused(No.AT_THE_END, lambda: commands.move_question(actor=actor, question=three, way=Way.UP, at=NOW))
    refused(No.AT_THE_END, lambda: commands.move_question(actor=actor, question=two, way=Way.DOWN, at=NOW))
    commands.remove_question(actor=actor, question=three, at=NOW)
    assert [each.place for each in queries.questions_of(row)] == [1, 2]
    other = cast.actor("network/chair")
    refused(Shared.NOT_YOURS, lambda: commands.remove_question(actor=other, question=one, at=NOW))
    refused(Shared.NOT_YOURS, lambda: commands.move_question(actor=other, question=one, way=Way.DOWN, at=NOW))


def test_a_question_that_somebody_took_out_meanwhile_is_not_there(cast, seminar):
    row = begin(cast, seminar)
    gone = put(cast, row)
    kept = Question.objects.get(key=gone.key)
    commands.remove_question(actor=cast.secretariat, question=gone, at=NOW)
    with pytest.raises(Question.DoesNotExist):
        commands.move_question(actor=cast.secretariat, question=kept, way=Way.UP, at=NOW)
    with pytest.raises(Question.DoesNotExist):
        put(cast, row, question=kept)


def test_a_questionnaire_is_discarded_until_it_is_opened(cast, seminar):
    row, _questions = written(cast, seminar)
    kept, _ = written(cast, seminar)
    open_(cast, kept)
    commands.discard_questionnaire(actor=cast.secretariat, questionnaire=row, at=NOW)
    assert list(Questionnaire.objects.all()) == [kept]
    assert Question.objects.count() == 4
    assert lines("questionnaire-discarded")
    for call in (
        lambda: commands.discard_questionnaire(actor=cast.secretariat, questionnaire=kept, at=NOW),
        lambda: put(cast, kept),
        lambda: open_(cast, kept),
    ):
        refused(No.IS_OPEN, call)


def test_only_a_whole_questionnaire_of_a_seminar_is_opened_and_by_a_formal_act(cast, seminar):
    template, _questions = written(cast, None)
    refused(No.IS_TEMPLATE, lambda: open_(cast, template))
    row = begin(cast, seminar)
    refused(No.NO_QUESTIONS, lambda: open_(cast, row))
    put(cast, row, wording={"es": "Solo en español"})
    refused(No.LANGUAGE_LACKS, lambda: open_(cast, row))
    put(cast, row, question=queries.questions_of(row)[0])
    refused(Shared.NOT_FRESH, lambda: open_(cast, row, fresh=False))
    refused(Shared.NOT_YOURS, lambda: open_(cast, row, by="XA/focal_point"))
    open_(cast, row)
    assert lines("questionnaire-opened")[0].facts == {"occasion": "after", "seminar": seminar.key}


## Answering


def test_answers_leave_counts_and_no_row_of_anybody(cast, answered, people):
    row, questions = answered
    urn = urn_of(row)
    scale, one, several, own = questions
    assert urn.counts[scale.key][""] == [7, 0, [2, 2, 1, 1, 1]]
    assert urn.counts[one.key]["sex|female"] == [4, 0, [2, 1, 1]]
    assert urn.counts[several.key][""] == [7, 0, [7, 4, 3]]
    assert own.key not in urn.counts
    assert sum(urn.cells.values()) == 7
    assert list(urn.roll) == sorted(person.key for person in people[:7])
    assert {line.act for line in Line.objects.all()}.isdisjoint({"answered"})
    before = Line.objects.count()
    answer(row, people[8], ballot(questions))
    assert Line.objects.count() == before


def test_open_answers_lie_under_random_numbers_without_a_time_or_a_person(answered):
    rows = list(SealedAnswer.objects.order_by("id"))
    assert {each.words for each in rows} == {"Más tiempo 0", "Más tiempo 1"}
    assert {field.name for field in SealedAnswer._meta.fields} == {"id", "question", "words"}
    assert min(each.id for each in rows) > 10_000
    assert not {field.get_internal_type() for field in Urn._meta.fields} & {"DateTimeField", "DateField"}


def test_sent_again_it_is_counted_once_and_a_second_answer_is_refused(opened, people):
    row, questions = opened
    given = ballot(questions, 3, "Una vez.")
    for _ in range(3):
        answer(row, people[0], given, token="same")
    assert sum(urn_of(row).cells.values()) == 1
    assert SealedAnswer.objects.count() == 1
    refused(No.ANSWERED, lambda: answer(row, people[0], given, token="other"))


def test_a_ballot_answers_what_is_asked(opened, people):
    row, questions = opened
    scale, one, several, own = questions
    good = ballot(questions)
    for given in (
        {**good, "000000000000": frozenset({1})}, {**good, scale.key: frozenset({5})},
        {**good, one.key: frozenset({0, 1})}, {**good, scale.key: "5"}, {**good, own.key: frozenset({1})},
        {**good, own.key: "x" * 4001}, {**good, several.key: frozenset({-1})},
    ):  # fmt: skip  # what is not offered
        refused(No.NOT_OFFERED, lambda given=given: answer(row, people[0], given))
    refused(No.UNANSWERED, lambda: answer(row, people[0], {one.key: frozenset({0})}))
    answer(row, people[0], {scale.key: frozenset({4})})
    assert urn_of(row).counts[one.key][""] == [0, 1, [0, 0, 0]]


def test_only_participants_of_the_seminar_answer_and_only_while_it_is_open(cast, seminar, opened, people):
    row, questions = opened
    other = Seminar.objects.create(
        cycle=seminar.cycle, part=2, since="2027-09", zone="UTC", at=NOW, office=seminar.office
    )
    stranger = participant(cast, called(cast, other))
    with pytest.raises(Questionnaire.DoesNotExist):
        answer(row, stranger, ballot(questions))
    close(cast, row)
    refused(No.NOT_OPEN, lambda: answer(row, people[0], ballot(questions)))


def test_somebody_of_no_known_institution_is_counted(opened, people):
    row, questions = opened
    people[0].institution = None
    answer(row, people[0], ballot(questions))
    assert list(urn_of(row).cells) == ["female|directing|unsaid"]


def enter(cast, row, sheets, batch="batch", by="network/secretariat"):
    commands.enter_papers(actor=cast.actor(by), questionnaire=row, token=batch, sheets=sheets, at=NOW)


def test_paper_is_put_into_the_urn_once_and_never_beyond_who_takes_part(cast, answered):
    row, questions = answered
    sheet = (Person("unsaid", "unsaid", "unsaid"), ballot(questions, 2, " En papel. "))
    refused(Shared.NOT_YOURS, lambda: enter(cast, row, [sheet], by="XA/focal_point"))
    refused(No.NO_PAPERS, lambda: enter(cast, row, []))
    refused(No.TOO_MANY, lambda: enter(cast, row, [sheet] * 6))
    refused(No.UNANSWERED, lambda: enter(cast, row, [sheet, (sheet[0], {})]))
    enter(cast, row, [sheet] * 2)
    refused(No.IN_THE_URN, lambda: enter(cast, row, [sheet] * 2))
    assert sum(urn_of(row).cells.values()) == 9
    assert SealedAnswer.objects.filter(words="En papel.").count() == 2
    assert [line.facts for line in lines("papers-entered")] == [{}]
    close(cast, row)
    refused(No.NOT_OPEN, lambda: enter(cast, row, [sheet], batch="late"))
    template, _questions = written(cast, None)
    refused(No.NOT_OPEN, lambda: enter(cast, template, [sheet]))


def test_paper_fills_up_no_small_group(cast, answered, people):
    """One of twelve directs, and answered: four sheets that say so would show what that person said."""
    row, questions = answered
    directing = (Person("unsaid", "directing", "unsaid"), ballot(questions))
    woman = (Person("female", "unsaid", "unsaid"), ballot(questions))
    refused(No.TOO_MANY_ALIKE, lambda: enter(cast, row, [directing]))
    refused(No.TOO_MANY_ALIKE, lambda: enter(cast, row, [woman] * 3))
    enter(cast, row, [woman] * 2)
    refused(No.TOO_MANY_ALIKE, lambda: enter(cast, row, [woman], batch="later"))


def test_no_fewer_took_part_than_answered(cast, answered, people):
    row, _questions = answered
    Nominee.objects.filter(key__in=[person.key for person in people[:8]]).update(standing="withdrawn")
    found = close(cast, row)
    assert (found.answered, found.participants) == (7, 7)


def test_while_it_is_open_the_secretariat_learns_multiples_of_five(cast, answered, people):
    row, questions = answered
    assert queries.progress_of(row) == queries.Progress(5, 12)
    for person in people[7:10]:
        answer(row, person, ballot(questions))
    assert queries.progress_of(row).answered == 10
    template, _questions = written(cast, None)
    assert queries.progress_of(template) == queries.Progress(0, 0)


## Closing


def test_closing_keeps_what_may_be_published_and_nothing_else(cast, answered):
    row, questions = answered
    found = close(cast, row)
    assert (found.answered, found.participants) == (7, 12)
    assert not Urn.objects.exists()
    assert not SealedAnswer.objects.exists()
    kept = [each.key for each in OpenAnswer.objects.order_by("pk")]
    assert kept == sorted(kept)
    figures = figures_of(found.results, questions[0].key)
    assert figures.whole.counts == (2, 2, 1, 1, 1)
    assert not figures.groups  # four women and three men
    [line] = lines("questionnaire-closed")
    assert line.facts == {"participants": 12, "answered": 7}
    refused(No.NOT_OPEN, lambda: close(cast, row))


def test_groups_that_are_large_enough_are_kept(cast, opened, people):
    row, questions = opened
    for number, person in enumerate(people):
        answer(row, person, ballot(questions, number))
    figures = figures_of(close(cast, row).results, questions[0].key)
    assert {name: [(part.values, tally.n) for part, tally in parts] for name, parts in figures.groups.items()} == {
        "sex": [(("female",), 6), (("male",), 6)]
    }


def test_of_fewer_than_five_nothing_is_kept(cast, opened, people):
    row, questions = opened
    for number, person in enumerate(people[:4]):
        answer(row, person, ballot(questions, number, "Solo yo."))
    refused(Shared.NOT_FRESH, lambda: close(cast, row, fresh=False))
    refused(Shared.NOT_YOURS, lambda: close(cast, row, by="XA/focal_point"))
    found = close(cast, row)
    assert (found.answered, found.results) == (None, {})
    assert not OpenAnswer.objects.exists()
    assert lines("questionnaire-closed")[0].facts == {"participants": 12}
    refused(No.TOO_FEW, lambda: release(cast, row))


## Reading and releasing


def test_answers_are_read_after_closing_and_coded_to_passages_and_topics(cast, answered):
    row, _questions = answered
    refused(No.NOT_CLOSED, lambda: release(cast, row))
    close(cast, row)
    found, other = OpenAnswer.objects.all()
    memory = topic(cast)
    refused(Shared.NOT_YOURS, lambda: code(cast, found, by="XA/focal_point"))
    refused(No.NO_TOPIC, lambda: code(cast, found, topics=["000000000000"]))
    refused(No.NO_PASSAGE, lambda: code(cast, found, passages=["000000000000"]))
    code(
        cast,
        found,
        passages=[SECTION_A, FIRST, FIRST],
        topics=[memory.key],
        translations={"en": " More time ", "fr": ""},
    )
    found.refresh_from_db()
    assert (found.passages, found.topics) == (sorted([FIRST, SECTION_A]), [memory.key])
    assert (found.translations, found.is_read, other.is_read) == ({"en": "More time"}, True, False)
    [line] = lines("answer-coded")
    assert line.details is None
    assert line.facts == {"questionnaire": row.key}


def test_a_topic_that_is_retired_stays_where_it_was_used(cast, answered):
    row, _questions = answered
    close(cast, row)
    found, other = OpenAnswer.objects.all()
    memory = topic(cast)
    code(cast, found, topics=[memory.key])
    commands.retire_topic(actor=cast.secretariat, topic=memory, at=NOW)
    found.refresh_from_db()
    code(cast, found, topics=[memory.key], paraphrase="Más.")
    refused(No.NO_TOPIC, lambda: code(cast, other, topics=[memory.key]))
    refused(No.RETIRED, lambda: commands.retire_topic(actor=cast.secretariat, topic=memory, at=NOW))
    refused(No.EMPTY_TOPIC, lambda: commands.add_topic(actor=cast.secretariat, name={}, at=NOW))
    refused(Shared.NOT_YOURS, lambda: topic(cast, by="network/chair"))
    assert Topic.objects.count() == 1


def test_at_the_release_what_was_paraphrased_or_withheld_is_erased(cast, seminar, answered):
    row, _questions = answered
    close(cast, row)
    refused(No.UNREAD, lambda: release(cast, row))
    one, two = OpenAnswer.objects.all()
    memory = topic(cast)
    code(cast, one, paraphrase="Alguien pide más tiempo.", passages=[FIRST], topics=[memory.key])
    code(cast, two, is_withheld=True, passages=[FIRST], topics=[memory.key], translations={"en": "x"})
    assert queries.observations(seminar) == []
    refused(Shared.NOT_FRESH, lambda: release(cast, row, fresh=False))
    refused(Shared.NOT_YOURS, lambda: release(cast, row, by="XA/focal_point"))
    release(cast, row)
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.words, one.paraphrase) == ("Alguien pide más tiempo.", "")
    assert (two.words, two.passages, two.topics, two.translations) == ("", [], [], {})
    [found] = queries.observations(seminar)
    assert (found.words, found.passages, found.topics) == (one.words, (FIRST,), {memory.key: memory.name})
    assert (found.seminar, found.session, found.occasion) == (seminar.key, "", "after")
    assert lines("results-released")[0].facts == {"answered": 7, "seminar": seminar.key}
    refused(No.IS_RELEASED, lambda: release(cast, row))
    refused(No.IS_RELEASED, lambda: code(cast, one))
