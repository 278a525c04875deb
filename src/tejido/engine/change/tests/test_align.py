"""Alignment, case by case, and how its cost grows."""

import random
import sys
from collections.abc import Callable
from functools import partial
from itertools import count

import pytest

from tejido.engine.change import How, align, carry
from tejido.engine.document import Document, Kind, Passage

from .saving import OLD, VOCABULARY, heading, paragraph, saved, visible


def test_the_longest_piece_of_a_split_keeps_the_id() -> None:
    h1, a, _, h2, c = visible()
    first, last = (
        paragraph("", es="Cada institución informa"),
        paragraph("", es="una vez al mes a la secretaría de la red"),
    )
    found = align(OLD, saved(h1, a, first, last, h2, c), "es")
    assert [match.old for match in found.matches] == ["h1", "a", None, "b", "h2", "c"]
    assert dict(found.split) == {2: "b"}
    assert found.matches[2].how is found.matches[3].how is How.SPLIT


def test_a_passage_that_was_moved_is_called_moved() -> None:
    h1, a, b, h2, c = visible()
    found = align(OLD, saved(h1, b, h2, c, a), "es")
    assert [match.how for match in found.matches] == [How.EXACT, How.EXACT, How.EXACT, How.EXACT, How.MOVED]


def test_what_stands_in_the_place_of_a_removed_passage_and_shares_no_word_is_new() -> None:
    h1, a, _, h2, c = visible()
    other = paragraph("", es="Los archivos judiciales deben conservarse durante cien años en depósitos seguros.")
    found = align(OLD, saved(h1, a, other, h2, c), "es")
    assert found.matches[2].old is None
    assert found.removed == ("b",)


def test_a_passage_that_nobody_saw_does_not_stand_between_two_that_were_seen() -> None:
    old = Document.of([
        heading("h", "Prevención"),
        paragraph("a", es="Los archivos judiciales se conservan durante cien años."),
        paragraph("x", pt="Só em português, entre os dois."),
        Passage.of("b", Kind.ITEM, {"es": "Sí"}, level=1),
        paragraph("c", es="La memoria de las víctimas pertenece a toda la comunidad."),
        Passage.of("d", Kind.ITEM, {"es": "Sí"}, level=1),
    ])  # fmt: skip  # one row of a table, read as one
    h, a, _, b, c, d = (passage.with_texts({"es": passage.text("es")}) for passage in old)
    found = align(old, saved(h, c, d, a, b), "es")
    assert [match.old for match in found.matches] == ["h", "c", "d", "a", "b"]


def test_a_repeated_heading_goes_with_the_reworded_text_under_it() -> None:
    old = Document.of([
        heading("h1", "Prevención en la escuela"),
        heading("q1", "Comprobación", 3),
        paragraph("a", es="La escuela registra cada amenaza y avisa a la familia en el mismo día."),
        heading("h2", "Respuesta de la policía"),
        heading("q2", "Comprobación", 3),
        paragraph("b", es="La policía llega en menos de una hora."),
    ])  # fmt: skip  # one row of a table, read as one
    h1, q1, _, h2, q2, b = old
    reworded = paragraph("", es="La escuela registra toda amenaza, avisa a la familia y pide ayuda en el mismo día.")
    inserted = paragraph("", es="Los maestros conocen el protocolo vigente.")
    found = align(old, saved(h1, heading("", "Comprobación", 3), inserted, q1, reworded, h2, q2, b), "es")
    assert [match.old for match in found.matches] == ["h1", None, None, "q1", "a", "h2", "q2", "b"]


def test_a_moved_text_that_is_as_like_one_removed_passage_as_another_is_new() -> None:
    twins = [
        paragraph(id, es=f"La secretaría de {id} publica cada informe anual en su portal abierto.")
        for id in ("Lima", "Quito")
    ]
    h1, a, b, h2, c = visible()
    moved = paragraph("", es="La secretaría de Bogotá publica cada informe anual en su portal abierto.")
    found = align(Document.of([h1, *twins, a, b, h2, c]), saved(h1, a, b, h2, c, moved), "es")
    assert found.matches[-1].old is None
    assert found.removed == ("Lima", "Quito")


def test_a_short_text_of_its_own_is_found_where_it_was_moved() -> None:
    h1, a, b, h2, c = visible()
    item = Passage.of("short", Kind.ITEM, {"es": "Registro civil"}, level=1)
    old = Document.of([h1, item, a, b, h2, c])
    found = align(old, saved(h1, a, b, h2, item, c), "es")
    assert [match.old for match in found.matches] == ["h1", "a", "b", "h2", "short", "c"]


def big(size: int) -> list[Passage]:
    """A text like ours: numbered headings, paragraphs, and short items that repeat."""
    chance, found = random.Random(size), []
    for at in range(size):
        if at % 12 == 0:
            found.append(heading(f"p{at}", f"Artículo {at // 12 + 1}"))
        elif at % 12 == 11:
            found.append(Passage.of(f"p{at}", Kind.ITEM, {"es": chance.choice(["Sí", "No"])}, level=1))
        else:
            found.append(paragraph(f"p{at}", es=" ".join(chance.choices(VOCABULARY, k=chance.randint(15, 50)))))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_a_long_text_with_a_hundred_edits_keeps_its_ids(seed: int) -> None:
    old, chance = big(2000), random.Random(seed)
    new = list(old)
    for number in range(100):
        at = chance.choice([at for at, passage in enumerate(new) if passage.kind is Kind.PARAGRAPH and at > 0])
        match number % 4:
            case 0:
                words = new[at].text("es").split()
                new[at] = new[at].with_text("es", " ".join([*words[:4], "otra", "palabra", *words[6:]]))
            case 1:
                new.insert(at, paragraph(f"x{number}", es=f"Agregado {number} " + " ".join(["zeta", "omega"] * 8)))
            case 2:
                new.insert(chance.randrange(1, len(new)), new.pop(at))
            case _:
                new.pop(at)
    found = align(Document.of(old), saved(*new), "es")
    expected = [passage.id if passage.id.startswith("p") else None for passage in new]
    # An added passage may take the place, and so the id, of a removed one where both happen to be at the same spot.
    wrong = [(m, id) for m, id in zip(found.matches, expected, strict=True) if m.old != id and id is not None]
    assert not wrong


