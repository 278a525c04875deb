"""Saving a section: what one person wrote goes in, what two wrote at once is merged or shown to both."""

import pytest

from cast import DOCUMENT, FIRST, ITEM, SECOND, SECTION_A, SECTION_B, TITLE
from tejido.curriculum.commands import Clash, Saved, save_revision, save_words
from tejido.curriculum.models import PassageContent, Revision
from tejido.curriculum.names import Act, No
from tejido.curriculum.queries import latest_revision
from tejido.engine.document import Document
from tejido.ledger.audit import audit
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.names import Role

from .writing import NOW, document, save, shown

pytestmark = pytest.mark.django_db
OLD, NEW, OTHER = "nunca uno solo", "nunca uno aislado", "nunca uno aparte"


def change(text, section, old: str, new: str, language: str = "es") -> str:
    markdown = shown(text, section, language)
    assert old in markdown
    return markdown.replace(old, new)


def refusal_of(call, *args, **values):
    with pytest.raises(Refused) as refused:
        call(*args, **values)
    return refused.value.refusal


def test_a_changed_sentence_is_a_new_revision_and_every_passage_keeps_its_id(cast, text):
    saved = save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW), reason="más claro")
    assert isinstance(saved, Saved)
    assert not saved.was_merged
    now = document(text)
    assert NEW in now.passage(SECOND).text("es")
    assert [passage.id for passage in now] == [passage.id for passage in DOCUMENT]
    revision = latest_revision(text)
    assert (revision.number, revision.parent.number, revision.office) == (2, 1, "network/secretariat/SEC")
    assert (revision.reason, revision.at) == ("más claro", NOW)


def test_what_was_before_is_still_there_word_for_word(cast, text, revision):
    save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW))
    revision.refresh_from_db()
    contents = PassageContent.objects.filter(digest__in=revision.manifest)
    assert OLD in str([content.data for content in contents])


def test_the_other_languages_of_a_changed_sentence_stay(cast, text):
    save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW))
    assert document(text).passage(SECOND).text("pt") == DOCUMENT.passage(SECOND).text("pt")


def test_only_what_changed_is_stored_anew(cast, text):
    before = PassageContent.objects.count()
    save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW))
    assert PassageContent.objects.count() == before + 1


def test_a_save_is_a_line_with_both_digests_and_its_reason_is_sealed(cast, text, revision):
    saved = save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW), reason="porque así lo dijo Ana")
    line = Line.objects.get(object=saved.revision.key)
    facts = {"text": text.key, "number": 2, "digest": saved.revision.digest, "parent": revision.digest}
    assert (line.act, line.facts, line.details) == (Act.REVISION_SAVED, facts, {"reason": "porque así lo dijo Ana"})
    assert b"Ana" not in bytes(line.canonical)
    assert audit().ok


def test_a_save_without_a_reason_has_nothing_to_seal(cast, text):
    saved = save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW))
    assert Line.objects.get(object=saved.revision.key).details is None


def test_what_stands_before_the_first_heading_is_a_section_of_its_own(cast, text):
    without_title = Document.of(p for p in DOCUMENT if p.id != TITLE)
    base = latest_revision(text)
    save_revision(actor=cast.secretariat, text=text, document=without_title, base=base, reason="", at=NOW)
    save(cast, text, None, "Antes de todo.\n")
    assert document(text).passages[0].text("es") == "Antes de todo."


def test_nothing_changed_is_nothing_saved(cast, text):
    refusal = refusal_of(save, cast, text, SECTION_A, shown(text, SECTION_A))
    assert refusal.code == No.UNCHANGED
    assert latest_revision(text).number == 1


def test_two_people_in_two_sections_are_both_heard(cast, text, revision):
    theirs = change(text, SECTION_B, "civil, legal", "civil y legal")
    save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW))
    saved = save(cast, text, SECTION_B, theirs, base=revision)
    assert saved.was_merged
    now = document(text)
    assert NEW in now.passage(SECOND).text("es")
    assert "civil y legal" in now.passage("000000000p04").text("es")


