"""One turn at a time: among processes by a file, among nodes on one PostgreSQL database by the database."""

import pytest
from django.db import connection

from tejido.config.only_one import Busy
from tejido.config.turns import turn

only_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one node")


@pytest.mark.django_db(transaction=True)
def test_of_two_processes_of_a_node_one_has_the_turn(tmp_path):
    with turn(tmp_path, "clock") as still:
        still()
        with pytest.raises(Busy), turn(tmp_path, "clock"):
            pass
        with turn(tmp_path, "files"):
            pass
    with turn(tmp_path, "clock"):
        pass


@only_postgresql
@pytest.mark.django_db(transaction=True)
def test_of_two_nodes_on_one_database_one_has_the_turn(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    with turn(first, "clock"), pytest.raises(Busy), turn(second, "clock"):
        pass
    with turn(second, "clock"):
        pass


@only_postgresql
@pytest.mark.django_db(transaction=True)
def test_who_loses_the_connection_loses_the_turn(tmp_path):
    with turn(tmp_path, "clock") as still:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
        with pytest.raises(Busy):
            still()
