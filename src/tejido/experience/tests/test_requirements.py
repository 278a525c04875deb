"""The requirements of ADL's list for the resources (adlnet/xapi-lrs-conformance-requirements), by their numbers."""

import hashlib
import json
import re
import uuid
from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest

from tejido.experience.models import Statement, Store
from tejido.formats.xapi.tests.examples import (
    ACCOUNT,
    ACTIVITY,
    AGENT,
    ATTACHMENT,
    BOUNDARY,
    CONTEXT,
    DEFINITION,
    DROP,
    FILE,
    FULL,
    GROUP,
    ID,
    INNER,
    MIXED,
    NAMELESS,
    NESTED,
    OTHER_ID,
    PLAIN,
    REFERENCE,
    VERB,
    changed,
    file_headers,
    parts,
    raw,
)  # fmt: skip  # one list

from .doings import ACTIVITY_ID, System, agent, basic, key, statement

pytestmark = pytest.mark.django_db
NOBODYS = "http://adlnet.gov/expapi/non/existent"
RESOURCES = ("statements", "activities", "agents", "activities/state", "activities/profile", "agents/profile")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


@pytest.fixture
def made(cast):
    return key(cast)


@pytest.fixture
def lrs(made):
    return System(made)


## Statements: what is kept (Data 2.2 to 2.4)


def test_00002_numbers_keep_their_precision(lrs):
    score = {"min": 0.12123434, "raw": 12.125, "max": 45.45}
    told = statement(result={"score": score})
    lrs.post(told)
    assert lrs.one(told["id"])["result"]["score"] == score


def test_00012_parameters_are_read_as_strictly_as_statements(lrs):
    wrong = [
        {"agent": "x"}, {"agent": {"mbox": "x"}}, {"agent": {"name": "x"}}, {"agent": NAMELESS}, {"verb": "no scheme"},
        {"activity": "no scheme"}, {"registration": "x"}, {"since": "2008-09-15"}, {"until": "x"}, {"limit": "-1"},
        {"limit": "1.5"}, {"limit": "x"}, {"ascending": "TRUE"}, {"attachments": "1"}, {"format": "Exact"},
        {"statementId": "x"}, {"voidedStatementId": "x"}, {"related_agents": "yes"}, {"related_activities": ""},
    ]  # fmt: skip  # one list
    assert [(asked, lrs.get(**asked).status_code) for asked in wrong] == [(asked, 400) for asked in wrong]


def test_00014_00015_what_is_no_json_or_no_utf8_is_refused_and_utf8_comes_back(lrs):
    for body in (b"{", b"", b"[1,", b"\xff\xfe", b'{"actor": "\\ud800"}', "\ufeff{}".encode(), b"null", b"1", b'"x"'):
        assert lrs("POST", "statements", body, type="application/json").status_code == 400
    words = {"es": "participó", "zh": "参加了", "ar": "حضر", "x-emoji": "🧵"}
    told = statement(verb={**VERB, "display": words})
    lrs.post(told)
    assert lrs.one(told["id"])["verb"]["display"] == words


def test_00016_a_voiding_statement_is_not_voided(lrs):
    told = statement()
    lrs.post(told)
    voiding = lrs.void(told["id"])
    lrs.void(voiding)
    lrs.void(told["id"])
    assert lrs.get(statementId=voiding).status_code == 200
    assert lrs.get(voidedStatementId=voiding).status_code == 404


@pytest.mark.parametrize("is_first", [True, False])
def test_00018_00019_a_statement_is_voided_whichever_comes_first(lrs, is_first):
    told = statement()
    if is_first:
        lrs.post(told)
    lrs.void(told["id"])
    if not is_first:
        lrs.post(told)
    assert lrs.get(statementId=told["id"]).status_code == 404
    assert lrs.get(voidedStatementId=told["id"]).json()["id"] == told["id"]
    other = statement(verb={"id": "http://adlnet.gov/expapi/verbs/voided-not"}, object={**REFERENCE, "id": told["id"]})
    assert lrs.post(other).status_code == 200


def test_00021_an_object_with_a_key_twice_is_refused(lrs):
    body = raw(PLAIN).replace(b'{"actor"', b'{"verb": {"id": "http://a.example"}, "actor"', 1)
    assert json.loads(body) == PLAIN
    assert lrs("POST", "statements", body, type="application/json").status_code == 400


def test_00023_00097_the_store_says_when_a_statement_was_stored(lrs):
    told = statement(stored="2001-01-01T00:00:00Z")
    lrs.post(told)
    stored = lrs.one(told["id"])["stored"]
    assert INSTANT.fullmatch(stored)
    assert stored > "2026"


