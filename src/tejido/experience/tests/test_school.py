"""What a school does: keys, links, how long things are kept; and that nobody else has part in it."""

from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client

from cast import NOW
from counting import queries_of
from tejido.experience import commands, jobs
from tejido.experience.commands.ending import MONTH, VOIDED_FOR
from tejido.experience.models import (
    Count,
    Credential,
    Document,
    Failure,
    File,
    Known,
    Link,
    Mention,
    Statement,
    Store,
    Use,
)
from tejido.experience.names import Act, No, Scope, Trouble
from tejido.experience.queries import link_for, own_body, own_key, store_for
from tejido.formats.xapi.tests.examples import AGENT, ATTACHMENT, DROP, FILE, MIXED, changed, file_headers, parts
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.records.models import Batch, Completion
from tejido.records.queries import roll_of
from tejido.records.tests.doings import cohort as begin_cohort
from tejido.records.tests.doings import course as begin_course
from tejido.registry.commands import begin_mandate, create_seat
from tejido.registry.models import Body
from tejido.registry.names import Role

from .doings import REPRESENTATIVE, System, agent, key, space, statement

pytestmark = pytest.mark.django_db
HOME = "https://aula.example.org"
COURSE = "https://aula.example.org/curso/7"
PASSED, COMPLETED = (f"http://adlnet.gov/expapi/verbs/{word}" for word in ("passed", "completed"))
OTHERS = ("XA/focal_point", "XA/representative/DEF", "XB/representative/JUS", "XB/focal_point", "network/secretariat")


def refusal(act, *args, **given):
    with pytest.raises(Refused) as problem:
        act(*args, **given)
    return problem.value.refusal.code


@pytest.fixture
def made(cast):
    return key(cast)


@pytest.fixture
def lrs(made):
    return System(made)


@pytest.fixture
def store(made):
    return Store.objects.select_related("body__member", "body__institution").get(key=made.credential.store_id)


@pytest.fixture
def cohort(cast, text):
    return begin_cohort(cast, begin_course(cast, text))


## Keys


def test_a_key_is_made_by_the_representative_alone_with_a_second_factor(cast):
    body = space(cast)
    given = {"body": body, "name": "Aula", "scopes": ["state"], "limit": 60, "at": NOW}
    assert refusal(commands.make_key, actor=cast.actor(REPRESENTATIVE, fresh=False), **given) == Shared.NOT_FRESH
    for who in OTHERS:
        assert refusal(commands.make_key, actor=cast.actor(who), **given) == Shared.NOT_YOURS
    for name, wrong, code in (
        ("name", " ", No.NO_KEY_NAME), ("scopes", [], No.NO_SCOPE), ("scopes", ["x"], No.NO_SCOPE), ("limit", 0,
            No.BAD_LIMIT), ("limit", 6001, No.BAD_LIMIT),
    ):  # fmt: skip  # one table
        assert refusal(commands.make_key, actor=cast.actor(REPRESENTATIVE), **{**given, name: wrong}) == code
    assert not Credential.objects.exists()
    made = commands.make_key(actor=cast.actor(REPRESENTATIVE), **given)
    line = Line.objects.get(act=Act.KEY_MADE)
    assert (line.tree_id, line.facts) == (body.tree, {"scopes": ["state"], "limit": 60})
    assert made.secret not in str(list(Credential.objects.values()))
    assert len(made.secret) >= 43


def test_a_registrar_reads_the_page_and_makes_no_key(cast):
    body = space(cast)
    keeper = cast.actor("XA/focal_point")
    seat = create_seat(
        actor=keeper, institution=cast.institutions["XA/JUS"], role=Role.REGISTRAR, title={"es": "x"}, at=NOW
    )
    cast.seats[seat.office] = seat
    cast.mandates[seat.office] = begin_mandate(
        actor=keeper, seat=seat, account=cast.account("XA/representative/DEF"), since=NOW, at=NOW
    )
    registrar = cast.actor(seat.office)
    assert own_body(registrar) == body
    assert (
        refusal(commands.make_key, actor=registrar, body=body, name="x", scopes=["all"], limit=1, at=NOW)
        == Shared.NOT_YOURS
    )


