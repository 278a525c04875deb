"""The glossary, and what it says to whoever saves a translation."""

import pytest

from cast import FIRST, NOW
from tejido.translation import commands, queries
from tejido.translation.commands import Entry
from tejido.translation.models import GlossaryEntry

from .doings import MEMBER, SECRETARIAT, TRANSLATOR, refused, told, translate

pytestmark = pytest.mark.django_db
PREVENTION = Entry(
    (("es", "prevención", "preferred"), ("pt", "prevenção", "preferred"), ("pt", "prevenimento", "forbidden")),
    {"es": "Lo que se hace antes.", "pt": " "},
    "Glosario de la red",
)


def entered(cast, *, by=TRANSLATOR, entry=PREVENTION):
    return commands.enter_concept(actor=cast.actor(by), entry=entry, at=NOW)


def test_a_concept_is_entered_changed_and_taken_out_and_its_history_stays(cast):
    row = entered(cast)
    assert row.definition == {"es": "Lo que se hace antes."}
    other = Entry((*PREVENTION.terms, ("fr", "  prévention  ", "preferred"), ("en", " ", "allowed")))
    changed = commands.change_concept(actor=cast.actor(SECRETARIAT), standing=row, entry=other, at=NOW)
    assert changed.concept == row.concept
    assert changed.terms[-1] == ["fr", "prévention", "preferred"]
    assert [item.key for item in queries.glossary_entries()] == [changed.key]
    commands.retire_concept(actor=cast.actor(TRANSLATOR), standing=changed, at=NOW)
    assert queries.glossary_entries() == []
    assert len(queries.history_of(row.concept)) == 2
    with pytest.raises(GlossaryEntry.DoesNotExist):
        queries.entry_of(row.concept)
    assert [told(act)[0].object for act in ("concept-entered", "concept-changed", "concept-retired")] == [
        row.concept
    ] * 3


def test_who_may_not_and_what_says_nothing_is_refused(cast):
    assert refused(entered, cast, by=MEMBER) == "not_yours"
    assert refused(entered, cast, entry=Entry((("pt", "nada", "forbidden"),))) == "no_term"
    row = entered(cast)
    given = {"actor": cast.actor(TRANSLATOR), "standing": row, "at": NOW}
    assert refused(commands.change_concept, entry=PREVENTION, **given) == "nothing_new_term"
    for act, more in ((commands.change_concept, {"entry": PREVENTION}), (commands.retire_concept, {})):
        assert refused(act, **{**given, **more, "actor": cast.actor(MEMBER)}) == "not_yours"
    commands.retire_concept(**given)
    assert refused(commands.retire_concept, **given) == "concept_gone"
    assert refused(commands.change_concept, entry=PREVENTION, **given) == "concept_gone"


def test_a_forbidden_word_is_refused_unless_it_has_to_stay(cast, text):
    entered(cast)
    assert refused(translate, cast, text, {FIRST: "O prevenimento começa antes."}) == "forbidden_words"
    translate(cast, text, {FIRST: "A ação começa antes."})  # an agreed word that is not used is only told
    translate(cast, text, {FIRST: "O prevenimento começa antes."}, keeps_forbidden=True)


def test_words_are_compared_without_endings(cast):
    from tejido.translation.terms import stem

    assert stem("prevenções", "pt") == stem("prevenção", "pt-BR")
    assert stem("prevenciones", "es") == stem("prevención", "es")
    assert stem("mambo", "sw") == "mambo"
