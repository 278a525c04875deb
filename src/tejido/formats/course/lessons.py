"""The lessons of a course: its pages in their order, and the parts that they stand under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..epub.pages import Page, pages
from ..escaping import quoted as escape
from .html import hypertext
from .values import Course, Lesson, Part


def lessons(course: Course) -> tuple[Lesson, ...]:
    """Every page that has something to read. A heading that others stand under and nothing else is no lesson: it opens
    the first one below it, and names the part; the title of the whole names none."""
    found: list[Lesson] = []
    heads: list[str] = []
    part: Part | None = None
    several = _pages(course)
    is_titled = sum(_opens_part(page) for page in several) == 1
    for page, following in zip(several, [*several[1:], None], strict=True):
        has_children = following is not None and _level(following) > 1
        if _level(page) < 2:
            part = _part(page) if _opens_part(page) and has_children and not is_titled else None
        if has_children and _opens_part(page) and len(page.body) == 1:
            heads += page.body
            continue
        found.append(_lesson(course, page, heads, part, len(found) + 1))
        heads = []
    return tuple(found)


def _pages(course: Course) -> list[Page]:
    several = pages(course.book, course.pictures, course.text_depth)
    if not course.is_single:
        return several
    whole = Page()
    for page in several:
        whole.body += page.body
        whole.entries += page.entries
        whole.passages += page.passages
    return [whole]


def grouped(several: Iterable[Lesson]) -> Iterator[tuple[Part | None, list[Lesson]]]:
    """Lessons that follow one another under the same part."""
    for part, group in groupby(several, key=lambda lesson: lesson.part):
        yield part, list(group)


def _opens_part(page: Page) -> bool:
    return bool(page.passages) and _level(page) == 1 and page.entries[0].anchor.startswith("p-")


def _level(page: Page) -> int:
    return page.entries[0].level if page.entries else 0


def _part(page: Page) -> Part:
    return Part(page.entries[0].anchor, page.entries[0].title)


def _lesson(course: Course, page: Page, heads: list[str], part: Part | None, number: int) -> Lesson:
    title = page.title or course.title
    above = heads or ([] if page.entries else [f"<h1>{escape(title)}</h1>"])
    body = "".join((*above, *page.body))
    key = page.entries[0].anchor if page.entries else "p-start"
    is_taught = bool(page.passages) or key in course.taught
    shown = tuple(name for name in course.pictures.values() if f'src="{name}"' in body)
    return Lesson(key, title, f"lesson-{number:03d}.html", hypertext(body), is_taught, shown, part)
