"""A short text in a few revisions, and what can be said about it."""

from dataclasses import replace

from hypothesis import strategies as st

from tejido.engine.document import Document, Kind, Passage
from tejido.engine.trace import Comment, Item, ItemState, Line, Matter, Outcome, State, Verdict


def h(id: str, level: int = 1) -> Passage:
    return Passage.of(id, Kind.HEADING, {"es": id}, level=level)


def p(id: str, words: str = "") -> Passage:
    return Passage.of(id, Kind.PARAGRAPH, {"es": words or id})


FIRST = Document.of([h("one"), p("a"), p("b"), h("two"), p("c"), p("d")])


def line(*documents: Document, **more: object) -> Line:
    return Line(tuple(State(number, document) for number, document in enumerate(documents, 1)), **more)  # type: ignore[arg-type]  # editions and the like


def said(*passages: str, number: int | None = 2, **more: object) -> Matter:
    """Three observations on these passages, taken up by this revision."""
    outcome = Outcome(Verdict.TAKEN, number)
    matter = Matter("m", passages, 1, observations=3, items=(Item("i", ItemState.HELD),), outcome=outcome)
    return replace(matter, **more)  # type: ignore[arg-type]  # fields of a matter


IDS = [f"p{number}" for number in range(6)]
PASSAGES = [h("p0"), h("p1", 2), *(p(id) for id in IDS[2:])]
passages = st.lists(st.sampled_from(PASSAGES), unique_by=lambda each: each.id, min_size=2, max_size=6)
worded = st.tuples(passages, st.lists(st.sampled_from(["", "x", "y"]), min_size=6, max_size=6)).map(
    lambda found: Document.of(each.with_text("es", each.text("es") + more) for each, more in zip(*found, strict=False))
)
lines = st.builds(
    lambda documents, editions: line(*documents, editions=tuple(enumerate(sorted(editions), 1))),
    st.lists(worded, min_size=2, max_size=5),
    st.sets(st.integers(1, 5), max_size=2),
)
verdicts = st.sampled_from([Verdict.TAKEN, Verdict.PARTLY, None, Verdict.NOT_TAKEN, Verdict.ELSEWHERE, Verdict.NOTED])
numbers = st.sampled_from([2, 3, 4, 1, 6, None])
comments = st.lists(st.builds(Comment, st.sampled_from("xyz"), st.booleans(), verdicts, numbers), max_size=3)
items = st.lists(st.builds(Item, st.sampled_from("ij"), st.sampled_from(list(ItemState))), max_size=2)
outcomes = st.one_of(st.none(), st.builds(Outcome, st.sampled_from([Verdict.TAKEN, *Verdict]), numbers))
matters = st.builds(
    Matter,
    st.sampled_from(["m", "n", "o"]),
    st.lists(st.sampled_from(IDS), unique=True, max_size=3).map(tuple),
    st.sampled_from([1, 1, 2, 6]),
    st.integers(0, 4),
    comments.map(tuple),
    items.map(tuple),
    outcomes,
)
