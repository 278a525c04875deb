"""cmi5 packages: the structure of the course as the standard asks for it, and nothing that nobody said."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from tejido.formats import cmi5
from tejido.formats.course.tests.courses import ADDRESS, PARTS, course, parts, written

SPACE = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"


def structure(made: bytes) -> etree._Element:
    return etree.fromstring(parts(made)["cmi5.xml"].encode())


@pytest.mark.parametrize("made", [course(), written(PARTS), replace(course(), is_single=True)])
def test_every_unit_is_named_once_and_leads_to_a_page(made):
    packed = cmi5.write(made)
    root = structure(packed)
    names = [each.get("id") for each in root.iter() if each.get("id")]
    assert names[0] == ADDRESS
    assert len(set(names)) == len(names)
    assert all(name.startswith(ADDRESS) for name in names)
    pages = [url.text for url in root.iter(f"{SPACE}url")]
    assert sorted(pages) == sorted(name for name in parts(packed) if name.endswith(".html"))


def test_the_order_is_that_of_the_standard():
    root = structure(cmi5.write(written(PARTS)))
    assert root.tag == f"{SPACE}courseStructure"
    assert [each.tag for each in root[0]] == [f"{SPACE}title", f"{SPACE}description"]
    for each in root[1:]:
        assert [inner.tag for inner in each[:2]] == [f"{SPACE}title", f"{SPACE}description"]
        assert each.tag in {f"{SPACE}au", f"{SPACE}block"}
    assert [block.get("id") for block in root.iter(f"{SPACE}block")] == [
        f"{ADDRESS}#part-p-m00000000001", f"{ADDRESS}#part-p-m00000000006",
    ]  # fmt: skip  # one list
    assert all(words.get("lang") == "es" and words.text for words in root.iter(f"{SPACE}langstring"))


def test_only_what_is_to_be_learned_has_to_be_completed():
    units = {
        unit.get("id").removeprefix(ADDRESS): unit.get("moveOn")
        for unit in structure(cmi5.write(course())).iter(f"{SPACE}au")
    }
    assert units == {
        "#front": "NotApplicable", "#h-0": "NotApplicable", "#p-m00000000000": "Completed",
        "#p-m00000000002": "Completed", "#annex": "NotApplicable",
    }  # fmt: skip  # one table


def test_every_page_speaks_and_only_lessons_have_the_button():
    found = parts(cmi5.write(course()))
    pages = {name: words for name, words in found.items() if name.endswith(".html")}
    assert all('<script src="record.js" defer>' in words for words in pages.values())
    assert [name for name, words in pages.items() if 'id="read"' in words] == ["lesson-002.html", "lesson-003.html"]
    assert not re.search(r"/verbs/(?:passed|failed)|verbs}passed", "".join(found.values()))


def test_it_is_the_same_each_time():
    assert cmi5.write(course()) == cmi5.write(course())
