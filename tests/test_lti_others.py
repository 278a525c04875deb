"""The tool in the hands of platforms and tools that are not ours: what Open edX runs, and PyLTI1p3. Skipped, and said
to be, where `make peers` has not fetched them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import pytest
from django.core.cache import cache
from django.utils import timezone
from node import free_port

from cast import Cast
from peers import interpreter
from tejido.adaptation.tests.doings import adopt
from tejido.formats.lti import Item, Sender, Unfit, choice_claims, item_data, read_launch, score_data, write_keys
from tejido.formats.lti.tests import sample
from tejido.lti import commands, jobs, letters
from tejido.lti.lines import tool_path
from tejido.lti.models import Platform, Score
from tejido.lti.names import Problem, Sending
from tejido.lti.tests.doings import JUSTICE, begin, describe

PROGRAMS = Path(__file__).with_name("programs")
LEARNER = "2f0c7d5e-6d3a-4f0f-9c8e-6f1f0f5b7a11"
SCORED = {"user_id": LEARNER, "score_given": 1.0, "score_maximum": 1.0, "grading_progress": "FullyGraded"}
PATIENCE = 60  # seconds: how long is not what these tests are about


@dataclass
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    choices: list[tuple[str, str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


class Forms(HTMLParser):
    """The forms of a page: what they send by themselves, and what may be ticked."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(told.get("action", "")))
        elif tag in ("input", "button") and self.found and told.get("name"):
            if told.get("type") in ("checkbox", "radio"):
                self.found[-1].choices.append((told["name"], told.get("value", "on")))
            else:
                self.found[-1].fields[told["name"]] = told.get("value", "")


class Browser:
    """Follows whatever leads on, keeps cookies, and sends forms. As browsers do, it trusts this machine."""

    def __init__(self) -> None:
        jar = CookieJar(DefaultCookiePolicy(secure_protocols=("http", "https")))
        self.opener = build_opener(HTTPCookieProcessor(jar))
        self.at, self.page = "", ""

    def open(self, address: str, fields: list[tuple[str, str]] | None = None) -> str:
        sent = None if fields is None else urlencode(fields).encode()
        request = Request(urljoin(self.at, address), sent, {"Accept-Language": "es"})  # noqa: S310  # this machine's
        with self.opener.open(request, timeout=PATIENCE) as answer:
            self.at, self.page = answer.url, answer.read().decode()
        return self.page

    def send(self, into: str, *ticked: tuple[str, str]) -> str:
        """The form whose address ends so, with what is ticked."""
        form = self.form(into)
        return self.open(form.action or self.at, [*form.fields.items(), *ticked])

    def form(self, into: str) -> Form:
        return next(form for form in Forms(self.page).found if form.action.endswith(into))


@dataclass
class OpenEdx:
    """The component of a course, and what the plugin shows of it."""

    origin: str
    shown: dict[str, Any] = field(default_factory=dict)

    def connect(self, row: Platform, origin: str, **values: Any) -> None:
        """A teacher copies the addresses of the tool into the component."""
        tool = f"{origin}{tool_path(row.key)}"
        told = {
            "lti_version": "lti_1p3", "lti_1p3_launch_url": tool, "lti_1p3_oidc_url": f"{tool}login/",
            "lti_1p3_redirect_uris": [f"{tool}launches/"], "lti_1p3_tool_key_mode": "keyset_url",
            "lti_1p3_tool_keyset_url": f"{origin}/lti/keys.json", "lti_advantage_deep_linking_enabled": True,
            "lti_advantage_deep_linking_launch_url": tool, "lti_advantage_ags_mode": "declarative", **values,
        }  # fmt: skip  # one form
        self.shown = self._json("connect", json.dumps(told).encode())

    def kept(self) -> dict[str, Any]:
        return self._json("kept")

    def open(self, **asked: str) -> str:
        return f"{self.origin}/course/open?{urlencode(asked)}"

    def _json(self, path: str, sent: bytes | None = None) -> dict[str, Any]:
        with urlopen(f"{self.origin}/course/{path}", sent, timeout=PATIENCE) as answer:  # noqa: S310  # this machine's
            return json.load(answer)  # type: ignore[no-any-return]  # an object


