"""What search engines are told: the sitemap, robots.txt and the data in the pages."""

import re

import pytest

from cast import NOW, SECTION_A
from tejido.curriculum.commands import seal_edition
from tejido.curriculum.queries import latest_revision
from tejido.curriculum.tests.writing import save, shown
from tejido.deliberation.tests.doings import DAY
from tejido.public.pages.sitemap import SITEMAP, XHTML
from tejido.registry.names import Status
from tejido.web.addresses import whole

from .visiting import LANGUAGES, adopt, enter, event, get, parsed, told_to_machines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
IN = {"s": SITEMAP, "x": XHTML}


def test_the_sitemap_names_every_public_page_once_with_its_other_languages(cast):
    adopt(cast)
    root = parsed("/sitemap.xml")
    assert root.tag == f"{{{SITEMAP}}}urlset"
    pages = {url.find("s:loc", IN).text: url for url in root.findall("s:url", IN)}
    assert len(pages) == len(root.findall("s:url", IN)) == (7 + 3 + 1) * 4 + 2
    for url in pages.values():
        others = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", IN)}
        assert others.pop("x-default", "/").endswith("/")
        assert set(others.values()) <= pages.keys()
        assert others.keys() in ({*LANGUAGES}, {"es", "pt"})
    assert all(get(address.removeprefix(whole(""))).status_code == 200 for address in pages)
    assert pages[whole("/es/texts/texto/")].find("s:lastmod", IN).text == "2027-03-01T12:00:00Z"
    assert pages[whole("/es/meetings/")].find("s:lastmod", IN) is None


def test_a_text_in_work_is_not_in_the_sitemap(cast, text):
    assert b"texto" not in get("/sitemap.xml").content


def test_robots_may_read_what_is_named_and_nothing_private_is_named():
    words = get("/robots.txt").content.decode()
    assert "Disallow: /\n" in words
    assert f"Sitemap: {whole('/sitemap.xml')}" in words
    for private in ("rounds", "members", "trying", "accounts", "memory", "links"):
        assert private not in words
    allowed = re.findall("Allow: (.*)", words)
    assert {f"/{tag}/" for tag in LANGUAGES} < set(allowed)


def test_the_network_says_of_itself_what_its_page_says(cast):
    event(1, kind="launch", since="2012-03-29")
    (network,) = told_to_machines("/en/")
    assert network["@type"] == "Organization"
    assert network["name"] == "Test network"
    assert network["url"] == whole("/en/")
    assert network["foundingDate"] == "2012-03-29"
    assert network["alternateName"] == ["Red de prueba"]


def test_a_disputed_membership_is_told_to_no_machine(cast):
    enter("BO", {"status": Status.MEMBER}, {"status": Status.UNLISTED})
    (bolivia,) = told_to_machines("/es/members/BO/")
    assert bolivia["@type"] == "Country"
    assert "memberOf" not in bolivia
    (aldea,) = told_to_machines("/es/members/XA/")
    assert aldea["memberOf"] == {"@id": whole("/#network")}


def test_an_edition_says_its_version_languages_digest_and_what_it_came_from(cast):
    text = adopt(cast)

    save(cast, text, SECTION_A, f"{shown(text, SECTION_A)}\n\nMás.\n", reason="otra")
    seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=cast.now + DAY)
    (work,) = told_to_machines("/es/texts/texto/")
    newer, older = work["workExample"]
    assert work["@type"] == "CreativeWork"
    assert (work["version"], newer["version"], older["version"]) == ("2", "2", "1")
    assert newer["isBasedOn"] == {"@id": older["@id"]}
    assert "isBasedOn" not in older
    assert set(older["inLanguage"]) == {"es", "pt"}
    assert re.fullmatch("sha256:[0-9a-f]{64}", newer["identifier"])
    assert newer["datePublished"] == "2027-03-02"


def test_an_event_says_when_where_and_who_says_so(cast):
    event(28, until="2016-11-29")
    event(30, place={}, says={})
    bare, told = told_to_machines("/es/meetings/")
    assert (told["@type"], told["startDate"], told["endDate"]) == ("Event", "2016-11-28", "2016-11-29")
    assert told["location"]["name"] == "Quito"
    assert told["subjectOf"]["name"] == "una nota"
    assert not bare.keys() & {"location", "description", "endDate"}


def test_nothing_that_somebody_wrote_can_end_the_data_early(cast):
    event(title={"es": "</script><b>&"})
    page = get("/es/meetings/").content.decode()
    assert "</script><b>" not in page
    assert told_to_machines("/es/meetings/")[0]["name"] == "</script><b>&"


def test_an_edition_was_published_on_the_day_that_its_page_says(cast, text):
    """At one in the morning in UTC it is still the day before on the clocks of the network."""
    seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=NOW.replace(day=2, hour=1))
    (work,) = told_to_machines("/en/texts/texto/")
    assert "March 1, 2027, 22:00" in get("/en/texts/texto/").content.decode()
    assert (work["datePublished"], work["workExample"][0]["datePublished"]) == ("2027-03-01", "2027-03-01")