def calls(act: Callable[[], object]) -> int:
    """How much work it is, counted in calls, which is the same on every machine."""
    made = 0

    def count_call(frame: object, event: str, argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    sys.setprofile(count_call)
    try:
        act()
    finally:
        sys.setprofile(None)
    return made


def changed(passages: list[Passage]) -> Document:
    chance = random.Random(1)
    return saved(*(
        passage.with_text("es", " ".join(word for word in passage.text("es").split() if chance.random() < 0.8) + " fin")
        for passage in passages
    ))  # fmt: skip  # one row of a table, read as one


@pytest.mark.slow
@pytest.mark.parametrize(
    "worst",
    [
        changed,
        lambda passages: saved(*(paragraph("", es="Siempre lo mismo, palabra por palabra.") for _ in passages)),
        lambda passages: saved(*passages[1::2], *passages[::2]),
        lambda passages: saved(
            *(paragraph("", es=f"nada{at} que{at} ver{at} aquí{at}") for at in range(len(passages)))
        ),
    ],
    ids=["all changed", "all the same", "every second one moved", "all new"],
)
def test_the_worst_cases_grow_about_linearly(worst: Callable[[list[Passage]], Document]) -> None:
    texts = {size: (Document.of(big(size)), worst(big(size))) for size in (1000, 4000)}
    small, large = (calls(partial(align, *texts[size], "es")) for size in (1000, 4000))
    assert large <= 6 * small


def test_the_titles_of_all_levels_are_found_by_what_stands_under_them() -> None:
    """Every title is new; the innermost is known by its text, each outer one by the one inside it."""
    texts = [" ".join(VOCABULARY[at * 20 : at * 20 + 20]) for at in range(3)]
    nested = [heading(f"h{level}", f"Título {VOCABULARY[-level]}", level) for level in range(1, 7)]
    renamed = [heading("", f"Nombre {VOCABULARY[-20 - level]} del todo distinto", level) for level in range(1, 7)]
    bodies = [paragraph(f"p{at}", es=text) for at, text in enumerate(texts)]
    found = align(Document.of([*nested, *bodies]), saved(*renamed, *bodies), "es")
    assert [match.old for match in found.matches] == [p.id for p in [*nested, *bodies]]


def test_of_many_equal_items_between_reworded_passages_as_many_keep_their_ids_as_are_left() -> None:
    words = [" ".join(VOCABULARY[at * 30 : at * 30 + 30]) for at in range(4)]
    before, after = paragraph("before", es=words[1]), paragraph("after", es=words[2])
    items = [Passage.of(f"i{at}", Kind.ITEM, {"es": "Sí"}, level=1) for at in range(12)]
    first, last = paragraph("first", es=words[0]), paragraph("last", es=words[3])
    reworded = [p.with_text("es", f"{p.text('es')[:120]} y mucho más que antes no estaba") for p in (before, after)]
    old = Document.of([first, before, *items, after, last])
    found = align(old, saved(first, reworded[0], *items[:10], reworded[1], last), "es")
    kept = [match.old or "" for match in found.matches]
    assert kept == sorted(kept, key=old.index.__getitem__)
    assert len(found.removed) == 2
    assert set(found.removed) < {item.id for item in items}


def test_a_new_title_over_a_small_part_of_a_section_is_a_new_section() -> None:
    texts = [paragraph(f"p{at}", es=" ".join(VOCABULARY[at * 20 : at * 20 + 20])) for at in range(4)]
    fresh = paragraph("", es=" ".join(VOCABULARY[100:140]))
    old = Document.of([heading("h", "Prevención primaria"), *texts])
    found = align(old, saved(*texts[1:], heading("", "Otra cosa"), texts[0], fresh), "es")
    assert [match.old for match in found.matches] == ["p1", "p2", "p3", None, "p0", None]
    assert found.removed == ("h",)


def test_ids_do_not_depend_on_chance() -> None:
    numbers = count()
    texts = changed(big(300))
    first, second = (carry(Document.of(big(300)), texts, "es", lambda: f"m{next(numbers)}").alignment for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("kind", "level", "score"), [(Kind.ITEM, 1, 1.0), (Kind.HEADING, 3, 0.85), (Kind.TABLE, 0, 0.7)]
)
def test_a_passage_that_became_something_else_keeps_its_id_and_scores_less_the_less_akin_it_is(
    kind: Kind, level: int, score: float
) -> None:
    before, after = (paragraph(id, es=" ".join(VOCABULARY[at : at + 20])) for id, at in (("before", 0), ("after", 40)))
    old = paragraph("p", es=" ".join(VOCABULARY[20:40]))
    changed_kind = Passage.of("", kind, {"es": f"{old.text('es')}"}, level=level)
    found = align(Document.of([before, old, after]), saved(before, changed_kind, after), "es")
    assert (found.matches[1].old, found.matches[1].score) == ("p", score)