def test_00026_an_id_is_given_where_there_is_none(lrs):
    answer = lrs.post(PLAIN)
    assert uuid.UUID(answer.json()[0]).version == 4
    assert lrs.one(answer.json()[0])["object"] == ACTIVITY


def test_00096_activities_of_a_context_come_back_as_lists(lrs):
    for told, path in ((statement(context=CONTEXT), ()), (statement(object=INNER), ("object",))):
        lrs.post(told)
        found = lrs.one(told["id"])
        for name in (*path, "context"):
            found = found[name]
        kinds = found["contextActivities"]
        assert {kind: [each["id"] for each in kinds[kind]] for kind in kinds} == {
            kind: [f"http://example.com/{kind}"] for kind in ("parent", "grouping", "category", "other")
        }


def test_00099_the_authority_is_the_key_whatever_is_sent(lrs, made):
    for told in (statement(), statement(authority=AGENT)):
        lrs.post(told)
        authority = lrs.one(told["id"])["authority"]
        assert authority["account"]["name"] == made.credential.key
        assert authority["name"] == "Aula virtual"


def test_00122_timestamps_keep_what_they_say_of_a_second(lrs):
    told = statement(timestamp="2013-05-18T05:32:34.804567Z")
    other = statement()
    lrs.post(told, other)
    assert lrs.one(told["id"])["timestamp"] == told["timestamp"]
    assert re.search(r"\.\d{3,6}Z", lrs.one(other["id"])["timestamp"])
    assert re.search(r"\.\d{3,6}Z", lrs.one(other["id"])["stored"])


def test_00332_00330_the_version_stays_and_a_statement_is_not_changed(lrs):
    told, other = statement(version="1.0.2"), statement()
    lrs.post(told, other)
    assert (lrs.one(told["id"])["version"], lrs.one(other["id"])["version"]) == ("1.0.2", "1.0.0")
    assert {name: lrs.one(told["id"])[name] for name in told} == told


## Statements: signed (Data 2.6), attachments (Communication 1.5)


def test_00128_to_00135_parts_are_exactly_the_attachments(lrs):
    sha2 = ATTACHMENT["sha2"]
    bare = changed(ATTACHMENT, "fileUrl", DROP)
    told = statement(attachments=[bare])
    good = (file_headers(), FILE)
    taken = [
        parts(told, good),
        parts([statement(attachments=[bare])], good, end="\n"),
        parts(statement(attachments=[ATTACHMENT])),
    ]
    refused = {
        "00128 a part too many": parts(told, good, (file_headers("a" * 64), b"x")),
        "00129 no part": parts(told),
        "00130 no boundary before": parts(told, good).split(b"\r\n", 1)[1],
        "00131 no last boundary": parts(told, good)[:-4],
        "00132 no hash": parts(told, (file_headers(""), FILE)),
        "00132 another hash": parts(told, (file_headers("b" * 64), FILE)),
        "00133 statements in two parts": parts(told, good, ({"Content-Type": "application/json"}, raw(told))),
        "00134 no JSON first": parts(told, good, first="text/plain"),
        "00135 no encoding": parts(told, (file_headers(**{"Content-Transfer-Encoding": ""}), FILE)),
        "00135 another encoding": parts(told, (file_headers(**{"Content-Transfer-Encoding": "base64"}), FILE)),
        "other bytes": parts(told, (file_headers(), b"here is another attachments!")),
        "another length": parts(changed(told, "attachments/0/length", 26), good),
        "nothing": b"",
    }
    assert [lrs("POST", "statements", body, type=MIXED).status_code for body in taken] == [200, 200, 200]
    assert {
        name: lrs("POST", "statements", body, type=MIXED).status_code for name, body in refused.items()
    } == dict.fromkeys(refused, 400)
    assert sha2 == hashlib.sha256(FILE).hexdigest()


def test_00127_00138_other_types_are_refused(lrs):
    body = parts(statement(attachments=[ATTACHMENT]), (file_headers(), FILE))
    for type in (
        "multipart/form-data; boundary=x",
        "multipart/mixed",
        "multipart/mixed;",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonx",
    ):
        assert lrs("POST", "statements", body, type=type).status_code == 400
        assert lrs("POST", "statements", raw(statement()), type=type).status_code == 400
    bare = statement(attachments=[changed(ATTACHMENT, "fileUrl", DROP), ATTACHMENT])
    assert lrs.post(bare).status_code == 400
    assert lrs("POST", "statements", raw(statement()), type="application/json; charset=utf-8").status_code == 200


