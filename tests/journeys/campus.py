"""What a learning system is in these journeys: a server that hands out a package, the window around a lesson, and for
cmi5 the record of learning that statements go to."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from zipfile import ZipFile

TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "png": "image/png", "xml": "text/xml"}
# The window around a lesson, with an API that remembers what it was told, and in which order.
FRAME = """<!DOCTYPE html><html lang="es"><title>Campus</title><script>
  const calls = [], kept = Object.assign({"cmi.completion_status": "unknown", "cmi.mode": "normal"}, %s);
  const told = (...call) => { calls.push(call); return "true"; };
  if (%s) window.API_1484_11 = {
    Initialize: (x) => told("Initialize", x), Terminate: (x) => told("Terminate", x), Commit: (x) => told("Commit", x),
    GetValue: (name) => kept[name] ?? "",
    SetValue: (name, value) => { kept[name] = value; return told("SetValue", name, value); },
    GetLastError: () => "0", GetErrorString: () => "", GetDiagnostic: () => "",
  };
</script>%s<iframe name="lesson" title="Lesson" width="900" height="700" src="%s"></iframe></html>"""


@dataclass
class Campus:
    """`pages` are served as they are. `asked` is every request for records of learning, in the order in which they
    came; `launched` is what the system wants of a session. With `is_generous` a token is given whenever it is asked
    for, from the same address for every lesson, as Open edX's block for cmi5 does."""

    pages: dict[str, bytes]
    origin: str = ""
    asked: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)
    launched: dict[str, Any] = field(default_factory=dict)
    tokens: int = 0
    is_generous: bool = False

    def frame(self, lesson: str, *, kept: dict[str, str] | None = None, has_api: bool = True, head: str = "") -> str:
        """The address of a window with a lesson in it."""
        shown = FRAME % (json.dumps(kept or {}), json.dumps(has_api), head, lesson)
        self.pages["frame.html"] = shown.encode()
        return f"{self.origin}/frame.html"

    def launch(self, lesson: str) -> str:
        """The address of a lesson as a cmi5 system launches it."""
        asked = {
            "endpoint": f"{self.origin}/xapi/",
            "fetch": f"{self.origin}/fetch",
            "actor": json.dumps({"objectType": "Agent", "account": {"homePage": self.origin, "name": "persona-1"}}),
            "registration": "0fa7d4b1-3a3c-4a39-b7d4-3b2b6f6f5c11",
            "activityId": f"{self.origin}/activities/1",
        }
        return f"{self.origin}/{lesson}?{urlencode(asked)}"

    @property
    def statements(self) -> list[dict[str, Any]]:
        return [body for method, path, _asked, body in self.asked if (method, path) == ("PUT", "/xapi/statements")]

    @property
    def verbs(self) -> list[str]:
        return [said["verb"]["id"].rsplit("/", 1)[1] for said in self.statements]


@contextmanager
def campus(package: bytes) -> Iterator[Campus]:
    with ZipFile(BytesIO(package)) as archive:
        served = Campus({name: archive.read(name) for name in archive.namelist()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(served))
    served.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


def _handler(served: Campus) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args: object) -> None:
            """Says nothing: what matters is in `asked`."""

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path.startswith("/xapi/"):
                self._record("GET", path)
                found = served.launched if path == "/xapi/activities/state" else None
                return self._answer(200 if found is not None else 404, found)
            page = served.pages.get(path.lstrip("/"))
            kind = TYPES.get(path.rsplit(".", 1)[-1], "application/octet-stream")
            return self._send(200 if page is not None else 404, page or b"", kind)

        def do_POST(self) -> None:
            self._record("POST", urlsplit(self.path).path)
            served.tokens += 1
            taken = {"error-code": "1", "error-text": "Already in use"}
            is_given = served.tokens == 1 or served.is_generous
            self._answer(200, {"auth-token": "c2VjcmV0bw=="} if is_given else taken)

        def do_PUT(self) -> None:
            self._record("PUT", urlsplit(self.path).path)
            is_known = self.headers.get("Authorization") == "Basic c2VjcmV0bw=="
            self._send(204 if is_known else 401, b"", "")

        def _record(self, method: str, path: str) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            headers = {"authorization": self.headers.get("Authorization", ""), **asked}
            served.asked.append((method, path, headers, json.loads(raw) if raw else None))

        def _answer(self, status: int, body: Any) -> None:
            self._send(status, json.dumps(body).encode(), "application/json")

        def _send(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler
