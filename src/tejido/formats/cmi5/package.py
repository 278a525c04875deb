"""The archive of a cmi5 package and its course structure (cmi5 1.0, "Quartz")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files

from ..archive import packed
from ..course import FRONT, Course, Lesson, grouped, lessons, page, shared_files
from ..course import __name__ as course_package
from ..course.html import hypertext
from ..epub.pages import front
from ..escaping import quoted as escape

MEDIA_TYPE = "application/zip"
_SCRIPTS = ("record.js", "lesson.js")
_SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def write(course: Course) -> bytes:
    """The package of a course. Every page is an assignable unit, for a cmi5 system shows nothing else; those that are
    not to be learned ask for nothing before the reader moves on."""
    found = lessons(course)
    parts = {
        "cmi5.xml": _structure(course, found).encode(),
        **shared_files(course),
        FRONT: page(course, course.words.about, hypertext(front(course.book)), scripts=_SCRIPTS),
        "record.js": (files(__package__) / "record.js").read_bytes(),
        "lesson.js": (files(course_package) / "lesson.js").read_bytes(),
        **{lesson.file: _page(course, lesson) for lesson in found},
    }
    return packed(parts, course.book.paper.at)


def _page(course: Course, lesson: Lesson) -> bytes:
    return page(course, lesson.title, lesson.html, scripts=_SCRIPTS, can_finish=lesson.is_taught)


def _structure(course: Course, found: Sequence[Lesson]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<courseStructure xmlns="{_SPACE}"><course id="{escape(course.address)}">'
        f"{_words(course, 'title', course.title)}{_words(course, 'description', course.description)}</course>"
        f"{_unit(course, 'front', course.words.about, FRONT, is_taught=False)}{_units(course, found)}</courseStructure>"
    )


def _units(course: Course, found: Iterable[Lesson]) -> str:
    parts = []
    for part, several in grouped(found):
        inner = "".join(_unit(course, each.key, each.title, each.file, is_taught=each.is_taught) for each in several)
        if part:
            words = _words(course, "title", part.title) + _words(course, "description", part.title)
            inner = f'<block id="{_name(course, f"part-{part.key}")}">{words}{inner}</block>'
        parts.append(inner)
    return "".join(parts)


def _unit(course: Course, key: str, title: str, file: str, *, is_taught: bool) -> str:
    move_on = "Completed" if is_taught else "NotApplicable"
    words = _words(course, "title", title) + _words(course, "description", title)
    return f'<au id="{_name(course, key)}" moveOn="{move_on}">{words}<url>{file}</url></au>'


def _name(course: Course, key: str) -> str:
    return escape(f"{course.address}#{key}")


def _words(course: Course, name: str, words: str) -> str:
    return f'<{name}><langstring lang="{escape(course.language)}">{escape(words)}</langstring></{name}>'
