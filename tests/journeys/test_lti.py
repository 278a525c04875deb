"""A school's system, played on another site: a teacher chooses, a learner reads inside the page of the course and says
so, and the result arrives. By keyboard, with axe inside the frame."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import parse_qs
from urllib.request import urlopen

import jwt
import pytest
from axe_playwright_python.sync_playwright import Axe
from hands import Hands
from node import Node

from tejido.formats.lti.tests import sample
from tejido.lti.tests.simulated import CLIENT, DEPLOYMENT, Simulated, simulated

EDUCATION = "PY/representative/EDU"


class Lms(Simulated):
    """With the pages of a course: `opened` is what it opens in its frame, `tool` where the tool is."""

    tool, opened, message, chosen = "", "", "reading", ""

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        sent = {name: value for name, (value,) in parse_qs(body.decode()).items()}
        match path:
            case "/course":
                return (
                    200,
                    f'<title>Curso</title><h1>Curso</h1><iframe title="Actividad" src="{escape(self.step)}"></iframe>',
                )
            case "/authorize":
                return 200, self._authorized(sent)
            case "/return":
                self.chosen = sent["JWT"]
                return 200, "<title>Curso</title><h1>Guardado</h1>"
        return super().answer(method, path, headers, body)

    @property
    def step(self) -> str:
        told = {"iss": self.origin, "login_hint": "7", "target_link_uri": self.opened, "client_id": CLIENT}
        return f"{self.tool}login/?" + "&".join(f"{name}={value}" for name, value in told.items())

    def _authorized(self, asked: dict[str, str]) -> str:
        """The message, in a form that sends itself."""
        now = datetime.now(UTC)
        said = sample.choosing(now) if self.message == "choosing" else sample.moodle(now)
        said |= {
            "iss": self.origin, "aud": CLIENT, "nonce": asked["nonce"], f"{sample.LTI}deployment_id": DEPLOYMENT,
            f"{sample.LTI}target_link_uri": self.opened,
            f"{sample.LTI}launch_presentation": {"locale": "es_PY"},
        }  # fmt: skip  # one message
        if self.message == "choosing":
            said[f"{sample.DEEP}deep_linking_settings"]["deep_link_return_url"] = self.url("return")
        else:
            said[sample.AGS] = {"scope": [sample.SCORES], "lineitem": self.line}
        fields = {"state": asked["state"], "id_token": sample.signed(said)}
        hidden = "".join(
            f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in fields.items()
        )
        sends = "<script>document.forms[0].submit()</script>"
        return f'<form method="post" action="{escape(asked["redirect_uri"])}">{hidden}</form>{sends}'


@pytest.fixture
def lms() -> Iterator[Lms]:
    with simulated(Lms) as made:
        yield made


def test_a_teacher_chooses_a_learner_reads_and_the_course_gets_the_result(
    sit: Callable[..., Hands], node: Node, lms: Lms
) -> None:
    connect(sit(EDUCATION), lms)
    browser = sit("", language="es")
    choose(browser, lms)
    read(browser, lms)
    with urlopen(f"{node.origin}/lti/keys.json") as answer:  # noqa: S310  # our own server
        lms.tool_keys = json.load(answer)
    send(node)
    (score,) = lms.scores
    assert (score["userId"], score["scoreGiven"], score["scoreMaximum"]) == ("7", 1, 1)


def connect(hands: Hands, lms: Lms) -> None:
    hands.open("/lti/")
    hands.unfold("Enter a system")
    hands.write("Name of the system", "Moodle de prueba")
    hands.press("Enter the system")
    lms.tool = hands.page.locator("dd .digest").first.inner_text()
    for name, value in (
        ("Platform ID", lms.origin), ("Client ID", CLIENT), ("Deployment ID", DEPLOYMENT),
        ("Authentication request URL", lms.url("authorize")), ("Access token URL", lms.url("token")),
        ("Public keyset URL", lms.url("keys")),
    ):  # fmt: skip  # one form
        hands.write(name, value)
    hands.press("Save the addresses")
    hands.press("Switch on")
    hands.sees("Switched on: whoever comes from this system is let in.")
    assert hands.barriers() == []
    assert hands.errors == []


def choose(hands: Hands, lms: Lms) -> None:
    lms.message, lms.opened = "choosing", lms.tool
    hands.page.goto(lms.url("course"))
    frame = hands.page.frame_locator("iframe")
    frame.get_by_role("heading", name="Elegir qué muestra el curso").wait_for()
    frame.get_by_role("checkbox", name="Todo el texto").first.focus()
    hands.page.keyboard.press("Space")
    frame.get_by_role("button", name="Continuar").press("Enter")
    frame.get_by_role("button", name="Ponerlo en el curso").press("Enter")
    frame.get_by_role("heading", name="Guardado").wait_for()
    said = jwt.decode(lms.chosen, options={"verify_signature": False})
    (item,) = said[f"{sample.DEEP}content_items"]
    lms.opened = item["url"]


def read(hands: Hands, lms: Lms) -> None:
    lms.message = "reading"
    hands.page.goto(lms.url("course"))
    frame = hands.page.frame_locator("iframe")
    frame.get_by_text("Usted lee siempre").wait_for()
    last = frame.locator("details.outline li a").last
    if last.count():
        frame.locator("details.outline summary").press("Enter")
        last.press("Enter")
    frame.get_by_role("button", name="Lo leí hasta el final").press("Enter")
    frame.get_by_text("El resultado está en camino a su curso: 1 de 1.").wait_for()
    inner: Any = next(each for each in hands.page.frames if "/lti/visits/" in each.url)
    assert Axe().run(inner, options={"resultTypes": ["violations"]}).response["violations"] == []
    hands.page.goto(inner.url)  # what the browser keeps for the course, it keeps for the course alone
    hands.sees("Esta visita terminó.")
    assert [error for error in hands.errors if "404" not in error and "403" not in error] == []


def send(node: Node) -> None:
    """What the clock does every half minute."""
    code = "import django; django.setup(); from django.utils import timezone; from tejido.lti.jobs import send_due;"
    environment = {
        **os.environ, "TEJIDO_DATA": str(node.data), "TEJIDO_PRIVATE_HOSTS": "127.0.0.1",
        "DJANGO_SETTINGS_MODULE": "tejido.config.settings",
    }  # fmt: skip  # one environment
    environment.pop("DATABASE_URL", None)
    subprocess.run([sys.executable, "-c", f"{code} send_due(timezone.now())"], env=environment, check=True)
