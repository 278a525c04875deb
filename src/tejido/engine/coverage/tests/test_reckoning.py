"""What a course covers, case by case and by its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.coverage import Session, Treated, coverage, objectives
from tejido.engine.document import Document, Kind, Passage, outline


def h(id: str, level: int) -> Passage:
    return Passage.of(id, Kind.HEADING, {"es": id}, level=level)


def p(id: str) -> Passage:
    return Passage.of(id, Kind.PARAGRAPH, {"es": id})


TEXT = Document.of([
    p("pre"), h("one", 1), p("a"), h("sub", 2), p("b"), p("c"), h("two", 1), p("d"), p("e"),
])  # fmt: skip  # one text, read as one


def line(found, section):
    return next(each for each in found.sections if each.section == section)


def test_a_session_on_a_section_covers_all_below_it_and_gives_its_time_to_the_sections_around():
    found = coverage(TEXT, [Session("s", 90, (Treated("one"),))], minimum={"one": 90, "two": 30, None: 120})
    one, sub, two = (line(found, name) for name in ("one", "sub", "two"))
    assert (one.passages, one.covered, one.missing, one.minutes, one.is_met) == (3, 3, (), 90, True)
    assert (sub.covered, sub.minutes, sub.sessions) == (2, 0, ("s",))
    assert (two.covered, two.missing, two.short, two.is_met) == (0, ("d", "e"), 30, False)
    assert (found.whole.section, found.whole.minutes, found.whole.short, found.beside) == (None, 90, 30, 0)
    assert not found.is_met


def test_what_is_not_stated_is_divided_and_said_to_be_estimated():
    session = Session("s", 100, (Treated("a", 30), Treated("d"), Treated("e")))
    found = coverage(TEXT, [session], minimum={})
    assert (line(found, "one").minutes, line(found, "one").is_estimated) == (30, False)
    assert (line(found, "two").minutes, line(found, "two").is_estimated) == (70, True)
    odd = coverage(TEXT, [Session("s", 5, (Treated("a"), Treated("d")))], minimum={})
    assert (line(odd, "one").minutes, line(odd, "two").minutes) == (3, 2)
    alone = coverage(TEXT, [Session("s", 50, (Treated("a"),))], minimum={})
    assert not alone.whole.is_estimated


def test_what_is_left_out_with_a_reason_is_neither_covered_nor_missing_unless_it_is_treated_after_all():
    found = coverage(TEXT, [Session("s", 10, (Treated("d"),))], minimum={}, omitted={"d", "e"})
    two = line(found, "two")
    assert (two.covered, two.omitted, two.missing, two.lacking, two.is_met) == (1, 1, (), 0, True)


def test_what_the_text_no_longer_has_is_named_and_its_time_stands_beside_the_text():
    found = coverage(TEXT, [Session("s", 60, (Treated("gone", 20), Treated("a", 30)))], minimum={})
    assert (found.lost, found.whole.minutes, found.beside) == ({"s": ("gone",)}, 30, 30)


def test_where_a_version_is_taught_what_it_has_in_a_place_counts_wherever_the_text_has_it():
    version = Document.of([h("one", 1), p("a"), p("e"), p("own"), h("more", 1), p("d")])
    sessions = [Session("s", 60, (Treated("one"),)), Session("t", 30, (Treated("more"), Treated("b")))]
    found = coverage(TEXT, sessions, minimum={}, version=version, omitted={"b"})
    one, sub, two = (line(found, name) for name in ("one", "sub", "two"))
    assert (one.covered, one.omitted, one.missing, one.minutes) == (1, 1, (), 60)
    assert (sub.missing, two.covered, two.missing) == (("c",), 2, ())
    assert (found.lost, found.whole.minutes, found.beside) == ({"t": ("b",)}, 60, 30)


def test_what_stands_before_the_first_heading_has_its_line():
    assert line(coverage(TEXT, [], minimum={"": 5}), "").missing == ("pre",)
    assert line(coverage(TEXT, [], minimum={"": 5}), "").short == 5


def test_a_course_that_covers_everything_for_long_enough_is_met():
    found = coverage(TEXT, [Session("s", 9, tuple(Treated(p.id) for p in TEXT))], minimum={None: 9})
    assert found.is_met
    assert found.whole.lacking == 0


@pytest.mark.parametrize(
    ("minutes", "treats", "said"),
    [
        (10, (Treated("a"), Treated("a", 5)), "twice"),
        (-1, (), "negative"),
        (10, (Treated("a", -5),), "negative"),
        (10, (Treated("a", 6), Treated("b", 5)), "states 11 minutes and lasts 10"),
    ],
)
def test_a_session_that_cannot_be_is_refused(minutes, treats, said):
    with pytest.raises(ValueError, match=said):
        Session("s", minutes, treats)


@st.composite
def texts(draw: st.DrawFn) -> Document:
    levels = draw(st.lists(st.integers(0, 3), max_size=14))
    return Document.of(h(f"p{at}", level) if level else p(f"p{at}") for at, level in enumerate(levels))


@st.composite
def courses(draw: st.DrawFn) -> list[Session]:
    found = []
    for number in range(draw(st.integers(0, 4))):
        ids = draw(st.lists(st.integers(0, 15), max_size=4, unique=True))
        treats = tuple(Treated(f"p{id}", draw(st.none() | st.integers(0, 20))) for id in ids)
        least = sum(t.minutes or 0 for t in treats)
        found.append(Session(f"s{number}", draw(st.integers(least, least + 60)), treats))
    return found


@given(texts(), courses(), st.sets(st.integers(0, 15).map("p{}".format)))
def test_every_passage_is_covered_missing_or_omitted_and_no_minute_is_counted_twice(document, course, omitted):
    found = coverage(document, course, minimum={}, omitted=omitted)
    every = [passage.id for passage in document if passage.kind is not Kind.HEADING]
    missing = [id for each in found.sections for id in each.missing]
    assert found.whole.passages == len(every)
    assert (len(missing), len(set(missing))) == (found.whole.lacking, found.whole.lacking)
    assert found.whole.minutes + found.beside == sum(session.minutes for session in course)
    tops = [
        each
        for each, section in zip(found.sections, outline(document), strict=True)
        if not any(o.start < section.start < o.end for o in outline(document))
    ]
    assert sum(each.minutes for each in tops) == found.whole.minutes
    assert sum(each.passages for each in tops) == found.whole.passages


def test_an_objective_is_treated_by_the_sessions_that_name_it_or_a_section_around_it():
    version = Document.of([h("one", 1), p("a"), h("two", 1), p("d")])
    sessions = [Session("s", 60, (Treated("one"), Treated("a"))), Session("t", 30, (Treated("d"), Treated("c")))]
    found = objectives(["a", "b", "c", "d"], sessions, version, {"b", "d"})
    assert [(each.id, each.sessions, each.is_omitted, each.is_missing) for each in found] == [
        ("a", ("s",), False, False),
        ("b", (), True, False),
        ("c", (), False, True),
        ("d", ("t",), False, False),
    ]


@given(texts(), courses(), st.sets(st.integers(0, 15).map("p{}".format)))
def test_an_objective_is_treated_left_out_or_missing_exactly_where_its_passage_is(document, course, omitted):
    every = [passage.id for passage in document if passage.kind is not Kind.HEADING]
    lines = coverage(document, course, minimum={}, omitted=omitted).sections
    missing = {id for each in lines for id in each.missing}
    found = objectives(every, course, document, omitted)
    assert {each.id for each in found if each.is_missing} == missing
    assert all(bool(each.sessions) + each.is_omitted + each.is_missing == 1 for each in found)


@given(texts(), courses(), courses())
def test_a_further_session_uncovers_nothing(document, course, more):
    before = coverage(document, course, minimum={})
    after = coverage(document, [*course, *more], minimum={})
    for one, other in zip(before.sections, after.sections, strict=True):
        assert set(other.missing) <= set(one.missing)
        assert other.minutes >= one.minutes