def test_a_revoked_key_opens_nothing_and_is_revoked_once(cast, made, lrs):
    lrs.post(statement())
    assert (
        refusal(commands.revoke_key, actor=cast.actor("XA/focal_point"), credential=made.credential, at=NOW)
        == Shared.NOT_YOURS
    )
    commands.revoke_key(actor=cast.actor(REPRESENTATIVE, fresh=False), credential=made.credential, at=NOW)
    assert lrs.get().status_code == 401
    assert lrs.post(statement()).status_code == 401
    assert (
        refusal(commands.revoke_key, actor=cast.actor(REPRESENTATIVE), credential=made.credential, at=NOW)
        == No.IS_REVOKED
    )
    assert Statement.objects.count() == 1
    assert Line.objects.get(act=Act.KEY_REVOKED).object == made.credential.key


def test_keys_and_links_of_others_are_not_found(cast, made, store):
    for who in OTHERS:
        actor = cast.actor(who)
        for load in (
            own_body,
            store_for,
            lambda actor: own_key(actor, made.credential.key),
            lambda actor: link_for(actor, "x"),
        ):
            with pytest.raises((Body.DoesNotExist, Store.DoesNotExist, Credential.DoesNotExist, Link.DoesNotExist)):
                load(actor)
    assert store_for(cast.actor(REPRESENTATIVE)) == store
    space(cast, "DEF")
    with pytest.raises(Store.DoesNotExist):
        store_for(cast.actor("XA/representative/DEF"))


@pytest.mark.parametrize("scope", Scope.values)
def test_a_key_does_what_its_scopes_say_and_nothing_else(cast, lrs, scope):
    told = statement()
    lrs.post(told)
    other = System(key(cast, scope))
    asked = {
        "write": other.post(statement()), "put": other.put({k: v for k, v in told.items() if k != "id"},
            "9f2504e0-4f89-41d3-9a0c-0305e82c3309"),
        "read": other.get(), "state": other("GET", "activities/state", activityId="x:y", agent=AGENT),
        "agents": other("GET", "agents/profile", agent=AGENT), "activities": other("GET", "activities/profile",
            activityId="x:y"),
        "look": other("GET", "activities", activityId="x:y"), "person": other("GET", "agents", agent=AGENT),
            "about": other("GET", "about"),
    }  # fmt: skip  # one table
    opened = {
        Scope.WRITE: {"write", "put"}, Scope.READ_MINE: {"read"}, Scope.READ: {"read", "look", "person"},
            Scope.STATE: {"state", "look", "person"},
        Scope.PROFILE: {"agents", "activities", "look", "person"}, Scope.ALL: set(asked),
    }[Scope(scope)]  # fmt: skip  # one table
    assert {name for name, answer in asked.items() if answer.status_code != 403} == opened | {"about"}


def test_a_key_that_reads_its_own_sees_no_other_s(cast, lrs):
    told, mine = statement(), statement()
    lrs.post(told)
    other = System(key(cast, "statements/write", "statements/read/mine"))
    other.post(mine)
    assert other.ids() == [mine["id"]]
    assert other.ids(agent=AGENT) == [mine["id"]]
    assert other.get(statementId=told["id"]).status_code == 404
    assert set(lrs.ids()) == {told["id"], mine["id"]}


def test_a_key_asks_as_often_as_it_may(cast, monkeypatch):
    made = key(cast, limit=2)
    system = System(made)
    moment = datetime(2027, 1, 1, 12, 0, 59, tzinfo=NOW.tzinfo)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    assert [system.get().status_code for _ in range(3)] == [200, 200, 429]
    answer = system.get()
    assert answer["Retry-After"] == "1"
    assert Failure.objects.get(trouble=Trouble.TOO_OFTEN).count == 2
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment + timedelta(seconds=1))
    assert system.get().status_code == 200
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment - timedelta(minutes=5))
    assert not commands.may_ask_again(
        credential=made.credential, at=moment - timedelta(minutes=5)
    )  # a clock set back gives nothing


## Schools apart


