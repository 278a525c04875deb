"""OAI-PMH 2.0: every verb, every error, lists in pages, what was taken back, and nothing that is not public."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.http import urlencode
from lxml import etree

from cast import NOW, convene, make_text
from counting import queries_of
from tejido.adaptation.models import Release
from tejido.adaptation.tests import doings as versions
from tejido.curriculum.commands import release_edition, seal_edition, withdraw_edition
from tejido.curriculum.names import Readers
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.tests.doings import DAY
from tejido.mechanisms.names import Audience
from tejido.practices.models import Version
from tejido.practices.tests import doings as practices
from tejido.public.feeds import oai
from tejido.public.feeds.oai import OAI
from tejido.public.feeds.records import DC, MODS, OAI_DC, XSI
from tejido.public.forms import TOKEN_LIFE
from tejido.public.views import harvest as views
from tejido.web.addresses import whole
from tejido.web.failures import Failures

from .visiting import adopt

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
IN = {"o": OAI, "d": DC, "m": MODS}
LIST = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}
PAGE, MOST_QUERIES = 3, 9


def asked(**said: str) -> etree._Element:
    """The answer to a question; `since` is its argument from."""
    named = {"from" if name == "since" else name: value for name, value in said.items()}
    answer = Client().get(f"/oai/?{urlencode(named)}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/xml; charset=utf-8")
    root = etree.fromstring(answer.content)
    assert root.tag == f"{{{OAI}}}OAI-PMH"
    assert root.get(f"{{{XSI}}}schemaLocation") == f"{OAI} {OAI}OAI-PMH.xsd"
    assert [part.tag.rpartition("}")[2] for part in root][:2] == ["responseDate", "request"]
    assert root.findtext("o:request", namespaces=IN) == whole("/oai/")
    return root


def wrong(**said: str) -> str:
    (error,) = asked(**said).findall("o:error", IN)
    assert error.text
    return str(error.get("code"))


def listed(**said: Any) -> list[etree._Element]:
    return asked(verb="ListRecords", **{"metadataPrefix": "oai_dc", **said}).findall("o:ListRecords/o:record", IN)


def texts(parent: etree._Element, path: str) -> list[str]:
    return [found.text or "" for found in parent.findall(path, IN)]


def identifiers(**said: str) -> list[str]:
    found = asked(verb="ListIdentifiers", metadataPrefix="mods", **said)
    return texts(found, "o:ListIdentifiers/o:header/o:identifier")


@pytest.fixture
def practice(cast) -> Version:
    return practices.published(cast, Audience.PUBLIC)


def test_the_repository_says_what_it_is(cast):
    adopt(cast)
    (said,) = asked(verb="Identify").findall("o:Identify", IN)
    names = [part.tag.rpartition("}")[2] for part in said]
    assert names == [
        "repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp", "deletedRecord",
        "granularity",
    ]  # fmt: skip  # in the order of the schema
    values = [part.text for part in said]
    assert values[:3] == ["Red de prueba", whole("/oai/"), "2.0"]
    assert "@" in values[3]
    assert values[4:] == ["2027-03-01T12:00:00Z", "persistent", "YYYY-MM-DDThh:mm:ssZ"]


def test_an_edition_is_there_in_simple_dublin_core(cast):
    adopt(cast)
    (record,) = listed()
    assert texts(record, "o:header/o:datestamp") == ["2027-03-01T12:00:00Z"]
    assert set(texts(record, "o:header/o:setSpec")) == {"kind:edition", "language:es", "language:pt"}
    (dc,) = record.find("o:metadata", IN)
    assert dc.tag == f"{{{OAI_DC}}}dc"
    assert dc.get(f"{{{XSI}}}schemaLocation").split()[0] == OAI_DC
    assert texts(dc, "d:publisher") == ["Red de prueba", "Test network"]
    assert texts(dc, "d:language") == ["es", "pt"]
    assert texts(dc, "d:identifier")[0] == whole("/texts/texto/editions/1/")
    assert texts(dc, "d:identifier")[1].startswith("sha256:")
    assert (texts(dc, "d:date"), texts(dc, "d:type")) == (["2027-03-01"], ["Text", "Adopted text"])
    address = texts(dc, "d:identifier")[0]
    assert Client().get(address.removeprefix(whole(""))).status_code == 200


def test_mods_says_which_edition_it_is_and_which_one_it_follows(cast, text):
    versions.adopt(cast, text)
    versions.adopt(cast, text, **{"000000000p01": "Otras palabras."})
    both = listed(metadataPrefix="mods")  # of the same second, in any order
    first, second = sorted(both, key=lambda record: texts(record, ".//m:edition"))
    assert texts(first, ".//m:edition") == ["1"]
    assert first.find(".//m:relatedItem", IN) is None
    assert texts(second, ".//m:edition") == ["2"]
    older = second.find(".//m:relatedItem[@type='preceding']", IN)
    assert texts(older, "m:location/m:url") == texts(first, "o:metadata/m:mods/m:location/m:url")
    assert [each.get("authority") for each in second.findall(".//m:languageTerm", IN)] == ["rfc5646"] * 2


def test_a_practice_says_its_member_its_problem_and_its_languages(practice):
    (record,) = listed()
    (dc,) = record.find("o:metadata", IN)
    assert texts(dc, "d:title") == ["Mesas de barrio"]
    assert texts(dc, "d:creator") == ["Aldea", "Aldea"]
    assert texts(dc, "d:description") == [practices.WORDS["problem"]]
    assert texts(dc, "d:identifier") == [whole(f"/practices/{practice.practice_id}/"), f"sha256:{practice.digest}"]
    assert texts(listed(metadataPrefix="mods")[0], ".//m:abstract") == [practices.WORDS["problem"]]


def test_what_is_for_the_network_alone_or_in_work_is_not_even_counted(cast, text):
    practices.published(cast, Audience.NETWORK)
    practices.told(cast)
    versions.adopt(cast, text)
    version = versions.derive(cast, text)
    versions.show(cast, version, "network")
    assert len(listed()) == 1
    assert wrong(verb="ListIdentifiers", metadataPrefix="oai_dc", set="kind:practice") == "noRecordsMatch"
    assert wrong(verb="ListIdentifiers", metadataPrefix="oai_dc", set="kind:version") == "noRecordsMatch"
    Release.objects.update(audience="public")
    (record,) = listed(set="kind:version")
    assert texts(record, ".//d:identifier")[0] == whole(f"/es/versions/{version.key}/")


def test_what_was_taken_back_is_told_as_deleted_and_no_word_of_it(cast, text, practice):
    versions.adopt(cast, text)
    version = versions.derive(cast, text)
    versions.show(cast, version, "network")
    Release.objects.update(audience="public")
    before = identifiers()
    later = NOW + timedelta(days=1)
    Release.objects.update(withdrawn_at=later)
    Version.objects.update(withdrawn_at=later)
    gone = [row for row in listed() if row.find("o:header", IN).get("status") == "deleted"]
    assert [texts(row, "o:header/o:datestamp") for row in gone] == [["2027-03-02T12:00:00Z"]] * 2
    assert [row.find("o:metadata", IN) for row in gone] == [None, None]
    assert set(identifiers()) == set(before)
    since = identifiers(since="2027-03-02")
    assert since == [texts(row, "o:header/o:identifier")[0] for row in gone]
    one = asked(verb="GetRecord", identifier=since[0], metadataPrefix="oai_dc")
    assert one.find(".//o:header", IN).get("status") == "deleted"


def test_a_national_policy_is_there_while_its_edition_is_open_to_everybody(cast):
    actor, text = cast.actor("XA/focal_point"), make_text(cast, convene(cast), by="XA/focal_point", slug="politica")
    edition = seal_edition(actor=actor, revision=latest_revision(text), at=NOW)
    release_edition(actor=actor, edition=edition, readers=Readers.NETWORK, with_record=False, at=NOW)
    assert wrong(verb="ListIdentifiers", metadataPrefix="oai_dc") == "noRecordsMatch"
    release_edition(actor=actor, edition=edition, readers=Readers.PUBLIC, with_record=False, at=NOW + DAY)
    (record,) = listed(set="kind:policy")
    assert (texts(record, ".//d:creator")[0], texts(record, ".//o:datestamp")) == ("Aldea", ["2027-03-02T12:00:00Z"])
    address = texts(record, ".//d:identifier")[0]
    assert Client().get(address.removeprefix(whole(""))).status_code == 200
    withdraw_edition(actor=actor, edition=edition, at=NOW + 2 * DAY)
    (record,) = listed(set="kind:policy")
    assert (record.find("o:header", IN).get("status"), texts(record, ".//o:datestamp")) == (
        "deleted",
        ["2027-03-03T12:00:00Z"],
    )


def test_one_record_is_given_by_its_identifier_whoever_asks_and_by_post_as_well(cast):
    adopt(cast)
    (identifier,) = identifiers()
    question = {"verb": "GetRecord", "identifier": identifier, "metadataPrefix": "oai_dc"}
    found = asked(**question)
    assert found.find("o:request", IN).attrib == question
    assert len(found.findall("o:GetRecord/o:record", IN)) == 1
    by_post = Client(enforce_csrf_checks=True).post("/oai/", question)
    assert by_post.content == Client().get(f"/oai/?{urlencode(question)}").content
    assert cast.client("XA/focal_point").get(f"/oai/?{urlencode(question)}").content == by_post.content


def test_formats_and_sets_are_listed(cast):
    adopt(cast)
    formats = asked(verb="ListMetadataFormats")
    assert texts(formats, ".//o:metadataPrefix") == ["oai_dc", "mods"]
    of_one = asked(verb="ListMetadataFormats", identifier=identifiers()[0])
    assert texts(of_one, ".//o:metadataNamespace") == [OAI_DC, MODS]
    sets = texts(asked(verb="ListSets"), ".//o:setSpec")
    assert {"kind", "kind:edition", "kind:practice", "language", "language:es", "language:pt"} <= {*sets}
    assert len(identifiers(set="kind")) == len(identifiers(set="language")) == len(identifiers(set="language:pt")) == 1
    assert "language:fr" not in sets


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, "badVerb"),
        ({"verb": "Steal"}, "badVerb"),
        ({"verb": "Identify", "set": "kind"}, "badArgument"),
        ({"verb": "Identify", "resumptionToken": "x"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "a b"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "marcxml"}, "cannotDisseminateFormat"),
        ({**LIST, "set": "::"}, "badArgument"),
        ({**LIST, "set": "other"}, "noRecordsMatch"),
        ({**LIST, "since": "2027-02-30"}, "badArgument"),
        ({**LIST, "since": "yesterday"}, "badArgument"),
        ({**LIST, "until": "9999-12-31"}, ""),
        ({**LIST, "since": "0001-01-01"}, ""),
        ({**LIST, "since": "2027-03-02", "until": "2027-03-01"}, "badArgument"),
        (
            {**LIST, "since": "2027-03-01", "until": "2027-03-01T12:00:00Z"},
            "badArgument",
        ),
        ({**LIST, "since": "2027-03-01T12:00:01Z"}, "noRecordsMatch"),
        ({**LIST, "until": "2027-02-28"}, "noRecordsMatch"),
        ({**LIST, "since": "2027-03-01", "until": "2027-03-01"}, ""),
        ({**LIST, "since": "2027-03-01T12:00:00Z"}, ""),
        ({**LIST, "resumptionToken": "x"}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "ListSets", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "urn:other"}, "idDoesNotExist"),
        ({"verb": "ListMetadataFormats", "identifier": "urn:other"}, "idDoesNotExist"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "\0 <"}, "badArgument"),
    ],
)  # fmt: skip  # one table
def test_what_is_asked_wrongly_is_answered_with_the_code_of_the_protocol(cast, said, code):
    adopt(cast)
    if code:
        assert wrong(**said) == code
    else:
        assert asked(**said).find("o:error", IN) is None


def test_an_argument_is_given_once(cast):
    for query in ("verb=Identify&verb=Identify", "verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc"):
        code = "badVerb" if "Identify" in query else "badArgument"
        assert f'code="{code}"' in Client().get(f"/oai/?{query}").content.decode()


def test_a_list_comes_in_pages_that_leave_nothing_out(cast, monkeypatch):
    monkeypatch.setattr(oai, "MOST", PAGE)
    for number in range(2 * PAGE + 1):
        adopt(cast, f"texto-{number}")
    question: dict[str, str] = {**LIST, "until": "2027-03-01"}
    seen, cursors = [], []
    for _page in range(3):
        root = asked(**question)
        seen += texts(root, ".//o:header/o:identifier")
        (token,) = root.findall(".//o:resumptionToken", IN)
        cursors.append(token.get("cursor"))
        assert token.get("completeListSize") == str(2 * PAGE + 1)
        question = {"verb": "ListRecords", "resumptionToken": token.text or ""}
    assert (cursors, question["resumptionToken"]) == (["0", str(PAGE), str(2 * PAGE)], "")
    assert len(seen) == len({*seen}) == 2 * PAGE + 1


def test_a_token_is_good_for_its_own_verb_and_a_day(cast, monkeypatch, at_now):
    monkeypatch.setattr(oai, "MOST", 1)
    adopt(cast, "uno")
    adopt(cast, "dos")
    token = asked(verb="ListIdentifiers", metadataPrefix="mods").findtext(".//o:resumptionToken", namespaces=IN)
    assert wrong(verb="ListRecords", resumptionToken=token) == "badResumptionToken"
    assert wrong(verb="ListIdentifiers", resumptionToken=f"{token}x") == "badResumptionToken"
    assert len(identifiers_after(token)) == 1
    at_now(NOW + TOKEN_LIFE + timedelta(seconds=1))
    assert wrong(verb="ListIdentifiers", resumptionToken=token) == "badResumptionToken"


def identifiers_after(token: str) -> list[str]:
    return texts(asked(verb="ListIdentifiers", resumptionToken=token), ".//o:identifier")


def test_what_somebody_wrote_is_words_and_never_markup(cast):
    practices.published(cast, Audience.PUBLIC, title="</dc:title><x/> &")
    Version.objects.update(content=Version.objects.get().content | {"title": {"es": "</dc:title><x/> & \x0b"}})
    (record,) = listed()
    assert texts(record, ".//d:title") == ["</dc:title><x/> & "]
    assert record.find(".//x") is None


def test_a_list_costs_the_same_at_every_size(cast):
    def grow(number: int) -> None:
        adopt(cast, f"texto-{number}")
        practices.published(cast, Audience.PUBLIC)

    grow(1)
    address = "/oai/?verb=ListRecords&metadataPrefix=mods"
    Client().get(address)
    small = queries_of(lambda: Client().get(address))
    grow(2)
    grow(3)
    assert queries_of(lambda: Client().get(address)) == small <= MOST_QUERIES


def test_who_asks_what_is_no_question_too_often_is_told_when_to_come_back(cast, monkeypatch):
    monkeypatch.setattr(views, "FAILURES", Failures("oai", most=2, seconds=60))
    addresses = ["", "?verb=ListRecords&metadataPrefix=mods", "?verb=Identify", "?verb=Steal", "?verb=Identify"]
    answers = [Client().get(f"/oai/{query}") for query in addresses]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 503]
    assert answers[-1]["Retry-After"] == "60"


def test_a_node_without_a_network_has_nothing_to_gather(db):
    assert Client().get("/oai/?verb=Identify").status_code == 404
