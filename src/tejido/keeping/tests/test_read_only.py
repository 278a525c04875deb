"""A read-only node is read, lets people in, and takes nothing else: no form, no act, no job."""

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction

from cast import NOW
from tejido.config import clock
from tejido.config.middleware import TAKEN_ALWAYS
from tejido.ledger.actors import CONSOLE
from tejido.ledger.commands import record
from tejido.ledger.models import Line
from tejido.ledger.refusals import No, Refused
from tejido.web import held

pytestmark = pytest.mark.django_db


@pytest.fixture
def read_only(folder):
    held.hold(held.Why.ASKED)
    return folder


def act() -> Line:
    with transaction.atomic():
        return record(actor=CONSOLE, act="tried", tree="network", kind="try", object="x", at=NOW)


def test_no_act_is_recorded_and_so_none_is_done(cast, read_only):
    lines = Line.objects.count()
    with pytest.raises(Refused) as caught:
        act()
    assert (caught.value.refusal.code, Line.objects.count()) == (No.READ_ONLY, lines)
    held.let_go()
    act()


def test_the_one_act_that_ends_it_may_write(cast, read_only):
    with held.set_aside():
        assert act().pk
    assert held.why() is held.Why.ASKED


def test_pages_are_read_and_forms_are_answered_with_one_sentence(cast, read_only):
    client = cast.client("XA/focal_point")
    assert client.get("/").status_code == 200
    answer = client.post("/preferences/", {"language": "fr", "zone": "UTC"})
    assert answer.status_code == 503
    assert str(No.READ_ONLY.label) in answer.content.decode()
    assert cast.account("XA/focal_point").language == "es"


def test_people_come_in_and_go_out(cast, read_only):
    client = cast.client("XA/focal_point")
    assert client.post("/accounts/logout/").status_code == 302
    assert not Session.objects.exclude(session_data="").filter(pk=client.session.session_key or "-").exists()


def test_what_is_always_taken_are_addresses_of_this_house():
    from django.urls import get_resolver

    def names(resolver, space=""):
        for pattern in resolver.url_patterns:
            inner = getattr(pattern, "url_patterns", None)
            if inner is None:
                yield f"{space}{pattern.name}"
            else:
                yield from names(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)

    assert set(names(get_resolver())) >= TAKEN_ALWAYS


def test_the_clock_does_nothing(cast, read_only, monkeypatch):
    done = []
    monkeypatch.setattr(clock, "run_due", done.append)
    monkeypatch.setattr(clock, "work_on_files", done.append)

    def once(_seconds):
        raise SystemExit

    clock.look(NOW)
    with pytest.raises(SystemExit):
        clock.keep_files(once)
    assert done == []
    held.let_go()
    clock.look(NOW)
    with pytest.raises(SystemExit):
        clock.keep_files(once)
    assert len(done) == 2


def test_a_file_that_cannot_be_read_holds_as_well(read_only):
    for said in ("", "{}", '{"why": "unknown"}', "[]"):
        (read_only / held.NAME).write_text(said)
        assert held.why() is held.Why.ASKED


def test_the_console_turns_it_on_and_off(typed, folder, tmp_path):
    assert typed("read-only", "on", "--json").data == {"read_only": True}
    assert typed("read-only", "on").code == 0
    assert held.why() is held.Why.ASKED
    assert typed("read-only", "off", "--json").data == {"read_only": False}
    assert held.why() is None


def test_a_restored_node_in_which_something_is_missing_is_not_released_at_the_console(typed, folder):
    held.hold(held.Why.RESTORED)
    assert typed("read-only", "on").code == 0
    said = typed("read-only", "off", "--json")
    assert (said.code, said.data["error"]["code"]) == (1, "needs_two")
    assert held.why() is held.Why.RESTORED


def test_mail_that_comes_meanwhile_is_kept_by_the_mail_server(typed, read_only, settings, monkeypatch):
    import io
    import sys
    from types import SimpleNamespace

    settings.REPLY_DOMAIN = "reply.example.org"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"From: a@example.org\n\nx\n")))
    assert typed("receive", "--to", "reply+x@reply.example.org").code == 75
