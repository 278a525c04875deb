"""The outline of a text, derived from the levels of its headings and never stored."""

from dataclasses import dataclass

from .passages import Document, Kind, Passage


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with everything below it.

    `start` is the position of the heading, `end` is one past the last passage of the section, subsections included;
    `body_end` is one past the last passage before the first subsection. The passages before the first heading form a
    section without heading and with an empty number. `number` counts within the parent: "2.1.3"; a single top heading
    is the title and has the number "".
    """

    heading: Passage | None
    level: int
    number: str
    start: int
    body_end: int
    end: int


def outline(document: Document) -> tuple[Section, ...]:
    """Every section in reading order. Linear in the number of passages."""
    heads = [(at, p) for at, p in enumerate(document) if p.kind is Kind.HEADING]
    numbers = _numbers([p.level for _, p in heads])
    sections = [] if heads and heads[0][0] == 0 else [_preamble(document, heads)]
    for place, (at, heading) in enumerate(heads):
        body_end = heads[place + 1][0] if place + 1 < len(heads) else len(document)
        sections.append(Section(heading, heading.level, numbers[place], at, body_end, 0))
    return _with_ends(sections, len(document))


def _preamble(document: Document, heads: list[tuple[int, Passage]]) -> Section:
    stop = heads[0][0] if heads else len(document)
    return Section(None, 0, "", 0, stop, stop)


def _with_ends(sections: list[Section], length: int) -> tuple[Section, ...]:
    """Closes every section where the next heading of the same or a higher level starts."""
    ends = [length] * len(sections)
    open_: list[int] = []
    for place, section in enumerate(sections):
        while open_ and (sections[open_[-1]].level >= section.level or sections[open_[-1]].heading is None):
            ends[open_.pop()] = section.start
        open_.append(place)
    return tuple(
        Section(s.heading, s.level, s.number, s.start, s.body_end, end) for s, end in zip(sections, ends, strict=True)
    )


def _numbers(levels: list[int]) -> list[str]:
    """Like "1", "1.1", "1.2", "2"; a lone top-level heading that opens the text is its title and is not counted."""
    has_title = bool(levels) and levels.count(min(levels)) == 1 and levels[0] == min(levels)
    counters: list[tuple[int, int]] = []
    numbers = []
    for place, level in enumerate(levels):
        if has_title and place == 0:
            numbers.append("")
            continue
        last = 0
        while counters and counters[-1][0] >= level:
            last = counters.pop()[1]
        counters.append((level, last + 1))
        numbers.append(".".join(str(count) for _, count in counters))
    return numbers


def heading_depths(document: Document) -> dict[str, int]:
    """How deep each heading stands, by id, without the levels that a text skips: whoever has a file read aloud would
    look for them."""
    open_: list[int] = []
    depths = {}
    for passage in document:
        if passage.kind is Kind.HEADING:
            while open_ and open_[-1] >= passage.level:
                open_.pop()
            open_.append(passage.level)
            depths[passage.id] = len(open_)
    return depths


def section_of(document: Document, id: str) -> Section:
    """The innermost section that holds the passage. KeyError where the text has no such passage."""
    position = document.index[id]
    return next(s for s in reversed(outline(document)) if s.start <= position < s.body_end)


def section_span(document: Document, heading_id: str | None) -> Section:
    """The section that the heading opens; None names the passages before the first heading."""
    wanted = [s for s in outline(document) if (s.heading.id if s.heading else None) == heading_id]
    if not wanted:
        raise KeyError(heading_id)
    return wanted[0]