def test_two_people_in_one_sentence_are_both_heard_where_their_words_are_apart(cast, text, revision):
    first = change(text, SECTION_A, "Los factores", "Los factores de riesgo")
    second = change(text, SECTION_A, OLD, NEW)
    save(cast, text, SECTION_A, first)
    save(cast, text, SECTION_A, second, base=revision)
    assert document(text).passage(SECOND).text("es") == (
        "Los factores de riesgo se estudian en conjunto, nunca uno aislado."
    )


def test_two_people_in_two_languages_of_one_sentence_are_both_heard(cast, text, revision):
    portuguese = change(text, SECTION_A, "em conjunto", "sempre em conjunto", "pt")
    save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW))
    save(cast, text, SECTION_A, portuguese, language="pt", by="network/translator", base=revision)
    both = document(text).passage(SECOND)
    assert NEW in both.text("es")
    assert "sempre em conjunto" in both.text("pt")


def test_two_people_who_made_the_same_change_made_one(cast, text, revision):
    same = change(text, SECTION_A, OLD, NEW)
    save(cast, text, SECTION_A, same)
    assert refusal_of(save, cast, text, SECTION_A, same, base=revision).code == No.UNCHANGED


def test_the_same_words_changed_by_two_are_a_clash_and_nothing_is_saved(cast, text, revision):
    mine = change(text, SECTION_A, OLD, OTHER)
    theirs = save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW)).revision
    lines = Line.objects.count()
    clash = save(cast, text, SECTION_A, mine, base=revision)
    assert isinstance(clash, Clash)
    assert (clash.base.key, clash.latest.key) == (revision.key, theirs.key)
    assert [conflict.id for conflict in clash.conflicts] == [SECOND]
    assert (Revision.objects.count(), Line.objects.count()) == (2, lines)
    assert NEW in document(text).passage(SECOND).text("es")


def test_a_section_that_was_taken_out_meanwhile_is_a_clash_and_not_brought_back_unseen(cast, text, revision):
    mine = change(text, SECTION_B, "civil, legal", "civil y legal")
    _without_section_b(cast, text)
    assert isinstance(save(cast, text, SECTION_B, mine, base=revision), Clash)
    assert SECTION_B not in document(text)


def test_a_section_that_the_base_does_not_have_cannot_be_saved(cast, text):
    _without_section_b(cast, text)
    assert refusal_of(save, cast, text, SECTION_B, "## Otra\n").code == No.NO_SECTION
    assert refusal_of(save, cast, text, FIRST, "Un párrafo no es una sección.\n").code == No.NO_SECTION


def _without_section_b(cast, text) -> None:
    kept = DOCUMENT.passages[:6]
    base = latest_revision(text)
    save_revision(actor=cast.secretariat, text=text, document=Document.of(kept), base=base, reason="", at=NOW)


def test_a_whole_text_saved_on_an_older_revision_is_refused_as_stale(cast, text, revision):
    save(cast, text, SECTION_A, change(text, SECTION_A, OLD, NEW))
    values = {"actor": cast.secretariat, "text": text, "document": Document(), "reason": "", "at": NOW}
    assert refusal_of(save_revision, base=revision, **values).code == Shared.STALE
    assert latest_revision(text).number == 2


@pytest.mark.parametrize("who", ["network/translator", "network/chair", "XA/focal_point", "network/observer"])
def test_a_whole_text_is_saved_by_the_secretariat_alone(cast, text, revision, who):
    values = {"actor": cast.actor(who), "text": text, "document": Document(), "reason": "", "at": NOW}
    assert refusal_of(save_revision, base=revision, **values).code == Shared.NOT_YOURS


@pytest.mark.parametrize("language", ["es", "pt"])
@pytest.mark.parametrize("who", ["XA/focal_point", "XA/representative/JUS", "network/chair", "network/observer"])
def test_nobody_else_writes_a_text_of_the_network_in_any_language(cast, text, who, language):
    markdown = shown(text, SECTION_B, language) + "\n\nMás.\n"
    refusal = refusal_of(save, cast, text, SECTION_B, markdown, by=who, language=language)
    assert (refusal.code, latest_revision(text).number) == (Shared.NOT_YOURS, 1)


