"""The archive of a cartridge, its manifest and its link (1EdTech Common Cartridge Profile 1.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC

from ..archive import EPOCH, packed
from ..course import FRONT, Course, Lesson, grouped, lessons, page, shared_files
from ..escaping import quoted as escape

MEDIA_TYPE = "application/vnd.ims.imsccv1p3"
_LINK = "check/link.xml"  # what is no page has a folder of its own
_CP = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
_WHERE = "http://www.imsglobal.org/profile/cc/ccv1p3"
_SCHEMAS = f"{_CP} {_WHERE}/ccv1p3_imscp_v1p2_v1p0.xsd {_LOM} {_WHERE}/LOM/ccv1p3_lommanifest_v1p0.xsd"


def write(course: Course) -> bytes:
    """The cartridge of a course. The front page comes first; the lessons stand in folders where the text has parts."""
    found = lessons(course)
    parts = {
        "imsmanifest.xml": _manifest(course, found).encode(),
        _LINK: _link(course).encode(),
        **shared_files(course),
        **{lesson.file: page(course, lesson.title, lesson.html) for lesson in found},
    }
    return packed(parts, course.book.paper.at)


def _manifest(course: Course, found: Sequence[Lesson]) -> str:
    digest = course.book.seal.digest[:16] if course.book.seal else "draft"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="M-{escape(course.key)}-{digest}-{escape(course.language)}" xmlns="{_CP}" '
        f'xmlns:lomimscc="{_LOM}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{_SCHEMAS}">'
        "<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.3.0</schemaversion>"
        f"{_about(course)}</metadata>"
        '<organizations><organization identifier="O-1" structure="rooted-hierarchy"><item identifier="I-root">'
        f"{_item('front', course.words.about)}{_items(found)}{_item('check', course.words.check)}"
        "</item></organization></organizations>"
        f"<resources>{_resources(course, found)}</resources></manifest>"
    )


def _about(course: Course) -> str:
    """Learning object metadata, as far as something is known."""
    at = (course.book.paper.at or EPOCH).astimezone(UTC)
    described = (
        _element("title", _string(course, course.title))
        + _element("language", escape(course.language))
        + _element("description", _string(course, course.description))
    )
    dated = _element("contribute", _element("date", _element("dateTime", f"{at:%Y-%m-%d}")))
    rights = _element("copyrightAndOtherRestrictions", _element("value", "yes"))
    rights += _element("description", _string(course, course.rights))
    inner = _element("general", described) + _element("lifeCycle", dated) + _element("rights", rights)
    return _element("lom", inner)


def _element(name: str, inner: str) -> str:
    return f"<lomimscc:{name}>{inner}</lomimscc:{name}>"


def _string(course: Course, words: str) -> str:
    return f'<lomimscc:string language="{escape(course.language)}">{escape(words)}</lomimscc:string>'


def _items(found: Iterable[Lesson]) -> str:
    """Lessons, in folders where they stand under a part: in a cartridge what has pages inside is no page itself."""
    parts = []
    for part, several in grouped(found):
        inner = "".join(_item(lesson.key, lesson.title) for lesson in several)
        title = f"<title>{escape(part.title)}</title>" if part else ""
        parts.append(f'<item identifier="F-{escape(part.key)}">{title}{inner}</item>' if part else inner)
    return "".join(parts)


def _item(key: str, title: str) -> str:
    name = escape(key)
    return f'<item identifier="I-{name}" identifierref="R-{name}"><title>{escape(title)}</title></item>'


def _resources(course: Course, found: Iterable[Lesson]) -> str:
    own = [_resource("R-front", FRONT, ["style.css"])]
    own += [_resource(f"R-{lesson.key}", lesson.file, ["style.css", *lesson.pictures]) for lesson in found]
    files = "".join(_resource(f"R-file-{name}", name) for name in ("style.css", *course.pictures.values()))
    link = f'<resource identifier="R-check" type="imswl_xmlv1p3"><file href="{_LINK}"/></resource>'
    return "".join(own) + files + link


def _resource(id: str, name: str, needs: Iterable[str] = ()) -> str:
    needed = "".join(f'<dependency identifierref="R-file-{each}"/>' for each in needs)
    return (
        f'<resource identifier="{escape(id)}" type="webcontent" href="{name}"><file href="{name}"/>{needed}</resource>'
    )


def _link(course: Course) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3">'
        f'<title>{escape(course.words.check)}</title><url href="{escape(course.check)}" target="_blank"/></webLink>'
    )
