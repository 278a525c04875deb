"""Translating, reviewing, handing out parts, keeping what a change of form does not touch."""

import pytest

from cast import FIRST, NOW, SECOND, SECTION_A, TITLE, make_text
from tejido.curriculum.commands import Clash
from tejido.curriculum.models import Revision
from tejido.curriculum.queries import latest_revision
from tejido.engine.document import Kind, Passage
from tejido.engine.translation import State, standings, words_digest
from tejido.ledger.actors import CONSOLE
from tejido.translation import commands, queries
from tejido.translation.models import Assignment, Propagation, TranslationMark
from tejido.translation.queries import facts
from tejido.web.memory import Memory

from .doings import (
    MEMBER,
    SECRETARIAT,
    TRANSLATOR,
    document,
    refused,
    review,
    states,
    told,
    translate,
    write_source,
)

pytestmark = pytest.mark.django_db
NEW = "La prevención empieza mucho antes de la violencia."


def assigned(cast, text, *, by=SECRETARIAT, to=TRANSLATOR, language="pt", section="", until=None):
    return commands.assign(
        actor=cast.actor(by), text=text, language=language, section=section, seat=cast.seats[cast.office(to)],
        until=until, at=NOW,
    )  # fmt: skip


## How a passage stands


def test_a_text_that_came_in_in_two_languages_at_once_is_a_human_draft_and_current(text):
    assert set(states(text).values()) == {State.HUMAN}
    assert set(states(text, "fr").values()) == {State.MISSING}


def test_a_translation_is_stale_once_the_source_says_something_else_and_current_again_once_it_does_not(cast, text):
    write_source(cast, text, FIRST, NEW)
    assert [id for id, state in states(text).items() if state is State.STALE] == [FIRST]
    write_source(cast, text, FIRST, "La prevención empieza antes de la violencia.")
    assert set(states(text).values()) == {State.HUMAN}


def test_it_is_worked_out_again_by_a_process_that_remembers_nothing(cast, text):
    write_source(cast, text, FIRST, NEW)
    known = states(text)
    facts.memory.forget()
    assert states(text) == known


def test_words_saved_on_an_older_revision_were_made_on_what_it_said(cast, text):
    base = latest_revision(text)
    write_source(cast, text, FIRST, NEW)
    outcome = translate(cast, text, {FIRST: "A prevenção vem antes da violência."}, base=base)
    assert outcome.was_merged
    assert states(text)[FIRST] is State.STALE
    TranslationMark.objects.all().delete()  # the history alone says the same
    assert states(text)[FIRST] is State.STALE


def test_what_memory_drops_meanwhile_changes_nothing_of_how_words_stand(cast, text, monkeypatch):
    other = make_text(cast, slug="otro")
    write_source(cast, other, FIRST, NEW)
    monkeypatch.setattr(facts, "memory", Memory(1))
    pairs = [(each, latest_revision(each)) for each in (text, other)]
    facts.origins_of_several([pairs[1]])
    write_source(cast, text, FIRST, NEW)
    write_source(cast, other, SECOND, NEW)
    found = facts.facts_of_several([(each, latest_revision(each)) for each in (text, other)])
    standing = standings(document(other), "pt", "es", found[other.key])
    assert [standing[id].state for id in (FIRST, SECOND)] == [State.STALE, State.STALE]


## Translating


def test_a_translation_is_saved_as_a_revision_and_marked_as_made_on_the_words_of_the_source(cast, text):
    write_source(cast, text, FIRST, NEW)
    translate(cast, text, {FIRST: "A prevenção começa  muito antes."})
    assert document(text).passage(FIRST).text("pt") == "A prevenção começa muito antes."
    assert states(text)[FIRST] is State.HUMAN
    mark = TranslationMark.objects.get()
    assert (mark.state, mark.source, mark.who) == ("human", words_digest(NEW), cast.actor(TRANSLATOR).seat)
    assert told("translation-saved")[0].facts["passages"] == [FIRST]


