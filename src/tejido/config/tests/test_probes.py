"""What machines ask is answered without a session, says nothing of what is in the network, and costs a few queries."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from cast import make_text
from tejido.config import probes, readiness
from tejido.config.metrics.counting import Counting, Totals, begin_anew
from tejido.config.metrics.writing import Family, requests, text
from tejido.people.models import Account, Letter
from tejido.running.commands import Beat, keep_beats

pytestmark = pytest.mark.django_db
TOKEN = {"authorization": "Bearer let-me-in-123456"}


@pytest.fixture(autouse=True)
def _fresh(monkeypatch, settings):
    settings.ALLOWED_HOSTS = []
    monkeypatch.setattr(readiness, "_kept", (-readiness.KEPT, {}))
    monkeypatch.setattr(readiness, "ROOM", 0)
    monkeypatch.setattr(readiness, "missing_migrations", set)
    monkeypatch.setattr(probes, "close_old_connections", lambda: None)


def asked(path: str, **headers: str):
    return Client().get(path, headers={"host": "10.0.0.7", **headers})


def alive() -> None:
    keep_beats(beats=[Beat("clock", timezone.now(), 0.1)])


def test_whether_it_lives_is_told_before_anything_can_go_wrong():
    with CaptureQueriesContext(connection) as queries:
        answer = asked("/healthz")
    assert (answer.status_code, answer.content, len(queries), answer.cookies) == (200, b"ready\n", 0, {})


def test_whether_it_can_answer_people_is_told_in_codes():
    alive()
    answer = asked("/readyz")
    assert answer.content == b"clock ok\ndatabase ok\ndisk ok\nmail ok\nmigrations ok\n"
    assert (answer.status_code, answer.cookies) == (200, {})


def test_who_asks_often_costs_nothing_more():
    asked("/readyz")
    with CaptureQueriesContext(connection) as queries:
        asked("/readyz")
    assert len(queries) == 0


def test_what_stands_in_nobody_s_way_is_told_and_is_a_failure_only_for_who_wants_to_know():
    queued = timezone.now() - timedelta(hours=2)
    Letter.objects.create(address="a@example.org", occasion="o", subject="s", body="b", queued_at=queued)
    answer = asked("/readyz")
    assert (answer.status_code, answer.content.split(b"\n")[0]) == (200, b"clock late")
    assert b"mail late" in answer.content
    assert asked("/readyz?strict").status_code == 503


def test_a_database_that_does_not_answer_or_is_behind_sends_people_elsewhere(monkeypatch):
    def fail() -> None:
        raise OperationalError("the password of tejido is wrong")

    monkeypatch.setattr(readiness, "missing_migrations", lambda: {("people", "0099_new")})
    assert asked("/readyz").status_code == 503
    monkeypatch.setattr(readiness, "_kept", (-readiness.KEPT, {}))
    monkeypatch.setattr(readiness.connection, "cursor", fail)
    answer = asked("/readyz")
    assert (answer.status_code, answer.content) == (503, b"database fails\ndisk ok\n")


def test_a_disk_without_room_is_told(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(readiness, "ROOM", 1 << 60)
    assert b"disk fails" in asked("/readyz").content
    settings.DATA = tmp_path / "gone"
    monkeypatch.setattr(readiness, "_kept", (-readiness.KEPT, {}))
    assert b"disk fails" in asked("/readyz").content


def test_a_migration_that_the_database_has_not_had_is_missed(monkeypatch):
    monkeypatch.undo()
    before = readiness.missing_migrations()
    MigrationRecorder.Migration.objects.filter(app="people", name="0005_replies").delete()
    assert readiness.missing_migrations() - before <= {("people", "0005_replies")}
    assert ("people", "0005_replies") in readiness.missing_migrations()


@pytest.fixture
def metrics(settings, tmp_path):
    """A client for whom metrics are on."""
    settings.DATA, settings.METRICS_TOKEN = tmp_path, "let-me-in-123456"
    settings.ALLOWED_HOSTS = ["testserver"]
    return Client()


@pytest.mark.parametrize("said", [{}, {"authorization": "Bearer wrong"}, {"authorization": "let-me-in-123456"}])
def test_how_it_runs_is_told_to_who_has_the_token_alone(metrics, said):
    answer = metrics.get("/metrics", headers=said)
    assert (answer.status_code, answer.content) == (404, b"not found\n")


def test_without_a_token_nobody_is_told_and_nothing_is_counted(settings):
    settings.METRICS_TOKEN = ""
    assert asked("/metrics", authorization="Bearer ").status_code == 404


def families(client) -> dict:
    answer = client.get("/metrics", headers=TOKEN)
    assert answer.status_code == 200
    return {family.name: family for family in text_string_to_metric_families(answer.content.decode())}


def test_requests_are_counted_by_pattern_and_status_and_a_reader_that_is_not_ours_understands(metrics):
    for path in ("/texts/politica-secreta/", "/texts/otra-secreta/", "/politica-secreta/"):
        metrics.get(path)
    metrics.generic("SECRET", "/accounts/login/")
    found = families(metrics)
    counted = {tuple(sample.labels.values()): sample.value for sample in found["tejido_requests"].samples}
    assert counted[("GET", "/texts/<slug:slug>/", "404")] == 2
    assert counted[("GET", "(no address of this house)", "404")] == 1
    assert ("other", "/accounts/login/", "405") in counted
    counts = [s for s in found["tejido_request_seconds"].samples if s.name.endswith("_count")]
    assert sum(sample.value for sample in counts) == 4


def test_what_is_told_holds_no_name_no_key_and_no_word_of_what_is_in_the_network(cast, metrics):
    text_ = make_text(cast, slug="politica-secreta")
    Letter.objects.create(
        to=cast.account("XA/focal_point"), occasion="round:1", subject="Secreta", body="b", queued_at=timezone.now()
    )
    alive()
    cast.client("XA/focal_point").get("/texts/politica-secreta/")
    said = metrics.get("/metrics", headers=TOKEN).content.decode()
    names = [value for pair in Account.objects.values_list("email", "name") for value in pair if value]
    for secret in ("secreta", "Secreta", text_.key, "XA", "member", *names):
        assert secret not in said, secret


def test_the_facts_are_those_that_an_alarm_needs(cast, metrics, django_assert_max_num_queries):
    make_text(cast)
    alive()
    with django_assert_max_num_queries(16):
        found = families(metrics)
    assert found["tejido_database_up"].samples[0].value == 1
    assert found["tejido_ledger_lines"].samples[0].value > 0
    assert {s.labels["state"] for s in found["tejido_letters"].samples} == {"waiting", "put_off", "trying", "given_up"}
    assert found["tejido_work_done_timestamp_seconds"].samples[0].labels == {"work": "clock"}
    assert found["tejido_disk_free_bytes"].samples[0].value > 0
    assert {s.labels["what"] for s in found["tejido_ledger_last_timestamp_seconds"].samples} == {"line"}


def test_counts_are_told_also_while_the_database_does_not_answer(metrics, monkeypatch):
    def fail() -> None:
        raise OperationalError

    metrics.get("/healthz")
    monkeypatch.setattr("tejido.config.metrics.facts.families", fail)
    assert families(metrics)["tejido_database_up"].samples[0].value == 0


# Several processes


def test_what_several_processes_counted_is_added_and_what_one_left_behind_stays(tmp_path):
    first, second = Counting(tmp_path), Counting(tmp_path)
    first.add(("GET", "/a/", 200), 0.02)
    first.add(("GET", "/a/", 200), 99.0)
    first.write()
    first.write()  # nothing is new
    second.add(("GET", "/a/", 200), 0.01)
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    total = second.sum()
    assert total.counts == {("GET", "/a/", 200): 3}
    assert total.durations["/a/"] == [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert total.seconds["/a/"] == pytest.approx(99.03)
    assert 'le="0.025"} 2\n' in requests(total)


def test_counts_wait_where_the_disk_takes_nothing(tmp_path):
    (tmp_path / "file").touch()
    counting = Counting(tmp_path / "file")
    counting.add(("GET", "/a/", 200), 0.02)
    counting.write()
    (tmp_path / "file").unlink()
    counting.write()
    assert Counting(tmp_path / "file").sum().counts == {("GET", "/a/", 200): 1}


def test_a_new_start_counts_from_nothing(tmp_path):
    counting = Counting(tmp_path / "metrics")
    counting.add(("GET", "/a/", 200), 0.02)
    counting.write()
    begin_anew(tmp_path)
    assert Counting(tmp_path / "metrics").sum().counts == Totals().counts


def test_signs_that_mean_something_to_the_reader_are_written_so_that_they_do_not():
    said = text([Family("x", "gauge", "h", [({"a": 'b"\\\n'}, 0.5)])])
    [family] = text_string_to_metric_families(said)
    assert family.samples[0].labels == {"a": 'b"\\\n'}
