"""tejido init, link and round: what founds a network, lets people in, and opens a round at the console."""

import os
from datetime import timedelta

import pytest

from at_console import Typed
from cast import NOW, Cast
from tejido.cli import house, init
from tejido.curriculum.models import Text
from tejido.deliberation.models import Round
from tejido.ledger.models import Line
from tejido.people.commands import use_link
from tejido.people.models import Account
from tejido.registry.models import Network
from tejido.registry.queries import actor_for, secretariat_holders

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]

FOUNDING = (
    "init", "--name", "Red de prueba", "--languages", "es, pt", "--zone", "America/Asuncion",
    "--email", "st@example.org",
)  # fmt: skip  # pairs, read as one line


@pytest.fixture
def at_cast_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command's clock shows what the clock of the cast shows."""
    for module in ("init", "link", "round", "text", "ledger"):
        monkeypatch.setattr(f"tejido.cli.{module}.now", lambda: NOW)


def test_init_founds_a_network_whose_link_lets_the_secretariat_in(typed: Typed) -> None:
    said = typed(*FOUNDING, "--json")
    assert said.code == 0
    assert said.data["languages"] == ["es", "pt"]
    token = said.data["link"].rstrip("/").rsplit("/", 1)[1]
    account = use_link(token=token, at=house.now())
    actor, _mandates = actor_for(str(account.pk), "", house.now())
    assert (account.email, actor.office) == ("st@example.org", "network/secretariat/ST")