@pytest.fixture(scope="module")
def openedx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenEdx]:
    folder, port = tmp_path_factory.mktemp("openedx"), free_port()
    command = [interpreter("openedx"), str(PROGRAMS / "openedx.py"), str(port), str(folder)]
    with (folder / "log").open("w") as log, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n", (folder / "log").read_text()
            yield OpenEdx(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


@pytest.fixture
def connected(cast: Cast, text: Any, openedx: OpenEdx, live_server: Any, settings: Any) -> Platform:
    """The system of a school, each side with what the other one shows."""
    settings.ORIGIN = live_server.url
    settings.PRIVATE_HOSTS = [openedx.origin.removeprefix("http://")]
    cache.clear()
    adopt(cast, text)
    commands.begin_key(at=timezone.now())
    row = begin(cast)
    openedx.connect(row, live_server.url)
    shown = openedx.shown
    row = describe(
        cast, row, openedx.origin, client=shown["client_id"], deployments=[shown["deployment_id"]],
        authorize=shown["oidc_callback"], token=shown["token_url"], keys_address=shown["keyset_url"],
    )  # fmt: skip  # one form
    commands.open_platform(actor=cast.actor(JUSTICE), platform=row, at=timezone.now())
    return Platform.objects.get(key=row.key)


def test_what_a_teacher_of_open_edx_chooses_learners_read_there_and_the_grade_arrives(
    connected: Platform, openedx: OpenEdx
) -> None:
    choose(openedx)
    browser = Browser()
    browser.open(openedx.open(role="student"))
    browser.send("/launches/")
    assert "La prevención empieza antes de la violencia." in browser.page
    browser.send("/passings/")
    assert jobs.send_due(timezone.now()) == 1
    found = openedx.kept()
    assert found["scores"] == [SCORED]
    assert found["grades"][-1] == [LEARNER, 1.0, 1.0]


def choose(openedx: OpenEdx) -> dict[str, Any]:
    """A teacher opens the settings of the component and chooses the first thing there."""
    teacher = Browser()
    teacher.open(openedx.open(role="instructor", deep="yes"))
    teacher.send("/launches/")
    teacher.send("/choices/", teacher.form("/choices/").choices[0])
    assert "successfully" in teacher.send("/lti-dl/response")
    (item,) = openedx.kept()["items"]
    return dict(item["attributes"])


def test_a_component_that_names_one_text_shows_it_and_takes_a_grade_whose_answer_was_lost(
    connected: Platform, openedx: OpenEdx, live_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"{live_server.url}{tool_path(connected.key)}texts/texto/"
    openedx.connect(connected, live_server.url, lti_1p3_launch_url=address)
    browser = Browser()
    browser.open(openedx.open(role="student"))
    browser.send("/launches/")
    browser.send("/passings/")
    asked = letters._asked

    def lost(address: str, body: bytes, headers: Any) -> tuple[int, bytes]:
        answer = asked(address, body, headers)
        if address.endswith("/scores"):
            raise letters.Failed(Problem.NO_ANSWER)
        return answer

    with monkeypatch.context() as patched:
        patched.setattr("tejido.lti.letters._asked", lost)
        assert jobs.send_due(timezone.now()) == 0
    assert openedx.kept()["scores"] == [SCORED]
    assert jobs.send_due(timezone.now() + timedelta(minutes=2)) == 1
    assert openedx.kept()["scores"] == [SCORED]
    assert Score.objects.get().state == Sending.SENT


def test_a_very_long_title_is_taken_as_well(
    connected: Platform, openedx: OpenEdx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tejido.lti.pages.title_of", lambda *_place: "Prevención temprana " * 30)
    assert choose(openedx)["title"].startswith("Prevención temprana ")


## PyLTI1p3


def test_a_tool_of_others_asks_the_same_of_a_message() -> None:
    """Each claim left out in turn: what both refuse, and where they differ."""
    messages = {"moodle": sample.moodle(), "open edx": sample.open_edx(), "choosing": sample.choosing()}
    for kind, whole in list(messages.items()):
        messages |= {f"{kind} without {name}": {n: v for n, v in whole.items() if n != name} for name in whole}
    found = pylti({name: sample.signed(claims) for name, claims in messages.items()})
    differ = {name for name in messages if bool(found["verdicts"][name]) != bool(_fault(messages[name]))}
    short = {name.replace(sample.LTI, "").replace(sample.DEEP, "") for name in differ}
    assert short == DIFFER


DIFFER = {
    # LTI allows nobody to be named; and who has no role here has none.
    *(f"{kind} without {claim}" for kind in ("moodle", "open edx", "choosing") for claim in ("sub", "roles")),
    # The specification asks for them (Security Framework 5.1.2; LTI 5.3.4), the library does not.
    *(f"{kind} without {claim}" for kind in ("moodle", "open edx", "choosing") for claim in ("iat", "exp")),
    *(f"{kind} without target_link_uri" for kind in ("moodle", "open edx")),
}


def _fault(claims: dict[str, Any]) -> str:
    try:
        read_launch(sample.signed(claims), sample.key_set(), sample.expected(), sample.NOW)
    except Unfit as problem:
        return str(problem.fault)
    return ""


def test_a_tool_of_others_would_send_the_same() -> None:
    found = pylti({"choosing": sample.signed(sample.choosing())})
    assert score_data("7", 1, 2, sample.NOW) == found["grade"]
    ours = item_data(Item("https://x.example/", "t", "begins", "r", 2), "https://x.example/")
    assert set(found["item"]) - set(ours) == {"custom"}
    assert set(ours["lineItem"]) == set(found["item"]["lineItem"])
    choice = choice_claims(Sender("c", "i", "1"), [ours], "opaque-5", nonce="n", at=sample.NOW)
    assert set(choice) == set(found["choice"])


def pylti(tokens: dict[str, str]) -> dict[str, Any]:
    told = {
        "tokens": tokens, "keys": write_keys(sample.key_set()), "issuer": sample.ISSUER, "client": sample.CLIENT,
        "deployment": sample.DEPLOYMENT, "nonce": "n-1", "now": sample.NOW.timestamp(),
    }  # fmt: skip  # one question
    command = [interpreter("openedx"), str(PROGRAMS / "pylti.py")]
    done = subprocess.run(
        command, input=json.dumps(told), capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # an object
