"""Lessons: where they are cut, what they stand under, and that nothing of a text is lost or runs."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tejido.engine.document import Document, Passage
from tejido.formats.course import grouped, lessons, shared_files
from tejido.formats.course.html import hypertext

from .courses import PARTS, course, written


def titles(several):
    return [(part.title if part else "", [lesson.title for lesson in group]) for part, group in grouped(several)]


def test_chapters_are_lessons_and_what_stands_above_them_are_parts():
    found = lessons(written(PARTS))
    assert titles(found) == [
        ("", ["Adopción", "Acuerdo"]),
        ("Parte primera", ["Uno", "Dos"]),
        ("Parte segunda", ["Parte segunda", "Tres"]),
        ("", ["Reservas"]),
    ]
    assert "Parte primera" in found[2].html  # the heading opens the first lesson below it


def test_a_single_heading_above_all_is_the_title_and_no_part():
    found = lessons(written("# Acuerdo\n\n## Uno\n\nA.\n\n## Dos\n\nB.\n"))
    assert titles(found) == [("", ["Adopción", "Uno", "Dos", "Reservas"])]
    assert [re.findall(r"<(h\d)", lesson.html) for lesson in found[1:3]] == [["h1", "h2"], ["h1"]]


def test_what_is_not_to_be_learned_is_told_apart():
    assert [lesson.is_taught for lesson in lessons(written(PARTS))] == [False, *[True] * 5, False]
    asked = replace(written(PARTS), taught=frozenset({"h-0"}))
    assert lessons(asked)[0].is_taught


def test_every_passage_stands_in_a_lesson_under_its_id():
    for made in (course(), written(PARTS)):
        text = made.book.paper.blocks[-1].document
        whole = "".join(lesson.html for lesson in lessons(made))
        assert [f'id="p-{passage.id}"' in whole for passage in text] == [True] * len(text)


def test_one_lesson_holds_everything():
    found = lessons(replace(written(PARTS), is_single=True))
    assert [lesson.is_taught for lesson in found] == [True]
    assert "Palabras de tres." in found[0].html


def test_a_text_without_headings_has_the_title_of_the_whole():
    plain = written("Solo palabras.")
    assert "<h1>Acuerdo de prueba</h1>" in lessons(replace(plain, is_single=False))[1].html


@pytest.mark.parametrize("made", [course(), written(PARTS), written("# A\n\n#### B\n\n## C\n\n###### D\n\nE")])
def test_the_headings_of_a_lesson_begin_at_the_first_and_skip_none(made):
    for lesson in lessons(made):
        levels = [int(level) for level in re.findall(r"<h(\d)", lesson.html)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_is_html_that_says_its_languages():
    text = Document.of(Passage.of(p.id, p.kind, {"ar": p.text("es")}, level=p.level) for p in course_text())
    made = course(text, "ar")
    page = shared_files(made)["about.html"].decode()
    assert '<html lang="ar" dir="rtl">' in page
    whole = "".join(lesson.html for lesson in lessons(made))
    assert 'lang="ar" dir="rtl"' in whole
    assert "xml:lang" not in whole
    assert not re.search(r"<(?:td|p|div|a|span|h\d)[^>]*/>", whole)


def course_text():
    return course().book.paper.blocks[-1].document


def test_pictures_are_in_the_package_with_their_words():
    (shown,) = (lesson for lesson in lessons(course()) if lesson.pictures)
    assert f'<img src="{shown.pictures[0]}" alt="Un punto"' in shown.html
    assert shown.pictures[0] in shared_files(course())


def test_links_out_open_beside_the_system_and_links_to_other_pages_are_words():
    three = '<p><a href="https://a.example/">a</a> <a href="#p-x" id="q">b</a> <a href="#q">c</a> '
    assert hypertext(f'{three}<a href="annex:R9">d</a></p>') == (
        '<p><a href="https://a.example/" target="_blank" rel="noopener noreferrer">a</a> <span id="q">b</span> '
        '<a href="#q">c</a> <span>d</span></p>'
    )


def test_a_reservation_is_led_to_where_the_page_has_it():
    whole = lessons(replace(course(), is_single=True))[0].html
    assert '<a href="#s-R1">' in whole
    assert 'id="s-R1"' in whole


HOSTILE = """# <script>x</script>

<img src=x onerror=alert(1)> <svg onload=alert(1)> [a](javascript:alert(1)) ![b](data:text/html,x) `</script>`

| <iframe src=javascript:alert(1)> | "onmouseover="x |
| :-- | --: |
| </td><script>alert(1)</script> | &lt;script&gt; |
"""


def test_nothing_that_a_writer_wrote_runs():
    made = "".join(lesson.html for lesson in lessons(written(HOSTILE)))
    tags = re.findall(r"<[^>]*>", made)
    assert not [tag for tag in tags if re.search(r"script|\son\w+=|javascript:|data:|iframe|svg", tag, re.IGNORECASE)]


def test_what_is_empty_is_closed_as_html_asks_for_it():
    assert hypertext("<table><tr><td/></tr></table><p/><br/>") == "<table><tr><td></td></tr></table><p></p><br>"
