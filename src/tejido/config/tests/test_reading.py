"""What is read from where: the primary for who asks and what they just did, the replica for pages that may be older,
and only the replica while the primary is away. Both databases as they are on a real machine: `tests/test_failover.py`.
"""

import time
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured, MiddlewareNotUsed
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory

from tejido.config import routing
from tejido.config.environment import postgresql
from tejido.config.reading import OWN, WROTE, Reading
from tejido.config.routing import PRIMARY, REPLICA, Router, State, Watch, reading


class Fake:
    """A database that is as it is told to be."""

    def __init__(self) -> None:
        self.is_fit = True

    def state(self) -> State:
        return State(self.is_fit)

    def is_up(self) -> bool:
        return self.is_fit


@pytest.fixture
def databases(monkeypatch, settings):
    monkeypatch.setitem(settings.DATABASES, REPLICA, {})
    both = SimpleNamespace(primary=Fake(), replica=Fake())
    monkeypatch.setattr("tejido.config.reading.primary", both.primary)
    monkeypatch.setattr("tejido.config.reading.replica", both.replica)
    return both


def asked(request, answers=None) -> tuple[HttpResponse, list[str]]:
    """The answer, and what was read from before the view was known and in the view, for each time it was tried."""
    read: list[str] = []

    def answer(request) -> HttpResponse:
        read.append(reading.get())
        middleware.process_view(request, None, None, None)
        read.append(reading.get())
        status = next(answers) if answers else 200
        request.database_failed = status == 503
        return HttpResponse(status=status)

    middleware = Reading(answer)
    response = middleware(request)
    assert reading.get() == PRIMARY, "nothing is left for the next request"
    return response, read


def get(namespace: str = "public", **cookies: str):
    request = RequestFactory().get("/")
    request.resolver_match = SimpleNamespace(namespaces=[namespace])
    request.COOKIES.update(cookies)
    return request


def test_who_asks_is_read_from_the_primary_and_a_page_that_may_be_older_from_the_replica(databases):
    assert asked(get())[1] == [PRIMARY, REPLICA]


@pytest.mark.parametrize("namespace", ["deliberation", "risk", "meetings", "reviews", "people", "records"])
def test_what_has_to_hold_at_once_is_read_from_the_primary(databases, namespace):
    assert asked(get(namespace))[1] == [PRIMARY, PRIMARY]


def test_an_address_of_nobody_is_read_from_the_primary(databases):
    request = get()
    request.resolver_match = None
    assert asked(request)[1] == [PRIMARY, PRIMARY]


def test_a_replica_that_is_behind_is_not_read_from(databases):
    databases.replica.is_fit = False
    assert asked(get())[1] == [PRIMARY, PRIMARY]


def test_who_has_sent_something_sees_it(databases):
    request = RequestFactory().post("/")
    request.resolver_match = SimpleNamespace(namespaces=["public"])
    response, read = asked(request)
    assert read == [PRIMARY, PRIMARY]
    cookie = response.cookies[WROTE]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (OWN, True, "Lax")
    assert asked(get(**{WROTE: cookie.value}))[1] == [PRIMARY, PRIMARY]


def test_while_the_primary_is_away_everything_is_read_from_the_replica_and_nothing_is_taken(databases):
    databases.primary.is_fit = databases.replica.is_fit = False
    request = get("deliberation")
    assert asked(request)[1] == [REPLICA, REPLICA]
    assert request.is_reading_only
    response, read = asked(RequestFactory().post("/"))
    assert (response.status_code, response["Retry-After"], read) == (503, "10", [])
    assert "Lo que envió no se guardó" in response.content.decode()


def test_a_page_whose_database_went_away_on_the_way_is_asked_for_once_more(databases):
    def going_away():
        databases.primary.is_fit = False
        yield 503
        yield 200

    response, read = asked(get("deliberation"), going_away())
    assert (response.status_code, read) == (200, [PRIMARY, PRIMARY, REPLICA, REPLICA])
    databases.primary.is_fit = True
    response, read = asked(get(), iter([503, 200]))
    assert (response.status_code, read) == (200, [PRIMARY, REPLICA] * 2)


def test_what_was_sent_is_not_sent_a_second_time(databases):
    request = RequestFactory().post("/")
    request.resolver_match = None
    assert asked(request, iter([503]))[0].status_code == 503


def test_without_a_replica_there_is_nothing_to_choose():
    with pytest.raises(MiddlewareNotUsed):
        Reading(lambda _request: HttpResponse())


