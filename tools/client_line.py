"""A client of a Tejido node, made from its description by tools/client.py. It needs Python 3.11 and nothing else.

    node = Tejido("https://your.node", token)
    for round in node.list_rounds():
        print(round["number"])
    node.deliberation_remarks(round["key"], {"body": "…", "type": "technical", "language": "es"})

What the node does not do raises `Problem`, with the code and the sentence that it gave.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from typing import Any, cast
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

Value = str | int | float | bool | list[str] | None
Values = Mapping[str, Value]
Files = Mapping[str, tuple[str, bytes]]  # by field: the name of the file and what is in it


class Problem(Exception):  # noqa: N818  # it is what is answered
    """What the node answered instead (RFC 9457). `errors` are by field of what was sent."""

    def __init__(self, status: int, said: Mapping[str, Any], retry_after: int = 0) -> None:
        self.status, self.retry_after = status, retry_after
        self.code, self.detail = str(said.get("code", "")), str(said.get("detail", ""))
        self.errors: dict[str, list[str]] = dict(said.get("errors", {}))
        super().__init__(f"{status} {self.code}: {self.detail}")


class _Staying(HTTPRedirectHandler):
    """A token goes to its node and nowhere else."""

    def redirect_request(self, *_args: Any, **_more: Any) -> None:
        return None


class Line:
    """The line to a node. `language` is that of sentences and errors."""

    def __init__(self, node: str, token: str = "", *, language: str = "en", timeout: float = 60) -> None:
        self._node, self._timeout = node.rstrip("/") + "/", timeout
        self._headers = {"Accept": "application/json", "Accept-Language": language}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"
        self._opener = build_opener(_Staying())

    def _read(self, path: str, query: Mapping[str, object] | None = None) -> Any:
        given = {name: value for name, value in (query or {}).items() if value}
        return self._ask("GET", f"{path}?{urlencode(given)}" if given else path)

    def _pages(self, path: str, query: Mapping[str, object]) -> Iterator[Any]:
        """Every item of a list, page after page."""
        page = self._read(path, query)
        while True:
            yield from page["items"]
            if page["next"] is None:
                return
            page = self._read(page["next"])

    def _act(
        self,
        path: str,
        values: Mapping[str, Any],
        more: Values | None,
        files: Files | None,
        confirmation: str,
        request_key: str,
    ) -> Any:
        sent = {**values, **(more or {})}
        headers = {"Idempotency-Key": request_key or secrets.token_hex(16)}
        if confirmation:
            headers["Tejido-Confirmation"] = confirmation
        if not files:
            return self._ask("POST", path, json.dumps(sent).encode(), "application/json", headers)
        boundary = secrets.token_hex(16)
        body = _form(sent, files, boundary)
        return self._ask("POST", path, body, f"multipart/form-data; boundary={boundary}", headers)

    def _ask(
        self, method: str, path: str, body: bytes | None = None, media_type: str = "", headers: Values | None = None
    ) -> Any:
        address = urljoin(self._node, path)
        if urlsplit(address)[:2] != urlsplit(self._node)[:2]:
            raise ValueError(f"{address} is no address of the node")
        request = Request(address, body, method=method, headers=self._headers)  # noqa: S310  # of the node, as just seen
        for name, value in (headers or {}).items():
            request.add_header(name, str(value))
        if media_type:
            request.add_header("Content-Type", media_type)
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                raw = cast("bytes", answer.read())
                is_json = answer.headers.get_content_type() == "application/json"
                return json.loads(raw) if is_json and not answer.headers["Content-Disposition"] else raw
        except HTTPError as answer:
            with answer:
                raise _problem(answer) from None


def _problem(answer: HTTPError) -> Problem:
    wait = answer.headers.get("Retry-After", "")
    try:
        said = json.loads(answer.read())
    except ValueError:  # a server in between may answer in its own way
        said = {}
    return Problem(answer.code, said if isinstance(said, dict) else {}, int(wait) if wait.isdecimal() else 0)


def _form(values: Mapping[str, Any], files: Files, boundary: str) -> bytes:
    parts = []
    for name, value in values.items():
        several = value if isinstance(value, list) else [value]
        carried = ["on" if each is True else str(each) for each in several if each is not None and each is not False]
        parts += [_part(boundary, f'name="{_quoted(name)}"', each.encode()) for each in carried]
    for name, (file, content) in files.items():
        parts.append(_part(boundary, f'name="{_quoted(name)}"; filename="{_quoted(file)}"', content, is_file=True))
    return b"".join([*parts, f"--{boundary}--\r\n".encode()])


def _part(boundary: str, named: str, content: bytes, *, is_file: bool = False) -> bytes:
    kind = "Content-Type: application/octet-stream\r\n" if is_file else ""
    return f"--{boundary}\r\nContent-Disposition: form-data; {named}\r\n{kind}\r\n".encode() + content + b"\r\n"


def _quoted(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _place(value: object) -> str:
    return quote(str(value), safe="")
