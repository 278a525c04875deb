"""Departing and taking up, case by case."""

import pytest

from tejido.engine.adaptation import (
    Choice,
    Clash,
    Departing,
    How,
    State,
    Way,
    compare,
    offer,
    replaced,
    section_digests,
    section_state,
    take_up,
)
from tejido.engine.adaptation.names import Aspect
from tejido.engine.document import Document, Kind, Passage, digest_of_digests, passage_digest


def h(id: str, words: str, level: int = 2) -> Passage:
    return Passage.of(id, Kind.HEADING, {"es": words}, level=level)


def p(id: str, words: str, **more: str) -> Passage:
    return Passage.of(id, Kind.PARAGRAPH, {"es": words, **more})


BASE = Document.of(
    [h("h1", "Riesgo"), p("a", "Uno.", pt="Um."), p("b", "Dos."), h("h2", "Respuesta"), p("c", "Tres."), p("d", "Más.")]
)


def with_(document: Document, **passages: Passage | None) -> Document:
    return Document.of(q for x in document if (q := passages.get(x.id, x)) is not None)


def test_a_version_departs_where_it_says_something_else_and_nowhere_else() -> None:
    version = Document.of([
        h("h1", "Riesgo"), p("a", "“Uno”.", pt="Um."), p("b", "Dos y medio."), p("x", "Nuestro."),
        h("h2", "Respuesta"), p("d", "Más."), p("c", "Tres.", gn="Mbohapy."),
    ])  # fmt: skip  # one text, read as one
    source = with_(BASE, a=p("a", '"Uno".', pt="Um."))
    survey = compare(source, version)
    assert survey.departing == (
        Departing("b", State.ADAPTED, "h1"), Departing("x", State.ADDED, "h1"),
        Departing("d", State.REORDERED, "h2", is_moved=True),
    )  # fmt: skip  # one table, read as one
    assert survey.state("h1") is State.ADAPTED
    assert survey.state("h2") is State.REORDERED


def test_a_language_that_only_one_text_has_is_no_departure() -> None:
    assert compare(BASE, Document.of(q.with_texts({"es": q.text("es"), "gn": "Mba'e."}) for q in BASE)).departing == ()
    assert compare(BASE, with_(BASE, a=p("a", "Uno."), b=p("b", "Dos.", pt="Dois."))).departing == (
        Departing("a", State.ADAPTED, "h1"),
    )
    assert compare(with_(BASE, b=h("b", "Dos.", 3)), with_(BASE, b=h("b", "Dos.", 4))).departing[0].id == "b"


def test_what_is_left_out_is_told_where_it_stood() -> None:
    survey = compare(BASE, with_(BASE, h1=None, a=None, b=None, d=None))
    assert [each.id for each in survey.departing] == ["h1", "a", "b", "d"]
    assert survey.state("h1") is State.OMITTED
    assert survey.state("h2") is State.ADAPTED
    assert survey.state("") is State.VERBATIM
    assert compare(BASE, Document.of([p("x", "Antes."), *BASE])).state("") is State.ADDED
    assert section_state(1, [State.OMITTED, State.ADDED]) is State.ADAPTED


def test_a_section_has_the_digest_of_its_own_passages() -> None:
    digests = [passage_digest(q) for q in BASE]
    assert section_digests(BASE, digests) == {
        "h1": digest_of_digests(digests[:3]),
        "h2": digest_of_digests(digests[3:]),
    }


def one(base: Document, ours: Document, theirs: Document, id: str) -> tuple[Clash, ...]:
    return next(c for c in offer(base, ours, theirs).changes if c.id == id).clashes


@pytest.mark.parametrize(
    ("how", "texts", "expected"),
    [
        (How.TAKE, {}, "De ellos."),
        (How.KEEP, {}, "De aquí."),
        (How.COMBINE, {"es": "De ambos."}, "De ambos."),
        (How.COMBINE, {"es": " "}, None),
        (How.COMBINE, {}, None),
    ],
)
def test_a_clash_of_words_is_settled_in_its_language_and_the_others_join(
    how: How, texts: dict[str, str], expected: str | None
) -> None:
    ours = with_(BASE, a=p("a", "De aquí.", pt="Um."))
    theirs = with_(BASE, a=p("a", "De ellos.", pt="Um, dois."))
    assert one(BASE, ours, theirs, "a") == (Clash(Aspect.TEXT, "es"),)
    done = take_up(BASE, ours, theirs, {"a": Choice(Way.JOIN, {"text:es": how}, texts)})
    if expected is None:
        assert (done.document, done.outstanding) == (ours, {"a"})
    else:
        assert done.document.passage("a").texts == (("es", expected), ("pt", "Um, dois."))
        assert done.base == theirs


def test_words_made_of_both_settle_nothing_but_words() -> None:
    ours, theirs = with_(BASE, a=None), with_(BASE, a=p("a", "De ellos."))
    done = take_up(BASE, ours, theirs, {"a": Choice(Way.JOIN, {"presence": How.COMBINE}, {"": "x"})})
    assert done.outstanding == {"a"}


