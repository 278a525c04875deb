"""How sessions are laid against a text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..document import Document, Kind, Section, outline
from .values import Coverage, Line, Objective, Session

WHOLE = None


@dataclass(frozen=True, slots=True)
class _Share:
    """The minutes of one session on one thing: a stretch of passages that begins at `at` and ends before `end`."""

    session: str
    at: int
    end: int
    minutes: int
    is_estimated: bool


def coverage(
    document: Document,
    sessions: Sequence[Session],
    *,
    minimum: Mapping[str | None, int],
    omitted: Collection[str] = (),
    version: Document | None = None,
) -> Coverage:
    """What the sessions cover of the text.

    `minimum`: the agreed minutes by the id of a heading, None for the whole text. `omitted`: the passages that are left
    out with a declared reason. `version`: the text that the sessions teach from, where it is another one that keeps the
    ids; a session covers what stands there in the place that it names, wherever the text itself has it, and what the
    version has of its own is time beside. Method: a session's stated minutes stand; the rest is divided evenly among
    what has no minutes stated, the first getting what cannot be divided, and is said to be estimated. Minutes belong to
    the place that a session names, and so to every section around it, never to one inside it. Invariants: no minute is
    counted twice in a line, all minutes of the whole and those beside the text are all minutes of the course, and a
    further session never uncovers anything. Cost: passages times the depth of the outline, and sections times things
    treated.
    """
    taught = document if version is None else version
    sections = outline(document)
    ends = _ends(document)
    shares = [share for session in sessions for share in _shares(session, document, taught, ends)]
    treated = _treated(taught, sessions)
    covered = [p.id in treated for p in document]
    left_out = [p.id in omitted and not covered[at] for at, p in enumerate(document)]
    lines = [_line(document, s, shares, covered, left_out, minimum) for s in sections]
    all_of_it = Section(None, 0, "", 0, len(document), len(document))
    whole = _line(document, all_of_it, shares, covered, left_out, minimum, name=WHOLE)
    lost = {s.id: found for s in sessions if (found := tuple(t.id for t in s.treats if t.id not in taught))}
    return Coverage(whole, tuple(lines), lost, sum(s.minutes for s in sessions) - whole.minutes)


def _ends(document: Document) -> dict[str, int]:
    """Of each heading, one past the last passage of its section."""
    return {section.heading.id: section.end for section in outline(document) if section.heading is not None}


def _shares(session: Session, document: Document, taught: Document, ends: Mapping[str, int]) -> Iterator[_Share]:
    """The session's minutes on each thing that it treats and that both texts have."""
    unstated = sum(t.minutes is None for t in session.treats)
    parts = iter(_divided(session.minutes - session.stated, unstated))
    for thing in session.treats:
        minutes = thing.minutes if thing.minutes is not None else next(parts)
        if thing.id in document and thing.id in taught:
            at = document.index[thing.id]
            is_estimated = thing.minutes is None and unstated > 1
            yield _Share(session.id, at, ends.get(thing.id, at + 1), minutes, is_estimated)


def _divided(minutes: int, parts: int) -> list[int]:
    """As evenly as whole minutes go."""
    each, over = divmod(minutes, parts or 1)
    return [each + (place < over) for place in range(parts)]


def _treated(taught: Document, sessions: Sequence[Session]) -> set[str]:
    """The passages that a session treats, or a section around them, in the text that is taught."""
    ends, begun = _ends(taught), [0] * (len(taught) + 1)
    for thing in (thing for session in sessions for thing in session.treats if thing.id in taught):
        at = taught.index[thing.id]
        begun[at] += 1
        begun[ends.get(thing.id, at + 1)] -= 1
    return {passage.id for passage, depth in zip(taught, accumulate(begun), strict=False) if depth > 0}


def _line(
    document: Document,
    section: Section,
    shares: Sequence[_Share],
    covered: Sequence[bool],
    left_out: Sequence[bool],
    minimum: Mapping[str | None, int],
    *,
    name: str | None = "",
) -> Line:
    name = section.heading.id if section.heading else name
    taught = [at for at in range(section.start, section.end) if document.passages[at].kind is not Kind.HEADING]
    within = [share for share in shares if section.start <= share.at < section.end]
    around = [share for share in shares if share.at < section.start < share.end]
    missing = (at for at in taught if at < section.body_end and not covered[at] and not left_out[at])
    return Line(
        section=name,
        passages=len(taught),
        covered=sum(covered[at] for at in taught),
        omitted=sum(left_out[at] for at in taught),
        missing=tuple(document.passages[at].id for at in missing),
        minutes=sum(share.minutes for share in within),
        minimum=minimum.get(name),
        is_estimated=any(share.is_estimated for share in within),
        sessions=tuple(dict.fromkeys(share.session for share in [*within, *around])),
    )


def objectives(
    wanted: Sequence[str], sessions: Sequence[Session], taught: Document, omitted: Collection[str] = ()
) -> tuple[Objective, ...]:
    """By which sessions each of these passages is treated, in the text that is taught. What that text no longer has,
    nobody treats. An objective is treated exactly where its passage is covered. Cost: objectives times things
    treated."""
    ends = _ends(taught)
    spans = [
        (session.id, taught.index[thing.id], ends.get(thing.id, taught.index[thing.id] + 1))
        for session in sessions
        for thing in session.treats
        if thing.id in taught
    ]
    return tuple(_objective(id, spans, taught, omitted) for id in wanted)


def _objective(id: str, spans: Sequence[tuple[str, int, int]], taught: Document, omitted: Collection[str]) -> Objective:
    at = taught.index.get(id, -1)
    found = tuple(dict.fromkeys(session for session, start, end in spans if start <= at < end))
    return Objective(id, found, not found and id in omitted)
