"""A school gives its classroom a key, the classroom sends what a learner did, and the page shows that it came. By
keyboard only."""

import base64
import http.client
import json
import re

from hands import Hands

SCHOOL = "PY/representative/EDU"
SYSTEM, VERB = "Aula de prueba", "http://adlnet.gov/expapi/verbs/attended"


def test_a_school_makes_a_key_and_sees_what_its_classroom_sends(sit, node) -> None:
    school = sit(SCHOOL)
    login, secret = make_a_key(school)
    assert send(node.origin, login, secret) == 200
    school.press("I have copied it")
    school.sees(SYSTEM, VERB)
    assert school.barriers() == []
    school.sees_not(secret)
    revoke(school)
    assert send(node.origin, login, secret) == 401
    assert school.errors == []


def make_a_key(hands: Hands) -> tuple[str, str]:
    hands.open("/learning-records/")
    hands.unfold("Make a key")
    hands.write("System", SYSTEM)
    hands.press("Make the key")
    hands.sees("It is shown on this page only")
    assert hands.barriers() == []
    login, secret = re.findall(r"\b([0-9a-f]{24})\b.*?Secret\s+(\S+)", hands.words, re.DOTALL)[0]
    return login, secret


def send(origin: str, login: str, secret: str) -> int:
    told = {
        "actor": {"mbox": "mailto:learner@example.org"},
        "verb": {"id": VERB},
        "object": {"id": "http://example.org/a"},
    }
    headers = {
        "Authorization": "Basic " + base64.b64encode(f"{login}:{secret}".encode()).decode(),
        "Content-Type": "application/json",
        "X-Experience-API-Version": "1.0.3",
    }
    connection = http.client.HTTPConnection(origin.partition("//")[2], timeout=30)
    connection.request("POST", "/xapi/statements", json.dumps(told), headers)
    status = connection.getresponse().status
    connection.close()
    return status


def revoke(hands: Hands) -> None:
    hands.unfold(SYSTEM)
    hands.press("Revoke the key")
    hands.sees("The key opens nothing any more.", "revoked")