def test_the_same_actor_in_two_schools_is_two(cast):
    one, two = System(key(cast)), System(key(cast, institution="DEF"))
    other = System(key(cast, member="XB"))
    told = statement()
    for system, word in ((one, "uno"), (two, "dos"), (other, "tres")):
        assert (
            system.post({**told, "object": {"id": f"x:{word}", "definition": {"name": {"es": word}}}}).status_code
            == 200
        )
        system("PUT", "activities/state", {"of": word}, activityId="x:a", agent=AGENT, stateId="s")
        system("PUT", "agents/profile", {"of": word}, agent=AGENT, profileId="s")
    for system, word in ((one, "uno"), (two, "dos"), (other, "tres")):
        assert [each["object"]["id"] for each in system.kept(agent=AGENT)] == [f"x:{word}"]
        assert system.one(told["id"])["object"]["id"] == f"x:{word}"
        assert [each["object"]["id"] for each in system.kept()] == [f"x:{word}"]
        assert system("GET", "activities/state", activityId="x:a", agent=AGENT, stateId="s").json() == {"of": word}
        assert system("GET", "agents/profile", agent=AGENT, profileId="s").json() == {"of": word}
        assert "definition" not in system("GET", "activities", activityId="x:cuatro").json()
        for wrong in {"uno", "dos", "tres"} - {word}:
            assert "definition" not in system("GET", "activities", activityId=f"x:{wrong}").json()
            assert system.ids(activity=f"x:{wrong}") == []
    one.void(told["id"])
    assert two.one(told["id"])
    system_more = one.get(limit="1").json()["more"]
    assert system_more == "" or two.client.get(system_more, headers=two.headers).status_code == 400


def test_what_is_kept_says_nothing_without_the_key(cast, lrs, store):
    """The rows as whoever has a copy of the database reads them: nothing of the canary, and no two tokens alike."""
    canary = "CANARIO"
    told = statement(
        actor=agent(canary), object={"id": f"x:{canary}", "definition": {"name": {"es": canary}}},
            result={"response": canary},
        context={"registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7", "team": {"objectType": "Group",
            "member": [agent(canary)]}},
        attachments=[changed(ATTACHMENT, "fileUrl", DROP)],
    )  # fmt: skip  # one statement
    assert lrs("POST", "statements", parts(told, (file_headers(), FILE)), type=MIXED).status_code == 200
    lrs("PUT", "activities/state", {canary: canary}, activityId=f"x:{canary}", agent=agent(canary), stateId=canary)
    lrs.post({"actor": canary})
    for model in (Statement, Mention, Known, File, Use, Document, Failure, Count):
        rows = [
            [bytes(cell) if isinstance(cell, memoryview) else cell for cell in row]
            for row in model.objects.values_list()
        ]
        assert rows
        assert canary not in str(rows)
        assert FILE not in b"".join(cell for row in rows for cell in row if isinstance(cell, bytes))
        assert "ec531277" not in str(rows)
    row, other = Statement.objects.get(), System(key(cast, institution="DEF"))
    other.post(told | {"attachments": []})
    twin = Statement.objects.exclude(pk=row.pk).get()
    assert bytes(row.digest) != bytes(twin.digest)
    assert not {bytes(m.token) for m in Mention.objects.filter(store_no=row.store_no)} & {
        bytes(m.token) for m in Mention.objects.filter(store_no=twin.store_no)
    }
    Statement.objects.filter(pk=row.pk).update(sealed=twin.sealed)  # who moves a statement to another row is found out
    with pytest.raises(Exception, match=r"^$"):
        lrs.get(statementId=told["id"])


def test_no_session_is_read_and_no_cookie_is_taken(cast, made):
    """A signed-in browser without a key is nobody here; with one it needs no token of a form."""
    client = cast.client(REPRESENTATIVE)
    told = {"X-Experience-API-Version": "1.0.3"}
    assert client.get("/xapi/statements", headers=told).status_code == 401
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(
        "/xapi/statements",
        data=[],
        content_type="application/json",
        headers={**told, "Authorization": System(made).headers["Authorization"]},
    )
    assert (answer.status_code, answer.cookies) == (200, {})
    assert answer["Cache-Control"] == "private, no-store"


