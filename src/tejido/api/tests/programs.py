"""A program in somebody's hands: it shows its token and sends JSON."""

import json
from datetime import timedelta

from django.test import Client

from tejido.api.commands import make_token
from tejido.api.names import Scope

ROUND, REMARKS = "/api/v1/rounds/", "rounds/{}/remarks/"


def token_for(cast, who, *, scope=Scope.ACT, areas=(), at=None, life=timedelta(days=90), name="reports"):
    """What the program of this office shows."""
    at = at or cast.now
    made = make_token(actor=cast.actor(who), name=name, scope=scope, areas=areas, expires_at=at + life, at=at)
    return made.shown


class Program:
    """`last` is the body of the last answer."""

    def __init__(self, shown="", language="en"):
        headers = {"accept-language": language}
        self.client = Client(headers=headers | ({"authorization": f"Bearer {shown}"} if shown else {}))

    def get(self, address, query=None, **headers):
        return self.client.get(address, query, headers=headers)

    def do(self, path, values=None, **headers):
        body = json.dumps(values) if values is not None else ""
        return self.client.post(f"/api/v1/acts/{path}", body, content_type="application/json", headers=headers)


def outcome(answer):
    """Status and code of a problem; status and "" of what was done."""
    assert answer["Content-Type"] in {"application/json", "application/problem+json"}
    said = answer.json()
    if answer.status_code >= 400:
        assert said["status"] == answer.status_code
        assert {"type", "title", "detail"} <= set(said)
    return answer.status_code, said.get("code", "")
