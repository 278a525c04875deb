"""From the text of a structure to the sessions that it speaks of: a first draft that people go on with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..document import Document, Kind, Passage, Section, outline

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_DAY = re.compile(r"^[^:.]{1,40}:\s+")  # "Third day: ..."


@dataclass(frozen=True, slots=True)
class Outlined:
    """A session to be: the passage that it comes from, the day counted from 0, its words by language, and its minutes
    where the activities of its section say how long they last."""

    passage: str
    day: int
    words: Mapping[str, str]
    minutes: int | None = None


def outlined(document: Document, days: int) -> tuple[Outlined, ...]:
    """The sessions of a structure.

    Method, the first that finds something: headings that have headings below them are days, and those below them
    sessions; the longest numbered list has a day an item, its sentences are sessions where every language has as many;
    all headings but the title are sessions, laid over the `days` in equal parts. Nothing where there is none of it.
    """
    sections = [section for section in outline(document) if section.heading is not None and section.number]
    found = tuple(_by_headings(document, sections)) or tuple(_by_list(document))
    return found or tuple(_laid_out(document, sections, days))


def _by_headings(document: Document, sections: Sequence[Section]) -> Iterator[Outlined]:
    day, top = -1, None
    for place, section in enumerate(sections):
        below = sections[place + 1].level if place + 1 < len(sections) else 0
        if top is None or section.start >= top.end:
            top = section if below > section.level else None
            day += top is not None
        elif section.level == sections[sections.index(top) + 1].level:
            yield _of_section(document, section, day)


def _by_list(document: Document) -> Iterator[Outlined]:
    for day, item in enumerate(_longest(document)):
        for words in _sentences(item):
            yield Outlined(item.id, day, words)


def _longest(document: Document) -> Sequence[Passage]:
    """The longest run of numbered items; one item is no list of days."""
    runs: list[list[Passage]] = [[]]
    for passage in document:
        if passage.kind is Kind.ITEM and passage.attribute("ordered"):
            runs[-1].append(passage)
        elif runs[-1]:
            runs.append([])
    found = max(runs, key=len)
    return found if len(found) > 1 else ()


def _sentences(item: Passage) -> list[dict[str, str]]:
    """The sentences of an item, without the day that it begins with, in every language; one where they differ."""
    bare = {language: _DAY.sub("", text) for language, text in item.texts}
    parts = {language: [part.rstrip(".") for part in _SENTENCE.split(text) if part] for language, text in bare.items()}
    counts = {len(several) for several in parts.values()}
    if len(counts) != 1:
        return [bare]
    return [{language: _upper(several[n]) for language, several in parts.items()} for n in range(counts.pop())]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _laid_out(document: Document, sections: Sequence[Section], days: int) -> Iterator[Outlined]:
    a_day = -(-len(sections) // days) if days else 0
    for place, section in enumerate(sections if a_day else ()):
        yield _of_section(document, section, place // a_day)


def _of_section(document: Document, section: Section, day: int) -> Outlined:
    heading = document.passages[section.start]
    minutes = [int(passage.attribute("minutes", "0")) for passage in document.passages[section.start : section.end]]
    return Outlined(heading.id, day, dict(heading.texts), sum(minutes) or None)
