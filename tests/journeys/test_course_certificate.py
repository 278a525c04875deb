"""A school certifies who passed: its representative words and issues, somebody checks a code and a name, the school
revokes, the code is checked again; the holder reads their own by a link. By keyboard, with axe on every page."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from hands import Hands
from node import Node
from playwright.sync_api import Browser

EDUCATION = "PY/representative/EDU"
WAITING = "SELECT key FROM records_cohort WHERE code = 'DOC-A-02'"
NAME = "Docente de demostración 13"


def no_barriers(hands: Hands) -> None:
    assert hands.barriers() == []
    assert hands.errors == []


@pytest.fixture
def stranger(browser: Browser, node: Node):
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    yield Hands(context.new_page(), node.origin)
    context.close()


def test_a_cohort_is_certified_checked_and_one_certificate_revoked(
    sit: Callable[..., Hands], stranger: Hands, node: Node
) -> None:
    school = sit(EDUCATION)
    school.open(f"/course-certificates/cohorts/{node.one(WAITING)}/")
    school.sees("12 persons passed and have no certificate yet")
    no_barriers(school)
    school.press("Issue the certificates")
    school.sees("12 certificates were made")
    no_barriers(school)
    school.unfold("Take it with you")
    school.to("All, a file each (ZIP)")
    with school.page.expect_download() as found:
        school.page.keyboard.press("Enter")
    files = ZipFile(io.BytesIO(Path(found.value.path()).read_bytes()))
    credential = files.read("0000013.json")
    assert NAME not in credential.decode()
    code = re.search(r"/certificates/([0-9a-z-]{24})/", credential.decode())[1]

    stranger.open(f"/certificates/{code}/")
    stranger.sees("was issued here and is valid")
    stranger.sees_not(NAME)
    stranger.write("Name on the certificate", NAME.upper())
    stranger.press("Compare")
    stranger.sees("The name fits")
    no_barriers(stranger)

    space = node.one("SELECT space_id FROM certificates_issue")
    school.open(f"/course-certificates/{space}/numbers/13/")
    school.sees(NAME)
    school.unfold("Revoke it")
    school.pick("Reason", "What it says was not so")
    school.write("In a sentence", "Demostración.")
    school.press("Revoke the certificate")
    school.sees("Demostración.")
    no_barriers(school)
    stranger.open(f"/certificates/{code}/")
    stranger.sees("It is not valid any more.")
    stranger.sees_not("Demostración.")


def test_the_holder_reads_their_own_by_a_link(sit: Callable[..., Hands], stranger: Hands, node: Node) -> None:
    space = node.one("SELECT space_id FROM certificates_issue")
    school = sit(EDUCATION)
    school.open(f"/course-certificates/{space}/persons/")
    school.write("Its number", "9.000.001")
    school.press("Show the transcript")
    school.sees("Docente de demostración 01")
    no_barriers(school)
    school.press("Make a link")
    school.sees("It is shown only now")
    no_barriers(school)
    stranger.open(re.search(r"/my-training/[\w-]+/", school.words)[0])
    no_barriers(stranger)
    stranger.press("Open it here")
    stranger.sees("Docente de demostración 01", "Certificate 1")
    stranger.sees_not("Docente de demostración 02")
    no_barriers(stranger)
