"""Cartridges: what the manifest lists is there, and a reader that is not ours opens them."""

import re
import unittest
import warnings
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tejido.formats import cartridge
from tejido.formats.course.tests.courses import ADDRESS, PARTS, course, parts, written

CP = "{http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1}"


def manifest(made: bytes) -> etree._Element:
    return etree.fromstring(parts(made)["imsmanifest.xml"].encode())


@pytest.mark.parametrize("made", [course(), written(PARTS)])
def test_the_manifest_lists_every_file_and_no_other(made):
    packed = cartridge.write(made)
    root = manifest(packed)
    listed = [file.get("href") for file in root.iter(f"{CP}file")]
    assert sorted(listed) == sorted(set(parts(packed)) - {"imsmanifest.xml"})
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("made", [course(), written(PARTS)])
def test_every_name_in_it_is_there_once(made):
    root = manifest(cartridge.write(made))
    names = [each.get("identifier") for each in root.iter() if each.get("identifier")]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in names)
    wanted = [each.get("identifierref") for each in root.iter() if each.get("identifierref")]
    resources = {each.get("identifier") for each in root.iter(f"{CP}resource")}
    assert set(wanted) <= resources


def test_what_has_pages_inside_is_a_folder_and_no_page():
    root = manifest(cartridge.write(written(PARTS)))
    for item in root.iter(f"{CP}item"):
        assert bool(item.get("identifierref")) != bool(item.findall(f"{CP}item"))
    folders = [i.findtext(f"{CP}title") for i in root.iter(f"{CP}item") if not i.get("identifierref")]
    assert folders == [None, "Parte primera", "Parte segunda"]


def test_it_says_whose_it_is_and_where_it_is_checked():
    found = parts(cartridge.write(course()))
    assert "De la Red." in found["imsmanifest.xml"]
    assert f'url href="{ADDRESS}?since=0123"' in found["check/link.xml"]
    assert "<script" not in "".join(found.values())


def test_it_is_the_same_each_time_and_another_with_another_word():
    assert cartridge.write(course()) == cartridge.write(course())
    assert cartridge.write(replace(course(), rights="De otros.")) != cartridge.write(course())


@pytest.mark.parametrize("made", [course(), written(PARTS)])
def test_a_reader_that_is_not_ours_opens_it(made, tmp_path):
    """Pyslet's reader of cartridges, and its tests of the profile. It is older than version 1.3, whose manifest has the
    elements that it knows under a newer name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        profile = pytest.importorskip(
            "pyslet.imscc_profilev1p1", reason="Pyslet is not there: it did NOT read a cartridge"
        )
        from pyslet.imscc_profilev1p0 import CCTestSuite

        opened = profile.CommonCartridge(str(_older(cartridge.write(made), tmp_path)))
        result = unittest.TestResult()
        CCTestSuite(opened).run(result)
        pages = [str(resource.href) for resource in opened.cwcList]
        links = list(opened.laoTable)
        opened.cp.close()
    assert result.testsRun == 8
    assert result.failures + result.errors == []
    assert "about.html" in pages
    assert "lesson-001.html" in pages
    assert links == ["R-check"]


def _older(made: bytes, folder: Path) -> Path:
    path = folder / "a.zip"
    with ZipFile(path, "w") as archive:
        for name, words in parts(made).items():
            archive.writestr(name, words.replace("imsccv1p3", "imsccv1p1") if name.endswith(".xml") else words)
    return path