def translate(cast, text, markdown: str, **values):
    values = {"language": "pt", "by": "network/translator", **values}
    return save(cast, text, SECTION_A, markdown, **values)


def test_a_translator_writes_every_language_but_the_negotiated_one(cast, text):
    translate(cast, text, change(text, SECTION_A, "em conjunto", "sempre em conjunto", "pt"))
    assert "sempre em conjunto" in document(text).passage(SECOND).text("pt")
    refusal = refusal_of(translate, cast, text, change(text, SECTION_A, OLD, NEW), language="es")
    assert refusal.code == Shared.NOT_YOURS


def test_a_translator_adds_what_is_missing_in_their_language(cast, text):
    translate(cast, text, shown(text, SECTION_A, "pt") + "\n\nUma nota da tradução.\n")
    added = next(passage for passage in document(text) if passage.id not in DOCUMENT)
    assert added.texts == (("pt", "Uma nota da tradução."),)


@pytest.mark.parametrize(
    ("old", "new"), [("- A memória do lugar.", ""), ("## Fatores", "### Fatores"), ("- A memória", "A memória")]
)
def test_a_translator_cannot_remove_or_reshape_what_exists_in_the_negotiated_language(cast, text, old, new):
    refusal = refusal_of(translate, cast, text, change(text, SECTION_A, old, new, "pt"))
    assert refusal.code == No.ONLY_TRANSLATES
    assert (latest_revision(text).number, ITEM in document(text)) == (1, True)


def test_who_drafts_may_remove_a_passage_in_any_language(cast, text):
    save(cast, text, SECTION_A, change(text, SECTION_A, "- A memória do lugar.", "", "pt"), language="pt")
    assert ITEM not in document(text)


def test_in_a_mechanism_its_focal_point_writes_and_the_secretariat_does_not(cast, mechanism):
    from cast import make_text

    own = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    markdown = change(own, SECTION_A, OLD, NEW)
    refusal = refusal_of(save, cast, own, SECTION_A, markdown)
    assert (refusal.code, refusal.values["who"]) == (Shared.NOT_YOURS, Role.FOCAL_POINT.label)
    save(cast, own, SECTION_A, markdown, by="XA/focal_point")
    assert {line.tree_id for line in Line.objects.filter(facts__text=own.key)} == {"member:XA"}


## What passages say in one language


def words_saved(cast, text, words, *, by="network/translator", language="pt", base=None):
    return save_words(
        actor=cast.actor(by), text=text, language=language, words=words, base=base or latest_revision(text), reason="",
        at=NOW,
    )  # fmt: skip  # one row of a table, read as one


def test_words_of_several_passages_are_one_revision_and_nothing_else_changes(cast, text):
    saved = words_saved(cast, text, {FIRST: "Primeira.", SECOND: "Segunda."})
    assert isinstance(saved, Saved)
    assert saved.revision.number == 2
    now = document(text)
    assert [now.passage(id).text("pt") for id in (FIRST, SECOND)] == ["Primeira.", "Segunda."]
    assert [passage.text("es") for passage in now] == [passage.text("es") for passage in DOCUMENT]


def test_a_merged_save_remembers_what_its_writer_had_open(cast, text):
    base = latest_revision(text)
    words_saved(cast, text, {SECOND: "Segunda."})
    saved = words_saved(cast, text, {FIRST: "Primeira."}, base=base)
    assert saved.was_merged
    assert (saved.revision.made_on, saved.revision.parent.number) == (base, 2)


def test_words_of_a_passage_that_is_not_there_or_in_another_s_language_are_refused(cast, text):
    assert refusal_of(words_saved, cast, text, {"nothing": "Nada."}).code == No.NO_SECTION
    assert refusal_of(words_saved, cast, text, {FIRST: " "}).code == No.NOT_THIS_PASSAGE
    assert refusal_of(words_saved, cast, text, {FIRST: "Otra."}, language="es").code == Shared.NOT_YOURS