def test_00161_00167_attachments_come_back_where_they_are_asked_for(lrs):
    told = statement(attachments=[changed(ATTACHMENT, "fileUrl", DROP)])
    assert lrs("POST", "statements", parts(told, (file_headers(), FILE)), type=MIXED).status_code == 200
    for asked in ({}, {"attachments": False}):
        assert lrs.get(statementId=told["id"], **asked)["Content-Type"] == "application/json"
        assert FILE not in lrs.get(**asked).content
    for asked in ({"statementId": told["id"]}, {}, {"format": "ids"}):
        answer = lrs.get(attachments=True, **asked)
        found = re.fullmatch(r"multipart/mixed; boundary=(\w+)", answer["Content-Type"])
        first, second, end = answer.content.split(f"--{found[1]}".encode())[1:]
        assert json.loads(first.split(b"\r\n\r\n", 1)[1])
        assert second.split(b"\r\n\r\n", 1)[1] == FILE + b"\r\n"
        assert b"Content-Transfer-Encoding: binary" in second
        assert f"X-Experience-API-Hash: {ATTACHMENT['sha2']}".encode() in second
        assert end == b"--\r\n"


## Statements: PUT and POST (Communication 2.1.1, 2.1.2)


def test_00139_to_00145_put_keeps_one_statement_under_its_id(lrs):
    for told in (statement(), PLAIN):
        id = told.get("id", str(uuid.uuid4()))
        answer = lrs.put(told, id)
        assert (answer.status_code, answer.content) == (204, b"")
        assert lrs.one(id)["id"] == id
    assert lrs("PUT", "statements", statement()).status_code == 400
    for id in ("true", '{"key": "should fail"}', "", "x"):
        assert lrs.put(PLAIN, id).status_code == 400
    assert lrs.put(statement(), str(uuid.uuid4())).status_code == 400  # another id than that of the address
    assert lrs.put([PLAIN], str(uuid.uuid4())).status_code == 400


def test_00142_what_is_there_is_not_changed(lrs):
    told = statement()
    assert lrs.post(told).status_code == 200
    before = lrs.one(told["id"])
    for other in (
        changed(told, "verb/id", "http://example.com/another"),
        changed(told, "object/id", "x:y"),
        {**told, "actor": agent("other")},
    ):
        assert lrs.put(other, told["id"]).status_code == 409
        assert lrs.post(other).status_code == 409
        assert lrs.post(statement(), other).status_code == 409
    assert lrs.one(told["id"]) == before
    assert Statement.objects.count() == 1


def test_the_same_statement_a_second_time_is_known(lrs):
    told = statement(
        actor=GROUP | {"member": [agent("a"), agent("b")]},
        result={"score": {"raw": 1}},
        timestamp="2027-01-01T12:00:00Z",
    )
    lrs.post(told)
    same = [
        told,
        lrs.one(told["id"]),
        changed(told, "verb/display", {"es": "otro"}),
        changed(told, "object/definition/name", {"es": "otra"}),
        changed(told, "actor/member", [agent("b"), agent("a")]),
        changed(told, "result/score/raw", 1.0),
        changed(told, "timestamp", "2027-01-01T13:00:00+01:00"),
        changed(told, "timestamp", DROP),
        changed(told, "id", told["id"].upper()),
        changed(told, "actor/mbox", "mailto:group@EXAMPLE.org"),
        {**told, "authority": AGENT, "stored": "2020-01-01T00:00:00Z", "version": "1.0.0"},
    ]
    assert [(lrs.post(each).status_code, lrs.put(each, told["id"]).status_code) for each in same] == [(204, 204)] * len(
        same
    )
    another = [
        changed(told, "actor/mbox", "mailto:Group@example.org"),
        changed(told, "result/score/raw", 1.5),
        changed(told, "timestamp", "2027-01-01T12:00:01Z"),
        changed(told, "actor/member", [agent("a")]),
        changed(told, "result", DROP),
    ]
    assert [lrs.post(each).status_code for each in another] == [409] * len(another)
    answer = lrs.post(told, statement())
    assert (answer.status_code, len(answer.json())) == (200, 2)


def test_00146_00147_post_answers_with_the_ids_in_their_order(lrs):
    told = [statement() for _ in range(3)]
    assert lrs.post(*told).json() == [each["id"] for each in told]
    assert lrs.post(told[0], {**PLAIN}).json()[0] == told[0]["id"]
    assert lrs("POST", "statements", []).json() == []


def test_00326_all_of_a_request_or_nothing(lrs):
    good = statement()
    for bad in (changed(statement(), "verb/id", "should fail"), good):
        answer = lrs.post(good, bad)
        assert answer.status_code == 400
    assert lrs.get(statementId=good["id"]).status_code == 404
    assert not Statement.objects.exists()