@pytest.mark.parametrize("how", [How.TAKE, How.KEEP])
def test_what_one_left_out_and_the_other_changed(how: How) -> None:
    changed = with_(BASE, a=p("a", "Otra cosa."))
    without = with_(BASE, a=None)
    chosen = {"a": Choice(Way.JOIN, {"presence": how})}
    here = take_up(BASE, changed, without, chosen).document
    assert here == (without if how is How.TAKE else changed)
    there = take_up(BASE, without, changed, chosen)
    assert there.document == (changed if how is How.TAKE else without)
    assert there.base == changed


@pytest.mark.parametrize("how", [How.TAKE, How.KEEP])
def test_form_and_attributes(how: How) -> None:
    base = Document.of([Passage.of("a", Kind.HEADING, {"es": "Uno"}, level=2)])
    ours = Document.of([Passage.of("a", Kind.HEADING, {"es": "Uno"}, level=3, attributes={"n": "1", "m": "2"})])
    theirs = Document.of([Passage.of("a", Kind.PARAGRAPH, {"es": "Uno"}, attributes={"n": "2"})])
    assert one(base, ours, theirs, "a") == (Clash(Aspect.FORM), Clash(Aspect.ATTRIBUTE, "n"))
    done = take_up(base, ours, theirs, {"a": Choice(Way.JOIN, {"form": how, "attribute:n": how})}).document.passage("a")
    if how is How.TAKE:
        assert (done.kind, done.level, done.attributes) == (Kind.PARAGRAPH, 0, (("m", "2"), ("n", "2")))
    else:
        assert (done.kind, done.level, done.attributes) == (Kind.HEADING, 3, (("m", "2"), ("n", "1")))


def in_order(document: Document, order: str) -> Document:
    return Document.of(document.passage(id) for id in order)


ABC = Document.of([p("a", "A."), p("b", "B."), p("c", "C."), p("d", "D."), p("e", "E.")])


@pytest.mark.parametrize(("how", "expected"), [(How.TAKE, "abdec"), (How.KEEP, "cabde")])
def test_a_clash_of_places(how: How, expected: str) -> None:
    ours, theirs = in_order(ABC, "cabde"), in_order(ABC, "abdec")
    assert one(ABC, ours, theirs, "c") == (Clash(Aspect.PLACE),)
    done = take_up(ABC, ours, theirs, {"c": Choice(Way.JOIN, {"place": how})})
    assert "".join(q.id for q in done.document) == expected
    assert take_up(ABC, ours, theirs, {}).document == ours
    assert replaced(ours, ABC, "c") == ABC


def test_part_now_and_the_rest_on_top_of_a_still_newer_text() -> None:
    theirs = with_(BASE, a=p("a", "Uno, nuevo.", pt="Um."), c=p("c", "Tres, nuevo."))
    done = take_up(BASE, BASE, theirs, {"a": Choice(Way.JOIN), "c": Choice(Way.LATER)})
    assert (done.taken, done.outstanding) == ({"a"}, {"c"})
    newest = with_(theirs, c=p("c", "Tres, novísimo."), d=p("d", "Más y más."))
    again = offer(done.base, done.document, newest)
    assert [(c.id, c.base.text("es")) for c in again.changes if c.base] == [("c", "Tres."), ("d", "Más.")]
    declined = take_up(done.base, done.document, newest, {"c": Choice(Way.DECLINE), "d": Choice(Way.JOIN)})
    assert declined.declined == {"c"}
    assert declined.document.passage("c").text("es") == "Tres."
    assert offer(declined.base, declined.document, newest).changes == ()
    assert compare(newest, declined.document).departing == (Departing("c", State.ADAPTED, "h2"),)


def test_what_the_version_has_made_by_itself_is_not_offered() -> None:
    same = with_(BASE, a=p("a", "Igual."))
    assert offer(BASE, same, same).changes == ()
    assert offer(ABC, in_order(ABC, "bacde"), in_order(ABC, "bacde")).changes == ()


def test_a_new_place_that_no_choice_can_settle_is_left_for_later() -> None:
    base, ours, theirs = (in_order(ABC, order) for order in ("abcd", "acdb", "badc"))
    offered = offer(base, ours, theirs)
    chosen = {c.id: Choice(Way.JOIN, {clash.key: How.KEEP for clash in c.clashes}) for c in offered.changes}
    done = take_up(base, ours, theirs, chosen)
    assert done.document == ours
    assert done.outstanding == {"b", "d"}
    assert {c.is_clean for c in offered.changes} == {True, False}


def test_where_two_orders_do_not_go_together_every_move_of_the_newer_text_stays_on_offer() -> None:
    base = Document.of(p(id, id) for id in "abcdefg")
    ours, theirs = (Document.of(base.passage(id) for id in order) for order in ("abcdgef", "bcgfd"))
    assert offer(base, ours, theirs).ids == {"a", "e", "f", "g"}
    done = take_up(base, ours, theirs, {})
    assert done.document == ours
    assert offer(done.base, done.document, theirs).ids == {"a", "e", "f", "g"}
