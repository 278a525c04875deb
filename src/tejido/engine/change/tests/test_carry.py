"""Carrying ids and the other languages over to what was saved."""

from tejido.engine.change import How, carry, replace_section
from tejido.engine.document import Document, Kind, Passage

from .saving import OLD, minting, paragraph, saved, visible


def test_an_unedited_text_keeps_every_id_and_every_language() -> None:
    carried = carry(OLD, saved(*visible()), "es", minting())
    assert carried.document == OLD
    assert {match.how for match in carried.alignment.matches} == {How.EXACT}


def test_an_edited_passage_keeps_its_other_languages() -> None:
    passages = visible()
    passages[1] = paragraph("", es="La alerta temprana reúne muchas señales dispersas.")
    carried = carry(OLD, saved(*passages), "es", minting()).document
    assert dict(carried.passage("a").texts) == {
        "es": "La alerta temprana reúne muchas señales dispersas.",
        "pt": "O alerta precoce reúne sinais.",
    }


def test_kind_level_and_attributes_come_from_what_was_saved() -> None:
    passages = visible()
    passages[1] = Passage.of("", Kind.ITEM, {"es": passages[1].text("es")}, level=1, attributes={"ordered": "yes"})
    found = carry(OLD, saved(*passages), "es", minting()).document.passage("a")
    assert (found.kind, found.level, found.attribute("ordered")) == (Kind.ITEM, 1, "yes")
    assert found.text("pt")


def test_a_removed_passage_goes_in_every_language_and_an_unseen_one_stays_behind_its_predecessor() -> None:
    passages = [passage for passage in visible() if passage.id != "a"]
    carried = carry(OLD, saved(*passages), "es", minting())
    assert [passage.id for passage in carried.document] == ["h1", "only-pt", "b", "h2", "c"]
    assert carried.alignment.removed == ("a",)


def test_an_unseen_passage_moves_with_its_predecessor() -> None:
    h1, a, b, h2, c = visible()
    carried = carry(OLD, saved(h1, b, h2, c, a), "es", minting()).document
    assert [passage.id for passage in carried] == ["h1", "b", "h2", "c", "a", "only-pt"]


def test_new_passages_get_minted_ids_and_never_one_that_is_taken() -> None:
    passages = [*visible(), paragraph("", es="Un párrafo completamente distinto sobre presupuesto y plazos.")]
    carried = carry(OLD, saved(*passages), "es", minting("a", "h1", "fresh")).document
    assert carried.passages[-1].id == "fresh"


def test_joined_passages_join_their_translations() -> None:
    h1, a, b, h2, c = visible()
    both = paragraph("", es=f"{a.text('es')} {b.text('es')}")
    carried = carry(OLD, saved(h1, both, h2, c), "es", minting())
    assert dict(carried.alignment.joined) == {"a": "b"}
    assert carried.document.passage("b").text("pt") == "O alerta precoce reúne sinais. Cada instituição."
    assert "a" not in carried.document


def test_a_section_never_takes_an_id_from_outside() -> None:
    section = saved(visible()[3], visible()[4], visible()[1])
    carried = replace_section(OLD, 4, 6, section, "es", minting("b", "fresh"))
    assert [passage.id for passage in carried.document] == ["h1", "a", "only-pt", "b", "h2", "c", "fresh"]


def test_an_empty_save_removes_what_was_seen() -> None:
    assert [passage.id for passage in carry(OLD, Document(), "es", minting()).document] == ["only-pt"]


def test_a_first_text_in_another_language_leaves_the_others_alone() -> None:
    carried = carry(OLD, saved(paragraph("", fr="Une alerte.")), "fr", minting("fresh")).document
    assert set(OLD.index) | {"fresh"} == set(carried.index)
