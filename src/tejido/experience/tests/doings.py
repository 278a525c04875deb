"""What a school and its systems do in these tests: the school of Aldea's ministry JUS gives keys to its systems."""

import base64
import json
import uuid
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client

from cast import NOW, Cast
from tejido.experience import commands
from tejido.experience.commands.credentials import Made
from tejido.formats.xapi.tests.examples import AGENT, PLAIN, VOIDED
from tejido.registry.commands import open_office
from tejido.registry.models import Body

REPRESENTATIVE = "XA/representative/JUS"
ACTIVITY_ID = str(PLAIN["object"]["id"])  # type: ignore[index]  # it is an object


def space(cast: Cast, institution: str = "JUS", member: str = "XA") -> Body:
    by = cast.actor(f"{member}/representative/{institution}")
    where = cast.institutions[f"{member}/{institution}"]
    return open_office(actor=by, member=cast.members[member], institution=where, at=NOW)


def key(
    cast: Cast, *scopes: str, institution: str = "JUS", member: str = "XA", limit: int = 6000, **given: Any
) -> Made:
    body = space(cast, institution, member)
    actor = cast.actor(f"{member}/representative/{institution}")
    values = {"name": "Aula virtual", "at": NOW, **given}
    return commands.make_key(actor=actor, body=body, scopes=scopes or ("all",), limit=limit, **values)


def basic(login: str, secret: str) -> str:
    return "Basic " + base64.b64encode(f"{login}:{secret}".encode()).decode()


class System:
    """A system of the school that knows its key."""

    def __init__(self, made: Made | None = None, **headers: str) -> None:
        self.client = Client()
        told = {"X-Experience-API-Version": "1.0.3"}
        if made:
            told["Authorization"] = basic(made.credential.login, made.secret)
        self.headers = {**told, **headers}

    def __call__(
        self, method: str, resource: str, body: Any = None, /, *, type: str = "", headers: Any = None, **asked: Any
    ) -> HttpResponse:
        """Sends a request; what is not bytes is sent as JSON. A header that is None is left out."""
        query = urlencode({name: self._word(value) for name, value in asked.items()})
        raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        told = {name: value for name, value in {**self.headers, **(headers or {})}.items() if value is not None}
        kind = type or ("application/json" if body is not None else "")
        return self.client.generic(
            method, f"/xapi/{resource}{'?' if query else ''}{query}", raw, content_type=kind, headers=told
        )  # type: ignore[return-value]  # the client answers with a response

    @staticmethod
    def _word(value: Any) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        return value if isinstance(value, str) else json.dumps(value)

    def post(self, *told: Any, **asked: Any) -> HttpResponse:
        return self("POST", "statements", told[0] if len(told) == 1 else list(told), **asked)

    def put(self, told: Any, id: str, **asked: Any) -> HttpResponse:
        return self("PUT", "statements", told, statementId=id, **asked)

    def get(self, **asked: Any) -> HttpResponse:
        return self("GET", "statements", **asked)

    def kept(self, **asked: Any) -> list[dict[str, Any]]:
        """What these parameters find."""
        answer = self.get(**asked)
        assert answer.status_code == 200, answer.content
        return answer.json()["statements"]  # type: ignore[no-any-return]

    def ids(self, **asked: Any) -> list[str]:
        return [each["id"] for each in self.kept(**asked)]

    def one(self, id: str, **asked: Any) -> dict[str, Any]:
        answer = self.get(statementId=id, **asked)
        assert answer.status_code == 200, answer.content
        return answer.json()  # type: ignore[no-any-return]

    def void(self, id: str, **others: Any) -> str:
        told = statement(verb=VOIDED, object={"objectType": "StatementRef", "id": id}, **others)
        assert self.post(told).status_code == 200
        return told["id"]  # type: ignore[no-any-return]


def statement(**others: Any) -> dict[str, Any]:
    """A plain statement with an id of its own."""
    return {"id": str(uuid.uuid4()), **PLAIN, **others}


def agent(name: str) -> dict[str, Any]:
    return {**AGENT, "mbox": f"mailto:{name}@example.org"}