def test_a_translation_that_is_still_right_is_kept_as_it_stands(cast, text):
    count = Revision.objects.count()
    write_source(cast, text, FIRST, NEW)
    translate(cast, text, {FIRST: document(text).passage(FIRST).text("pt")})
    assert states(text)[FIRST] is State.HUMAN
    assert Revision.objects.count() == count + 1


def test_what_says_nothing_new_is_refused(cast, text):
    same = {FIRST: document(text).passage(FIRST).text("pt")}
    translate(cast, text, same)
    assert refused(translate, cast, text, same) == "nothing_new"


def test_a_language_that_is_not_there_yet_begins_with_its_first_passage(cast, text):
    assert refused(translate, cast, text, {FIRST: "La prévention."}, language="fr") == "not_a_language"
    assigned(cast, text, language="fr")
    translate(cast, text, {FIRST: "La prévention.", TITLE: "Prévention"}, language="fr", by_machine=True)
    assert [states(text, "fr")[id] for id in (FIRST, TITLE, SECOND)] == [State.MACHINE, State.MACHINE, State.MISSING]


def test_two_who_translate_at_once_lose_nothing(cast, text):
    base = latest_revision(text)
    translate(cast, text, {FIRST: "Uma coisa."})
    outcome = translate(cast, text, {FIRST: "Outra frase inteira."}, base=base, by=SECRETARIAT)
    assert isinstance(outcome, Clash)
    assert document(text).passage(FIRST).text("pt") == "Uma coisa."
    assert TranslationMark.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"by": MEMBER}, "not_yours"),
        ({"language": "es"}, "is_source"),
        ({"words": {"nothing": "x"}}, "no_passage"),
        ({"words": {}}, "no_passage"),
        ({"words": {FIRST: " "}}, "not_this_passage"),
    ],
)
def test_who_may_not_and_what_does_not_fit_is_refused(cast, text, given, code):
    words = given.pop("words", {FIRST: "Outra."})
    assert refused(translate, cast, text, words, **given) == code


def test_words_stay_what_kind_of_passage_they_are(cast, text):
    translate(cast, text, {FIRST: "# Não é título", TITLE: "Título\nem duas linhas"})
    assert document(text).passage(FIRST).kind is Kind.PARAGRAPH
    assert document(text).passage(TITLE).text("pt") == "Título em duas linhas"
    assert len(document(text)) == 10


def test_words_are_no_table(cast, text):
    from tejido.curriculum.commands import save_revision

    table = Passage.of("000000000tab", Kind.TABLE, {"es": "| a | b |\n| --- | --- |\n| c | d |"})
    made = type(document(text)).of([*document(text), table])
    save_revision(actor=cast.secretariat, text=text, document=made, base=latest_revision(text), reason="", at=NOW)
    assert refused(translate, cast, text, {table.id: "só palavras"}) == "not_this_passage"
    translate(cast, text, {table.id: "| a | b |\n|---|---|\n| c | x |"})
    assert states(text)[table.id] is State.HUMAN


## Reviewing


def test_another_seat_reviews_what_a_seat_wrote(cast, text):
    translate(cast, text, {FIRST: "A prevenção vem antes."})
    assert refused(review, cast, text, FIRST, by=TRANSLATOR) == "own_words"
    review(cast, text, FIRST)
    assert states(text)[FIRST] is State.REVIEWED
    assert told("translation-reviewed")[0].facts["count"] == 1


@pytest.mark.parametrize(
    ("given", "code"),
    [({"by": MEMBER}, "not_yours"), ({"seen": "0" * 64}, "stale"), ({"passages": ["nothing"]}, "no_passage")],
)
def test_who_may_not_review_and_what_is_no_current_draft_is_refused(cast, text, given, code):
    passages = given.pop("passages", [FIRST])
    assert refused(review, cast, text, *passages, **given) == code


