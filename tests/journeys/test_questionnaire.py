"""A participant answers on a telephone by keyboard: loses the line while typing, sends, closes nothing, and is counted
once when the line is back. What somebody else left in the browser is gone."""

import json
import os
import subprocess
import sys

import pytest
from hands import Hands
from node import Node
from playwright.sync_api import expect

OPEN = "SELECT questionnaire_id FROM evaluation_urn"
URN = "SELECT cells FROM evaluation_urn"
OF_ANOTHER = "tejido-answers-another-person"  # who used the same browser before
LAST = (
    "SELECT n.key || ':' || n.entered FROM nominations_nominee n JOIN nominations_call c ON c.key = n.call_id"
    " JOIN evaluation_questionnaire q ON q.seminar_id = c.seminar_id"
    " JOIN evaluation_urn u ON u.questionnaire_id = q.key"
    " WHERE n.standing = 'confirmed' ORDER BY n.email DESC"
)
# What the participant's own link leaves in their browser.
ENTER = """
import sys, django
django.setup()
from django.contrib.sessions.backends.db import SessionStore
from tejido.nominations.guests import REMEMBERED
session = SessionStore()
session[REMEMBERED] = sys.argv[1]
session.save()
print(session.session_key)
"""


@pytest.mark.thorough
def test_answers_typed_without_a_line_are_kept_and_counted_once(sit, node: Node) -> None:
    hands, before = sit(language="es", width=390), counted(node)
    let_in(hands, node)
    hands.open("/taking-part/questionnaires/")
    hands.page.evaluate(f"localStorage.setItem('{OF_ANOTHER}', JSON.stringify({{entries: []}}))")
    hands.press("Unas semanas después")
    assert OF_ANOTHER not in kept(hands)
    assert hands.barriers() == []
    for number in range(3):
        choose(hands, number)
    hands.page.context.set_offline(True)
    hands.to("Enviar mis respuestas")
    hands.page.keyboard.press("Enter")
    expect(hands.page.locator(".kept")).to_contain_text("No hay conexión")
    assert [node.one(OPEN) in name for name in kept(hands)] == [False]
    assert counted(node) == before
    with hands.page.expect_navigation():
        hands.page.context.set_offline(False)
    hands.sees("Sus respuestas están en la urna.")
    assert kept(hands) == {}
    assert hands.barriers() == []
    hands.page.reload()
    hands.sees("Sus respuestas están en la urna.")
    assert counted(node) == before + 1
    # The browser itself complains that there was no line; nothing else does.
    assert [words for words in hands.errors if "ERR_INTERNET_DISCONNECTED" not in words] == []


def let_in(hands: Hands, node: Node) -> None:
    environment = {**os.environ, "TEJIDO_DATA": str(node.data), "DJANGO_SETTINGS_MODULE": "tejido.config.settings"}
    environment.pop("DATABASE_URL", None)
    made = subprocess.run(
        [sys.executable, "-c", ENTER, node.one(LAST)], env=environment, check=True, capture_output=True, text=True
    )
    cookie = {"name": "sessionid", "value": made.stdout.split()[-1], "url": node.origin}
    hands.page.context.add_cookies([cookie])  # type: ignore[list-item]  # Playwright's own dictionary


def counted(node: Node) -> int:
    return sum(json.loads(node.one(URN)).values())


def choose(hands: Hands, number: int) -> None:
    """The highest step of a scale: the keyboard goes from the first radio button to the last one."""
    hands.page.locator("fieldset").nth(number).locator("input").first.focus()
    for _ in range(4):
        hands.page.keyboard.press("ArrowDown")


def kept(hands: Hands) -> dict[str, str]:
    return dict(hands.page.evaluate("() => ({...localStorage})"))