@pytest.mark.parametrize("missing", ["--name", "--languages", "--zone", "--email"])
def test_without_a_terminal_init_names_the_option_that_is_missing(missing: str, typed: Typed, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    place = FOUNDING.index(missing)
    said = typed(*FOUNDING[:place], *FOUNDING[place + 2 :])
    assert (said.code, said.err) == (2, f"“{missing}” is missing.\n")
    assert not Network.objects.exists()


@pytest.mark.parametrize("given", [(), ("--bind", "8000")])
def test_init_says_what_is_wrong_before_it_works(given, typed: Typed, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    monkeypatch.setattr(init, "open_house", lambda _data: pytest.fail("worked first"))
    assert typed("init", *given).code == 2


@pytest.mark.parametrize(("bind", "origin"), [((), "localhost:8000"), (("--bind", "127.0.0.1:9321"), "localhost:9321")])
def test_the_link_of_init_leads_to_where_serve_will_be(bind, origin: str, typed: Typed) -> None:
    said = typed(*FOUNDING, *bind)
    assert os.environ["TEJIDO_ORIGIN"] == f"http://{origin}"
    assert f"--bind {origin.replace('localhost', '127.0.0.1')}" in said.err


def test_the_link_of_init_keeps_to_where_the_folder_was_served_before(typed: Typed, tmp_path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "origin").write_text("https://red.example.org", encoding="utf-8")
    typed(*FOUNDING)
    assert os.environ["TEJIDO_ORIGIN"] == "https://red.example.org"


def test_init_for_others_than_this_machine_asks_for_the_address_that_people_use(typed: Typed) -> None:
    assert "TEJIDO_ORIGIN is not set" in typed(*FOUNDING, "--bind", "0.0.0.0:8000").err


def test_in_a_terminal_init_asks_for_what_is_missing(typed: Typed, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr(init.typer, "prompt", lambda question, **_more: asked.append(question) or "Red preguntada")
    assert typed(*FOUNDING[:1], *FOUNDING[3:]).code == 0
    assert asked == ["Name of the network"]
    assert Network.objects.get().name["es"] == "Red preguntada"


@pytest.mark.parametrize(
    ("option", "value"), [("--languages", "es,es"), ("--zone", "Mars/Base"), ("--email", "not an address")]
)
def test_init_founds_nothing_on_a_value_that_is_none(option: str, value: str, typed: Typed) -> None:
    given = list(FOUNDING)
    given[given.index(option) + 1] = value
    said = typed(*given)
    assert said.code == 2
    assert value in said.err
    assert not Network.objects.exists()


def test_a_second_network_is_refused_and_the_first_stays(typed: Typed) -> None:
    typed(*FOUNDING)
    said = typed("init", "--name", "Otra", *FOUNDING[3:], "--json")
    assert (said.code, said.data["error"]["code"]) == (1, "network_exists")
    assert Network.objects.get().name["es"] == "Red de prueba"
    assert Account.objects.count() == 1


def test_init_names_the_network_that_an_import_founded_and_gives_it_its_seat(typed: Typed, tmp_path) -> None:
    (tmp_path / "es.md").write_text("# Hola\n", encoding="utf-8")
    typed("text", "import", tmp_path / "es.md", "--title", "Hola")
    assert typed(*FOUNDING).code == 0
    network = Network.objects.get()
    assert (network.name["pt"], network.zone, network.negotiated_language) == (
        "Red de prueba",
        "America/Asuncion",
        "es",
    )
    assert secretariat_holders(house.now()) == 1
    assert [text["slug"] for text in typed("text", "list", "--json").data] == ["hola"]


def test_a_link_lets_the_person_in_once_and_is_an_act_of_the_console(typed: Typed, cast: Cast) -> None:
    address = cast.account("network/secretariat").email
    said = typed("link", address.upper())
    assert said.code == 0
    token = said.out.strip().rstrip("/").rsplit("/", 1)[1]
    assert use_link(token=token, at=house.now()).email == address
    assert Line.objects.filter(act="link-made", office="console").count() == 1


def test_a_link_for_nobody_and_for_an_account_that_was_closed_is_refused(typed: Typed, cast: Cast) -> None:
    account = cast.account("XA/focal_point")
    Account.objects.filter(pk=account.pk).update(is_active=False)
    for address in ("nobody@example.org", account.email):
        assert typed("link", address, "--json").data["error"]["code"] == "unknown_account"


def opening(deadline: str = "2027-03-31 18:00", zone: str = "America/Asuncion") -> tuple[str, ...]:
    return ("round", "open", "texto", "--deadline", deadline, "--zone", zone, "--json")


def test_a_round_opens_on_the_clocks_of_its_zone_for_the_members_of_record(
    typed: Typed, text: Text, at_cast_time
) -> None:
    said = typed(*opening())
    assert said.code == 0
    assert (said.data["deadline"], said.data["is_open"]) == ("2027-03-31T21:00:00Z", True)
    assert said.data["missing"] == ["XA", "XB", "XC"]
    assert Line.objects.get(act="round-opened").office == "console"


@pytest.mark.parametrize(
    ("deadline", "zone", "code"),
    [
        ("2020-01-01 10:00", "America/Asuncion", "deadline_past"),
        ("2027-03-31 18:00", "America/Nowhere", "unknown_zone"),
        ("2027-03-14 02:30", "America/New_York", "no_such_time"),
        ("2027-11-07 01:30", "America/New_York", "two_such_times"),
    ],
)
def test_a_deadline_that_cannot_be_is_refused_and_no_round_opens(
    deadline: str, zone: str, code: str, typed: Typed, text: Text, at_cast_time
) -> None:
    said = typed(*opening(deadline, zone))
    assert (said.code, said.data["error"]["code"]) == (1, code)
    assert not Round.objects.exists()


def test_a_second_round_at_once_is_refused(typed: Typed, round_: Round, at_cast_time) -> None:
    assert typed(*opening()).data["error"]["code"] == "round_is_open"


def test_rounds_are_listed_and_shown_with_the_sentence_that_says_where_they_stand(
    typed: Typed, round_: Round, at_cast_time
) -> None:
    listed = typed("round", "list", "--json").data
    shown = typed("round", "show", "texto", "--json").data
    assert listed == [shown] == typed("round", "list", "texto", "--json").data
    assert (shown["number"], shown["released"], shown["comments"]) == (1, [], 0)
    assert "missing: XA, XB and XC" in shown["sentence"]
    assert shown["sentence"] in typed("round", "list").out
    assert "Missing: XA, XB, XC" in typed("round", "show", "texto").out


def test_a_round_that_is_over_is_shown_as_closed(typed: Typed, round_: Round, monkeypatch) -> None:
    monkeypatch.setattr("tejido.cli.round.now", lambda: NOW + timedelta(days=60))
    assert typed("round", "show", "texto", "--json").data["is_open"] is False


def test_a_round_that_is_not_there_is_one_sentence(typed: Typed, text: Text) -> None:
    assert typed("round", "show", "texto", "--json").data["error"]["code"] == "unknown_round"
    assert typed("round", "list", "nada", "--json").data["error"]["code"] == "unknown_text"
    assert "tejido round open" in typed("round", "list").out
