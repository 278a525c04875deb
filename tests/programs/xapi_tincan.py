"""Everything that Rustici's client `tincan` can ask of an endpoint, asked of ours. It stands in the environment that
`make peers` makes. Prints a JSON object: what was tried, and what went wrong there, empty where nothing did.

    python xapi_tincan.py ENDPOINT LOGIN SECRET VERSION
"""

import base64
import hashlib
import json
import sys
import uuid
from datetime import UTC, datetime

from tincan import (
    Activity,
    ActivityDefinition,
    Agent,
    AgentAccount,
    Attachment,
    Context,
    ContextActivities,
    Group,
    LanguageMap,
    RemoteLRS,
    Result,
    Score,
    Statement,
    StatementRef,
    SubStatement,
    Verb,
)
from tincan.documents import ActivityProfileDocument, AgentProfileDocument, StateDocument

ENDPOINT, LOGIN, SECRET, VERSION = sys.argv[1:]
lrs = RemoteLRS(endpoint=ENDPOINT, username=LOGIN, password=SECRET, version=VERSION)
ANA = Agent(account=AgentAccount(home_page="https://escuela.example", name="40123"), name="Ana")
TEAM = Group(name="Turno", member=[ANA, Agent(mbox="mailto:b@example.org")], mbox="mailto:turno@example.org")
LESSON = Activity(
    id="https://escuela.example/cursos/prevención/1",
    definition=ActivityDefinition(
        name=LanguageMap({"es": "Prevención — primera sesión", "und": "1"}),
        type="http://adlnet.gov/expapi/activities/lesson",
        extensions={"https://escuela.example/ext/sala": {"n": [1, 2.5, None, True]}},
    ),
)
PASSED = Verb(id="http://adlnet.gov/expapi/verbs/passed", display=LanguageMap({"es": "aprobó"}))
REGISTRATION = str(uuid.uuid4())
TRIED = {}


def tries(work):
    """Runs it now; what goes wrong is said under its name."""
    try:
        work()
    except Exception as problem:
        TRIED[work.__name__] = f"{type(problem).__name__}: {problem}"
    else:
        TRIED[work.__name__] = ""
    return work


def done(answer, status=None):
    assert answer.success, f"{answer.response.status} {answer.data!r}"
    assert status is None or answer.response.status == status, answer.response.status
    return answer.content


def statement(**others):
    return Statement(**{"actor": ANA, "verb": PASSED, "object": LESSON, **others})


def same(kept, sent):
    """Whatever was sent came back."""
    has, had = (json.loads(each.to_json(VERSION)) for each in (kept, sent))
    for name, value in had.items():
        if name in ("timestamp", "stored"):
            continue
        assert has.get(name) == value, (name, has.get(name), value)


def got(id):
    return done(lrs.retrieve_statement(id))


@tries
def about():
    assert VERSION in done(lrs.about()).version


@tries
def save_without_id():
    kept = done(lrs.save_statement(statement()), 200)
    assert got(kept.id).authority is not None


@tries
def save_with_id():
    sent = statement(id=str(uuid.uuid4()))
    done(lrs.save_statement(sent), 204)
    same(got(sent.id), sent)
    done(lrs.save_statement(sent), 204)


@tries
def save_another_under_the_same_id():
    id = str(uuid.uuid4())
    done(lrs.save_statement(statement(id=id)))
    answer = lrs.save_statement(statement(id=id, actor=TEAM))
    assert answer.response.status == 409, answer.response.status


@tries
def save_with_everything():
    sent = statement(
        id=str(uuid.uuid4()),
        timestamp=datetime(2026, 3, 1, 12, 30, 15, 123000, tzinfo=UTC),
        result=Result(
            score=Score(scaled=0.95, raw=95, min=0, max=100), success=True, completion=True, response="a[,]b",
            extensions={"https://escuela.example/ext/x": "y"},
        ),
        context=Context(
            registration=REGISTRATION, instructor=Agent(mbox="mailto:docente@example.org"), team=TEAM, language="es-PY",
            platform="Aula", revision="2", statement=StatementRef(id=str(uuid.uuid4())),
            context_activities=ContextActivities(
                parent=[Activity(id="https://escuela.example/cursos/prevención")],
                grouping=[Activity(id="https://escuela.example/2026")],
                category=[Activity(id="https://w3id.org/xapi/cmi5/context/categories/moveon")],
            ),
        ),
    )  # fmt: skip  # one statement
    done(lrs.save_statement(sent), 204)
    same(got(sent.id), sent)


@tries
def save_about_an_agent_a_statement_and_a_substatement():
    for thing in (
        Agent(mbox="mailto:c@example.org"), TEAM, StatementRef(id=str(uuid.uuid4())),
        SubStatement(actor=ANA, verb=PASSED, object=LESSON),
    ):  # fmt: skip  # four things
        sent = statement(id=str(uuid.uuid4()), object=thing)
        done(lrs.save_statement(sent))
        same(got(sent.id), sent)


@tries
def save_by_every_identifier():
    for agent in (
        Agent(openid="https://ana.example/"), Agent(mbox="mailto:ana@example.org"),
        Agent(mbox_sha1sum=hashlib.sha1(b"mailto:ana@example.org").hexdigest()), Group(member=[ANA]),
    ):  # fmt: skip  # four ways
        done(lrs.save_statement(statement(actor=agent)))