def test_browsers_ask_from_origins_that_the_school_names(cast, made, store):
    other = key(cast, institution="DEF")
    commands.settle(
        actor=cast.actor(REPRESENTATIVE), store=store, months="24", origins=["https://aula.example.org"], at=NOW
    )
    for origin, is_named in (
        ("https://aula.example.org", True),
        ("https://otra.example.org", False),
        ("null", False),
        ("", False),
    ):
        preflight = Client().options(
            "/xapi/statements", headers={"Origin": origin, "Access-Control-Request-Method": "PUT"}
        )
        assert preflight.status_code == 204
        assert (preflight.get("Access-Control-Allow-Origin") == origin) == is_named
        for system, is_its in ((System(made), True), (System(other), False)):
            answer = system.get(headers={"Origin": origin})
            assert answer.get("Access-Control-Allow-Origin") == (origin if is_named and is_its else None)
            assert "Access-Control-Allow-Credentials" not in answer
    assert (
        "If-Match"
        in Client().options("/xapi/statements", headers={"Origin": "https://aula.example.org"})[
            "Access-Control-Allow-Headers"
        ]
    )


## Settings


def test_what_is_settled_and_what_is_not(cast, store):
    given = {
        "store": store,
        "months": "12",
        "origins": ["https://b.example.org", "https://a.example.org:8443"],
        "at": NOW,
    }
    for who in OTHERS:
        assert refusal(commands.settle, actor=cast.actor(who), **given) == Shared.NOT_YOURS
    act = cast.actor(REPRESENTATIVE, fresh=False)
    for wrong in (
        "*",
        "null",
        "https://a.example.org/",
        "ftp://a.example.org",
        "https://A.example.org",
        "https://a b",
        "a.example.org",
        "https://",
        "javascript:x",
    ):
        assert refusal(commands.settle, actor=act, **{**given, "origins": [wrong]}) == No.BAD_ORIGIN
    many = [f"https://a{number}.example.org" for number in range(21)]
    assert refusal(commands.settle, actor=act, **{**given, "origins": many}) == No.TOO_MANY_ORIGINS
    assert refusal(commands.settle, actor=act, **{**given, "months": "24", "origins": []}) == No.SETTLED_SO
    assert refusal(commands.settle, actor=act, **{**given, "months": "7"}) == No.SETTLED_SO
    commands.settle(actor=act, **given)
    store.refresh_from_db()
    assert (store.months, store.origins) == ("12", ["https://a.example.org:8443", "https://b.example.org"])
    assert refusal(commands.settle, actor=act, **given) == No.SETTLED_SO


def test_what_is_over_is_deleted_with_all_that_belongs_to_it(lrs, store):
    old, voided, kept = (statement(attachments=[changed(ATTACHMENT, "fileUrl", DROP)]) for _ in range(3))
    for told in (old, voided, kept):
        lrs("POST", "statements", parts(told, (file_headers(), FILE)), type=MIXED)
    about = statement(object={"objectType": "StatementRef", "id": old["id"]})
    lrs.post(about)
    lrs.void(voided["id"])
    lrs("PUT", "activities/state", {"a": 1}, activityId="x:a", agent=AGENT, stateId="s")
    now = Statement.objects.first().stored
    assert jobs.run_due(now) == 0
    assert jobs.run_due(now) == 0  # once a day
    Statement.objects.filter(uuid=old["id"]).update(stored=now - 25 * MONTH)
    assert jobs.run_due(now) == 0
    assert jobs.run_due(now + timedelta(days=1)) == 1
    assert lrs.get(statementId=old["id"]).status_code == 404
    assert Statement.objects.get(uuid=about["id"]).target is None
    assert jobs.run_due(now + VOIDED_FOR + timedelta(hours=1)) == 1
    assert lrs.get(voidedStatementId=voided["id"]).status_code == 404
    numbers = set(Statement.objects.values_list("pk", flat=True))
    assert set(Mention.objects.values_list("statement", flat=True)) == numbers
    assert (File.objects.count(), Use.objects.count()) == (1, 1)
    assert lrs.post(voided | {"attachments": []}).status_code == 200  # known no more, and voided by what is still there
    assert lrs.get(statementId=voided["id"]).status_code == 404
    assert jobs.run_due(now + 25 * MONTH) == 5
    for model in (Statement, Mention, File, Use, Document):
        assert not model.objects.exists()
    assert sum(Count.objects.values_list("count", flat=True)) == 6
    lines = Line.objects.filter(act=Act.EXPIRED).order_by("place")
    assert [line.facts["count"] for line in lines] == [1, 1, 5]