@pytest.mark.django_db
def test_inside_a_transaction_everything_is_read_where_it_is_written():
    router = Router()
    before = reading.set(REPLICA)
    try:
        assert connection.in_atomic_block
        assert router.db_for_read(None) == PRIMARY
        assert (router.db_for_write(None), router.allow_relation(None, None)) == (PRIMARY, True)
        assert (router.allow_migrate(PRIMARY, "x"), router.allow_migrate(REPLICA, "x")) == (True, False)
    finally:
        reading.reset(before)


def test_outside_of_one_it_is_read_where_the_request_reads():
    before = reading.set(REPLICA)
    try:
        assert Router().db_for_read(None) == REPLICA
    finally:
        reading.reset(before)


class Looking(Watch):
    def __init__(self, *states: State) -> None:
        super().__init__("replica")
        self.states = list(states)

    def _look(self) -> State:
        return self.states.pop(0)


def test_a_change_is_said_once_and_an_answer_holds_for_a_second(caplog, monkeypatch):
    away = State(is_fit=False, problem="3.0 s behind")
    watch = Looking(away, away, State(is_fit=True))
    assert [watch.state().is_fit for _ask in range(3)] == [False] * 3
    assert len(watch.states) == 2
    for _second in range(2):
        monkeypatch.setattr(watch, "_asked", time.monotonic() - 2)
        watch.state()
    said = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert said == [
        ("ERROR", "The replica cannot be used (3.0 s behind)"),
        ("WARNING", "The replica can be used again (ok)"),
    ]


def test_while_one_asks_the_others_have_the_last_answer():
    watch = Looking()
    with watch._lock:
        assert watch.state().is_fit


@pytest.mark.parametrize(
    ("row", "is_fit", "problem"),
    [(0, True, ""), (0.9, True, ""), (3, False, "3.0 s behind"), (None, False, "it receives nothing")],
)
def test_a_replica_is_fit_while_it_is_at_most_a_second_behind(monkeypatch, row, is_fit, problem):
    monkeypatch.setattr(routing, "connections", {REPLICA: Answering(row)})
    found = routing.Replica("replica")._look()
    assert (found.is_fit, found.problem) == (is_fit, problem)


def test_a_database_that_does_not_answer_is_told_by_the_kind_of_its_failure(monkeypatch):
    failing = Answering(OperationalError("password of tejido"))
    monkeypatch.setattr(routing, "connections", {REPLICA: failing, PRIMARY: failing})
    assert routing.Replica("replica")._look().problem == "OperationalError"
    watch = routing.Primary("primary")
    assert [watch.is_up(), watch.is_up()] == [False, False]
    assert failing.closed == 1, "for a second nobody asks again"


class Answering:
    """A connection whose only row is given."""

    def __init__(self, row) -> None:
        self.row, self.closed = row, 0

    def cursor(self):
        return self

    def __enter__(self):
        if isinstance(self.row, Exception):
            raise self.row
        return self

    def __exit__(self, *_problem):
        pass

    def execute(self, _query):
        pass

    def fetchone(self):
        return (self.row,)

    def close(self):
        self.closed += 1


# Addresses of databases


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("postgresql://u:p@one/n", "one", ""),
        ("postgresql://u:p@one:6000/n", "one", "6000"),
        ("postgresql://u:p@one,two:6000/n?target_session_attrs=read-write", "one,two", "5432,6000"),
        ("postgresql://u:p@[::1]:6000,[fe80::1]/n", "::1,fe80::1", "6000,5432"),
        ("postgresql://u:p@/n?host=/var/run/postgresql", "/var/run/postgresql", ""),
    ],
)
def test_one_host_or_several_are_read_as_postgresql_writes_them(url, host, port):
    found = postgresql(url)
    assert (found["HOST"], found["PORT"], found["USER"], found["PASSWORD"]) == (host, port, "u", "p")


@pytest.mark.parametrize(
    "url", ["postgresql://u:geheim@one:x/n", "postgresql://u:geheim@one:70000/n", "geheim", "x://"]
)
def test_what_is_no_address_is_refused_by_the_name_of_the_setting_and_without_the_password(url):
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_REPLICA_URL is not an address") as refused:
        postgresql(url, "DATABASE_REPLICA_URL")
    assert "geheim" not in str(refused.value)


def test_a_host_that_is_silent_is_known_to_be_gone_after_seconds_and_one_may_say_otherwise():
    options = postgresql("postgresql://u@one/n?connect_timeout=2&sslmode=require")["OPTIONS"]
    assert (options["connect_timeout"], options["sslmode"], options["tcp_user_timeout"]) == ("2", "require", "10000")