def test_what_is_stale_or_reviewed_is_not_reviewed(cast, text):
    write_source(cast, text, FIRST, NEW)
    assert refused(review, cast, text, FIRST) == "not_to_review"
    review(cast, text, SECOND)
    assert refused(review, cast, text, SECOND) == "not_to_review"
    assert refused(review, cast, text) == "no_passage"


## A change that alters nothing


def kept(cast, text, *, by=SECRETARIAT, passage=FIRST, reason="Solo la ortografía.", seen=""):
    return commands.propagate(
        actor=cast.actor(by), text=text, passage=passage, reason=reason, seen=seen or latest_revision(text).digest,
        at=NOW,
    )  # fmt: skip


def test_a_change_that_alters_nothing_leaves_what_was_made_on_the_earlier_words_as_it_stood(cast, text):
    review(cast, text, FIRST)
    write_source(cast, text, FIRST, NEW)
    assert states(text)[FIRST] is State.STALE
    kept(cast, text)
    assert states(text)[FIRST] is State.REVIEWED
    assert Propagation.objects.get().reason == "Solo la ortografía."
    assert told("change-propagated")[0].facts["passage"] == FIRST
    write_source(cast, text, FIRST, "Otra cosa.")
    assert states(text)[FIRST] is State.STALE


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"by": TRANSLATOR}, "not_yours"),
        ({"reason": " "}, "no_reason"),
        ({"passage": SECOND}, "not_stale"),
        ({"passage": "nothing"}, "no_passage"),
        ({"seen": "0" * 64}, "stale"),
    ],
)
def test_what_is_not_kept(cast, text, given, code):
    write_source(cast, text, FIRST, NEW)
    assert refused(kept, cast, text, **given) == code


## Handing out


def test_a_part_is_given_to_a_seat_and_given_back_by_it(cast, text):
    row = assigned(cast, text, section=SECTION_A)
    assert [line.seat for line in queries.assignments_of(text)] == [row.seat]
    assert refused(assigned, cast, text, section=SECTION_A) == "assigned_already"
    commands.end_assignment(actor=cast.actor(TRANSLATOR), assignment=row, at=NOW)
    assert queries.assignments_of(text) == []
    assert refused(commands.end_assignment, actor=cast.secretariat, assignment=row, at=NOW) == "not_assigned"
    assert [line.act for line in told("translation-assigned") + told("translation-unassigned")] != []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"by": TRANSLATOR}, "not_yours"),
        ({"language": "es"}, "is_source"),
        ({"section": "nothing"}, "no_passage"),
        ({"section": FIRST}, "no_passage"),
        ({"to": MEMBER}, "cannot_translate"),
    ],
)
def test_what_is_not_given(cast, text, given, code):
    assert refused(assigned, cast, text, **given) == code


def test_nobody_else_ends_an_assignment(cast, text):
    row = assigned(cast, text)
    assert refused(commands.end_assignment, actor=cast.actor(MEMBER), assignment=row, at=NOW) == "not_yours"
    assert Assignment.objects.get().ended_at is None


def test_in_a_mechanism_its_own_focal_points_translate(cast, mechanism):
    from cast import make_text

    own = make_text(cast, mechanism, by="XA/focal_point", slug="propio")
    assigned(cast, own, by="XA/focal_point", to="XA/alternate")
    assert refused(assigned, cast, own, by="XA/focal_point", to="XB/focal_point") == "cannot_translate"
    translate(cast, own, {FIRST: "Nossa."}, by="XA/alternate")
    assert states(own)[FIRST] is State.HUMAN
    assert told("translation-saved")[0].tree_id == "member:XA"
    assert refused(assigned, cast, own, by="XA/representative/JUS", to="XA/alternate") == "not_yours"


def test_the_console_speaks_by_its_office(cast, text):
    commands.save_translation(
        actor=CONSOLE, text=text, language="pt", words={FIRST: "Da consola."}, base=latest_revision(text), at=NOW
    )
    assert TranslationMark.objects.get().who == "console"
    assert states(text)[FIRST] is State.HUMAN