def test_what_went_wrong_is_forgotten_after_two_months(lrs, store):
    lrs.get(foo="bar")
    row = Failure.objects.get()
    assert (row.trouble, row.code, row.count) == (Trouble.NOT_UNDERSTOOD, "parameter", 1)
    jobs.run_due(row.last + timedelta(days=59))
    assert Failure.objects.exists()
    jobs.run_due(row.last + timedelta(days=61))
    assert not Failure.objects.exists()


## Completions


def link(cast, store, cohort, **given):
    values = {"activity": COURSE, "home": HOME, "paper": "national", "at": NOW, **given}
    return commands.link_activity(actor=cast.actor(REPRESENTATIVE), store=store, cohort=cohort, **values)


def done(number, verb=COMPLETED, at="2026-06-30T15:00:00Z", **others):
    learner = {"name": f"Persona {number}", "account": {"homePage": HOME, "name": number}}
    return statement(actor=learner, verb={"id": verb}, object={"id": COURSE}, timestamp=at, **others)


def roll(cast, cohort):
    return [
        (line.name, line.document, line.day.isoformat(), line.result, line.score)
        for line in roll_of(cast.actor(REPRESENTATIVE), cohort, 1)
    ]


def test_completions_of_a_linked_activity_become_records_once(cast, lrs, store, cohort):
    link(cast, store, cohort)
    told = [
        done("1.234.567", result={"score": {"scaled": 0.85}}),
        done("2222222", PASSED, result={"score": {"raw": 9, "min": 1, "max": 11}, "success": True}),
    ]
    lrs.post(*told)
    expected = [
        ("Persona 1.234.567", "national:1234567", "2026-06-30", "completed", 8500),
        ("Persona 2222222", "national:2222222", "2026-06-30", "passed", 8000),
    ]
    assert sorted(roll(cast, cohort)) == expected
    lrs.post(*told)
    lrs.post(done("1234567"))
    assert lrs.put({**told[0], "id": None} | {"id": told[0]["id"]}, told[0]["id"]).status_code == 204
    assert sorted(roll(cast, cohort)) == expected
    assert [(batch.kind, batch.new, batch.office) for batch in Batch.objects.all()] == [
        ("xapi", 2, "XA/representative/JUS")
    ]
    assert not Failure.objects.exists()


def test_the_day_is_that_of_the_network_s_clocks(cast, lrs, store, cohort):
    link(cast, store, cohort)
    lrs.post(done("1", at="2026-07-01T02:30:00Z"))
    assert [line[2] for line in roll(cast, cohort)] == ["2026-06-30"]


@pytest.mark.parametrize(
    "others",
    [
        {"verb": {"id": "http://adlnet.gov/expapi/verbs/failed"}},
        {"verb": {"id": "http://adlnet.gov/expapi/verbs/experienced"}},
        {"object": {"id": COURSE + "/leccion"}},
        {
            "object": {"id": COURSE + "/leccion"},
            "context": {"contextActivities": {"grouping": [{"id": COURSE}], "parent": [{"id": COURSE}]}},
        },
        {"result": {"success": False}},
        {"result": {"completion": False}},
    ],
)
def test_what_is_no_completion_of_it_enters_nobody(cast, lrs, store, cohort, others):
    link(cast, store, cohort)
    assert lrs.post({**done("1"), **others}).status_code == 200
    assert not Completion.objects.exists()
    assert not Failure.objects.exists()


