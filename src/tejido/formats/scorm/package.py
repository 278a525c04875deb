"""The archive of a SCORM package and its manifest (SCORM 2004 4th Edition, Content Aggregation Model)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files

from ..archive import packed
from ..course import FRONT, Course, Lesson, grouped, lessons, page, shared_files
from ..course import __name__ as course_package
from ..escaping import quoted as escape

MEDIA_TYPE = "application/zip"
_SCRIPTS = ("record.js", "lesson.js")
_SPACES = (
    'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" '
    'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"'
)
# The reader may choose any lesson, and go from each to the next; the course is completed with all of its lessons.
_ORDER = '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>'


def write(course: Course) -> bytes:
    """The package of a course. What is not to be learned, the front page and who adopted the text, asks for nothing."""
    found = lessons(course)
    parts = {
        "imsmanifest.xml": _manifest(course, found).encode(),
        **shared_files(course),
        "record.js": (files(__package__) / "record.js").read_bytes(),
        "lesson.js": (files(course_package) / "lesson.js").read_bytes(),
        **{lesson.file: _page(course, lesson) for lesson in found},
    }
    return packed(parts, course.book.paper.at)


def _page(course: Course, lesson: Lesson) -> bytes:
    scripts = _SCRIPTS if lesson.is_taught else ()
    return page(course, lesson.title, lesson.html, scripts=scripts, can_finish=lesson.is_taught)


def _manifest(course: Course, found: Sequence[Lesson]) -> str:
    digest = course.book.seal.digest if course.book.seal else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="M-{escape(course.key)}" version="{digest[:16] or "1"}" {_SPACES}>'
        "<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>"
        '<organizations default="O-1"><organization identifier="O-1" structure="hierarchical">'
        f"<title>{escape(course.title)}</title>{_item('front', course.words.about)}{_items(found)}{_ORDER}"
        "</organization></organizations>"
        f"<resources>{_resources(course, found)}</resources></manifest>"
    )


def _items(found: Iterable[Lesson]) -> str:
    parts = []
    for part, several in grouped(found):
        inner = "".join(_item(lesson.key, lesson.title) for lesson in several)
        title = f"<title>{escape(part.title)}</title>" if part else ""
        folder = f'<item identifier="F-{escape(part.key)}">{title}{inner}{_ORDER}</item>' if part else inner
        parts.append(folder)
    return "".join(parts)


def _item(key: str, title: str) -> str:
    name = escape(key)
    return f'<item identifier="I-{name}" identifierref="R-{name}"><title>{escape(title)}</title></item>'


def _resources(course: Course, found: Iterable[Lesson]) -> str:
    """The lessons first: there are systems that open the first file that is listed, and no other."""
    own = [
        _resource(f"R-{lesson.key}", lesson.file, "sco" if lesson.is_taught else "asset", lesson.pictures)
        for lesson in found
    ]
    own.append(_resource("R-front", FRONT, "asset"))
    names = ("style.css", *_SCRIPTS, *course.pictures.values())
    listed = "".join(
        f'<resource identifier="R-file-{name}" type="webcontent" adlcp:scormType="asset">'
        f'<file href="{name}"/></resource>'
        for name in names
    )
    return "".join(own) + listed


def _resource(id: str, name: str, kind: str, pictures: Iterable[str] = ()) -> str:
    needs = ["style.css", *(_SCRIPTS if kind == "sco" else ()), *pictures]
    needed = "".join(f'<dependency identifierref="R-file-{each}"/>' for each in needs)
    return (
        f'<resource identifier="{escape(id)}" type="webcontent" adlcp:scormType="{kind}" href="{name}">'
        f'<file href="{name}"/>{needed}</resource>'
    )