@tries
def save_several():
    sent = [statement(), statement(actor=TEAM), statement(id=str(uuid.uuid4()))]
    kept = done(lrs.save_statements(sent), 200)
    assert len({each.id for each in kept}) == 3
    for each in kept:
        got(each.id)


@tries
def save_with_an_attachment_elsewhere():
    document = b"%PDF-1.7 acta"
    sent = statement(
        id=str(uuid.uuid4()),
        attachments=[
            Attachment(
                usage_type="https://escuela.example/acta", display=LanguageMap({"es": "Acta"}),
                content_type="application/pdf", length=len(document), sha2=hashlib.sha256(document).hexdigest(),
                fileurl="https://escuela.example/acta.pdf",
            )
        ],
    )  # fmt: skip  # one statement
    done(lrs.save_statement(sent))
    same(got(sent.id), sent)


@tries
def void():
    sent = done(lrs.save_statement(statement()))
    voided = Verb(id="http://adlnet.gov/expapi/verbs/voided")
    done(lrs.save_statement(statement(verb=voided, object=StatementRef(id=sent.id))))
    assert lrs.retrieve_statement(sent.id).response.status == 404
    assert done(lrs.retrieve_voided_statement(sent.id)).id == sent.id


@tries
def query_with_everything():
    found = done(
        lrs.query_statements({
            "agent": ANA, "verb": PASSED, "activity": LESSON, "registration": REGISTRATION, "limit": 10,
            "format": "exact", "since": "2020-01-01T00:00:00Z", "until": "2099-01-01T00:00:00.000+00:00",
        })
    )  # fmt: skip  # one question
    assert len(found.statements) == 1


@tries
def query_with_true_as_a_script_writes_it():
    asked = {"ascending": "true", "attachments": "false", "related_agents": "true", "related_activities": "true"}
    done(lrs.query_statements(asked))


@tries
def query_with_true_as_python_writes_it():
    """The client puts Python's own words into the address: True, False."""
    done(lrs.query_statements({"ascending": True, "related_agents": True}))


@tries
def query_in_every_form():
    for form in ("ids", "exact", "canonical"):
        assert done(lrs.query_statements({"format": form, "limit": 2})).statements


@tries
def query_page_by_page():
    page, ids = done(lrs.query_statements({"limit": 3, "agent": ANA})), []
    while True:
        ids += [each.id for each in page.statements]
        if not page.more:
            break
        page = done(lrs.more_statements(page))
    assert len(ids) == len(set(ids)) > 6, len(ids)


@tries
def state():
    document = StateDocument(
        activity=LESSON, agent=ANA, id="lección/1 — marcador", content=json.dumps({"página": 3}),
        content_type="application/json",
    )  # fmt: skip  # one document; the client leaves its registration out
    done(lrs.save_state(document), 204)
    found = done(lrs.retrieve_state(LESSON, ANA, document.id))
    assert bytes(found.content) == document.content, found.content
    assert done(lrs.retrieve_state_ids(LESSON, ANA)) == [document.id]
    assert done(lrs.retrieve_state_ids(LESSON, ANA, since="2020-01-01T00:00:00Z")) == [document.id]
    done(lrs.save_state(document), 204)
    done(lrs.delete_state(document), 204)
    assert lrs.retrieve_state(LESSON, ANA, document.id).response.status == 404
    done(lrs.clear_state(LESSON, ANA), 204)


@tries
def state_without_a_type():
    document = StateDocument(activity=LESSON, agent=ANA, id="words", content="palabras")
    done(lrs.save_state(document), 204)
    assert bytes(done(lrs.retrieve_state(LESSON, ANA, "words")).content) == document.content


def etag(answer):
    return {name.lower(): value for name, value in answer.response.getheaders()}["etag"]


def profile(kind, save, retrieve, ids, delete, whose):
    """Kept new, not written over unseen, written over when seen, deleted."""
    document = kind(id="perfil", content=json.dumps({"a": 1}), content_type="application/json", **whose)
    answer = save(document)
    assert answer.response.status in (204, 409, 412), answer.response.status
    (value,) = whose.values()
    if answer.success:
        found = retrieve(value, "perfil")
        assert bytes(done(found).content) == document.content
        assert done(ids(value)) == ["perfil"]
        assert save(document).response.status == 409
        document.etag = etag(found)
        done(save(document), 204)
        document.etag = None
        done(delete(document), 204)
    else:
        raise AssertionError(f"{answer.response.status} {answer.data!r}")


@tries
def activity_profile():
    profile(
        ActivityProfileDocument, lrs.save_activity_profile, lrs.retrieve_activity_profile,
        lrs.retrieve_activity_profile_ids, lrs.delete_activity_profile, {"activity": LESSON},
    )  # fmt: skip  # one kind


@tries
def agent_profile():
    profile(
        AgentProfileDocument, lrs.save_agent_profile, lrs.retrieve_agent_profile, lrs.retrieve_agent_profile_ids,
        lrs.delete_agent_profile, {"agent": ANA},
    )  # fmt: skip  # one kind


@tries
def a_wrong_secret():
    other = RemoteLRS(
        endpoint=ENDPOINT, version=VERSION, auth="Basic " + base64.b64encode(f"{LOGIN}:x".encode()).decode()
    )
    assert other.save_statement(statement()).response.status == 401


json.dump(TRIED, sys.stdout, ensure_ascii=False)