def test_00336_00148_a_form_stands_for_any_request(lrs, made):
    def form(method, headers=None, **fields):
        body = urlencode(
            {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
        )
        told = {"X-Experience-API-Version": None, "Authorization": None, **(headers or {})}
        return lrs(
            "POST", "statements", body.encode(), type="application/x-www-form-urlencoded", headers=told, method=method
        )

    own = {"Authorization": basic(made.credential.login, made.secret), "X-Experience-API-Version": "1.0.3"}
    told = statement()
    assert form("PUT", statementId=told["id"], content=told, **own).status_code == 204
    assert form("POST", content=statement(), **own).status_code == 200
    found = form("GET", limit="1", **own)
    assert (found.status_code, set(found.json())) == (200, {"statements", "more"})
    assert form("GET", statementId=told["id"], **own).json()["id"] == told["id"]
    with_headers = {"headers": own}
    assert form("GET", statementId=told["id"], **with_headers).status_code == 200
    assert form("PUT", statementId=told["id"], **own).status_code == 400  # no content
    assert form("PATCH", statementId=told["id"], **own).status_code == 400
    assert form("GET", statementId=told["id"], **{**own, "X-Experience-API-Version": "0.8"}).status_code == 400
    assert form("GET", statementId=told["id"], **{**own, "Authorization": "Basic x"}).status_code == 401
    assert form("GET", statementId=told["id"]).status_code == 401
    assert lrs("GET", "statements", method="GET").status_code == 400
    assert (
        lrs(
            "POST", "statements", b"x", type="application/x-www-form-urlencoded", method="PUT", statementId=told["id"]
        ).status_code
        == 400
    )
    assert (
        lrs(
            "POST",
            "statements",
            raw({"statementId": told["id"], "content": "x"}),
            type="application/x-www-form-urlencoded",
            method="PUT",
        ).status_code
        == 400
    )
    assert lrs("POST", "statements", method="PUT").status_code == 400


## Statements: GET (Communication 2.1.3, Data 2.5)


def test_00149_00112_nothing_found_is_an_empty_list(lrs):
    assert lrs.get(verb=NOBODYS).json() == {"statements": [], "more": ""}


@pytest.mark.parametrize("name", ["statementId", "voidedStatementId"])
def test_00150_00151_beside_an_id_stand_format_and_attachments_alone(lrs, name):
    told = statement()
    lrs.post(told)
    if name == "voidedStatementId":
        lrs.void(told["id"])
    others = {
        "agent": AGENT, "verb": NOBODYS, "activity": ACTIVITY_ID, "registration": ID, "related_activities": True,
        "related_agents": True, "since": "2012-06-01T19:09:13.245Z", "until": "2012-06-01T19:09:13.245Z", "limit": "1",
        "ascending": True, "statementId": ID, "voidedStatementId": ID,
    }  # fmt: skip  # one list
    wrong = {
        other: lrs.get(**{name: told["id"]}, **{other: value}).status_code
        for other, value in others.items()
        if other != name
    }
    assert wrong == dict.fromkeys(wrong, 400)
    assert lrs.get(**{name: told["id"]}, format="ids").status_code == 200
    assert lrs.get(**{name: told["id"]}, attachments=True).status_code == 200


def test_00152_00153_00160_every_answer_says_until_when_all_is_there(lrs):
    lrs.post(statement())
    answers = [
        lrs.get(), lrs.get(verb=NOBODYS), lrs.get(since="x"), lrs.get(statementId=ID),
            lrs.get(headers={"X-Experience-API-Version": None}),
        lrs.get(attachments=True), lrs.get(headers={"Authorization": None}),
    ]  # fmt: skip  # one list
    assert [each.status_code for each in answers] == [200, 200, 400, 404, 400, 200, 401]
    assert all(INSTANT.fullmatch(each["X-Experience-API-Consistent-Through"]) for each in answers)
    assert answers[0]["X-Experience-API-Consistent-Through"] >= answers[0].json()["statements"][0]["stored"]


def test_00154_to_00159_one_or_several(lrs):
    told = statement()
    lrs.post(told)
    assert lrs.one(told["id"])["id"] == told["id"]
    assert set(lrs.get().json()) == {"statements", "more"}
    lrs.void(told["id"])
    assert lrs.get(voidedStatementId=told["id"]).json()["id"] == told["id"]
    assert lrs.get(statementId=str(uuid.uuid4())).status_code == 404


def test_00162_00163_who_speaks_of_what_was_voided_is_still_found(lrs):
    verb = f"http://example.com/{uuid.uuid4()}"
    told = statement(verb={"id": verb})
    about = statement(object={**REFERENCE, "id": told["id"]})
    further = statement(object={**REFERENCE, "id": about["id"]})
    lrs.post(about)  # before what it is about
    lrs.post(told)
    assert set(lrs.ids(verb=verb)) == {told["id"], about["id"]}
    voiding = lrs.void(told["id"])
    lrs.post(further)
    assert set(lrs.ids(verb=verb)) == {about["id"], voiding, further["id"]}
    assert told["id"] not in lrs.ids()
    assert lrs.ids(verb=verb, until=lrs.one(about["id"])["stored"]) == [about["id"]]


def test_00164_00176_to_00181_filters_find_what_they_say_and_nothing_else(lrs):
    registration = str(uuid.uuid4())
    context = {
        "registration": registration,
        "instructor": agent("teacher"),
        "team": {**GROUP, "mbox": "mailto:team@example.org", "member": [agent("mate")]},
        "contextActivities": {"parent": [{"id": "http://example.com/course"}]},
    }
    plain = statement(
        actor=agent("plain"), object={"id": "http://example.com/plain"}, verb={"id": "http://example.com/did"}
    )
    rich = statement(context=context)
    inner = statement(
        actor=agent("plain"),
        object={
            **INNER,
            "actor": agent("inner"),
            "object": {"id": "http://example.com/inner"},
            "context": {"instructor": agent("deep")},
        },
    )
    person = statement(object=agent("object"))
    lrs.post(plain, rich, inner, person)

    def found(**asked):
        names = {plain["id"]: "plain", rich["id"]: "rich", inner["id"]: "inner", person["id"]: "person"}
        return {names[id] for id in lrs.ids(**asked)}

    assert found() == {"plain", "rich", "inner", "person"}
    assert found(agent=agent("plain")) == {"plain", "inner"}
    assert found(agent={"mbox": "mailto:plain@EXAMPLE.org"}) == {"plain", "inner"}
    assert found(agent=agent("Plain")) == set()
    assert found(agent=agent("object")) == {"person"}
    assert found(agent=agent("teacher")) == found(agent=agent("inner")) == set()
    for name, expected in (
        ("teacher", "rich"),
        ("team", "rich"),
        ("mate", "rich"),
        ("inner", "inner"),
        ("deep", "inner"),
        ("object", "person"),
    ):
        assert found(agent=agent(name), related_agents=True) == {expected}
    assert found(agent={**GROUP, "mbox": "mailto:team@example.org"}, related_agents=True) == {"rich"}
    assert found(verb="http://example.com/did") == {"plain"}
    assert found(activity="http://example.com/plain") == {"plain"}
    assert found(activity="http://example.com/course") == found(activity="http://example.com/inner") == set()
    assert found(activity="http://example.com/course", related_activities=True) == {"rich"}
    assert found(activity="http://example.com/inner", related_activities=True) == {"inner"}
    assert found(registration=registration) == found(registration=registration.upper()) == {"rich"}
    assert found(registration=registration, verb="http://example.com/did") == set()
    assert found(agent=agent("plain"), verb="http://example.com/did", activity="http://example.com/plain") == {"plain"}


def test_00176_the_authority_is_a_related_agent(lrs):
    told = statement()
    lrs.post(told)
    authority = lrs.one(told["id"])["authority"]
    assert lrs.ids(agent=authority, related_agents=True) == [told["id"]]
    assert lrs.ids(agent=authority) == []


def test_00166_00174_00175_order_and_time(lrs):
    told = [statement() for _ in range(3)]
    for each in told:
        lrs.post(each)
    ids = [each["id"] for each in told]
    assert lrs.ids() == ids[::-1]
    assert lrs.ids(ascending=True) == lrs.ids(ascending="True") == ids
    assert lrs.ids(ascending="False") == ids[::-1]
    stored = [lrs.one(id)["stored"] for id in ids]
    assert stored == sorted(set(stored))
    assert lrs.ids(since=stored[0], ascending=True) == ids[1:]
    assert lrs.ids(until=stored[1], ascending=True) == ids[:2]
    assert lrs.ids(since=stored[0], until=stored[1]) == [ids[1]]


@pytest.mark.parametrize("is_ascending", [True, False])
@pytest.mark.parametrize(
    "asked", [{}, {"agent": AGENT}, {"format": "ids", "attachments": False, "since": "2012-06-01T19:09:13Z"}]
)
def test_00173_00108_to_00114_pages_go_on_where_the_last_one_ended(lrs, asked, is_ascending):
    told = [statement() for _ in range(5)]
    lrs.post(*told)
    found, sizes, address = [], [], ""
    while True:
        answer = (
            lrs.client.get(address, headers=lrs.headers)
            if address
            else lrs.get(limit="2", ascending=is_ascending, **asked)
        )
        page = answer.json()
        assert set(page) == {"statements", "more"}
        found += [each["id"] for each in page["statements"]]
        sizes.append(len(page["statements"]))
        if not (address := page["more"]):
            break
        assert address.startswith("/xapi/statements?more=")
    ids = [each["id"] for each in told]
    assert (found, sizes) == (ids if is_ascending else ids[::-1], [2, 2, 1])
    assert lrs.get(limit="5").json()["more"] == ""
    assert len(lrs.kept(limit="0")) == 5


def test_what_a_page_asks_for_next_tells_nothing_and_is_of_one_key(cast, lrs):
    lrs.post(*(statement() for _ in range(3)))
    more = lrs.get(limit="1", agent=AGENT).json()["more"].partition("more=")[2]
    assert "learner" not in more
    assert System(key(cast)).get(more=more).status_code == 400
    assert lrs.get(more=more[:-6] + "AAAAAA").status_code == 400
    assert lrs.get(more="x").status_code == 400
    assert lrs.get(more=more, limit="1").status_code == 400


def test_00168_to_00172_formats(lrs):
    context = {
        "contextActivities": {"category": [{"id": "http://example.com/c", "definition": DEFINITION}]},
        "team": NAMELESS,
    }
    told = statement(context=context, actor={**GROUP})
    lrs.post(told)
    exact = lrs.one(told["id"])
    assert {name: exact[name] for name in ("actor", "verb", "object", "context")} == {
        name: told[name] for name in ("actor", "verb", "object", "context")
    }
    assert lrs.one(told["id"], format="exact") == exact
    assert lrs.one(told["id"], headers={"Accept-Language": "en-GB"}) == exact
    ids = lrs.one(told["id"], format="ids")
    assert ids["actor"] == {"objectType": "Group", "mbox": GROUP["mbox"]}
    assert ids["verb"] == {"id": VERB["id"]}
    assert ids["object"] == {"objectType": "Activity", "id": ACTIVITY_ID}
    assert ids["context"] == {
        "contextActivities": {"category": [{"id": "http://example.com/c"}]},
        "team": {
            "objectType": "Group",
            "member": [{"objectType": "Agent", "mbox": AGENT["mbox"]}, {"mbox": "mailto:second@example.org"}],
        },
    }
    lrs.post(
        statement(
            object={"id": ACTIVITY_ID, "definition": {"name": {"es": "reunión"}, "type": "http://example.com/newer"}}
        )
    )
    for language, tag in (
        ("en-GB", "en-GB"),
        ("en-US;q=0.5, en-GB", "en-GB"),
        ("fr, en", "en-GB"),
        ("es-419, en;q=0.8", "es"),
        ("", "en-GB"),
        ("de", "en-GB"),
        ("*", "en-GB"),
    ):
        shown = lrs.one(told["id"], format="canonical", headers={"Accept-Language": language})
        assert list(shown["object"]["definition"]["name"]) == [tag]
        assert shown["object"]["definition"]["type"] == "http://example.com/newer"
        assert len(shown["verb"]["display"]) == 1
    british = lrs.one(told["id"], format="canonical", headers={"Accept-Language": "en-GB"})
    assert british["verb"]["display"] == {"en-GB": "attended"}
    assert list(british["context"]["contextActivities"]["category"][0]["definition"]["description"]) == ["en-GB"]


def test_00165_answers_have_a_type(lrs):
    assert lrs.get()["Content-Type"] == "application/json"
    assert lrs("GET", "about")["Content-Type"] == "application/json"


## HEAD, methods, versions, errors (Communication 1.1, 3.2, 3.3, 4.0)


def test_00125_00126_head_is_get_without_its_body(lrs):
    told = statement()
    lrs.post(told)
    lrs("PUT", "activities/state", {"a": 1}, activityId="x:y", agent=AGENT, stateId="s")
    asked = [
        ("statements", {}), ("statements", {"statementId": told["id"]}), ("statements",
            {"statementId": str(uuid.uuid4())}),
        ("statements", {"attachments": True}), ("about", {}), ("agents", {"agent": AGENT}), ("agents", {}),
        ("activities", {"activityId": ACTIVITY_ID}), ("activities/state", {"activityId": "x:y", "agent": AGENT,
            "stateId": "s"}),
        ("activities/state", {"activityId": "x:y", "agent": AGENT}), ("statements", {"since": "x"}),
    ]  # fmt: skip  # one list
    for resource, parameters in asked:
        get, head = (lrs(method, resource, **parameters) for method in ("GET", "HEAD"))
        assert (head.status_code, head.content) == (get.status_code, b"")
        assert int(head["Content-Length"]) == len(get.content)
        assert head.get("ETag") == get.get("ETag")
        assert head["Content-Type"].partition(";")[0] == get["Content-Type"].partition(";")[0]


def test_00324_00325_parameters_that_are_not_known_are_refused(lrs):
    good = {"activityId": "x:y", "agent": AGENT, "stateId": "s"}
    wrong = [
        ("GET", "statements", {"foo": "bar"}), ("POST", "statements", {"statementId": ID}), ("PUT", "statements",
            {"statementId": ID, "foo": "x"}),
        ("GET", "activities/state", {**good, "foo": "x"}), ("GET", "agents", {"agent": AGENT, "foo": "x"}),
        ("GET", "activities", {"activityId": "x:y", "foo": "x"}), ("DELETE", "agents/profile", {"agent": AGENT,
            "profileId": "x", "since": "2012-06-01T19:09:13Z"}),
        *(("GET", "statements", {name: "x"}) for name in (
            "StatementId", "VoidedStatementId", "Agent", "Verb", "Activity", "Registration", "Related_Activities",
            "Related_Agents", "Since", "Until", "Limit", "Format", "Attachments", "Ascending")),
        ("PUT", "statements", {"StatementId": ID}), ("GET", "activities/state", {**good, "StateId": "x"}),
    ]  # fmt: skip  # one list
    assert [
        (each, lrs(*each[:2], PLAIN if each[0] in {"PUT", "POST"} else None, **each[2]).status_code) for each in wrong
    ] == [(each, 400) for each in wrong]
    assert lrs.client.get("/xapi/statements?limit=1&limit=2", headers=lrs.headers).status_code == 400


def test_00323_statements_are_refused_with_the_codes_of_the_specification(cast, lrs):
    told = statement()
    lrs.post(told)
    narrow = System(key(cast, "state"))
    answers = {
        400: lrs.post({}), 401: System().post(told), 403: narrow.post(told),
        404: lrs.get(statementId=str(uuid.uuid4())), 405: lrs("DELETE", "statements"),
        409: lrs.post(changed(told, "object/id", "x:another")),
        413: lrs.post(statement(result={"response": "x" * 5_300_000})),
    }  # fmt: skip  # one table
    assert [answer.status_code for answer in answers.values()] == list(answers)
    assert all(set(answer.json()) >= {"status", "error"} for answer in answers.values())


def test_other_methods_are_refused_before_anybody_is_asked_who_they_are(lrs):
    for resource, methods in (
        ("statements", ["DELETE", "PATCH"]),
        ("activities", ["POST", "PUT", "DELETE"]),
        ("agents", ["POST", "PUT", "DELETE"]),
        ("about", ["POST", "PUT", "DELETE"]),
    ):
        for method in methods:
            answer = System()(method, resource, statementId=ID)
            assert (answer.status_code, "GET" in answer["Allow"]) == (405, True)


@pytest.mark.parametrize("resource", RESOURCES)
def test_00327_00334_00335_without_a_key_nothing_is_answered(cast, made, resource):
    login, secret = made.credential.login, made.secret
    wrong = [None, "", "Basic", "Basic !", "Bearer x", basic(login, ""), basic(login, secret + "x"), basic("x", secret),
             basic(login.upper(), secret), "Basic " + login, basic(login + "\0", secret)]  # fmt: skip  # one list
    for header in wrong:
        answer = System(made, Authorization=header)("GET", resource)
        assert (answer.status_code, answer["WWW-Authenticate"][:5]) == (401, "Basic")
    narrow = System(key(cast, "statements/write"))
    assert narrow("GET", resource, agent=AGENT, activityId="x:y").status_code == 403


def test_00328_what_is_too_large_is_refused(lrs, settings):
    large = statement(result={"response": "x" * 5_300_000})
    assert lrs.post(large).status_code == 413
    assert (
        lrs(
            "PUT", "activities/state", b"x" * 5_300_000, type="text/plain", activityId="x:y", agent=AGENT, stateId="s"
        ).status_code
        == 413
    )
    body = parts(statement(attachments=[ATTACHMENT]), (file_headers(), FILE))
    settings.MAX_UPLOAD = 500
    assert lrs("POST", "statements", body, type=MIXED).status_code == 413


def test_00331_00321_00333_versions(lrs):
    told = statement()
    for version in ("1.0", "1.0.0", "1.0.3", "1.0.32"):
        answer = lrs.get(headers={"X-Experience-API-Version": version})
        assert (answer.status_code, answer["X-Experience-API-Version"]) == (200, "1.0.3")
    for version in (None, "", "0.9", "0.95", "1.1.0", "2.0.0", "1", "1.0.x"):
        for resource in RESOURCES:
            answer = lrs("GET", resource, headers={"X-Experience-API-Version": version}, agent=AGENT)
            assert (answer.status_code, answer["X-Experience-API-Version"]) == (400, "1.0.3")
        assert lrs.post(told, headers={"X-Experience-API-Version": version}).status_code == 400
        assert lrs.put(told, told["id"], headers={"X-Experience-API-Version": version}).status_code == 400
    assert not Statement.objects.exists()


def test_00315_to_00320_about_is_said_to_everybody():
    answer = System(**{"X-Experience-API-Version": None})("GET", "about")
    assert (answer.status_code, answer["X-Experience-API-Version"]) == (200, "1.0.3")
    versions = answer.json()["version"]
    assert all(re.fullmatch(r"1\.0\.\d", version) for version in versions)
    assert "1.0.3" in versions


def test_a_body_in_chunks_is_refused_with_a_word(lrs):
    answer = lrs.post(statement(), headers={"Transfer-Encoding": "chunked"})
    assert (answer.status_code, answer.json()["code"]) == (400, "chunks")


## Agents and activities (Communication 2.4, 2.5)


def test_00236_to_00249_agents(lrs):
    for told, shown in (
        (AGENT, {"name": ["A learner"], "mbox": [AGENT["mbox"]]}), (ACCOUNT, {"account": [ACCOUNT["account"]]}),
        ({"openid": "http://a.example"}, {"openid": ["http://a.example"]}), ({"mbox_sha1sum": "a" * 40},
            {"mbox_sha1sum": ["a" * 40]}),
    ):  # fmt: skip  # one table
        assert lrs("GET", "agents", agent=told).json() == {"objectType": "Person", **shown}
    for wrong in ({}, {"agent": "x"}, {"agent": {"name": "x"}}, {"agent": GROUP}, {"agent": "1"}, {"agent": ""}):
        assert lrs("GET", "agents", **wrong).status_code == 400


def test_00250_to_00254_activities(lrs):
    lrs.post(statement(object={"id": "x:y", "definition": {"name": {"en": "one"}}}))
    lrs.post(
        statement(
            context={
                "contextActivities": {
                    "parent": [{"id": "x:y", "definition": {"name": {"es": "uno"}, "extensions": {"x:a": 1}}}]
                }
            }
        )
    )
    lrs.post(
        statement(
            object={
                **INNER,
                "object": {"id": "x:y", "definition": {"description": {"en": "first"}, "extensions": {"x:b": 2}}},
            }
        )
    )
    assert lrs("GET", "activities", activityId="x:y").json() == {
        "objectType": "Activity", "id": "x:y",
        "definition": {"name": {"en": "one", "es": "uno"}, "description": {"en": "first"}, "extensions": {"x:a": 1,
            "x:b": 2}},
    }  # fmt: skip  # one activity
    assert lrs("GET", "activities", activityId="x:unknown").json() == {"objectType": "Activity", "id": "x:unknown"}
    for wrong in ({}, {"activityId": "no scheme"}, {"activityId": ""}):
        assert lrs("GET", "activities", **wrong).status_code == 400


## What is not lost


def test_a_statement_that_has_everything_comes_back_as_it_was(lrs):
    full = changed(
        FULL,
        "context/contextActivities",
        {kind: [each] if isinstance(each, dict) else each for kind, each in CONTEXT["contextActivities"].items()},
    )
    lrs.post(full)
    found = lrs.one(ID)
    assert {name: found[name] for name in full if name not in {"stored", "authority"}} == {
        name: full[name] for name in full if name not in {"stored", "authority"}
    }
    nested = {**NESTED, "id": OTHER_ID}
    lrs.post(nested)
    assert lrs.one(OTHER_ID)["object"]["object"] == INNER["object"]


def test_what_is_stored_later_is_never_stored_earlier(lrs):
    """The clock of the machine may go back: the order of statements does not."""
    first, second = statement(), statement()
    lrs.post(first)
    later = datetime.fromisoformat(lrs.one(first["id"])["stored"]) + timedelta(days=1)
    Store.objects.update(last=later)
    lrs.post(second)
    assert datetime.fromisoformat(lrs.one(second["id"])["stored"]) > later
    assert lrs.ids() == [second["id"], first["id"]]


def test_boundaries_are_those_of_the_header(lrs):
    told = statement(attachments=[changed(ATTACHMENT, "fileUrl", DROP)])
    body = parts(told, (file_headers(), FILE))
    assert lrs("POST", "statements", body, type=f'multipart/mixed; charset=x; boundary="{BOUNDARY}"').status_code == 200
    assert lrs("POST", "statements", body, type="multipart/mixed; boundary=another").status_code == 400
