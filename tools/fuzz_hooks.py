"""What Schemathesis is told beside the description: whose tokens to show, and which keys there really are.

A key that was made up is not found, which tries nothing but that. So three of four requests are sent to what the
collections list for this role. It runs in Schemathesis' own Python.
"""

import atexit
import json
import os
import random
import re
from collections import Counter
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import schemathesis
from requests.adapters import HTTPAdapter

TOKENS: list[str] = json.loads(os.environ["FUZZ_TOKENS"])
NEXT, BEARER = cycle(TOKENS), "Bearer "
ROOT, ACTS = "/api/v1/", "/api/v1/acts"
COUNTS: Counter[str] = Counter()
_CHANCE = random.Random(1)  # noqa: S311  # it chooses what to try
_send = HTTPAdapter.send


def send(adapter: HTTPAdapter, request: requests.PreparedRequest, *more: Any, **named: Any) -> requests.Response:
    """Each request comes from an address of its own, since wrong tokens are counted by address. The role's tokens take
    turns: each keeps a pace."""
    request.headers["X-Forwarded-For"] = ".".join(["198", *(str(_CHANCE.randrange(256)) for _ in range(3))])
    if TOKENS and request.headers.get("Authorization") == BEARER + TOKENS[0]:
        request.headers["Authorization"] = BEARER + next(NEXT)
    answer = _send(adapter, request, *more, **named)
    COUNTS[str(answer.status_code)] += 1
    return answer


HTTPAdapter.send = send  # type: ignore[method-assign]  # Schemathesis' own requests go this way as well


class Known:
    """What this role may read: keys by collection, and the places of the pages of the house."""

    def __init__(self, origin: str) -> None:
        self.keys: dict[str, list[str]] = {}
        self.pages: list[list[str]] = []
        head = {"Authorization": BEARER + TOKENS[0]} if TOKENS else {}
        with requests.Session() as session:
            session.headers.update(head)
            for name, path in session.get(f"{origin}{ROOT}", timeout=60).json()["collections"].items():
                items = session.get(f"{origin}{path}?limit=200", timeout=60).json().get("items", [])
                self.keys[name] = [item["key"] for item in items]
                self.pages += [urlsplit(item["page"]).path.strip("/").split("/") for item in items if item["page"]]
        self.all = sorted({key for keys in self.keys.values() for key in keys})

    def places(self, path: str) -> dict[str, str]:
        """Values for the places of an address, as many as can be known."""
        names = re.findall(r"{(\w+)}", path)
        if not path.startswith(ACTS):
            keys = self.keys.get(path.split("/")[3], [])
            return {names[0]: _CHANCE.choice(keys)} if keys else {}
        steps = path.removeprefix(ACTS).strip("/").split("/")
        near = [found for page in self.pages if (found := _bound(steps, page))]
        most = max(map(len, near), default=0)
        found = _CHANCE.choice([each for each in near if len(each) == most]) if near else {}
        rest = {name: _CHANCE.choice(self.all) for name in names if name not in found} if self.all else {}
        return {**rest, **found}


def _bound(steps: list[str], page: list[str]) -> dict[str, str]:
    """What the places of an address are at a page, as far as the two go together."""
    found = {}
    for step, part in zip(steps, page, strict=False):
        if step.startswith("{"):
            found[step[1:-1]] = part
        elif step != part:
            break
    return found


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:  # noqa: ARG001  # as hooks are called
    global _known  # noqa: PLW0603  # asked once
    if _CHANCE.random() < 0.95:  # a wrong code is counted for its account, which soon hears nothing else than that
        case.headers.pop("Tejido-Confirmation", None)
    case_path = case.operation.path
    if "{" not in case_path or _CHANCE.random() < 0.25:
        return
    if _known is None:
        _known = Known(case.operation.base_url.rstrip("/"))
    case.path_parameters = {**case.path_parameters, **_known.places(case_path)}


_known: Known | None = None


@atexit.register
def count() -> None:
    Path(os.environ["FUZZ_COUNTS"]).write_text(json.dumps(COUNTS), encoding="utf-8")