def test_a_course_of_cmi5_is_known_by_the_id_of_its_package(cast, lrs, store, cohort):
    link(cast, store, cohort)
    satisfied = {
        "verb": {"id": "https://w3id.org/xapi/adl/verbs/satisfied"},
        "object": {"id": "https://lms.example.org/5"},
    }
    lrs.post({**done("1"), **satisfied, "context": {"contextActivities": {"grouping": [{"id": COURSE}]}}})
    assert len(roll(cast, cohort)) == 1


@pytest.mark.parametrize(
    "actor",
    [
        AGENT,
        {"account": {"homePage": "https://other.example.org", "name": "1"}},
        {"account": {"homePage": HOME, "name": "---"}},
    ],
)
def test_a_completion_of_nobody_known_is_counted_and_stays_a_statement(cast, lrs, store, cohort, actor):
    link(cast, store, cohort)
    assert lrs.post({**done("1"), "actor": actor}).status_code == 200
    assert not Completion.objects.exists()
    assert (Failure.objects.get().trouble, Statement.objects.count()) == (Trouble.NO_PERSON, 1)


def test_a_cohort_that_takes_nothing_keeps_no_statement_out(cast, lrs, store, cohort, monkeypatch):
    link(cast, store, cohort)
    Credential.objects.update(role="observer")  # as if the seat could enter nothing any more
    assert lrs.post(done("1"), done("2")).status_code == 200
    assert not Completion.objects.exists()
    row = Failure.objects.get()
    assert (row.trouble, row.count, Statement.objects.count()) == (Trouble.NO_COHORT, 2, 2)


def test_links_are_the_representative_s_and_end(cast, lrs, store, cohort):
    given = {"store": store, "cohort": cohort, "activity": COURSE, "home": HOME, "paper": "national", "at": NOW}
    assert refusal(commands.link_activity, actor=cast.actor("XA/focal_point"), **given) == Shared.NOT_YOURS
    act = cast.actor(REPRESENTATIVE)
    assert refusal(commands.link_activity, actor=act, **{**given, "activity": "curso 7"}) == No.BAD_ACTIVITY
    assert refusal(commands.link_activity, actor=act, **{**given, "activity": "x:" + "y" * 400}) == No.BAD_ACTIVITY
    assert refusal(commands.link_activity, actor=act, **{**given, "home": "aula"}) == No.BAD_HOME
    made = commands.link_activity(actor=act, **given)
    assert refusal(commands.link_activity, actor=act, **given) == No.IS_LINKED
    assert refusal(commands.unlink_activity, actor=cast.actor("XA/focal_point"), link=made, at=NOW) == Shared.NOT_YOURS
    commands.unlink_activity(actor=act, link=made, at=NOW)
    assert refusal(commands.unlink_activity, actor=act, link=made, at=NOW) == No.IS_UNLINKED
    lrs.post(done("1"))
    assert not Completion.objects.exists()
    assert commands.link_activity(actor=act, **given)


## How much it costs


def test_a_request_costs_the_same_however_many_statements_it_has(cast, lrs, store, cohort):
    link(cast, store, cohort)
    lrs.post(statement(), done("9"))  # verbs, days and cohorts are known

    def several(count):
        return [each for number in range(count) for each in (statement(), done(f"{number}{count}"))]

    costs = {count: queries_of(lambda count=count: lrs.post(*several(count))) for count in (1, 3, 9)}
    assert len(set(costs.values())) == 1, costs
    pages = {
        limit: queries_of(lambda limit=limit: lrs.kept(limit=str(limit), agent=AGENT, format="canonical"))
        for limit in (1, 3)
    }
    assert len(set(pages.values())) == 1, pages


## Days that are counted


def test_statements_are_counted_by_day_and_verb(lrs):
    lrs.post(statement(), statement(), statement(verb={"id": "x:other"}))
    lrs.post(statement())
    told = statement()
    lrs.post(told)
    lrs.post(told)
    assert sorted(Count.objects.values_list("count", flat=True)) == [1, 4]
    assert {row.day for row in Count.objects.all()} == {row.stored.date() for row in Statement.objects.all()}


def test_words_of_an_address_are_not_in_the_log(lrs, caplog):
    lrs.client.get("/xapi/statements?" + urlencode({"agent": "CANARIO"}), headers=lrs.headers)
    assert "CANARIO" not in caplog.text
