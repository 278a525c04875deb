"""An answer on an older revision is brought to the present one."""

from dataclasses import replace

from tejido.engine.document import Document
from tejido.formats.word.answers.proposals import Account, Loose, Understanding, What
from tejido.formats.word.answers.rebasing import rebased

from .base import document, file, key, understanding
from .editor import Edited

k = key


def on(present: Document, edit: Edited) -> Understanding:
    return rebased(document(), present, understanding(edit.bytes()))


def present(*, without: tuple[str, ...] = (), **texts: str) -> Document:
    """The sample with some passages said differently and some gone, by their names."""
    said = {k(name): text for name, text in texts.items()}
    gone = {k(name) for name in without}
    return Document.of(p.with_text("es", said.get(p.id, p.text("es"))) for p in document() if p.id not in gone)


def only(found: Understanding):
    [proposal] = found.proposals
    return proposal


def test_what_nobody_touched_since_stays_as_it_was_proposed():
    edit = Edited(file()).replace(k("revision"), "tres años", "cuatro años")
    found = on(present(cierre="Otra cosa."), edit)
    assert found == understanding(edit.bytes())


def test_changes_of_both_sides_are_joined_by_words():
    edit = Edited(file()).replace(k("revision"), "tres años", "cuatro años")
    found = on(present(revision="El texto se revisa cada tres años o cuando dos miembros lo pidan por escrito."), edit)
    assert only(found).wording == "El texto se revisa cada cuatro años o cuando dos miembros lo pidan por escrito."
    assert only(found).before.startswith("El texto se revisa")
    assert not only(found).is_clash


def test_a_clash_keeps_the_proposed_words_and_says_so():
    edit = Edited(file()).replace(k("revision"), "tres años", "cuatro años")
    found = on(
        present(revision="El currículo se revisa cada dos años o cuando dos miembros lo pidan por escrito."), edit
    )
    assert only(found).is_clash
    assert "cuatro años" in only(found).wording


def test_what_the_present_text_says_already_is_no_proposal():
    edit = Edited(file()).replace(k("revision"), "tres años", "cuatro años").delete(k("sitios"))
    now = present(
        without=("sitios",),
        revision="El currículo se revisa cada cuatro años o cuando dos miembros lo pidan por escrito.",
    )
    found = on(now, edit)
    assert (found.proposals, found.already) == ((), 2)


def test_what_was_said_of_a_passage_that_is_gone_stands_beside_the_text():
    edit = Edited(file()).replace(k("sitios"), "nunca", "jamás")
    edit.comment(k("sitios"), "¿Quién paga las visitas?")
    edit.comment(k("cierre"), "Bien.")
    found = on(present(without=("sitios",)), edit)
    assert found.proposals == ()
    assert [said.words for said in found.said] == ["Bien."]
    loose = {item.kind: item for item in found.unplaced}
    assert set(loose) == {Loose.COMMENT, Loose.CHANGE}
    assert loose[Loose.COMMENT].words == "¿Quién paga las visitas?"
    assert (loose[Loose.COMMENT].above, loose[Loose.COMMENT].below) == (k("archivos"), k("trabajo"))
    assert "jamás" in loose[Loose.CHANGE].words
    account = found.account
    assert account == Account(
        comments=2, comments_placed=1, changes=2, changes_placed=0, changes_of_form=0, edits=1, untracked=0
    )
    assert (account.comments_unplaced, account.changes_unplaced) == (1, loose[Loose.CHANGE].count)


def test_what_nobody_tracked_in_a_passage_that_is_gone_stands_there_too():
    found = on(present(without=("sitios",)), Edited(file()).overwrite(k("sitios"), "nunca", "jamás"))
    assert [item.kind for item in found.unplaced] == [Loose.WORDS]


def test_new_words_follow_the_nearest_passage_that_is_left():
    edit = Edited(file()).add(k("sitios"), "Se llevará un registro.")
    assert only(on(present(without=("sitios", "archivos")), edit)).passage == k("cita")


def test_new_words_after_passages_that_are_all_gone_stand_at_the_beginning():
    found = understanding(Edited(file()).add(k("preambulo"), "Se llevará un registro.").bytes())
    now = present(without=("titulo", "preambulo"))
    assert only(rebased(document(), now, found)).passage == ""


def test_a_move_goes_after_the_nearest_passage_that_is_left():
    edit = Edited(file()).move(k("obligacion"), k("sitios"))
    moved = only(on(present(without=("sitios",)), edit))
    assert (moved.what, moved.after) == (What.MOVE, k("archivos"))


def test_a_deletion_of_words_that_changed_since_is_a_clash():
    edit = Edited(file()).delete(k("sitios"))
    assert only(on(present(sitios="Las visitas se preparan."), edit)).is_clash
    assert only(on(present(), edit)) == replace(only(on(present(), edit)), is_clash=False)
