"""Where the machine fails and not the program, whoever waits is told so, and what was typed is still there."""

import errno
import sqlite3

import psycopg
import pytest
from django.db import OperationalError, connection
from django.test import Client

from tejido.config.faults import status_of


def wrapped(inner: BaseException) -> BaseException:
    """As Django wraps what a driver raises."""
    outer = OperationalError(str(inner))
    outer.__cause__ = inner
    return outer


def of_sqlite(code: int) -> sqlite3.OperationalError:
    problem = sqlite3.OperationalError("words")
    problem.sqlite_errorcode = code
    return problem


@pytest.mark.parametrize(
    ("problem", "status"),
    [
        (wrapped(of_sqlite(sqlite3.SQLITE_FULL)), 507),
        (wrapped(of_sqlite(778)), 507),  # SQLITE_IOERR_WRITE
        (wrapped(of_sqlite(sqlite3.SQLITE_READONLY)), 503),
        (wrapped(of_sqlite(sqlite3.SQLITE_BUSY)), 503),
        (wrapped(of_sqlite(sqlite3.SQLITE_ERROR)), 500),
        (wrapped(psycopg.errors.DiskFull()), 507),
        (wrapped(psycopg.errors.ReadOnlySqlTransaction()), 503),
        (wrapped(psycopg.errors.AdminShutdown()), 503),
        (wrapped(psycopg.errors.ConnectionFailure()), 503),
        (wrapped(psycopg.errors.UndefinedTable()), 500),
        (wrapped(psycopg.OperationalError("connection refused")), 503),
        (wrapped(psycopg.DataError("value")), 500),
        (OSError(errno.ENOSPC, "no space"), 507),
        (OSError(errno.EROFS, "read only"), 503),
        (OSError(errno.ENOENT, "no file"), 500),
        (KeyError("x"), 500),
        (None, 500),
    ],
)
def test_what_failed_is_told_from_the_codes_of_the_database_and_of_the_system(problem, status):
    assert status_of(problem) == status


def test_a_failure_that_came_from_itself_is_looked_at_once():
    problem = KeyError()
    problem.__context__ = problem
    assert status_of(problem) == 500


@pytest.mark.django_db
@pytest.mark.parametrize(("status", "words"), [(507, "The disk of this node is full"), (503, "cannot be written to")])
def test_the_page_says_that_nothing_was_stored_in_the_reader_s_language_and_with_every_header(
    monkeypatch, status, words
):
    code = sqlite3.SQLITE_FULL if status == 507 else sqlite3.SQLITE_READONLY

    def fail(*_args):
        raise wrapped(of_sqlite(code))

    monkeypatch.setattr("tejido.config.frame.network", fail)
    answer = Client(raise_request_exception=False).get("/members/", headers={"accept-language": "en"})
    assert (answer.status_code, answer["Retry-After"]) == (status, "10")
    assert words in answer.content.decode()
    assert "Content-Security-Policy" in answer.headers
    assert connection.connection is not None


@pytest.mark.django_db
def test_a_program_is_told_so_in_json(monkeypatch):
    def fail(*_args):
        raise wrapped(of_sqlite(sqlite3.SQLITE_FULL))

    monkeypatch.setattr("tejido.api.views.reading.network", fail)
    answer = Client(raise_request_exception=False).get("/api/v1/")
    assert (answer.status_code, answer["Content-Type"]) == (507, "application/problem+json")
    assert (answer.json()["code"], answer["Retry-After"]) == ("fault", "10")
