"""The files that every package has: pages of HTML, their style, their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from ..epub import pages as epub
from ..escaping import quoted as escape
from ..word.writing.tongues import is_from_the_right
from .html import hypertext
from .values import Course

FRONT = "about.html"


def page(course: Course, title: str, body: str, *, scripts: Sequence[str] = (), can_finish: bool = False) -> bytes:
    """A page; with scripts also the place where they say what the learning system answered, and with `can_finish` the
    button that marks the lesson as read."""
    way = ' dir="rtl"' if is_from_the_right(course.language) else ""
    run = "".join(f'<script src="{name}" defer></script>' for name in scripts)
    above, below = (_again(course), _standing(course, can_finish=can_finish)) if scripts else ("", "")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(course.language)}"{way}><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="style.css">{run}</head><body>{above}<main>{body}</main>{below}</body></html>'
    ).encode()


def shared_files(course: Course) -> dict[str, bytes]:
    """The front page, the style and the pictures."""
    style = files(epub.__package__) / "style.css", files(__package__) / "style.css"
    front = page(course, f"{course.words.about}: {course.title}", hypertext(epub.front(course.book)))
    images = course.book.paper.images
    return {
        FRONT: front,
        "style.css": b"".join(each.read_bytes() for each in style),
        **{name: images[digest].data for digest, name in course.pictures.items()},
    }


def _again(course: Course) -> str:
    return f'<header id="again" hidden><p><a href="#standing">{escape(course.words.again)}</a></p></header>'


def _standing(course: Course, *, can_finish: bool) -> str:
    words = course.words
    said = {
        "read": words.is_read,
        "unconnected": words.unconnected,
        "watching": words.watching,
        "unanswered": words.unanswered,
        "over": words.over,
    }
    told = "".join(f' data-{name}="{escape(value)}"' for name, value in said.items())
    button = f'<button type="button" id="read" hidden>{escape(words.read)}</button>' if can_finish else ""
    back = f'<a id="back" hidden>{escape(words.back)}</a>'
    return f'<footer class="standing"><p id="standing" role="status"{told}></p><p>{button} {back}</p></footer>'
