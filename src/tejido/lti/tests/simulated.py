"""A school's system for tests: it publishes its keys, gives tokens to who signs for them, takes results, and registers
tools, all over real connections."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt

from tejido.formats.lti import read_keys, write_keys
from tejido.formats.lti.tests.sample import key_set, rsa_key

CLIENT, DEPLOYMENT = "aT7xQ0client", "1"


@dataclass
class Simulated:
    """`answers` are statuses to be given instead, by path; `asked` is every request that came."""

    origin: str = ""
    tool_keys: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)
    scores: list[dict[str, Any]] = field(default_factory=list)
    registered: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, Any] = field(default_factory=lambda: write_keys(key_set()))
    issuer: str = ""

    def url(self, path: str) -> str:
        return f"{self.origin}/{path}"

    @property
    def line(self) -> str:
        return self.url("lines/3/lineitem?type_id=2")

    def count(self, path: str) -> int:
        return sum(asked == f"/{path}" for _method, asked, *_rest in self.asked)

    ## What it answers

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        self.asked.append((method, path, headers, body))
        if path in self.answers:
            return self.answers[path], {"Location": self.url("elsewhere")}
        match path:
            case "/keys":
                return 200, self.keys
            case "/token":
                return self._token(body)
            case "/lines/3/lineitem/scores":
                return self._score(headers, body)
            case "/configuration":
                return 200, self._configuration()
            case "/registrations":
                self.registered = {"authorization": headers.get("Authorization", ""), **json.loads(body)}
                configuration = {"deployment_id": "77"}
                told = {"https://purl.imsglobal.org/spec/lti-tool-configuration": configuration}
                return 201, {"client_id": "registered", **told}
        return 404, {}

    def _token(self, body: bytes) -> tuple[int, Any]:
        """Whoever signs with a key of the tool, for this address, now."""
        sent = {name: value for name, (value,) in parse_qs(body.decode()).items()}
        head = jwt.get_unverified_header(sent["client_assertion"])
        keys = {key.id: key.public for key in read_keys(json.dumps(self.tool_keys).encode())}
        claims = jwt.decode(
            sent["client_assertion"], keys[head["kid"]], ["RS256"], audience=self.url("token"),
            options={"verify_exp": False, "verify_iat": False},
        )  # fmt: skip  # one reading
        assert claims["iss"] == claims["sub"] == CLIENT
        assert sent["scope"] == "https://purl.imsglobal.org/spec/lti-ags/scope/score"
        return 200, {"access_token": f"t-{self.count('token')}", "token_type": "Bearer", "expires_in": 3600}

    def _score(self, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
        assert headers["Content-Type"] == "application/vnd.ims.lis.v1.score+json"
        if not headers.get("Authorization", "").startswith("Bearer t-"):
            return 401, {}
        self.scores.append(json.loads(body))
        return 200, {}

    def _configuration(self) -> dict[str, str]:
        return {
            "issuer": self.issuer or self.origin,
            "authorization_endpoint": self.url("authorize"),
            "token_endpoint": self.url("token"),
            "jwks_uri": self.url("keys"),
            "registration_endpoint": self.url("registrations"),
        }


@contextmanager
def simulated(kind: type[Any] = Simulated) -> Iterator[Any]:
    """The system, on a free port of this machine until the block ends."""
    made = kind()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._do(b"")

        def do_POST(self) -> None:
            self._do(self.rfile.read(int(self.headers["Content-Length"])))

        def _do(self, body: bytes) -> None:
            asked = urlsplit(self.path)
            status, told = made.answer(self.command, asked.path, dict(self.headers), body or asked.query.encode())
            said = told.encode() if isinstance(told, str) else json.dumps(told).encode()
            self.send_response(status)
            self.send_header(
                "Content-Type", "text/html; charset=utf-8" if isinstance(told, str) else "application/json"
            )
            if status in (301, 302, 307):
                self.send_header("Location", told["Location"])
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_words: Any) -> None:
            """Nothing is said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.origin = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


__all__ = ["CLIENT", "DEPLOYMENT", "Simulated", "rsa_key", "simulated"]
